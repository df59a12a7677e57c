import { useLanguage } from '#renderer/app/language.tsx';

type Shortcut = { readonly keys: readonly string[]; readonly text: keyof typeof texts };

const texts = {
  search: 'help.search',
  screens: 'help.screens',
  find: 'help.find',
  undo: 'help.undo',
  redo: 'help.redo',
  back: 'help.back',
  move: 'help.move',
  open: 'help.open',
  select: 'help.select',
  extend: 'help.extend',
  all: 'help.all',
  copy: 'help.copy',
  save: 'help.save',
  cancel: 'help.cancel',
  calendar: 'help.calendar',
} as const;

const groups = [
  {
    title: 'help.everywhere',
    shortcuts: [
      { keys: ['Ctrl', 'K'], text: 'search' },
      { keys: ['Ctrl', '1 … 9'], text: 'screens' },
      { keys: ['Ctrl', 'F'], text: 'find' },
      { keys: ['Ctrl', 'Z'], text: 'undo' },
      { keys: ['Ctrl', 'Y'], text: 'redo' },
      { keys: ['Alt', '← →'], text: 'back' },
    ],
  },
  {
    title: 'help.inList',
    shortcuts: [
      { keys: ['↑ ↓ PgUp PgDn Home End'], text: 'move' },
      { keys: ['Enter'], text: 'open' },
      { keys: ['Space'], text: 'select' },
      { keys: ['Shift', '↑ ↓'], text: 'extend' },
      { keys: ['Ctrl', 'A'], text: 'all' },
      { keys: ['Ctrl', 'C'], text: 'copy' },
    ],
  },
  {
    title: 'help.inRecord',
    shortcuts: [
      { keys: ['Enter'], text: 'save' },
      { keys: ['Esc'], text: 'cancel' },
      { keys: ['Alt', '↓'], text: 'calendar' },
    ],
  },
] as const satisfies readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[];

/** The keys of the program, by where they work. */
export function ShortcutList() {
  const { t } = useLanguage();
  return (
    <>
      {groups.map(group => (
        <section key={group.title}>
          <h2>{t(group.title)}</h2>
          <dl>
            {group.shortcuts.map(shortcut => (
              <div key={shortcut.text}>
                <dt>
                  {shortcut.keys.map(key => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(texts[shortcut.text])}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
