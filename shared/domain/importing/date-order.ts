import { isoDateOf } from '../dates.ts';
import type { Cell, RawRow } from './cells.ts';

const figures = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|\s)/u;

type Figures = { readonly first: number; readonly sign: string; readonly second: number; readonly year: number };

function figuresOf(cell: Cell): Figures | null {
  const found = typeof cell === 'string' ? figures.exec(cell.trim()) : null;
  if (found === null) return null;
  const year = Number(found[4]);
  return {
    first: Number(found[1]),
    sign: found[2] ?? '',
    second: Number(found[3]),
    year: year < 100 ? 2000 + year : year,
  };
}

/**
 * The signs between which the dates of a list stand month first: with them some can only be read so, and none only the other way.
 * A program set to American dates writes 8/22/2024 for a date and leaves the typed «22.08.2024» beside it alone.
 */
export function monthFirstSigns(rows: readonly RawRow[], columns: readonly number[]): ReadonlySet<string> {
  const proved = new Set<string>();
  const refuted = new Set<string>();
  for (const { cells } of rows) {
    for (const column of columns) {
      const date = figuresOf(cells[column] ?? null);
      if (date === null) continue;
      if (date.first > 12) refuted.add(date.sign);
      else if (date.second > 12 && date.second <= 31) proved.add(date.sign);
    }
  }
  return new Set([...proved].filter(sign => !refuted.has(sign)));
}

/** A date written month first between one of the signs, as a date; null for any other cell. */
export function monthFirstDate(cell: Cell, signs: ReadonlySet<string>): { readonly date: string } | null {
  const found = figuresOf(cell);
  const date = found === null || !signs.has(found.sign) ? null : isoDateOf(found.year, found.first, found.second);
  return date === null ? null : { date };
}
