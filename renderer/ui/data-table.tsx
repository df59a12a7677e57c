import { Checkbox } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { clampWidth, widthStep } from './column-layout.ts';
import styles from './data-table.module.css';
import { HeaderCell } from './data-table-header.tsx';
import { cellId, GridHeading, GridRow, rowId } from './data-table-row.tsx';
import type { CellRange, GridProps } from './data-table-types.ts';
import { gridCommand } from './grid-keys.ts';
import { gridSlots } from './row-groups.ts';

export type { DataTableHandle, EditorProps, GridPlace, RowAction } from './data-table-types.ts';

const checkWidth = 36;

/** The one grid of the application: rows come in windows, the keyboard reaches everything. */
export function DataTable(props: GridProps) {
  const { columns, total, rowAt, rowHeight, sort, onSort, onRange, onOpen, openId, selection, handle } = props;
  const { t } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(props.place?.active ?? 0);
  const anchor = useRef(0);
  const [focused, setFocused] = useState(false);
  /** The columns the keyboard stands on, where it has gone into cells: first the one it moved to. */
  const [cell, setCell] = useState<CellRange | null>(null);
  const [editing, setEditing] = useState<{ id: string; index: number; column: string; typed: string | null } | null>(
    null,
  );
  const slots = useMemo(() => gridSlots(total, props.groups), [total, props.groups]);
  const rows = useVirtualizer({
    count: slots.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: rowHeight,
    initialOffset: props.place?.top ?? 0,
    // A row that is typed into stays, wherever the list is scrolled to.
    rangeExtractor: range => {
      const places = defaultRangeExtractor(range);
      const edited = editing === null ? undefined : slots.of(editing.index);
      return edited === undefined || places.includes(edited) ? places : [...places, edited];
    },
  });
  const items = rows.getVirtualItems().map(item => ({ ...slots.at(item.index), key: item.key, start: item.start }));
  const inSight = items.filter(item => item.index !== editing?.index || items.length === 1);
  const first = inSight.at(0)?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => onRange({ first, last }), [onRange, first, last]);
  useEffect(() => rows.measure(), [rows, rowHeight]);
  useEffect(() => {
    if (active >= total && total > 0) setActive(total - 1);
  }, [active, total]);

  const editNow = useRef<typeof edit>(() => undefined);
  const editCell = useCallback((index: number, at: number) => editNow.current(index, at, null), []);

  const left = useRef({ active, rows, onLeave: props.onLeave });
  left.current = { active, rows, onLeave: props.onLeave };
  const opened = useRef(props.place?.top ?? 0);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = opened.current;
    return () => {
      const { active: on, rows: shown, onLeave } = left.current;
      onLeave?.({ top: shown.scrollOffset ?? 0, active: on });
    };
  }, []);

  const paste = (event: ClipboardEvent): void => {
    if (document.activeElement !== scroller.current || !cell || !props.cells) return;
    event.preventDefault();
    const keys = columns.slice(Math.min(cell.at, cell.from)).map(column => column.key);
    props.cells.onPaste(active, keys, event.clipboardData?.getData('text/plain') ?? '');
  };
  const pasted = useRef(paste);
  pasted.current = paste;
  useEffect(() => {
    // A grid is no text field: the page sends the event to wherever the last selection of text lies.
    const onPaste = (event: ClipboardEvent): void => pasted.current(event);
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);

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
    beside: (id, by) => {
      const index = indexOf(id);
      if (index < 0) return undefined;
      if (rowAt(index + by)) moveTo(index + by);
      return rowAt(index + by);
    },
  }));

  const moveTo = (index: number): void => {
    const next = Math.min(Math.max(index, 0), Math.max(total - 1, 0));
    setActive(next);
    rows.scrollToIndex(next === 0 ? 0 : slots.of(next), { align: 'auto' });
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
    const { cells } = props;
    const command = gridCommand(event, { active, total, page, cells: cells !== undefined, inCell: cell !== null });
    const row = rowAt(active);
    const column = columns[cell?.at ?? 0];
    if (!command) return;
    switch (command.kind) {
      case 'copy':
        if (String(window.getSelection() ?? '') !== '') return;
        if (cell && cells) cells.onCopy(chosenIds(), keysOf(cell));
        else if (props.onCopy) props.onCopy(chosenIds());
        else return;
        break;
      case 'move':
        if (command.extend) {
          if (selection?.ids.size === 0) anchor.current = active;
          selectTo(command.to);
        }
        moveTo(command.to);
        break;
      case 'column': {
        const at = cell ? Math.min(Math.max(cell.at + command.by, 0), columns.length - 1) : 0;
        setCell({ at, from: command.extend && cell ? cell.from : at });
        reveal(at);
        break;
      }
      case 'width':
        if (!column || !props.onColumnWidth) return;
        props.onColumnWidth(column.key, clampWidth(column.width + command.by * widthStep));
        break;
      case 'edit':
        edit(active, cell?.at ?? Math.max(0, editable(row, 0)), command.typed);
        break;
      case 'menu':
        if (!row || !props.onRowMenu) return;
        props.onRowMenu(row, placeOfRow(row));
        break;
      case 'add':
      case 'similar':
      case 'remove':
        if (!props.onRowAction) return;
        props.onRowAction(command.kind, row);
        break;
      case 'open':
        if (row) onOpen(row);
        break;
      case 'toggle':
        toggle(active);
        break;
      case 'all':
        selection?.all();
        break;
      case 'clear':
        if (cell) setCell(null);
        else if (selection && selection.ids.size > 0) selection.set(new Set());
        else return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const chosenIds = (): string[] => {
    const chosen = selection && selection.ids.size > 0 ? [...selection.ids] : [rowAt(active)?.id];
    return chosen.filter(id => id !== undefined);
  };
  const keysOf = ({ at, from }: CellRange): string[] =>
    columns.slice(Math.min(at, from), Math.max(at, from) + 1).map(column => column.key);
  const reveal = (at: number): void => {
    const heads = scroller.current?.querySelectorAll<HTMLElement>('[role=columnheader]');
    heads?.[at + offset - 1]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const placeOfRow = (row: AnyRecord): { x: number; y: number } => {
    const box = document.getElementById(rowId(row) ?? '')?.getBoundingClientRect();
    return { x: (box?.left ?? 0) + 48, y: box?.bottom ?? 0 };
  };
  /** The next column from one on whose cell can be typed into; -1 when there is none. */
  const editable = (row: AnyRecord | undefined, from: number, by: 1 | -1 = 1): number => {
    if (!row) return -1;
    for (let at = from; at >= 0 && at < columns.length; at += by)
      if (props.cells?.canEdit(row, columns[at]?.key ?? '')) return at;
    return -1;
  };
  const edit = (index: number, at: number, typed: string | null): void => {
    const row = rowAt(index);
    const column = columns[at]?.key;
    if (!row || column === undefined || !props.cells) return;
    setActive(index);
    setCell({ at, from: at });
    if (props.cells.canEdit(row, column)) setEditing({ id: row.id, index, column, typed });
    else if (typed === null) props.cells.onFixed(column);
  };
  editNow.current = edit;
  const endEditing = (to: 'stay' | 'down' | 'right' | 'left'): void => {
    const inside = scroller.current?.contains(document.activeElement) || document.activeElement === document.body;
    setEditing(null);
    if (to === 'down') moveTo(active + 1);
    else if (to !== 'stay' && cell) {
      const by = to === 'right' ? 1 : -1;
      const at = editable(rowAt(active), cell.at + by, by);
      if (at >= 0) {
        setCell({ at, from: at });
        reveal(at);
      }
    }
    if (inside) scroller.current?.focus({ preventScroll: true });
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

  const activeColumn = cell ? columns[cell.at]?.key : undefined;
  const activeId = activeColumn === undefined ? rowId(rowAt(active)) : cellId(rowAt(active), activeColumn);

  return (
    <div
      ref={scroller}
      role="grid"
      data-keys="inList"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + offset - 1}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={total > 0 && rowAt(active) ? activeId : undefined}
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
          if (item.kind === 'heading')
            return (
              <GridHeading key={item.key} group={item.group} start={item.start} across={columns.length + offset - 1} />
            );
          const row = rowAt(item.index);
          const isEdited = row !== undefined && editing?.id === row.id;
          return (
            <GridRow
              key={item.key}
              row={row}
              index={item.index}
              start={item.start}
              columns={columns}
              selectable={selection !== undefined}
              active={focused && item.index === active}
              open={row !== undefined && row.id === openId}
              selected={row !== undefined && selection?.ids.has(row.id) === true}
              range={focused ? cell : null}
              editing={isEdited ? editing.column : null}
              editor={
                isEdited &&
                props.cells?.editor({ row, column: editing.column, typed: editing.typed, onEnd: endEditing })
              }
              onPress={(event, onBox) => {
                if (isEdited) return;
                scroller.current?.focus({ preventScroll: true });
                setActive(item.index);
                if (event.shiftKey && selection) selectTo(item.index);
                else if (onBox || event.ctrlKey || event.metaKey) toggle(item.index);
                else if (row && String(window.getSelection() ?? '') === '') onOpen(row);
              }}
              onEdit={editCell}
              onMenu={
                props.onRowMenu &&
                (at => {
                  if (!row) return;
                  scroller.current?.focus({ preventScroll: true });
                  setActive(item.index);
                  props.onRowMenu?.(row, at);
                })
              }
              onFiles={props.onRowFiles}
            />
          );
        })}
      </div>
    </div>
  );
}
