/** Cells of a spreadsheet-like grid as text, and what copy, paste and fill do to them. */
import { fold } from '#shared/domain/folding.ts';

export type Block = readonly (readonly string[])[];
export type Cell = { readonly row: number; readonly column: number };
/** Two opposite corners. */
export type Range = { readonly from: Cell; readonly to: Cell };

/** The rows and columns of a range, first to last. */
export function boundsOf({ from, to }: Range): {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
} {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

/** Whether a cell lies in a range. */
export function isInRange({ row, column }: Cell, range: Range): boolean {
  const { top, bottom, left, right } = boundsOf(range);
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Reads what a spreadsheet puts on the clipboard: tabs between cells, lines between rows, quotes around cells with either. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  /** The line has something, be it an empty quoted cell. */
  let begun = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place] ?? '';
    begun = quoted || (sign !== '\n' && sign !== '\r');
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '' && isQuotedCell(text, place)) quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[place + 1] === '\n') place += 1;
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  if (begun) endCell();
  else rows.pop();
  return rows;
}

/** A quote opens a quoted cell only when it is closed before a tab, a line end or the end of the text. */
function isQuotedCell(text: string, opening: number): boolean {
  for (let place = opening + 1; place < text.length; place += 1) {
    if (text[place] !== '"') continue;
    if (text[place + 1] === '"') {
      place += 1;
      continue;
    }
    const after = text[place + 1];
    return after === undefined || after === '\t' || after === '\n' || after === '\r';
  }
  return false;
}

/** The same block as a spreadsheet reads it. */
export function writeBlock(block: Block): string {
  return block
    .map(row => row.map(cell => (/["\t\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .map(line => (line === '' ? '""' : line))
    .join('\r\n');
}

/** The cells of a range. */
export function cut(sheet: Block, range: Range): string[][] {
  const { top, bottom, left, right } = boundsOf(range);
  return sheet.slice(top, bottom + 1).map(row => row.slice(left, right + 1));
}

/** Writes values into cells; places outside the sheet and columns that are not for writing are left out. */
function write(
  sheet: Block,
  valueAt: (cell: Cell, present: string) => string,
  writable: (column: number) => boolean,
): Block {
  return sheet.map((row, rowIndex) => {
    const next = row.map((present, column) =>
      writable(column) ? valueAt({ row: rowIndex, column }, present) : present,
    );
    return next.some((value, column) => value !== row[column]) ? next : row;
  });
}

type Writable = (column: number) => boolean;

/**
 * Pastes a block with its corner at the range's; one cell fills the whole range, as in a spreadsheet.
 * `lost` counts the rows that found no place below.
 */
export function paste(
  sheet: Block,
  range: Range,
  block: Block,
  writable: Writable,
): { readonly sheet: Block; readonly lost: number } {
  const { top, bottom, left, right } = boundsOf(range);
  const [first] = block;
  if (first === undefined) return { sheet, lost: 0 };
  const single = block.length === 1 && first.length === 1;
  const value = (cell: Cell, present: string): string => {
    if (single) return isInRange(cell, range) ? (first[0] ?? '') : present;
    return block[cell.row - top]?.[cell.column - left] ?? present;
  };
  const guarded = (cell: Cell, present: string): string =>
    cell.row < top || cell.column < left || (single && (cell.row > bottom || cell.column > right))
      ? present
      : value(cell, present);
  return { sheet: write(sheet, guarded, writable), lost: single ? 0 : Math.max(0, top + block.length - sheet.length) };
}

/** Fills the range with its first row; a range of one row takes the row above it. */
export function fillDown(sheet: Block, range: Range, writable: Writable): Block {
  const { top, bottom } = boundsOf(range);
  const source = top === bottom ? top - 1 : top;
  if (source < 0) return sheet;
  return write(
    sheet,
    (cell, present) => (isInRange(cell, range) ? (sheet[source]?.[cell.column] ?? present) : present),
    writable,
  );
}

/** Empties the cells of a range. */
export function clear(sheet: Block, range: Range, writable: Writable): Block {
  return write(sheet, (cell, present) => (isInRange(cell, range) ? '' : present), writable);
}

/**
 * Pastes lines that begin with a name: each goes to the row of that name, wherever it stands. `key` folds names for comparison.
 * `unknown` are names without a row.
 */
export function pasteByName(
  sheet: Block,
  block: Block,
  options: { readonly column: number; readonly key: (name: string) => string; readonly writable: Writable },
): { readonly sheet: Block; readonly unknown: readonly string[] } {
  const { column, key, writable } = options;
  const rowOf = new Map(sheet.map((row, index) => [key(row[column] ?? ''), index]));
  const lines = new Map<number, readonly string[]>();
  const unknown: string[] = [];
  for (const line of block) {
    const name = (line[0] ?? '').trim();
    if (name === '') continue;
    const row = rowOf.get(key(name)) ?? startingWith(sheet, column, key, name);
    if (row === undefined) unknown.push(name);
    else lines.set(row, line);
  }
  const pasted = write(
    sheet,
    (cell, present) => (cell.column > column ? (lines.get(cell.row)?.[cell.column - column] ?? present) : present),
    writable,
  );
  return { sheet: pasted, unknown };
}

/** The only row whose name begins with the given one: patronymics are often left out. */
function startingWith(sheet: Block, column: number, key: (name: string) => string, name: string): number | undefined {
  const start = `${key(name)} `;
  const rows = sheet.flatMap((row, index) => (`${key(row[column] ?? '')} `.startsWith(start) ? [index] : []));
  return rows.length === 1 ? rows[0] : undefined;
}

/** A name as it is compared: folded, without punctuation. */
export const nameKey = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
