import type { ReactNode } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import type { ListSort } from '#renderer/state/lists.ts';
import type { GridColumn } from './column-layout.ts';
import type { RowGroup } from './row-groups.ts';
import type { Run } from './use-row-windows.ts';

export type DataTableHandle = {
  /** Puts the keyboard on the grid; with an id, on that row. */
  focus(id?: string): void;
  /** The row that lies some rows away from another, once it is loaded. */
  beside(id: string, by: number): AnyRecord | undefined;
};

/** Where the grid was left, to be found again by «back»; `active` counts rows and headings. */
export type GridPlace = { readonly top: number; readonly active: number };

/** Columns the keyboard stands on: the one it moved to, and the one it began at. */
export type CellRange = { readonly at: number; readonly from: number };

export type EditorProps = {
  readonly row: AnyRecord;
  readonly column: string;
  /** What was typed over the cell; null keeps what is in it. */
  readonly typed: string | null;
  /** Ends the editing and says where the keyboard goes. */
  readonly onEnd: (to: 'stay' | 'down' | 'right' | 'left') => void;
};

/** What makes cells of the grid places of their own, as in a spreadsheet. */
export type GridCells = {
  readonly canEdit: (row: AnyRecord, column: string) => boolean;
  readonly editor: (props: EditorProps) => ReactNode;
  /** `ids` in no order; columns in theirs. */
  readonly onCopy: (ids: readonly string[], columns: readonly string[]) => void;
  /** Text for the rows from `index` on, `room` of them at most, or for the selected ones; `columns` begin with the one the keyboard stands on. */
  readonly onPaste: (
    at: { readonly index: number; readonly room: number },
    columns: readonly string[],
    text: string,
  ) => void;
  /** Why a cell cannot be typed into. */
  readonly onFixed: (column: string) => void;
};

export type RowAction = 'add' | 'similar' | 'remove';

export type GridProps = {
  readonly label: string;
  readonly columns: readonly GridColumn<AnyRecord>[];
  readonly total: number;
  readonly rowAt: (index: number) => AnyRecord | undefined;
  /** Groups the rows stand in, in their order. */
  readonly groups?: readonly RowGroup[] | undefined;
  /** Folds or opens the group of a key; without a key, all of them. */
  readonly onFold?: (folded: boolean, key?: string) => void;
  readonly rowHeight: number;
  readonly sort?: ListSort | undefined;
  readonly onSort?: (sort: ListSort) => void;
  /** Told which rows are in sight, so that their windows load. */
  readonly onRange: (runs: readonly Run[]) => void;
  readonly onOpen: (row: AnyRecord) => void;
  /** The record that is open beside the list. */
  readonly openId?: string | undefined;
  readonly selection?: GridSelection;
  readonly onColumnWidth?: (key: string, width: number | null) => void;
  readonly onCopy?: (ids: readonly string[]) => void;
  readonly cells?: GridCells;
  readonly onRowAction?: (action: RowAction, row: AnyRecord | undefined) => void;
  /** Opens the menu of a row at a place of the window. */
  readonly onRowMenu?: (row: AnyRecord, at: { readonly x: number; readonly y: number }) => void;
  readonly onRowFiles?: (row: AnyRecord, files: readonly File[]) => void;
  /** Where the grid opens. */
  readonly place?: GridPlace | undefined;
  /** Told where the grid was when it goes away. */
  readonly onLeave?: (place: GridPlace) => void;
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
  /** The ids of rows by their numbers, loaded or not. */
  readonly at: (rows: readonly number[]) => Promise<readonly string[]>;
};
