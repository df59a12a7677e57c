import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import type { AnyRecord, RecordName } from '#renderer/api/records.ts';
import { useSettings } from '#renderer/app/use-settings.ts';
import { chapterOfScreen } from '#renderer/features/help/chapters.ts';
import { openCreate } from '#renderer/state/dialogs.ts';
import { emptyList, type ListState, useLists } from '#renderer/state/lists.ts';
import { go, type Route } from '#renderer/state/navigation.ts';
import { showDone } from '#renderer/state/notices.ts';
import { copyText } from '#renderer/ui/clipboard.ts';
import { tableText, visibleColumns, withWidth } from '#renderer/ui/column-layout.ts';
import { DataTable, type DataTableHandle } from '#renderer/ui/data-table.tsx';
import { EmptyState, ErrorNotice, NoMatch, Skeleton } from '#renderer/ui/messages.tsx';
import { useRowWindows } from '#renderer/ui/use-row-windows.ts';
import { attachFiles } from '../attachments/attach.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import type { AreaDescriptor, Tools, Values } from './descriptor.ts';
import { ExportMenu } from './export-menu.tsx';
import { fetchRows } from './fetch-rows.ts';
import { FilterBar } from './filter-bar.tsx';
import { gridColumns } from './grid-columns.ts';
import { listSelection } from './list-selection.ts';
import { AreaTools } from './record-actions.tsx';
import styles from './record-area.module.css';
import { rowGroups, withFold } from './row-groups.ts';
import { useGridCells } from './use-grid-cells.tsx';
import { useListPlace } from './use-list-place.ts';
import { useRowActions } from './use-row-actions.tsx';
import { ViewsMenu } from './views-menu.tsx';

type Props = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly route: Route;
  readonly tabs: React.ReactNode;
  readonly onOpen: (id: string) => void;
  readonly onEscape: () => void;
  readonly table: React.RefObject<DataTableHandle | null>;
};

/** The list of a record area: what is looked for, the grid, and what can be done with the rows selected. */
export function RecordList({ area, tools, route, tabs, onOpen, onEscape, table }: Props) {
  const { t, word } = tools;
  const { name } = area;
  const state: ListState = useLists(lists => lists.states[name]) ?? emptyList;
  const layout = useLists(lists => lists.layouts[name]);
  const { setState, setLayout } = useLists.getState();
  const { density } = useSettings();
  const rowHeight = density === 'compact' ? 32 : 40;
  const search = useDeferredValue(state.search);
  const question = useMemo(
    () => ({
      search,
      filter: { ...state.filter, ...route.filter },
      sort: state.sort ?? area.sort,
      group: state.group,
    }),
    [search, state.filter, state.sort, state.group, route.filter, area],
  );
  const key = JSON.stringify([question.search, question.filter, question.sort, question.group]);
  const { place, selected, setSelected, leave } = useListPlace(name, key);
  const list = useRowWindows(name, question);
  const all = useMemo(() => gridColumns(area, tools), [area, tools]);
  const columns = useMemo(() => visibleColumns(all, layout), [all, layout]);
  const { total, groups: found } = list;
  const groups = useMemo(
    () => found && rowGroups(area, tools, { group: state.group, folds: state.folds }, found, total ?? 0),
    [area, tools, state.group, state.folds, found, total],
  );
  const filtered = state.search.trim() !== '' || Object.keys(question.filter).length > 0;

  const clear = (): void => {
    setState(name, { search: '', filter: {} });
    if (route.filter) go({ area: route.area });
  };
  const copy = async (ids: readonly string[]): Promise<void> => {
    const rows = await fetchRows(name, ids, question);
    if (rows && copyText(tableText(columns, rows))) showDone(t('records.copied', { count: rows.length }));
  };
  const create = (): void => openCreate({ name, values: knownValues(route.filter), onCreated: onOpen });
  const focus = (): void => table.current?.focus();
  const rowActions = useRowActions({
    area,
    tools,
    question,
    selected,
    onSelect: setSelected,
    onCreate: create,
    onOpen,
    onCopy: ids => void copy(ids),
    onRemoved: ids => {
      if (route.id && ids.includes(route.id)) onEscape();
      else window.setTimeout(focus, 0);
    },
    onFocus: focus,
  });
  const { cells, dialog } = useGridCells({ area, tools, question, columns, selected, onFocus: focus });
  const handed = route.filter
    ? {
        title:
          route.from === 'report'
            ? t('records.filterFromReport', { title: route.title ?? '' })
            : t('records.filterFrom', { title: route.title ?? '' }),
        onClear: () => go({ area: route.area, ...(route.id ? { id: route.id } : {}) }),
      }
    : undefined;
  return (
    <section className={styles['list']} aria-label={word(`shell.screens.${name}`)}>
      <header className={styles['head']}>
        {tabs ?? <h1>{word(`shell.screens.${name}`)}</h1>}
        <span className={styles['total']} aria-live="polite">
          {total === undefined ? '' : t('records.count', { count: total })}
        </span>
        <div className={styles['controls']}>
          <span className={styles['tools']}>
            <AreaTools area={area} tools={tools} />
          </span>
          <ViewsMenu name={name} tools={tools} handed={route.filter !== undefined} />
          <ExportMenu
            area={area}
            tools={tools}
            handed={handed?.title}
            columns={columns}
            question={question}
            total={total}
            selected={selected}
          />
          <ColumnChooser columns={all} area={area} tools={tools} />
          <Button className={styles['create'] ?? ''} aria-label={word(`areas.${name}.create`)} onClick={create}>
            <IconPlus size={16} aria-hidden="true" />
            <span className={styles['createWord']}>{word(`areas.${name}.create`)}</span>
          </Button>
        </div>
      </header>
      <div className={styles['narrowing']}>
        <TextInput
          className={styles['search'] ?? ''}
          aria-label={t('records.search')}
          placeholder={t('records.searchPlaceholder')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          rightSection={
            state.search !== '' && (
              <ActionIcon size={22} aria-label={t('records.clear')} onClick={() => setState(name, { search: '' })}>
                <IconX size={14} />
              </ActionIcon>
            )
          }
          value={state.search}
          data-list-search
          spellCheck={false}
          onChange={event => setState(name, { search: event.currentTarget.value })}
          onKeyDown={event => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              table.current?.focus();
            } else if (event.key === 'Escape' && state.search !== '') {
              event.preventDefault();
              setState(name, { search: '' });
            }
          }}
        />
        <FilterBar
          area={area}
          tools={tools}
          filter={state.filter}
          onFilter={filter => setState(name, { filter })}
          handed={handed}
        />
      </div>
      {list.problem ? (
        <ErrorNotice problem={list.problem} onRetry={list.refresh} />
      ) : total === undefined ? (
        <Skeleton rows={14} height={rowHeight} />
      ) : total === 0 && filtered && !list.previous ? (
        <NoMatch search={state.search} onClear={clear} />
      ) : total === 0 && !filtered ? (
        <EmptyState title={word(`areas.${name}.empty`)} help={word(`areas.${name}.emptyHelp`)}>
          <Button onClick={create}>{word(`areas.${name}.create`)}</Button>
          {importable.has(name) && (
            <Button variant="default" onClick={() => go({ area: 'importing' })}>
              {t('areas.importLink')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => go({ area: 'help', tab: chapterOfScreen(route.area) })}>
            {t('shell.openGuide')}
          </Button>
        </EmptyState>
      ) : (
        <div
          className={styles['gridHost']}
          onKeyDown={event => {
            if (event.key === 'Escape' && route.id && !event.defaultPrevented) onEscape();
          }}
        >
          <DataTable
            key={name}
            label={word(`shell.screens.${name}`)}
            columns={columns}
            total={total}
            rowAt={list.rowAt}
            groups={groups}
            onFold={(folded, group) => setState(name, { folds: withFold(state.folds, folded, group) })}
            rowHeight={rowHeight}
            sort={question.sort}
            onSort={sort => setState(name, { sort })}
            onRange={list.onRange}
            onOpen={(row: AnyRecord) => onOpen(row.id)}
            openId={route.id}
            selection={listSelection(name, question, selected, setSelected)}
            onColumnWidth={(key, width) => setLayout(name, withWidth(layout, key, width))}
            onCopy={ids => void copy(ids)}
            cells={cells}
            onRowAction={rowActions.act}
            onRowMenu={rowActions.openMenu}
            onRowFiles={(row, files) => void attachFiles(tools, { entity: area.entity, entityId: row.id }, files)}
            place={place}
            onLeave={leave}
            faded={list.previous}
            handle={table}
          />
        </div>
      )}
      {selected.size > 0 && (
        <BulkBar
          area={area}
          tools={tools}
          selected={selected}
          question={question}
          columns={columns}
          onClear={() => {
            setSelected(new Set());
            window.setTimeout(focus, 0);
          }}
        />
      )}
      {rowActions.menu}
      {dialog}
    </section>
  );
}

/** What a workbook can bring. */
const importable: ReadonlySet<RecordName> = new Set([
  'firms',
  'contacts',
  'agreements',
  'students',
  'placements',
  'requests',
]);

/** Values of the handed filter that a new record can start with. */
function knownValues(filter: Values | undefined): Values {
  const entries = Object.entries(filter ?? {}).filter(
    ([key, value]) => key.endsWith('Id') && typeof value === 'string',
  );
  return Object.fromEntries(entries);
}
