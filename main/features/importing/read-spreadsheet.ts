import * as sheetjs from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import type { BookFormat, Cell, MergedRange, RawRow, RawSheet } from '#shared/domain/importing/cells.ts';
import { isBlank } from '#shared/domain/importing/cells.ts';
import { AppError } from '#shared/result.ts';
import { maxColumns, maxRows } from './limits.ts';

/** Sheets of an .xlsx workbook; a file that strays from the standard gets a second, more forgiving reader. */
export async function readModernWorkbook(bytes: Uint8Array): Promise<readonly RawSheet[]> {
  try {
    return await readWithHucre(bytes);
  } catch (error) {
    if (error instanceof AppError) throw error;
    return readLegacyWorkbook(bytes);
  }
}

async function readWithHucre(bytes: Uint8Array): Promise<readonly RawSheet[]> {
  const book = await readXlsx(bytes, { dateSystem: 'auto' });
  return book.sheets.map(sheet => {
    const values: readonly (readonly unknown[])[] = sheet.rows;
    const grid = values.map(row => row.slice(0, maxColumns).map(toCell));
    const merges = (sheet.merges ?? []).map(range => ({
      top: range.startRow + 1,
      left: range.startCol,
      bottom: range.endRow + 1,
      right: range.endCol,
    }));
    const hidden = sheet.hidden === true || sheet.veryHidden === true;
    return toSheet(sheet.name, hidden, numberRows(grid), merges);
  });
}

/** Sheets of .xls, .xlsb, .ods and of the HTML or XML tables that programs save under the name .xls. */
export function readLegacyWorkbook(input: Uint8Array | string): readonly RawSheet[] {
  const options: sheetjs.ParsingOptions = {
    cellDates: false,
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    cellText: true,
    dense: true,
    bookVBA: false,
    raw: true,
    sheetRows: maxRows + 1,
  };
  const book =
    typeof input === 'string'
      ? sheetjs.read(input, { ...options, type: 'string' })
      : sheetjs.read(input, { ...options, type: 'array' });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((name, position) => {
    const sheet = book.Sheets[name];
    const data: unknown = sheet?.['!data'];
    if (sheet === undefined || !Array.isArray(data)) return [];
    const rows: RawRow[] = [];
    data.forEach((line: unknown, index) => {
      if (!Array.isArray(line)) return;
      const cells = line.slice(0, maxColumns);
      // A line may have holes; only an index loop sees them.
      const row = Array.from({ length: cells.length }, (_, column) => legacyCell(cells[column], date1904));
      rows.push({ number: index + 1, cells: row });
    });
    const merges = (sheet['!merges'] ?? []).map(range => ({
      top: range.s.r + 1,
      left: range.s.c,
      bottom: range.e.r + 1,
      right: range.e.c,
    }));
    const hidden = (book.Workbook?.Sheets?.[position]?.Hidden ?? 0) !== 0;
    return [toSheet(name, hidden, rows, merges)];
  });
}

function legacyCell(value: unknown, date1904: boolean): Cell {
  if (typeof value !== 'object' || value === null) return null;
  const cell = value as sheetjs.CellObject;
  if (cell.t === 'e') return { error: cell.w ?? '#N/A' };
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : '';
    if (format === '' || !sheetjs.SSF.is_date(format)) return cell.v;
    const parts = sheetjs.SSF.parse_date_code(cell.v, { date1904 });
    return parts === null || parts === undefined
      ? cell.v
      : dateCell(parts.y, parts.m, parts.d, parts.H, parts.M, Math.round(parts.S), cell.v < 1);
  }
  return toCell(cell.v ?? null);
}

function toCell(value: unknown): Cell {
  if (typeof value === 'string') {
    const text = value.replace(/^\s*="([^"]*)"/, '$1');
    if (/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|Н\/Д|ССЫЛКА!|ЗНАЧ!|ДЕЛ\/0!|ИМЯ\?)$/i.test(text)) {
      return { error: text };
    }
    return text.trim() === '' ? null : text;
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (value instanceof Date) {
    // Stored days are UTC midnights; half a second takes up the rounding of the serial number.
    const moment = new Date(value.getTime() + 500);
    if (Number.isNaN(moment.getTime())) return null;
    return dateCell(
      moment.getUTCFullYear(),
      moment.getUTCMonth() + 1,
      moment.getUTCDate(),
      moment.getUTCHours(),
      moment.getUTCMinutes(),
      moment.getUTCSeconds(),
      moment.getUTCFullYear() < 1900 || (moment.getUTCFullYear() === 1900 && moment.getUTCMonth() === 0),
    );
  }
  return null;
}

function dateCell(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  onlyTime: boolean,
): Cell {
  const time = `${pad(hour)}:${pad(minute)}${second === 0 ? '' : `:${pad(second)}`}`;
  if (onlyTime) return time;
  const date = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return hour === 0 && minute === 0 && second === 0 ? { date } : { date, time };
}

function numberRows(grid: readonly (readonly Cell[])[]): readonly RawRow[] {
  return grid.map((cells, index) => ({ number: index + 1, cells }));
}

function toSheet(name: string, hidden: boolean, allRows: readonly RawRow[], merges: readonly MergedRange[]): RawSheet {
  const filled = fillMergedColumns(allRows, merges);
  const rows = filled
    .map(row => ({ number: row.number, cells: trimEnd(row.cells) }))
    .filter(row => row.cells.length > 0);
  if (rows.length > maxRows) throw new AppError('fileTooLarge');
  return { name, hidden, rows, merges };
}

/**
 * A value merged down over several rows stands for each of them (a firm over its students). Only rows that have something of
 * their own take it, and only in the first column of the range: a merged title stays where it is.
 */
function fillMergedColumns(rows: readonly RawRow[], merges: readonly MergedRange[]): readonly RawRow[] {
  const tall = merges.filter(range => range.bottom > range.top).slice(0, 20_000);
  if (tall.length === 0) return rows;
  const byNumber = new Map(rows.map(row => [row.number, row]));
  const filled = new Map<number, Cell[]>();
  for (const range of tall) {
    const value = byNumber.get(range.top)?.cells[range.left];
    if (value === undefined || isBlank(value)) continue;
    for (let number = range.top + 1; number <= Math.min(range.bottom, range.top + 5_000); number++) {
      const row = byNumber.get(number);
      if (row === undefined || row.cells.every(isBlank)) continue;
      const cells = filled.get(number) ?? [...row.cells];
      while (cells.length <= range.left) cells.push(null);
      if (isBlank(cells[range.left])) cells[range.left] = value;
      filled.set(number, cells);
    }
  }
  return rows.map(row => ({ number: row.number, cells: filled.get(row.number) ?? row.cells }));
}

function trimEnd(cells: readonly Cell[]): readonly Cell[] {
  let length = cells.length;
  while (length > 0 && isBlank(cells[length - 1])) length--;
  return length === cells.length ? cells : cells.slice(0, length);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** The format a legacy reader was given, by the first bytes of its file. */
export function legacyFormat(text: string): BookFormat {
  return /<table/i.test(text) ? 'html' : 'xml';
}
