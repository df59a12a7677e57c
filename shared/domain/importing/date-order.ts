import { isoDateOf } from '../dates.ts';
import type { Cell, RawRow } from './cells.ts';

const figures = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|\s)/u;

type Figures = { readonly first: number; readonly second: number; readonly year: number };

function figuresOf(cell: Cell): Figures | null {
  const found = typeof cell === 'string' ? figures.exec(cell.trim()) : null;
  if (found === null) return null;
  const year = Number(found[4]);
  return { first: Number(found[1]), second: Number(found[3]), year: year < 100 ? 2000 + year : year };
}

/** Whether the dates in some columns of a list are written month first: some can only be read so, and none only the other way. */
export function isMonthFirst(rows: readonly RawRow[], columns: readonly number[]): boolean {
  let proved = false;
  for (const { cells } of rows) {
    for (const column of columns) {
      const date = figuresOf(cells[column] ?? null);
      if (date === null) continue;
      if (date.first > 12) return false;
      if (date.second > 12 && date.second <= 31) proved = true;
    }
  }
  return proved;
}

/** A date written month first as a date; null for any other cell. */
export function monthFirstDate(cell: Cell): { readonly date: string } | null {
  const found = figuresOf(cell);
  const date = found === null ? null : isoDateOf(found.year, found.first, found.second);
  return date === null ? null : { date };
}
