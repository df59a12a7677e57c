import { memo, useEffect, useRef, useState } from 'react';
import type { RecordName } from '#renderer/api/records.ts';
import { useProcedure } from '#renderer/api/use-query.ts';
import { copyText } from '#renderer/ui/clipboard.ts';
import type { Reference } from '#shared/contract/records.ts';
import styles from './group.module.css';
import { type Block, boundsOf, type Cell, clear, cut, fillDown, type Range, writeBlock } from './sheet.ts';

export type SheetColumn = {
  readonly key: string;
  readonly label: string;
  readonly width: string;
  readonly align?: 'end';
  readonly readOnly?: true;
  /** Records whose names are offered while the cell is written. */
  readonly offers?: RecordName;
};

export type RowNote = { readonly tone: 'problem' | 'warning'; readonly text: string };

type Props = {
  readonly label: string;
  readonly columns: readonly SheetColumn[];
  readonly sheet: Block;
  /** What an empty cell of a column stands for. */
  readonly defaults: readonly string[];
  readonly notes: readonly (readonly RowNote[])[];
  readonly notesLabel: string;
  readonly onChange: (sheet: Block) => void;
  readonly onPaste: (range: Range, text: string) => void;
  readonly onUndo: () => void;
  /** What the cells of a row's offers must belong to. */
  readonly withinOf: (row: number) => string | undefined;
};

type Move = 'down' | 'up' | 'right' | 'left' | 'stay';
type Editing = { readonly text: string; readonly selectAll: boolean };

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
    if (event.ctrlKey || event.metaKey) return controlled(event);
    switch (event.key) {
      case 'ArrowDown':
        select({ row: row + 1, column }, event.shiftKey);
        return true;
      case 'ArrowUp':
        select({ row: row - 1, column }, event.shiftKey);
        return true;
      case 'ArrowRight':
        select({ row, column: column + 1 }, event.shiftKey);
        return true;
      case 'ArrowLeft':
        select({ row, column: column - 1 }, event.shiftKey);
        return true;
      case 'Home':
        select({ row, column: 0 }, event.shiftKey);
        return true;
      case 'End':
        select({ row, column: lastColumn }, event.shiftKey);
        return true;
      case 'PageDown':
        select({ row: row + 12, column }, event.shiftKey);
        return true;
      case 'PageUp':
        select({ row: row - 12, column }, event.shiftKey);
        return true;
      case 'Enter':
        go(event.shiftKey ? 'up' : 'down');
        return true;
      case 'Tab': {
        const cell = next(event.shiftKey ? -1 : 1);
        if (cell) select(cell);
        return cell !== null;
      }
      case 'F2':
        edit(sheet[row]?.[column] ?? '', false);
        return true;
      case 'Delete':
      case 'Backspace':
        onChange(clear(sheet, range, writable));
        return true;
      default:
        if (event.key.length !== 1 || event.altKey) return false;
        edit(event.key, false);
        return true;
    }
  };
  const controlled = (event: React.KeyboardEvent): boolean => {
    switch (event.code) {
      case 'KeyV':
        catcher.current?.focus({ preventScroll: true });
        return false;
      case 'KeyD':
        onChange(fillDown(sheet, range, writable));
        return true;
      case 'KeyC':
        copyText(writeBlock(cut(sheet, range)));
        return true;
      case 'KeyA':
        setRange({ from: { row: 0, column: 0 }, to: { row: lastRow, column: lastColumn } });
        return true;
      case 'KeyZ':
        props.onUndo();
        return true;
      case 'Home':
        select({ row: 0, column: 0 }, event.shiftKey);
        return true;
      case 'End':
        select({ row: lastRow, column: lastColumn }, event.shiftKey);
        return true;
      default:
        return false;
    }
  };

  const bounds = boundsOf(range);
  const template = `${columns.map(column => column.width).join(' ')} minmax(180px, 2fr)`;
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
        aria-label={props.label}
        aria-rowcount={sheet.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={sheet.length > 0 ? cellId(active) : undefined}
        tabIndex={0}
        className={styles['grid']}
        style={{ '--columns': template } as React.CSSProperties}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={styles['head']}>
          {columns.map((column, index) => (
            <div key={column.key} role="columnheader" aria-colindex={index + 1} data-align={column.align}>
              {column.label}
            </div>
          ))}
          <div role="columnheader" aria-colindex={columns.length + 1}>
            {props.notesLabel}
          </div>
        </div>
        {sheet.map((cells, row) => (
          <SheetRow
            // Rows stand for the students of the list and never change places.
            // oxlint-disable-next-line react/no-array-index-key
            key={row}
            row={row}
            cells={cells}
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
            onEdit={() => edit(cells[active.column] ?? '', true)}
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
const cellId = ({ row, column }: Cell): string => `sheet-${row}-${column}`;

type RowProps = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly defaults: readonly string[];
  readonly notes: readonly RowNote[];
  readonly active: number;
  readonly left: number;
  readonly right: number;
  readonly editing: Editing | null;
  readonly within: string | undefined;
  readonly onSelect: (cell: Cell, extend: boolean) => void;
  readonly onEdit: () => void;
  readonly onCommit: (text: string, move: Move) => void;
  readonly onCancel: () => void;
};

/** A line is drawn again only when something of it has changed; the functions are those of the line that is active. */
const SheetRow = memo(
  function SheetRow(props: RowProps) {
    const { row, cells, columns, notes, active } = props;
    return (
      <div role="row" aria-rowindex={row + 2} className={styles['row']}>
        {columns.map((column, index) => {
          const selected = index >= props.left && index <= props.right && props.left >= 0;
          const text = cells[index] ?? '';
          const shown = text === '' ? (props.defaults[index] ?? '') : text;
          return (
            // biome-ignore lint: the grid handles the keyboard for all of its cells
            <div
              key={column.key}
              id={cellId({ row, column: index })}
              role={index === 0 ? 'rowheader' : 'gridcell'}
              aria-colindex={index + 1}
              aria-selected={selected}
              aria-readonly={column.readOnly}
              className={styles['cell']}
              data-align={column.align}
              data-active={index === active || undefined}
              data-selected={selected || undefined}
              data-default={text === '' || undefined}
              onMouseDown={event => {
                if (props.editing && index === active) return;
                event.preventDefault();
                props.onSelect({ row, column: index }, event.shiftKey);
              }}
              onDoubleClick={props.onEdit}
            >
              {props.editing && index === active ? (
                <CellEditor
                  label={column.label}
                  editing={props.editing}
                  offers={column.offers}
                  within={props.within}
                  onCommit={props.onCommit}
                  onCancel={props.onCancel}
                />
              ) : (
                shown
              )}
            </div>
          );
        })}
        <div role="gridcell" aria-colindex={columns.length + 1} className={styles['notes']}>
          {notes.map(note => (
            <span key={note.text} data-tone={note.tone}>
              {note.text}
            </span>
          ))}
        </div>
      </div>
    );
  },
  (before, after) =>
    before.cells === after.cells &&
    before.notes === after.notes &&
    before.columns === after.columns &&
    before.defaults === after.defaults &&
    before.active === after.active &&
    before.left === after.left &&
    before.right === after.right &&
    before.editing === after.editing &&
    before.within === after.within &&
    after.active < 0,
);

type EditorProps = {
  readonly label: string;
  readonly editing: Editing;
  readonly offers: RecordName | undefined;
  readonly within: string | undefined;
  readonly onCommit: (text: string, move: Move) => void;
  readonly onCancel: () => void;
};

/** The cell that is being written: what is typed stays here until it is left. */
function CellEditor({ label, editing, offers, within, onCommit, onCancel }: EditorProps) {
  const [text, setText] = useState(editing.text);
  const input = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  const offered = useProcedure<readonly Reference[]>(
    `${offers ?? 'firms'}.pick`,
    offers === undefined || (offers !== 'firms' && within === undefined)
      ? null
      : { search: text.trim(), ...(within === undefined || offers === 'firms' ? {} : { within }) },
  );
  useEffect(() => {
    input.current?.focus();
    if (editing.selectAll) input.current?.select();
  }, [editing]);
  const leave = (move: Move): void => {
    left.current = true;
    onCommit(text, move);
  };
  return (
    <>
      <input
        ref={input}
        className={styles['editor']}
        aria-label={label}
        value={text}
        spellCheck={false}
        autoComplete="off"
        list={offers === undefined ? undefined : 'sheet-offers'}
        onChange={event => setText(event.currentTarget.value)}
        onBlur={() => {
          if (!left.current) leave('stay');
        }}
        onKeyDown={event => {
          event.stopPropagation();
          if (event.key === 'Escape') {
            left.current = true;
            onCancel();
          } else if (event.key === 'Enter') leave(event.shiftKey ? 'up' : 'down');
          else if (event.key === 'Tab') {
            event.preventDefault();
            leave(event.shiftKey ? 'left' : 'right');
          }
        }}
      />
      {offers !== undefined && (
        <datalist id="sheet-offers">
          {(offered.data ?? []).map(reference => (
            <option key={reference.id} value={reference.title}>
              {reference.detail}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}
