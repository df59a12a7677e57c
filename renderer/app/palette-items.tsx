import {
  IconAdjustments,
  IconArchive,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDatabaseExport,
  IconFlag,
  IconHelpCircle,
  IconLanguage,
  IconMoon,
  IconPlus,
  IconSchoolOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isDictionary, nameOfEntity, type RecordName } from '#renderer/api/records.ts';
import { runCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { chapterOfScreen } from '#renderer/features/help/chapters.ts';
import { settingPlaces } from '#renderer/features/settings/sections.ts';
import { openCreate } from '#renderer/state/dialogs.ts';
import { go, useNavigation } from '#renderer/state/navigation.ts';
import { useRecent } from '#renderer/state/recent.ts';
import { startTour } from '#renderer/state/tour.ts';
import { readableDates } from '#renderer/ui/readable-dates.ts';
import type { Output } from '#shared/contract/index.ts';
import { hasWords } from '#shared/domain/find-words.ts';
import { fold } from '#shared/domain/fold.ts';
import { languageNames, languages } from '#shared/locale/language.ts';
import { type LanguageTools, useLanguage } from './language.tsx';
import { leaveSample } from './leave-sample.ts';
import { availableEntries } from './screens.tsx';
import { stepHistory } from './use-shortcuts.ts';

export type PaletteItem = {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly run: () => void;
};

export type PaletteGroup = { readonly title: string; readonly items: readonly PaletteItem[] };

const creatable: readonly RecordName[] = [
  'firms',
  'contacts',
  'agreements',
  'placements',
  'students',
  'groups',
  'requests',
  'meetings',
  'engagements',
  'promises',
  'visits',
];

const icon = { size: 16, 'aria-hidden': true } as const;

/** What the palette offers for what has been typed, by kind; `loading` while records are still looked for. */
export function usePaletteGroups(query: string): {
  readonly groups: readonly PaletteGroup[];
  readonly loading: boolean;
} {
  const tools = useLanguage();
  const { t } = tools;
  const recent = useRecent(state => state.records);
  const found = useQuery('search.all', query === '' ? null : { text: query, limit: 20 });
  const opened = useQuery('search.named', query === '' && recent.length > 0 ? { records: [...recent] } : null);
  const fits = (item: PaletteItem): boolean =>
    query === '' || hasWords(item.title, query) || fold(item.title).includes(fold(query));
  const screens = screenItems(tools);
  const groups = [
    { title: t('shell.searchRecent'), items: query === '' ? recordItems(tools, opened.data ?? []) : [] },
    { title: t('shell.searchRecords'), items: query === '' ? [] : recordItems(tools, found.data ?? []) },
    { title: t('shell.searchScreens'), items: screens.filter(fits) },
    { title: t('shell.searchActions'), items: useActionItems(tools).filter(fits) },
    { title: t('settings.title'), items: query.length < 2 ? [] : settingItems(tools).filter(fits) },
  ];
  return { groups: groups.filter(group => group.items.length > 0), loading: found.loading };
}

function recordItems({ word, locale }: LanguageTools, hits: Output<'search.all'>): readonly PaletteItem[] {
  return hits.flatMap(hit => {
    const name = nameOfEntity(hit.entity);
    if (name === null || isDictionary(name)) return [];
    const facts = [word(`entities.${hit.entity}`), readableDates(hit.detail, locale)];
    return [
      {
        key: `${hit.entity}-${hit.id}`,
        title: readableDates(hit.title, locale),
        detail: facts.filter(part => part !== '').join(' · '),
        run: () => go({ area: name, id: hit.id }),
      },
    ];
  });
}

const screenItems = ({ word }: LanguageTools): readonly PaletteItem[] =>
  availableEntries()
    .flat()
    .flatMap(({ screen, Icon, covers = [] }) =>
      [screen, ...covers].map(area => ({
        key: area,
        title: word(`shell.screens.${area}`),
        icon: <Icon size={16} aria-hidden="true" />,
        run: () => go({ area }),
      })),
    );

const settingItems = ({ t, word }: LanguageTools): readonly PaletteItem[] =>
  settingPlaces.map(({ section, label, id }) => ({
    key: `setting-${id}`,
    title: word(label),
    detail: t(`settings.${section}`),
    icon: <IconAdjustments {...icon} />,
    run: () => go({ area: 'settings', tab: section, id }),
  }));

function useActionItems({ t, word }: LanguageTools): readonly PaletteItem[] {
  const sample = useQuery('app.status', {}).data?.sample === true;
  const area = useNavigation(state => state.route.area);
  const set = (change: Record<string, string>) => () => void runCommand('settings.update', change);
  return [
    ...creatable.map(name => ({
      key: `create-${name}`,
      title: word(`areas.${name}.create`),
      icon: <IconPlus {...icon} />,
      run: () => openCreate({ name, values: {}, onCreated: id => go({ area: name as 'firms', id }) }),
    })),
    {
      key: 'undo',
      title: t('shell.undo'),
      icon: <IconArrowBackUp {...icon} />,
      run: () => void stepHistory('history.undo'),
    },
    {
      key: 'redo',
      title: t('shell.redo'),
      icon: <IconArrowForwardUp {...icon} />,
      run: () => void stepHistory('history.redo'),
    },
    {
      key: 'backup',
      title: t('system.backupNow'),
      icon: <IconArchive {...icon} />,
      run: () => void runCommand('backup.create', {}),
    },
    {
      key: 'archive',
      title: t('system.saveArchive'),
      icon: <IconDatabaseExport {...icon} />,
      run: () => go({ area: 'settings', tab: 'transfer' }),
    },
    {
      key: 'help-here',
      title: t('shell.helpHere'),
      icon: <IconHelpCircle {...icon} />,
      run: () => go({ area: 'help', tab: chapterOfScreen(area) }),
    },
    { key: 'tour', title: t('tour.start'), icon: <IconFlag {...icon} />, run: startTour },
    ...languages.map(language => ({
      key: `language-${language}`,
      title: `${t('shell.language')}: ${languageNames[language]}`,
      icon: <IconLanguage {...icon} />,
      run: set({ language }),
    })),
    ...(['system', 'light', 'dark'] as const).map(theme => ({
      key: `theme-${theme}`,
      title: `${t('shell.theme')}: ${word(`states.theme.${theme}`)}`,
      icon: <IconMoon {...icon} />,
      run: set({ theme }),
    })),
    ...(sample
      ? [
          {
            key: 'leave-sample',
            title: t('shell.leaveSample'),
            icon: <IconSchoolOff {...icon} />,
            run: () => void leaveSample(t('shell.sampleLeft')),
          },
        ]
      : []),
  ];
}
