import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconHelp,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSearch,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { chapterOfScreen } from '#renderer/features/help/chapters.ts';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { useLists } from '#renderer/state/lists.ts';
import { go, hashOf, routeOf, startsAnew, useNavigation } from '#renderer/state/navigation.ts';
import { useTour } from '#renderer/state/tour.ts';
import { NoticeStack, Skeleton } from '#renderer/ui/messages.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { useLanguage } from './language.tsx';
import { availableEntries, type NavigationEntry, screens } from './screens.tsx';
import styles from './shell.module.css';
import { StatusLine } from './status-line.tsx';
import { useMenuActions } from './use-menu-actions.ts';
import { useSettings } from './use-settings.ts';
import { useShortcuts } from './use-shortcuts.ts';

const loadPalette = () => import('./palette.tsx');
const loadDialogs = () => import('../features/record-area/create-dialog.tsx');
const ShortcutDialog = lazy(async () => ({ default: (await import('./shortcut-dialog.tsx')).ShortcutDialog }));
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const Tour = lazy(async () => ({ default: (await import('./tour.tsx')).Tour }));
const CreateDialogs = lazy(async () => ({ default: (await loadDialogs()).CreateDialogs }));

/** Milliseconds the first screen has to itself, to be read and painted. */
const firstScreenAlone = 1000;

/** Fetches what the first key press may open, once the first screen is there. */
function useWarmUp(ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    const timer = window.setTimeout(() => void Promise.all([loadPalette(), loadDialogs()]), firstScreenAlone);
    return () => window.clearTimeout(timer);
  }, [ready]);
}

/** A window without an address starts where the officer wants it to; true once it stands there. */
function useOpening(ready: boolean, openOn: 'today' | 'calendar' | 'firms'): boolean {
  const [opened, setOpened] = useState(!startsAnew);
  useEffect(() => {
    if (!ready || opened) return;
    if (routeOf(window.location.hash) === null) useNavigation.getState().replace({ area: openOn });
    setOpened(true);
  }, [ready, opened, openOn]);
  return opened;
}

/** The window: navigation on the left, the screen in the middle, the state of the data below. */
export function Shell({ ready }: { readonly ready: boolean }) {
  const { t } = useLanguage();
  const settings = useSettings();
  const route = useNavigation(state => state.route);
  const palette = useDialogs(state => state.palette);
  const keys = useDialogs(state => state.keys);
  const creating = useDialogs(state => state.creating.length > 0);
  const touring = useTour(state => state.step !== null);
  useShortcuts();
  useMenuActions();
  useKeptFocus();
  useWarmUp(ready);
  const opened = useOpening(ready, settings.openOn ?? 'today');
  const Screen = screens[route.area];
  useEffect(() => {
    if (ready && !Screen) go({ area: 'firms' });
  }, [ready, Screen]);
  const { language, collegeRu, collegeKk, collegeEn } = settings;
  const college = { ru: collegeRu, kk: collegeKk, en: collegeEn }[language] || collegeRu || collegeKk;
  return (
    <div className={styles['shell']} data-record={route.id !== undefined || undefined}>
      <a className={styles['skip']} href="#content" onClick={focusContent}>
        {t('shell.skip')}
      </a>
      <TopBar college={college ?? ''} />
      <div className={styles['middle']}>
        <Navigation />
        <main id="content" className={styles['content']} tabIndex={-1}>
          <ErrorBoundary key={route.area}>
            <Suspense fallback={<Skeleton rows={14} />}>
              {ready && opened && Screen && <Screen route={route} />}
            </Suspense>
          </ErrorBoundary>
          {/* The kit puts menus, lists and dialogs here, so that they belong to the page's main part. */}
          <div className={styles['overlays']} data-portal="true" data-mantine-shared-portal-node="true" />
        </main>
      </div>
      <StatusLine />
      <Suspense fallback={null}>
        {palette && <Palette />}
        {keys && <ShortcutDialog />}
        {creating && <CreateDialogs />}
        {touring && ready && <Tour />}
      </Suspense>
      <NoticeStack />
    </div>
  );
}

function focusContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function TopBar({ college }: { readonly college: string }) {
  const { t } = useLanguage();
  const past = useNavigation(state => state.past.length);
  const future = useNavigation(state => state.future.length);
  const { back, forward } = useNavigation.getState();
  const area = useNavigation(state => state.route.area);
  const { setPalette } = useDialogs.getState();
  return (
    <header className={styles['top']}>
      <div className={styles['college']} title={college}>
        {college || t('shell.collegeUnnamed')}
      </div>
      <div className={styles['steps']}>
        <Tooltip label={`${t('shell.back')} (Alt+←)`}>
          <ActionIcon aria-label={t('shell.back')} data-disabled={past === 0} aria-disabled={past === 0} onClick={back}>
            <IconChevronLeft size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`${t('shell.forward')} (Alt+→)`}>
          <ActionIcon
            aria-label={t('shell.forward')}
            data-disabled={future === 0}
            aria-disabled={future === 0}
            onClick={forward}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
      <button type="button" data-tour="search" className={styles['search']} onClick={() => setPalette(true)}>
        <IconSearch size={16} aria-hidden="true" />
        <span>{t('shell.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Tooltip label={t('shell.helpHere')}>
        <ActionIcon
          data-tour="help"
          aria-label={t('shell.helpHere')}
          onClick={() => go({ area: 'help', tab: chapterOfScreen(area) })}
        >
          <IconHelp size={18} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

function Navigation() {
  const { t } = useLanguage();
  const collapsed = useLists(state => state.navigationCollapsed);
  const { toggleNavigation } = useLists.getState();
  const groups = availableEntries();
  const places = groups.flat().map(entry => entry.screen);
  return (
    <nav
      data-pane
      data-tour="navigation"
      className={styles['navigation']}
      aria-label={t('shell.navigation')}
      data-collapsed={collapsed || undefined}
    >
      {groups.map(group => (
        <ul key={group[0]?.screen}>
          {group.map(entry => (
            <NavigationLink
              key={entry.screen}
              entry={entry}
              collapsed={collapsed}
              place={places.indexOf(entry.screen) + 1}
            />
          ))}
        </ul>
      ))}
      <span className={styles['space']} />
      <Tooltip label={collapsed ? t('shell.expand') : t('shell.collapse')} position="right">
        <ActionIcon
          className={styles['collapse'] ?? ''}
          aria-label={collapsed ? t('shell.expand') : t('shell.collapse')}
          onClick={toggleNavigation}
        >
          {collapsed ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
        </ActionIcon>
      </Tooltip>
    </nav>
  );
}

type LinkProps = { readonly entry: NavigationEntry; readonly collapsed: boolean; readonly place: number };

function NavigationLink({ entry, collapsed, place }: LinkProps) {
  const { word } = useLanguage();
  const area = useNavigation(state => state.route.area);
  const { screen, Icon, covers = [] } = entry;
  const here = area === screen || covers.includes(area);
  const label = word(`shell.screens.${screen}`);
  return (
    <li>
      <Tooltip
        label={place <= 9 ? `${label} (Ctrl+${place})` : label}
        position="right"
        disabled={!collapsed && place > 9}
      >
        <a
          href={hashOf({ area: screen })}
          aria-current={here ? 'page' : undefined}
          onClick={event => {
            event.preventDefault();
            go({ area: screen });
          }}
        >
          <Icon size={18} aria-hidden="true" />
          <span className={styles['label']}>{label}</span>
        </a>
      </Tooltip>
    </li>
  );
}
