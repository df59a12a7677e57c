import type { Cell, MergedRange, RawRow, RawSheet } from '#shared/domain/importing/cells.ts';
import { isBlank } from '#shared/domain/importing/cells.ts';
import { AppError } from '#shared/result.ts';
import { maxRows } from './limits.ts';

/** A value as a library gives it, as a cell. */
export function toCell(value: unknown): Cell {
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

/** A moment of a calendar as a cell; without its day when only a time is meant. */
export function dateCell(
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

/** A sheet without its blank rows, the values of tall merged cells in each of their rows. Errors: fileTooLarge. */
export function toSheet(
  name: string,
  hidden: boolean,
  allRows: readonly RawRow[],
  merges: readonly MergedRange[],
): RawSheet {
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
