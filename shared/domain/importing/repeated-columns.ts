import { fold } from '../folding.ts';
import type { ColumnProfile } from './content.ts';
import { groupMark } from './match-headings.ts';
import { schoolPeriod } from './text-dates.ts';
import { findValueInside, practiceTypes } from './values.ts';

/** A column that tells of a further record what another column tells of the first. */
export type RepeatedColumn = { readonly like: number; readonly record: number };

/** Columns that come more than once, such as a firm for each half of the year. */
export type RepeatedColumns = {
  readonly columns: ReadonlyMap<number, RepeatedColumn>;
  /** The firms of the first records; null when nothing repeats. */
  readonly lead: number | null;
  /** What stands above the columns of each record: «Учебная практика», «1 семестр». */
  readonly titles: readonly string[];
};

const nothingRepeated: RepeatedColumns = { columns: new Map(), lead: null, titles: [] };

/** From this share of firms on a column is one of firms. */
const shareOfFirms = 0.4;

/** Finds lots of columns that repeat, each with a firm: «Предприятие, сроки, предприятие, сроки» or a column of firms for each half. */
export function repeatedColumns(headings: readonly string[], profiles: readonly ColumnProfile[]): RepeatedColumns {
  const firms = headings.flatMap((heading, column) =>
    heading !== '' && (profiles[column]?.shares.firmName ?? 0) > shareOfFirms ? [column] : [],
  );
  const [lead] = firms;
  if (lead === undefined || firms.length < 2) return nothingRepeated;
  const titles = firms.map(column => groupOf(headings[column] ?? '') ?? headings[column] ?? '');
  const alike = firms.every(column => wordsOf(headings[column]) === wordsOf(headings[lead]));
  if (!alike && !titles.every(namesRecord)) return nothingRepeated;
  const columns = new Map(firms.slice(1).map((column, index) => [column, { like: lead, record: index + 1 }]));
  const seen = new Map<string, number[]>();
  headings.forEach((heading, column) => {
    if (heading !== '' && !firms.includes(column))
      seen.set(wordsOf(heading), [...(seen.get(wordsOf(heading)) ?? []), column]);
  });
  for (const [like, ...others] of seen.values()) {
    if (like === undefined || others.length !== firms.length - 1) continue;
    others.forEach((column, index) => columns.set(column, { like, record: index + 1 }));
  }
  return { columns, lead, titles };
}

/** The heading of a group stands above the column, or before it as workbooks of refused rows have it. */
const groupEnd = new RegExp(`${groupMark}|:\\s`, 'u');

function groupOf(heading: string): string | null {
  const parts = heading.split(groupEnd);
  return parts.length > 1 ? (parts[0] ?? null) : null;
}

/** The words of a heading below its group, without what numbers it. */
const wordsOf = (heading = ''): string =>
  (fold(heading.split(groupEnd).at(-1) ?? '').match(/\p{L}{2,}/gu) ?? []).join(' ');

/** A kind of practice or a part of the school year. */
const namesRecord = (title: string): boolean =>
  findValueInside(practiceTypes, title) !== null || schoolPeriod(title, ['2025-2026 уч. год']) !== null;
