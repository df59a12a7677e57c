import type { RecordName } from '#renderer/api/records.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import type { ScreenProps } from '#renderer/app/screens.tsx';
import type { ScreenName } from '#renderer/state/navigation.ts';
import { ViewTabs } from '#renderer/ui/view-tabs.tsx';
import { RecordArea } from './record-area.tsx';

/** Areas that share one entry of the navigation. */
const families: readonly (readonly ScreenName[])[] = [
  ['firms', 'contacts', 'sites'],
  ['placements', 'visits', 'evaluations'],
  ['students', 'groups', 'specialties', 'qualifications'],
  ['requests', 'board', 'meetings', 'councils', 'councilMembers'],
  ['engagements', 'promises', 'challenges'],
];

/** Tabs to the areas beside one; nothing where it has none. */
export function FamilyTabs({ current }: { readonly current: ScreenName }) {
  const { word } = useLanguage();
  const family = families.find(names => names.includes(current));
  if (!family) return null;
  return (
    <>
      <h1 className="visually-hidden">{word(`shell.screens.${current}`)}</h1>
      <ViewTabs
        label={word(`shell.screens.${family[0]}`)}
        tabs={family.map(area => ({
          title: word(`shell.screens.${area}`),
          route: { area },
          current: area === current,
        }))}
      />
    </>
  );
}

/** The screen of any record area, with tabs to the areas beside it. */
export function RecordScreen({ route }: ScreenProps) {
  const inFamily = families.some(names => names.includes(route.area));
  const tabs = inFamily && <FamilyTabs current={route.area} />;
  return <RecordArea key={route.area} name={route.area as RecordName} route={route} tabs={tabs || undefined} />;
}
