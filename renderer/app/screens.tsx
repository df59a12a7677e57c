import {
  IconAdjustments,
  IconBooks,
  IconBuildingFactory2,
  IconCalendar,
  IconChartBar,
  IconFileText,
  IconHelpCircle,
  IconHistory,
  IconMail,
  IconRoute,
  IconSchool,
  IconSunHigh,
  IconTableImport,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Route, ScreenName } from '#renderer/state/navigation.ts';

export type ScreenProps = { readonly route: Route };
type Screen = LazyExoticComponent<ComponentType<ScreenProps>>;

const loadRecords = () => import('../features/record-area/records.ts');

const loadToday = () => import('../features/tasks/today-screen.tsx');
const loadCalendar = () => Promise.all([import('../features/calendar/calendar-screen.tsx'), loadRecords()]);

const records: Screen = lazy(async () => ({ default: (await loadRecords()).RecordScreen }));

/** Fetches the screens a window may open on. */
export const firstScreens = { today: loadToday, calendar: loadCalendar, firms: loadRecords } as const;

/** Screens that are there from the first frame on load with their area; the others when they are opened. */
export const screens: Readonly<Partial<Record<ScreenName, Screen>>> = {
  today: lazy(async () => ({ default: (await loadToday()).TodayScreen })),
  firms: records,
  agreements: records,
  placements: records,
  visits: records,
  evaluations: records,
  students: records,
  groups: records,
  specialties: records,
  qualifications: records,
  contacts: records,
  sites: records,
  requests: records,
  meetings: records,
  councils: records,
  councilMembers: records,
  engagements: records,
  milestones: records,
  promises: records,
  challenges: records,
  board: lazy(async () => {
    const [{ BoardScreen }] = await Promise.all([import('../features/curriculum/board-screen.tsx'), loadRecords()]);
    return { default: BoardScreen };
  }),
  calendar: lazy(async () => {
    const [{ CalendarScreen }] = await loadCalendar();
    return { default: CalendarScreen };
  }),
  placeGroup: lazy(async () => ({
    default: (await import('../features/placements/group/place-group-screen.tsx')).PlaceGroupScreen,
  })),
  practiceSheet: lazy(async () => ({
    default: (await import('../features/monitoring/practice-sheet-screen.tsx')).PracticeSheetScreen,
  })),
  importing: lazy(async () => ({ default: (await import('../features/importing/import-screen.tsx')).ImportScreen })),
  letters: lazy(async () => ({ default: (await import('../features/letters/letters-screen.tsx')).LettersScreen })),
  reports: lazy(async () => ({ default: (await import('../features/reports/reports-screen.tsx')).ReportsScreen })),
  history: lazy(async () => ({ default: (await import('../features/history/history-screen.tsx')).HistoryScreen })),
  settings: lazy(async () => ({ default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen })),
  help: lazy(async () => ({ default: (await import('../features/help/help-screen.tsx')).HelpScreen })),
};

export type NavigationEntry = {
  readonly screen: ScreenName;
  readonly Icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean | 'true' }>;
  /** Screens that belong to this entry, besides its own. */
  readonly covers?: readonly ScreenName[];
};

/** The left navigation, in its order; Ctrl+1 … Ctrl+9 open the first nine. */
export const navigation: readonly (readonly NavigationEntry[])[] = [
  [
    { screen: 'today', Icon: IconSunHigh },
    { screen: 'firms', Icon: IconBuildingFactory2, covers: ['contacts', 'sites'] },
    { screen: 'agreements', Icon: IconFileText },
    { screen: 'placements', Icon: IconRoute, covers: ['placeGroup', 'visits', 'evaluations', 'practiceSheet'] },
    { screen: 'students', Icon: IconSchool, covers: ['groups', 'specialties', 'qualifications'] },
    { screen: 'requests', Icon: IconBooks, covers: ['board', 'meetings', 'councils', 'councilMembers'] },
    { screen: 'engagements', Icon: IconUsersGroup, covers: ['milestones', 'promises', 'challenges'] },
    { screen: 'calendar', Icon: IconCalendar },
    { screen: 'letters', Icon: IconMail },
    { screen: 'reports', Icon: IconChartBar },
  ],
  [
    { screen: 'importing', Icon: IconTableImport },
    { screen: 'history', Icon: IconHistory },
    { screen: 'settings', Icon: IconAdjustments },
    { screen: 'help', Icon: IconHelpCircle },
  ],
];

/** Entries whose screens exist. */
export const availableEntries = (): readonly (readonly NavigationEntry[])[] =>
  navigation.map(group => group.filter(entry => screens[entry.screen] !== undefined));
