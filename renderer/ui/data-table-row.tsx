import { memo, type ReactNode, useState } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import type { GridColumn } from './column-layout.ts';
import styles from './data-table.module.css';
import type { CellRange } from './data-table-types.ts';

type Press = { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean };

type Props = {
  /** Undefined while its window loads. */
  readonly row: AnyRecord | undefined;
  readonly index: number;
  /** Its place among rows and headings, where there are headings. */
  readonly place: number | undefined;
  /** Where it lies, in pixels from the first row. */
  readonly start: number;
  readonly columns: readonly GridColumn<AnyRecord>[];
  readonly selectable: boolean;
  readonly active: boolean;
  readonly open: boolean;
  readonly selected: boolean;
  /** Columns the keyboard stands on. */
  readonly range: CellRange | null;
  /** The column whose cell is typed into, and what it is typed into. */
  readonly editing: string | null;
  readonly editor: ReactNode;
  readonly onPress: (event: Press, onBox: boolean) => void;
  /** Must stay the same from one drawing to the next: a row whose cells say the same is not drawn again while the list moves. */
  readonly onEdit: (index: number, column: number) => void;
  readonly onMenu: ((at: { readonly x: number; readonly y: number }) => void) | undefined;
  readonly onFiles: ((row: AnyRecord, files: readonly File[]) => void) | undefined;
};

export const rowId = (row: AnyRecord | undefined): string | undefined => (row ? `row-${row.id}` : undefined);
export const cellId = (row: AnyRecord | undefined, column: string): string | undefined =>
  row ? `cell-${row.id}-${column}` : undefined;

const isIn = (range: CellRange | null, column: number): boolean =>
  range !== null && column >= Math.min(range.at, range.from) && column <= Math.max(range.at, range.from);

/** One row of the grid; takes presses, a menu and files. */
export function GridRow(props: Props) {
  const { row, columns, selectable, active, open, selected, range, editing, onPress, onMenu, onFiles } = props;
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint: the grid handles the keyboard for all of its rows
    <div
      id={rowId(row)}
      role="row"
      aria-rowindex={(props.place ?? props.index) + 2}
      aria-level={props.place === undefined ? undefined : 2}
      aria-selected={selectable ? selected : undefined}
      className={styles['row']}
      data-active={active || undefined}
      data-open={open || undefined}
      data-selected={selected || undefined}
      data-editing={editing !== null || undefined}
      data-drop={over || undefined}
      style={{ transform: `translateY(${props.start}px)` }}
      onContextMenu={event => {
        if (!row || !onMenu || editing !== null) return;
        event.preventDefault();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
      onDragOver={event => {
        if (!row || !onFiles || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (!row || !onFiles || files.length === 0) return;
        event.preventDefault();
        onFiles(row, files);
      }}
      onClick={event => onPress(event, false)}
    >
      {selectable && (
        // biome-ignore lint: the grid handles the keyboard for all of its cells
        <div
          role="gridcell"
          aria-colindex={1}
          className={styles['check']}
          onClick={event => {
            event.stopPropagation();
            onPress(event, true);
          }}
        >
          <span className={styles['box']} data-checked={selected || undefined} aria-hidden="true" />
        </div>
      )}
      <GridCells
        row={row}
        index={props.index}
        columns={columns}
        offset={selectable ? 2 : 1}
        range={active || selected ? range : null}
        editing={editing}
        editor={editing === null ? null : props.editor}
        onEdit={props.onEdit}
      />
    </div>
  );
}

type CellsProps = Pick<Props, 'row' | 'index' | 'columns' | 'range' | 'editing' | 'editor' | 'onEdit'> & {
  /** The number of the first column, counted from one with the boxes to tick. */
  readonly offset: number;
};

const GridCells = memo(function GridCells({ row, columns, offset, range, editing, ...props }: CellsProps) {
  return columns.map((column, index) => (
    <div
      key={column.key}
      id={cellId(row, column.key)}
      role="gridcell"
      aria-colindex={index + offset}
      className={styles['cell']}
      data-align={column.align}
      data-main={index === 0 || undefined}
      data-cell={isIn(range, index) || undefined}
      onDoubleClick={() => props.onEdit(props.index, index)}
    >
      {row ? cellOf(column, row) : <span className={styles['waiting']} />}
      {editing === column.key && <div className={styles['editor']}>{props.editor}</div>}
    </div>
  ));
});

const cellOf = (column: GridColumn<AnyRecord>, row: AnyRecord): ReactNode =>
  column.render ? column.render(row) : column.text(row);
