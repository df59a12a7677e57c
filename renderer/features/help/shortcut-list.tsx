import { useLanguage } from '#renderer/app/language.tsx';
import { type Binding, everywhereBindings, explained, fieldBindings, gridBindings } from '#renderer/ui/key-bindings.ts';

/** Where keys work: everywhere, in a list, in a field of a record. */
export type KeyRoom = 'everywhere' | 'inList' | 'inRecord';

const rooms: Readonly<Record<KeyRoom, readonly Binding[]>> = {
  everywhere: everywhereBindings,
  inList: gridBindings,
  inRecord: fieldBindings,
};

type Props = { readonly only?: readonly KeyRoom[] };

/** The keys of the program, by where they work: told by the tables that bind them. */
export function ShortcutList({ only = ['everywhere', 'inList', 'inRecord'] }: Props) {
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
