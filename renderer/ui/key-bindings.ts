/** The part of a key event that says which key it is. */
export type Key = {
  readonly code: string;
  readonly key?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

/** A key and what it does: the same line binds it and explains it. */
export type Binding<Action extends string = string> = {
  readonly action: Action;
  /** Places on the keyboard, so that it holds in every layout. */
  readonly codes: readonly string[];
  /** What the key types, for signs that have no one place. */
  readonly types?: string;
  readonly control?: true;
  readonly alt?: true;
  readonly shift?: true | 'either';
  /** The keys as they are printed; a line without them is explained by another of the same text. */
  readonly shown?: readonly string[];
  /** The last part of a text key under `help`. */
  readonly text: string;
};

/** What a key does by a table; null when it is bound to nothing. */
export function actionOf<Action extends string>(bindings: readonly Binding<Action>[], key: Key): Action | null {
  const control = key.ctrlKey || key.metaKey;
  const found = bindings.find(binding => {
    if (binding.types !== undefined) return key.key === binding.types && !control && !key.altKey;
    return (
      binding.codes.includes(key.code) &&
      control === (binding.control ?? false) &&
      key.altKey === (binding.alt ?? false) &&
      (binding.shift === 'either' || key.shiftKey === (binding.shift ?? false))
    );
  });
  return found?.action ?? null;
}

export type GridAction =
  | 'down'
  | 'up'
  | 'pageDown'
  | 'pageUp'
  | 'first'
  | 'last'
  | 'right'
  | 'left'
  | 'wider'
  | 'narrower'
  | 'open'
  | 'toggle'
  | 'all'
  | 'copy'
  | 'clear'
  | 'edit'
  | 'add'
  | 'similar'
  | 'remove'
  | 'menu';

/** Keys of a list. */
export const gridBindings: readonly Binding<GridAction>[] = [
  { action: 'down', codes: ['ArrowDown'], shift: 'either', shown: ['↑ ↓ PgUp PgDn Home End'], text: 'move' },
  { action: 'up', codes: ['ArrowUp'], shift: 'either', text: 'move' },
  { action: 'pageDown', codes: ['PageDown'], shift: 'either', text: 'move' },
  { action: 'pageUp', codes: ['PageUp'], shift: 'either', text: 'move' },
  { action: 'first', codes: ['Home'], shift: 'either', text: 'move' },
  { action: 'last', codes: ['End'], shift: 'either', text: 'move' },
  { action: 'first', codes: ['Home'], control: true, shift: 'either', text: 'move' },
  { action: 'last', codes: ['End'], control: true, shift: 'either', text: 'move' },
  { action: 'open', codes: ['Enter', 'NumpadEnter'], shift: 'either', shown: ['Enter'], text: 'open' },
  { action: 'toggle', codes: ['Space'], shift: 'either', shown: ['Space'], text: 'select' },
  { action: 'down', codes: [], shown: ['Shift', '↑ ↓'], text: 'extend' },
  { action: 'all', codes: ['KeyA'], control: true, shown: ['Ctrl', 'A'], text: 'all' },
  { action: 'right', codes: ['ArrowRight'], shift: 'either', shown: ['← →'], text: 'cell' },
  { action: 'left', codes: ['ArrowLeft'], shift: 'either', text: 'cell' },
  { action: 'right', codes: [], shown: ['← →'], text: 'fold' },
  { action: 'edit', codes: ['F2'], shown: ['F2'], text: 'edit' },
  { action: 'copy', codes: ['KeyC'], control: true, shown: ['Ctrl', 'C'], text: 'copy' },
  { action: 'copy', codes: [], shown: ['Ctrl', 'V'], text: 'paste' },
  {
    action: 'wider',
    codes: ['ArrowRight'],
    control: true,
    shift: true,
    shown: ['Ctrl', 'Shift', '← →'],
    text: 'width',
  },
  { action: 'narrower', codes: ['ArrowLeft'], control: true, shift: true, text: 'width' },
  { action: 'add', codes: ['Insert'], shown: ['Ins'], text: 'add' },
  { action: 'similar', codes: ['F9'], shown: ['F9'], text: 'similar' },
  { action: 'remove', codes: ['Delete'], shown: ['Del'], text: 'remove' },
  { action: 'menu', codes: ['ContextMenu'], text: 'menu' },
  { action: 'menu', codes: ['F10'], shift: true, shown: ['Shift', 'F10'], text: 'menu' },
  { action: 'clear', codes: ['Escape'], shift: 'either', shown: ['Esc'], text: 'clear' },
];

/** Keys of a field, on a record or in a cell of a list. */
export const fieldBindings: readonly Binding[] = [
  { action: 'save', codes: ['Enter', 'NumpadEnter'], shown: ['Enter'], text: 'save' },
  { action: 'saveNext', codes: ['Enter', 'NumpadEnter'], control: true, shown: ['Ctrl', 'Enter'], text: 'saveNext' },
  { action: 'cancel', codes: ['Escape'], shown: ['Esc'], text: 'cancel' },
  { action: 'calendar', codes: ['ArrowDown'], alt: true, shown: ['Alt', '↓'], text: 'calendar' },
];

export type EverywhereAction =
  | 'palette'
  | 'back'
  | 'forward'
  | 'screen'
  | 'find'
  | 'undo'
  | 'redo'
  | 'pane'
  | 'paneBefore'
  | 'keys';

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(digit => [`Digit${digit}`, `Numpad${digit}`]);

/** Keys that work on every screen. */
export const everywhereBindings: readonly Binding<EverywhereAction>[] = [
  { action: 'keys', codes: [], types: '?', shown: ['?'], text: 'keys' },
  { action: 'keys', codes: ['Slash'], control: true, shift: 'either', shown: ['Ctrl', '/'], text: 'keysAlso' },
  { action: 'palette', codes: ['KeyK'], control: true, shift: 'either', shown: ['Ctrl', 'K'], text: 'search' },
  { action: 'screen', codes: digits, control: true, shown: ['Ctrl', '1 … 9'], text: 'screens' },
  { action: 'find', codes: ['KeyF'], control: true, shown: ['Ctrl', 'F'], text: 'find' },
  { action: 'undo', codes: ['KeyZ'], control: true, shown: ['Ctrl', 'Z'], text: 'undo' },
  { action: 'redo', codes: ['KeyY'], control: true, shift: 'either', shown: ['Ctrl', 'Y'], text: 'redo' },
  { action: 'redo', codes: ['KeyZ'], control: true, shift: true, text: 'redo' },
  { action: 'back', codes: ['ArrowLeft'], alt: true, shift: 'either', shown: ['Alt', '← →'], text: 'back' },
  { action: 'forward', codes: ['ArrowRight'], alt: true, shift: 'either', text: 'back' },
  { action: 'pane', codes: ['F6'], shown: ['F6'], text: 'pane' },
  { action: 'paneBefore', codes: ['F6'], shift: true, text: 'pane' },
];

/** The lines of a table that are explained: one for each text. */
export const explained = (bindings: readonly Binding[]): readonly Binding[] =>
  bindings.filter(binding => binding.shown !== undefined);
