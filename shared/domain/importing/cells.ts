/**
 * A cell as it stands in the file, before any meaning is read into it. Plain values, so that 50,000 rows cross a thread
 * boundary cheaply; an empty cell is null.
 */
export type Cell = string | number | boolean | null | DateCell | ErrorCell;

/** A date the file itself stored as a date; never a text that looks like one. */
export type DateCell = { readonly date: string; readonly time?: string };

/** What a spreadsheet shows as #N/A, #REF! and the like. */
export type ErrorCell = { readonly error: string };

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'empty' | 'error';

/** One row with the number the officer sees in Excel. */
export type RawRow = { readonly number: number; readonly cells: readonly Cell[] };

/** A merged range in spreadsheet row numbers (1-based) and column positions (0-based), both ends included. */
export type MergedRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** One sheet without its blank rows. */
export type RawSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly RawRow[];
  readonly merges: readonly MergedRange[];
};

export type BookFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'html' | 'xml' | 'text';

/** A file of tables, read but not understood yet. */
export type RawBook = { readonly fileName: string; readonly format: BookFormat; readonly sheets: readonly RawSheet[] };

/** What kind of value a cell holds. */
export function cellKind(cell: Cell | undefined): CellKind {
  if (cell === null || cell === undefined) return 'empty';
  if (typeof cell === 'string') return cell.trim() === '' ? 'empty' : 'text';
  if (typeof cell === 'number') return 'number';
  if (typeof cell === 'boolean') return 'boolean';
  return 'date' in cell ? 'date' : 'error';
}

/** Whether a cell says nothing. */
export function isBlank(cell: Cell | undefined): boolean {
  return cellKind(cell) === 'empty';
}

/** The cell as one line of text, as an officer would read it; '' when it is empty or an error. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return tidyText(cell);
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  return 'date' in cell ? cell.date : '';
}

/** Like cellText, but shows #N/A and keeps what was typed: for messages and for the workbook of rejected rows. */
export function cellShown(cell: Cell | undefined): string {
  if (typeof cell === 'object' && cell !== null && 'error' in cell) return cell.error;
  return cellText(cell);
}

/** Letters, digits and signs that stand for themselves, with single spaces: a line that is tidy as it is. */
const tidyAlready = /^[!-~\u0400-\u0482\u048a-\u04ff«»№–—]+(?: [!-~\u0400-\u0482\u048a-\u04ff«»№–—]+)*$/u;

/** One line without invisible characters: non-breaking spaces, soft hyphens, zero-width marks, line breaks. */
export function tidyText(text: string): string {
  // Most cells: they stay the very text of the file, so that a large file is not kept twice.
  if (tidyAlready.test(text) && text.charCodeAt(0) !== apostrophe) return text;
  return withoutTextMark(text)
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0\u2007\u202f]+/g, ' ')
    .trim();
}

const apostrophe = 39;

/** «'080140594909»: the sign that makes a number a text in Excel, typed into the cell itself; a pair of them are quotes. */
const withoutTextMark = (text: string): string => text.replace(/^\s*'(?=[^']+$)/u, '');

function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  return String(Number(value.toPrecision(12)));
}
