import type { RecordName } from '#renderer/api/records.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import type { ScreenProps } from '#renderer/app/screens.tsx';
import { go, hashOf, type ScreenName } from '#renderer/state/navigation.ts';
import styles from './record-area.module.css';
import { RecordArea } from './record-area.tsx';

/** Areas that share one entry of the navigation. */
const families: readonly (readonly ScreenName[])[] = [
  ['firms', 'contacts', 'sites'],
  ['students', 'groups', 'specialties', 'qualifications'],
];

/** The screen of any record area, with tabs to the areas beside it. */
export function RecordScreen({ route }: ScreenProps) {
  const { word } = useLanguage();
  const family = families.find(names => names.includes(route.area));
  const tabs = family && (
    <>
      <h1 className="visually-hidden">{word(`shell.screens.${route.area}`)}</h1>
      <nav className={styles['family']} aria-label={word(`shell.screens.${family[0]}`)}>
        {family.map(area => (
          <a
            key={area}
            href={hashOf({ area })}
            aria-current={area === route.area ? 'page' : undefined}
            onClick={event => {
              event.preventDefault();
              go({ area });
            }}
          >
            {word(`shell.screens.${area}`)}
          </a>
        ))}
      </nav>
    </>
  );
  return <RecordArea key={route.area} name={route.area as RecordName} route={route} tabs={tabs} />;
}
