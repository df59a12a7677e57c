import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import type { ListSort } from '#renderer/state/lists.ts';
import { clampWidth, type GridColumn } from './column-layout.ts';
import styles from './data-table.module.css';
import { type GridKeys, gridCommand } from './grid-keys.ts';

export type DataTableHandle = {
  /** Puts the keyboard on the grid; with an id, on that row. */
  focus(id?: string): void;
};

type Props = {
  readonly label: string;
  readonly columns: readonly GridColumn<AnyRecord>[];
  readonly total: number;
  readonly rowAt: (index: number) => AnyRecord | undefined;
  readonly rowHeight: number;
  readonly sort?: ListSort | undefined;
  readonly onSort?: (sort: ListSort) => void;
  /** Told which rows are in sight, so that their windows load. */
  readonly onRange: (range: { readonly first: number; readonly last: number }) => void;
  readonly onOpen: (row: AnyRecord) => void;
  /** The record that is open beside the list. */
  readonly openId?: string | undefined;
  readonly selection?: GridSelection;
  readonly onColumnWidth?: (key: string, width: number) => void;
  readonly onCopy?: (ids: readonly string[]) => void;
  /** Rows shown answer an earlier question. */
  readonly faded?: boolean;
  readonly handle?: React.Ref<DataTableHandle>;
  /** Grows with its rows instead of scrolling, up to this many. */
  readonly rowsAtMost?: number;
};

export type GridSelection = {
  readonly ids: ReadonlySet<string>;
  readonly set: (ids: ReadonlySet<string>) => void;
  /** Selects every row that matches, loaded or not. */
  readonly all: () => void;
};

const checkWidth = 36;

/** The one grid of the application: rows come in windows, the keyboard reaches everything. */
export function DataTable(props: Props) {
  const { columns, total, rowAt, rowHeight, sort, onSort, onRange, onOpen, openId, selection, handle } = props;
  const { t } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const [focused, setFocused] = useState(false);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const items = rows.getVirtualItems();
  const first = items.at(0)?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange({ first, last }), [onRange, first, last]);
  useEffect(() => rows.measure(), [rows, rowHeight]);
  useEffect(() => {
    if (active >= total && total > 0) setActive(total - 1);
  }, [active, total]);

  const indexOf = (id: string): number => {
    for (let index = Math.max(0, first - 200); index <= last + 200; index += 1) {
      if (rowAt(index)?.id === id) return index;
    }
    return -1;
  };
  useImperativeHandle(handle, () => ({
    focus: id => {
      const index = id === undefined ? -1 : indexOf(id);
      if (index >= 0) moveTo(index);
      scroller.current?.focus({ preventScroll: true });
    },
  }));

  const moveTo = (index: number): void => {
    const next = Math.min(Math.max(index, 0), Math.max(total - 1, 0));
    setActive(next);
    rows.scrollToIndex(next, { align: 'auto' });
  };

  const select = (change: (ids: Set<string>) => void): void => {
    if (!selection) return;
    const ids = new Set(selection.ids);
    change(ids);
    selection.set(ids);
  };
  const toggle = (index: number): void => {
    const id = rowAt(index)?.id;
    anchor.current = index;
    if (id) select(ids => (ids.has(id) ? ids.delete(id) : ids.add(id)));
  };
  const selectTo = (index: number): void =>
    select(ids => {
      const [from, to] = index < anchor.current ? [index, anchor.current] : [anchor.current, index];
      for (let place = from; place <= to; place += 1) {
        const id = rowAt(place)?.id;
        if (id) ids.add(id);
      }
    });

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== scroller.current) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const keys: GridKeys = { active, total, page };
    const command = gridCommand(event, keys);
    if (!command) return;
    if (command.kind === 'copy') {
      if (!props.onCopy || String(window.getSelection() ?? '') !== '') return;
      const chosen = selection && selection.ids.size > 0 ? [...selection.ids] : [rowAt(active)?.id];
      props.onCopy(chosen.filter(id => id !== undefined));
    } else if (command.kind === 'move') {
      if (command.extend) {
        if (selection?.ids.size === 0) anchor.current = active;
        selectTo(command.to);
      }
      moveTo(command.to);
    } else if (command.kind === 'open') {
      const row = rowAt(active);
      if (row) onOpen(row);
    } else if (command.kind === 'toggle') toggle(active);
    else if (command.kind === 'all') selection?.all();
    else if (selection && selection.ids.size > 0) selection.set(new Set());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const growing = Math.max(
    0,
    columns.findIndex(column => column.grow),
  );
  const widths = columns
    .map((column, index) => (index === growing ? `minmax(${column.width}px, 1fr)` : `${column.width}px`))
    .join(' ');
  const sum = columns.reduce((total, column) => total + column.width, selection ? checkWidth + 8 : 8);
  const template = `${selection ? `${checkWidth}px ` : ''}${widths} 8px`;
  const height = props.rowsAtMost ? Math.min(total, props.rowsAtMost) * rowHeight + rowHeight + 2 : undefined;
  const offset = selection ? 2 : 1;
  const allSelected = selection !== undefined && total > 0 && selection.ids.size >= total;

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + offset - 1}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={total > 0 && rowAt(active) ? rowId(rowAt(active)) : undefined}
      tabIndex={0}
      className={styles['grid']}
      style={
        {
          '--columns': template,
          '--row-height': `${rowHeight}px`,
          '--total': `${sum}px`,
          height,
        } as React.CSSProperties
      }
      data-faded={props.faded || undefined}
      onKeyDown={onKeyDown}
      onFocus={event => setFocused(event.target === scroller.current)}
      onBlur={() => setFocused(false)}
    >
      <div role="rowgroup" className={styles['head']}>
        <div role="row" aria-rowindex={1} className={styles['row']}>
          {selection && (
            <div role="columnheader" aria-colindex={1} className={styles['check']}>
              <Checkbox
                size="xs"
                tabIndex={-1}
                aria-label={t('records.selected', { count: selection.ids.size })}
                checked={allSelected}
                indeterminate={!allSelected && selection.ids.size > 0}
                onChange={() => (selection.ids.size > 0 ? selection.set(new Set()) : selection.all())}
              />
            </div>
          )}
          {columns.map((column, index) => (
            <HeaderCell
              key={column.key}
              column={column}
              index={index + offset}
              sort={sort}
              onSort={onSort}
              onWidth={props.onColumnWidth}
            />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']} style={{ height: rows.getTotalSize() }}>
        {items.map(item => {
          const row = rowAt(item.index);
          const selected = row !== undefined && selection?.ids.has(row.id);
          return (
            <div
              key={item.key}
              id={rowId(row)}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selection ? Boolean(selected) : undefined}
              className={styles['row']}
              data-active={(focused && item.index === active) || undefined}
              data-open={(row !== undefined && row.id === openId) || undefined}
              data-selected={selected || undefined}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={event => {
                scroller.current?.focus({ preventScroll: true });
                setActive(item.index);
                if (event.shiftKey && selection) selectTo(item.index);
                else if (event.ctrlKey || event.metaKey) toggle(item.index);
                else if (row && String(window.getSelection() ?? '') === '') onOpen(row);
              }}
              onKeyDown={undefined}
            >
              {selection && (
                // biome-ignore lint: the grid handles the keyboard for all of its cells
                <div
                  role="gridcell"
                  aria-colindex={1}
                  className={styles['check']}
                  onClick={event => {
                    event.stopPropagation();
                    setActive(item.index);
                    if (event.shiftKey) selectTo(item.index);
                    else toggle(item.index);
                    scroller.current?.focus({ preventScroll: true });
                  }}
                >
                  <span className={styles['box']} data-checked={selected || undefined} aria-hidden="true" />
                </div>
              )}
              {columns.map((column, index) => (
                <div
                  key={column.key}
                  role="gridcell"
                  aria-colindex={index + offset}
                  className={styles['cell']}
                  data-align={column.align}
                  data-main={index === 0 || undefined}
                >
                  {row ? cellOf(column, row) : <span className={styles['waiting']} />}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const rowId = (row: AnyRecord | undefined): string | undefined => (row ? `row-${row.id}` : undefined);

function cellOf(column: GridColumn<AnyRecord>, row: AnyRecord): ReactNode {
  return column.render ? column.render(row) : column.text(row);
}

type HeaderProps = {
  readonly column: GridColumn<AnyRecord>;
  readonly index: number;
  readonly sort: ListSort | undefined;
  readonly onSort: ((sort: ListSort) => void) | undefined;
  readonly onWidth: ((key: string, width: number) => void) | undefined;
};

function HeaderCell({ column, index, sort, onSort, onWidth }: HeaderProps) {
  const sortable = column.sortable !== false && onSort !== undefined;
  const direction = sort?.field === column.key ? sort.direction : undefined;
  const arrow =
    direction === 'desc' ? (
      <IconArrowDown className={styles['arrow']} size={14} />
    ) : (
      <IconArrowUp className={styles['arrow']} size={14} />
    );
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      aria-sort={direction === undefined ? undefined : direction === 'asc' ? 'ascending' : 'descending'}
      className={styles['header']}
      data-align={column.align}
    >
      {sortable ? (
        <button
          type="button"
          className={styles['sort']}
          onClick={() => onSort({ field: column.key, direction: direction === 'asc' ? 'desc' : 'asc' })}
        >
          <span className={styles['label']}>{column.label}</span>
          {direction && arrow}
        </button>
      ) : (
        <span className={styles['label']}>{column.label}</span>
      )}
      {onWidth && (
        <span
          className={styles['grip']}
          aria-hidden="true"
          onPointerDown={event => {
            event.preventDefault();
            const start = event.clientX;
            const target = event.currentTarget;
            target.setPointerCapture(event.pointerId);
            const move = (moved: PointerEvent): void =>
              onWidth(column.key, clampWidth(column.width + moved.clientX - start));
            const stop = (): void => {
              target.removeEventListener('pointermove', move);
              target.removeEventListener('pointerup', stop);
            };
            target.addEventListener('pointermove', move);
            target.addEventListener('pointerup', stop);
          }}
        />
      )}
    </div>
  );
}
