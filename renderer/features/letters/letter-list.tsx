import { Button, TextInput } from '@mantine/core';
import { IconMail, IconSearch } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { runCommand } from '#renderer/api/use-command.ts';
import { useSettings } from '#renderer/app/use-settings.ts';
import { emptyList, type ListState, useLists } from '#renderer/state/lists.ts';
import { go, type Route } from '#renderer/state/navigation.ts';
import { showDone } from '#renderer/state/notices.ts';
import { copyText } from '#renderer/ui/clipboard.ts';
import { tableText, visibleColumns, withWidth } from '#renderer/ui/column-layout.ts';
import { DataTable, type DataTableHandle } from '#renderer/ui/data-table.tsx';
import { EmptyState, ErrorNotice, NoMatch, Skeleton } from '#renderer/ui/messages.tsx';
import { useRowWindows } from '#renderer/ui/use-row-windows.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { fetchRows } from '../record-area/fetch-rows.ts';
import { FilterBar } from '../record-area/filter-bar.tsx';
import { gridColumns } from '../record-area/grid-columns.ts';
import { listSelection } from '../record-area/list-selection.ts';
import styles from '../record-area/record-area.module.css';
import { lettersArea } from './letters-area.tsx';
import { PrintLettersButton } from './print-actions.tsx';
import { chosenLines } from './registers.ts';
import { ReprintButtons } from './reprint-buttons.tsx';

type Props = {
  readonly tools: Tools;
  readonly route: Route;
  readonly tabs: ReactNode;
  readonly table: RefObject<DataTableHandle | null>;
  readonly onOpen: (id: string) => void;
  readonly onEscape: () => void;
};

/** The register: newest number first, found by number, student, firm; a selection is printed again or taken back. */
export function LetterList({ tools, route, tabs, table, onOpen, onEscape }: Props) {
  const { t } = tools;
  const state: ListState = useLists(lists => lists.states['letters']) ?? emptyList;
  const layout = useLists(lists => lists.layouts['letters']);
  const { setState, setLayout } = useLists.getState();
  const { density } = useSettings();
  const rowHeight = density === 'compact' ? 32 : 40;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const search = useDeferredValue(state.search);
  const question = useMemo(
    () => ({ search, filter: { ...state.filter, ...route.filter }, sort: state.sort ?? lettersArea.sort }),
    [search, state.filter, state.sort, route.filter],
  );
  const list = useRowWindows('letters', question);
  const columns = useMemo(() => visibleColumns(gridColumns(lettersArea, tools), layout), [tools, layout]);
  const filtered = state.search.trim() !== '' || Object.keys(question.filter).length > 0;
  useEffect(() => setSelected(new Set()), [question]);
  const { total } = list;

  const clear = (): void => {
    setState('letters', { search: '', filter: {} });
    if (route.filter) go({ area: 'letters' });
  };
  const copy = async (ids: readonly string[]): Promise<void> => {
    const rows = await fetchRows('letters', ids, question);
    if (rows && copyText(tableText(columns, rows))) showDone(t('records.copied', { count: rows.length }));
  };
  const takeBack = async (): Promise<void> => {
    const rows = await fetchRows('letters', [...selected], question);
    if (!rows) return;
    const items = rows.map(({ id, revision }) => ({ id, revision }));
    const result = await runCommand('letters.void', { items, void: true });
    if (!result.ok) return;
    setSelected(new Set());
    showDone(t('actions.lettersVoided', { count: items.length }), true);
  };
  const handed = route.filter
    ? {
        title: t('records.filterFrom', { title: route.title ?? '' }),
        onClear: () => go({ area: 'letters', ...(route.id ? { id: route.id } : {}) }),
      }
    : undefined;
  return (
    <section className={styles['list']} aria-label={t('letters.register')}>
      <header className={styles['head']}>
        {tabs}
        <span className={styles['total']} aria-live="polite">
          {total === undefined ? '' : t('records.count', { count: total })}
        </span>
        <span className={styles['space']} />
        <TextInput
          className={styles['search'] ?? ''}
          aria-label={t('records.search')}
          placeholder={t('records.searchPlaceholder')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={state.search}
          data-list-search
          spellCheck={false}
          onChange={event => setState('letters', { search: event.currentTarget.value })}
          onKeyDown={event => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              table.current?.focus();
            } else if (event.key === 'Escape' && state.search !== '') {
              event.preventDefault();
              setState('letters', { search: '' });
            }
          }}
        />
      </header>
      <FilterBar
        area={lettersArea}
        tools={tools}
        filter={state.filter}
        onFilter={filter => setState('letters', { filter })}
        handed={handed}
      />
      {list.problem ? (
        <ErrorNotice problem={list.problem} onRetry={list.refresh} />
      ) : total === undefined ? (
        <Skeleton rows={14} height={rowHeight} />
      ) : total === 0 && filtered && !list.previous ? (
        <NoMatch search={state.search} onClear={clear} />
      ) : total === 0 && !filtered ? (
        <EmptyState
          title={t('letters.empty')}
          help={t('letters.emptyHelp')}
          icon={<IconMail size={32} aria-hidden="true" />}
        >
          <Button onClick={() => go({ area: 'placements' })}>{t('letters.toPlacements')}</Button>
        </EmptyState>
      ) : (
        <div
          role="presentation"
          className={styles['gridHost']}
          onKeyDown={event => {
            if (event.key === 'Escape' && route.id && !event.defaultPrevented) onEscape();
          }}
        >
          <DataTable
            label={t('letters.register')}
            columns={columns}
            total={total}
            rowAt={list.rowAt}
            rowHeight={rowHeight}
            sort={question.sort}
            onSort={sort => setState('letters', { sort })}
            onRange={list.onRange}
            onOpen={row => onOpen(row.id)}
            openId={route.id}
            selection={listSelection('letters', question, selected, setSelected)}
            onColumnWidth={(key, width) => setLayout('letters', withWidth(layout, key, width))}
            onCopy={ids => void copy(ids)}
            faded={list.previous}
            handle={table}
          />
        </div>
      )}
      {selected.size > 0 && (
        <div className={styles['bulk']} role="toolbar" aria-label={t('records.actions')}>
          <span>{t('records.selected', { count: selected.size })}</span>
          <ReprintButtons ids={[...selected]} tools={tools} />
          <PrintLettersButton
            tools={tools}
            kind="letterRegister"
            label={t('letters.printRegister')}
            find={() => chosenLines('letterRegister', [...selected], state.sort)}
          />
          <Button variant="default" onClick={() => void takeBack()}>
            {t('letters.takeBack')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setSelected(new Set())}>
            {t('records.clearSelection')}
          </Button>
        </div>
      )}
    </section>
  );
}
