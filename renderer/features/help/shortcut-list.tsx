import { useLanguage } from '#renderer/app/language.tsx';
import { type Binding, everywhereBindings, explained, fieldBindings, gridBindings } from '#renderer/ui/key-bindings.ts';
import { cardBindings, dayBindings, entryBindings, sheetBindings } from '#renderer/ui/screen-bindings.ts';

/** Where keys work; a screen says what it has by `data-keys`. */
const rooms = {
  everywhere: everywhereBindings,
  inList: gridBindings,
  inRecord: fieldBindings,
  inCalendar: [...dayBindings, ...entryBindings],
  onBoard: cardBindings,
  inSheet: sheetBindings,
} satisfies Readonly<Record<string, readonly Binding[]>>;

export type KeyRoom = keyof typeof rooms;
const allRooms = Object.keys(rooms) as KeyRoom[];

/** What the page says it has keys for, in the order of the page. */
export const roomsOn = (page: ParentNode): readonly KeyRoom[] => {
  const named = new Set([...page.querySelectorAll<HTMLElement>('[data-keys]')].map(element => element.dataset['keys']));
  return allRooms.filter(room => named.has(room));
};

type Props = { readonly only?: readonly KeyRoom[] };

/** The keys of the program, by where they work: told by the tables that bind them. */
export function ShortcutList({ only = allRooms }: Props) {
  const { word } = useLanguage();
  return (
    <>
      {only.map(room => (
        <section key={room}>
          <h2>{word(`help.${room}`)}</h2>
          <dl>
            {explained(rooms[room]).map(({ shown, text }) => (
              <div key={text}>
                <dt>
                  {shown?.map(key => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{word(`help.${text}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
