import { Button, TextInput } from '@mantine/core';
import { IconLayoutRows, IconPlus, IconSearch } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import type { ScreenProps } from '#renderer/app/screens.tsx';
import { openCreate } from '#renderer/state/dialogs.ts';
import { emptyList, useLists } from '#renderer/state/lists.ts';
import { go, type Route, useNavigation } from '#renderer/state/navigation.ts';
import { EmptyState, ErrorNotice, NoMatch, Skeleton } from '#renderer/ui/messages.tsx';
import { FilterBar } from '../record-area/filter-bar.tsx';
import { PanelSplit } from '../record-area/panel-split.tsx';
import areaStyles from '../record-area/record-area.module.css';
import { RecordPanel } from '../record-area/record-panel.tsx';
import { FamilyTabs } from '../record-area/record-screen.tsx';
import { useTools } from '../record-area/tools.ts';
import { RequestBoard } from './request-board.tsx';
import { requestsArea } from './requests-area.tsx';

const first = 30;
const more = 100;

/** The requests of the list as cards in columns by state; search and filters are those of the list. */
export function BoardScreen({ route }: ScreenProps) {
  const tools = useTools();
  const { t, word } = tools;
  const host = useRef<HTMLElement>(null);
  const state = useLists(lists => lists.states['requests']) ?? emptyList;
  const { setState } = useLists.getState();
  const [lanes, setLanes] = useState(false);
  const [most, setMost] = useState(first);
  const search = useDeferredValue(state.search);
  const request = useMemo(
    () => ({ search, filter: { ...state.filter, ...route.filter }, lanes, most }),
    [search, state.filter, route.filter, lanes, most],
  );
  const board = useQuery('requests.board', request);
  const filtered = state.search.trim() !== '' || Object.keys(request.filter).length > 0;
  const open = (id: string): void => go({ ...withoutRecord(route), id });
  const create = (): void => openCreate({ name: 'requests', values: {}, onCreated: open });
  const clear = (): void => {
    setState('requests', { search: '', filter: {} });
    if (route.filter) go({ area: 'board' });
  };
  const close = useCallback((): void => {
    const { route: present, go: leave } = useNavigation.getState();
    const { id } = present;
    leave(withoutRecord(present));
    window.setTimeout(() => host.current?.querySelector<HTMLElement>(`[data-card="${id ?? ''}"]`)?.focus(), 0);
  }, []);
  const list = (
    <section ref={host} className={areaStyles['list']} aria-label={word('shell.screens.board')}>
      <header className={areaStyles['head']}>
        <FamilyTabs current="board" />
        <span className={areaStyles['total']} aria-live="polite">
          {board.data && t('records.count', { count: board.data.total })}
        </span>
        <div className={areaStyles['controls']}>
          <Button
            variant={lanes ? 'light' : 'default'}
            aria-pressed={lanes}
            leftSection={<IconLayoutRows size={16} aria-hidden="true" />}
            onClick={() => setLanes(!lanes)}
          >
            {t('curriculum.lanes')}
          </Button>
          <Button className={areaStyles['create'] ?? ''} aria-label={word('areas.requests.create')} onClick={create}>
            <IconPlus size={16} aria-hidden="true" />
            <span className={areaStyles['createWord']}>{word('areas.requests.create')}</span>
          </Button>
        </div>
      </header>
      <div className={areaStyles['narrowing']}>
        <TextInput
          className={areaStyles['search'] ?? ''}
          aria-label={t('records.search')}
          placeholder={t('records.searchPlaceholder')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={state.search}
          data-list-search
          spellCheck={false}
          onChange={event => setState('requests', { search: event.currentTarget.value })}
        />
        <FilterBar
          area={requestsArea}
          tools={tools}
          filter={state.filter}
          onFilter={filter => setState('requests', { filter })}
          handed={
            route.filter
              ? { title: t('records.filterFrom', { title: route.title ?? '' }), onClear: () => go({ area: 'board' }) }
              : undefined
          }
        />
      </div>
      {board.problem ? (
        <ErrorNotice problem={board.problem} onRetry={board.refresh} />
      ) : !board.data ? (
        <Skeleton rows={8} />
      ) : board.data.total === 0 && filtered ? (
        <NoMatch search={state.search} onClear={clear} />
      ) : board.data.total === 0 ? (
        <EmptyState title={word('areas.requests.empty')} help={word('areas.requests.emptyHelp')}>
          <Button onClick={create}>{word('areas.requests.create')}</Button>
          <Button variant="subtle" onClick={() => go({ area: 'help', tab: 'curriculum' })}>
            {t('shell.screens.help')}
          </Button>
        </EmptyState>
      ) : (
        <RequestBoard
          board={board.data}
          grouped={lanes}
          tools={tools}
          openId={route.id}
          onOpen={open}
          onMore={most < 500 ? () => setMost(Math.min(500, most + more)) : null}
        />
      )}
    </section>
  );
  const { id } = route;
  const panel = id && (
    <div
      role="presentation"
      className={areaStyles['panelHost']}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <RecordPanel
        area={requestsArea}
        id={id}
        tools={tools}
        tab={route.tab ?? 'facts'}
        full={route.full === true}
        onTab={tab => useNavigation.getState().replace({ ...route, tab })}
        onFull={() => useNavigation.getState().replace(route.full ? withoutFull(route) : { ...route, full: true })}
        onClose={close}
        onOpen={open}
      />
    </div>
  );
  return <PanelSplit list={list} panel={panel || null} full={route.full === true} label={t('records.resize')} />;
}

function withoutRecord({ id: _id, tab: _tab, full: _full, ...rest }: Route): Route {
  return rest;
}

function withoutFull({ full: _full, ...rest }: Route): Route {
  return rest;
}
