import { Checkbox } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { clampWidth, gridTemplate, widthStep } from './column-layout.ts';
import styles from './data-table.module.css';
import { HeaderCell } from './data-table-header.tsx';
import { GridHeading, headingId } from './data-table-heading.tsx';
import { cellId, GridRow, rowId } from './data-table-row.tsx';
import type { CellRange, GridProps } from './data-table-types.ts';
import { gridCommand } from './grid-keys.ts';
import { gridSlots } from './row-groups.ts';
import { useGridSelection } from './use-grid-selection.ts';
import { type Run, runsOf } from './use-row-windows.ts';

export type { DataTableHandle, EditorProps, GridPlace, RowAction } from './data-table-types.ts';

/** The one grid of the application: rows come in windows, the keyboard reaches everything. */
export function DataTable(props: GridProps) {
  const { columns, total, rowAt, rowHeight, sort, onSort, onRange, onOpen, openId, selection, handle } = props;
  const { t } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  /** The place the keyboard stands on, among rows and headings. */
  const [active, setActive] = useState(props.place?.active ?? 0);
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
  const grouped = props.groups !== undefined;
  const here = slots.count === 0 ? undefined : slots.at(Math.min(active, slots.count - 1));
  const activeRow = here?.kind === 'row' ? rowAt(here.index) : undefined;
  const items = rows
    .getVirtualItems()
    .map(item => ({ ...slots.at(item.index), place: item.index, key: item.key, start: item.start }));
  const inSight = runsOf(
    items.flatMap(item => (item.kind === 'row' && item.index !== editing?.index ? [item.index] : [])),
  );
  const range = JSON.stringify(inSight);
  useEffect(() => onRange(JSON.parse(range) as readonly Run[]), [onRange, range]);
  const marks = useGridSelection({ selection, slots, rowAt });
  useEffect(() => rows.measure(), [rows, rowHeight]);
  useEffect(() => {
    if (active >= slots.count && slots.count > 0) setActive(slots.count - 1);
  }, [active, slots.count]);

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
    if (document.activeElement !== scroller.current || !cell || !props.cells || here?.kind !== 'row') return;
    event.preventDefault();
    const keys = columns.slice(Math.min(cell.at, cell.from)).map(column => column.key);
    props.cells.onPaste(
      { index: here.index, room: slots.room(here.index) },
      keys,
      event.clipboardData?.getData('text/plain') ?? '',
    );
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
    const [first = 0, last = 0] = [inSight.at(0)?.first, inSight.at(-1)?.last];
    for (let index = Math.max(0, first - 200); index <= last + 200; index += 1) {
      if (rowAt(index)?.id === id) return index;
    }
    return -1;
  };
  useImperativeHandle(handle, () => ({
    focus: id => {
      const index = id === undefined ? -1 : indexOf(id);
      if (index >= 0) moveTo(slots.of(index));
      scroller.current?.focus({ preventScroll: true });
    },
    beside: (id, by) => {
      const index = indexOf(id);
      if (index < 0) return undefined;
      if (rowAt(index + by)) moveTo(slots.of(index + by));
      return rowAt(index + by);
    },
  }));

  const moveTo = (place: number): void => {
    const next = Math.min(Math.max(place, 0), Math.max(slots.count - 1, 0));
    setActive(next);
    rows.scrollToIndex(next, { align: 'auto' });
  };
  const fold = (folded: boolean | 'other', all: boolean): void => {
    if (here?.kind !== 'heading') return;
    const wanted = folded === 'other' ? here.group.folded !== true : folded;
    if (!wanted && !all && !here.group.folded) return moveTo(active + 1);
    props.onFold?.(wanted, all ? undefined : here.group.key);
    if (all) moveTo(0);
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== scroller.current) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const { cells } = props;
    const command = gridCommand(event, {
      active,
      total: slots.count,
      page,
      cells: cells !== undefined,
      inCell: cell !== null,
      inGroups: grouped ? here?.kind : undefined,
    });
    const row = activeRow;
    const column = columns[cell?.at ?? 0];
    if (!command) return;
    switch (command.kind) {
      case 'copy':
        if (String(window.getSelection() ?? '') !== '') return;
        if (cell && cells) cells.onCopy(chosenIds(), keysOf(cell));
        else if (props.onCopy && chosenIds().length > 0) props.onCopy(chosenIds());
        else return;
        break;
      case 'move':
        if (command.extend) {
          marks.beginAt(active);
          marks.extendTo(command.to);
        }
        moveTo(command.to);
        break;
      case 'heading':
        moveTo(slots.headingOf(active) ?? active);
        break;
      case 'fold':
        fold(command.folded, command.all);
        break;
      case 'group':
        if (here?.kind === 'heading') marks.addGroup(here.index, here.group.count);
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
        if (here) edit(here.index, cell?.at ?? Math.max(0, editable(row, 0)), command.typed);
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
        marks.toggle(active);
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
    const chosen = selection && selection.ids.size > 0 ? [...selection.ids] : [activeRow?.id];
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
    setActive(slots.of(index));
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
      const at = editable(activeRow, cell.at + by, by);
      if (at >= 0) {
        setCell({ at, from: at });
        reveal(at);
      }
    }
    if (inside) scroller.current?.focus({ preventScroll: true });
  };

  const { template, width } = gridTemplate(columns, selection !== undefined);
  const height = props.rowsAtMost ? Math.min(total, props.rowsAtMost) * rowHeight + rowHeight + 2 : undefined;
  const offset = selection ? 2 : 1;
  const allSelected = selection !== undefined && total > 0 && selection.ids.size >= total;

  const activeColumn = cell ? columns[cell.at]?.key : undefined;
  const activeId =
    here?.kind === 'heading'
      ? headingId(active)
      : activeColumn === undefined
        ? rowId(activeRow)
        : cellId(activeRow, activeColumn);

  return (
    <div
      ref={scroller}
      role={grouped ? 'treegrid' : 'grid'}
      data-keys="inList"
      aria-label={props.label}
      aria-rowcount={slots.count + 1}
      aria-colcount={columns.length + offset - 1}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={activeId}
      tabIndex={0}
      className={styles['grid']}
      style={
        {
          '--columns': template,
          '--row-height': `${rowHeight}px`,
          '--total': `${width}px`,
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
              <GridHeading
                key={item.key}
                group={item.group}
                place={item.place}
                start={item.start}
                columns={columns}
                offset={offset}
                active={focused && item.place === active}
                onPress={event => {
                  scroller.current?.focus({ preventScroll: true });
                  setActive(item.place);
                  if (event.ctrlKey || event.metaKey) marks.addGroup(item.index, item.group.count);
                  else props.onFold?.(item.group.folded !== true, event.altKey ? undefined : item.group.key);
                }}
              />
            );
          const row = rowAt(item.index);
          const isEdited = row !== undefined && editing?.id === row.id;
          return (
            <GridRow
              key={item.key}
              row={row}
              index={item.index}
              place={grouped ? item.place : undefined}
              start={item.start}
              columns={columns}
              selectable={selection !== undefined}
              active={focused && item.place === active}
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
                setActive(item.place);
                if (event.shiftKey && selection) marks.extendTo(item.place);
                else if (onBox || event.ctrlKey || event.metaKey) marks.toggle(item.place);
                else if (row && String(window.getSelection() ?? '') === '') onOpen(row);
              }}
              onEdit={editCell}
              onMenu={
                props.onRowMenu &&
                (at => {
                  if (!row) return;
                  scroller.current?.focus({ preventScroll: true });
                  setActive(item.place);
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
