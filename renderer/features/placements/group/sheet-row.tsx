import { memo, useEffect, useRef, useState } from 'react';
import type { RecordName } from '#renderer/api/records.ts';
import { useProcedure } from '#renderer/api/use-query.ts';
import type { Reference } from '#shared/contract/records.ts';
import styles from './group.module.css';
import type { Cell } from './sheet.ts';

export type SheetColumn = {
  readonly key: string;
  readonly label: string;
  readonly width: string;
  readonly align?: 'end';
  readonly readOnly?: true;
  /** Records whose names are offered while the cell is written. */
  readonly offers?: RecordName;
};

export type RowNote = { readonly tone: 'problem' | 'warning' | 'remark'; readonly text: string };
export type Move = 'down' | 'up' | 'right' | 'left' | 'stay';
export type Editing = { readonly text: string; readonly selectAll: boolean };

export const cellId = ({ row, column }: Cell): string => `sheet-${row}-${column}`;

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
export const SheetRow = memo(
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
