import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { copyText } from '#renderer/ui/clipboard.ts';
import { actionOf } from '#renderer/ui/key-bindings.ts';
import { sheetBindings } from '#renderer/ui/screen-bindings.ts';
import styles from './group.module.css';
import { type Block, boundsOf, type Cell, clear, cut, fillDown, type Range, writeBlock } from './sheet.ts';
import { cellId, type Editing, type Move, type RowNote, type SheetColumn, SheetRow } from './sheet-row.tsx';

export type SheetHandle = {
  /** Puts the keyboard on a line. */
  focusRow(row: number): void;
};

type Props = {
  readonly label: string;
  readonly columns: readonly SheetColumn[];
  readonly sheet: Block;
  /** What the cells mean, shown while they are not written: the full name of a firm that was typed in short. */
  readonly shown: Block;
  /** What an empty cell of a column stands for. */
  readonly defaults: readonly string[];
  readonly notes: readonly (readonly RowNote[])[];
  readonly notesLabel: string;
  readonly onChange: (sheet: Block) => void;
  readonly onPaste: (range: Range, text: string) => void;
  readonly onUndo: () => void;
  /** What the cells of a row's offers must belong to. */
  readonly withinOf: (row: number) => string | undefined;
  readonly handle?: React.Ref<SheetHandle>;
  /** The least width of a line, in pixels; below it the grid scrolls sideways. */
  readonly width?: number;
};

/** A grid that is written like a spreadsheet: the keyboard, the clipboard and the mouse do what they do there. */
export function SheetGrid(props: Props) {
  const { columns, sheet, notes, onChange } = props;
  const grid = useRef<HTMLDivElement>(null);
  /** Takes the keyboard for the moment of pasting: the browser pastes only where something can be written. */
  const catcher = useRef<HTMLTextAreaElement>(null);
  const firstColumn = Math.max(
    0,
    columns.findIndex(column => !column.readOnly),
  );
  const [range, setRange] = useState<Range>({
    from: { row: 0, column: firstColumn },
    to: { row: 0, column: firstColumn },
  });
  const [editing, setEditing] = useState<Editing | null>(null);
  const active = range.to;
  const lastRow = sheet.length - 1;
  const lastColumn = columns.length - 1;
  const writable = (column: number): boolean => !columns[column]?.readOnly;

  useEffect(() => {
    if (active.row <= lastRow) return;
    const cell = { row: Math.max(lastRow, 0), column: active.column };
    setRange({ from: cell, to: cell });
  }, [active, lastRow]);
  useEffect(() => {
    document.getElementById(cellId(active))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);

  const select = (cell: Cell, extend = false): void => {
    const to = {
      row: Math.min(Math.max(cell.row, 0), Math.max(lastRow, 0)),
      column: Math.min(Math.max(cell.column, 0), lastColumn),
    };
    setRange(present => ({ from: extend ? present.from : to, to }));
  };
  useImperativeHandle(props.handle, () => ({
    focusRow: row => {
      select({ row, column: firstColumn });
      grid.current?.focus({ preventScroll: true });
    },
  }));
  const edit = (text: string, selectAll: boolean): void => {
    if (writable(active.column) && sheet[active.row]) setEditing({ text, selectAll });
  };
  /** Tab goes through the cells for writing, line by line; null at the ends, where it leaves the grid. */
  const next = (step: 1 | -1): Cell | null => {
    let place = active.row * columns.length + active.column + step;
    while (place >= 0 && place < sheet.length * columns.length) {
      const cell = { row: Math.floor(place / columns.length), column: place % columns.length };
      if (writable(cell.column)) return cell;
      place += step;
    }
    return null;
  };
  const go = (move: Move): void => {
    if (move === 'down') select({ row: active.row + 1, column: active.column });
    else if (move === 'up') select({ row: active.row - 1, column: active.column });
    else if (move !== 'stay') select(next(move === 'right' ? 1 : -1) ?? active);
  };
  const commit = (text: string, move: Move): void => {
    setEditing(null);
    if (sheet[active.row]?.[active.column] !== text)
      onChange(sheet.map((row, index) => (index === active.row ? row.with(active.column, text) : row)));
    go(move);
    grid.current?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== grid.current || sheet.length === 0) return;
    if (!command(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** Answers whether the key meant something. */
  const command = (event: React.KeyboardEvent): boolean => {
    const { row, column } = active;
    const to = (place: Cell): void => select(place, event.shiftKey);
    const action = actionOf(sheetBindings, event);
    switch (action) {
      case 'down':
        to({ row: row + 1, column });
        break;
      case 'up':
        to({ row: row - 1, column });
        break;
      case 'right':
        to({ row, column: column + 1 });
        break;
      case 'left':
        to({ row, column: column - 1 });
        break;
      case 'lineStart':
        to({ row, column: 0 });
        break;
      case 'lineEnd':
        to({ row, column: lastColumn });
        break;
      case 'pageDown':
        to({ row: row + 12, column });
        break;
      case 'pageUp':
        to({ row: row - 12, column });
        break;
      case 'first':
        to({ row: 0, column: 0 });
        break;
      case 'last':
        to({ row: lastRow, column: lastColumn });
        break;
      case 'next':
      case 'previous':
        go(action === 'next' ? 'down' : 'up');
        break;
      case 'nextCell':
      case 'previousCell': {
        const cell = next(action === 'nextCell' ? 1 : -1);
        if (cell) select(cell);
        return cell !== null;
      }
      case 'edit':
        edit(sheet[row]?.[column] ?? '', false);
        break;
      case 'clear':
        onChange(clear(sheet, range, writable));
        break;
      case 'paste':
        catcher.current?.focus({ preventScroll: true });
        return false;
      case 'fill':
        onChange(fillDown(sheet, range, writable));
        break;
      case 'copy':
        copyText(writeBlock(cut(sheet, range)));
        break;
      case 'all':
        setRange({ from: { row: 0, column: 0 }, to: { row: lastRow, column: lastColumn } });
        break;
      case 'undo':
        props.onUndo();
        break;
      case null:
        if (event.key.length !== 1 || event.altKey || event.ctrlKey || event.metaKey) return false;
        edit(event.key, false);
    }
    return true;
  };

  const bounds = boundsOf(range);
  const template = columns.map(column => column.width).join(' ');
  return (
    <>
      <textarea
        ref={catcher}
        className={styles['catcher']}
        tabIndex={-1}
        aria-hidden="true"
        defaultValue=""
        onPaste={event => {
          event.preventDefault();
          props.onPaste(range, event.clipboardData.getData('text/plain'));
          grid.current?.focus({ preventScroll: true });
        }}
        onKeyUp={() => grid.current?.focus({ preventScroll: true })}
      />
      <div
        ref={grid}
        role="grid"
        data-keys="inSheet"
        aria-label={props.label}
        aria-rowcount={sheet.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={sheet.length > 0 ? cellId(active) : undefined}
        tabIndex={0}
        className={styles['grid']}
        style={{ '--columns': template, '--least': `${props.width ?? 1080}px` } as React.CSSProperties}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={styles['head']}>
          {columns.map((column, index) => (
            <div key={column.key} role="columnheader" aria-colindex={index + 1} data-align={column.align}>
              {column.label}
            </div>
          ))}
          <div role="columnheader" aria-colindex={columns.length + 1} data-notes>
            {props.notesLabel}
          </div>
        </div>
        {sheet.map((cells, row) => (
          <SheetRow
            // Rows stand for the students of the list and never change places.
            // oxlint-disable-next-line react/no-array-index-key
            key={row}
            row={row}
            cells={props.shown[row] ?? cells}
            columns={columns}
            defaults={props.defaults}
            notes={notes[row] ?? none}
            active={row === active.row ? active.column : -1}
            left={row >= bounds.top && row <= bounds.bottom ? bounds.left : -1}
            right={row >= bounds.top && row <= bounds.bottom ? bounds.right : -1}
            editing={row === active.row ? editing : null}
            within={row === active.row && editing ? props.withinOf(row) : undefined}
            onSelect={(cell, extend) => {
              if (editing) setEditing(null);
              select(cell, extend);
              grid.current?.focus({ preventScroll: true });
            }}
            onEdit={() => edit(sheet[row]?.[active.column] ?? '', true)}
            onCommit={commit}
            onCancel={() => {
              setEditing(null);
              grid.current?.focus({ preventScroll: true });
            }}
          />
        ))}
      </div>
    </>
  );
}

const none: readonly RowNote[] = [];
