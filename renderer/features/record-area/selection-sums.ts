import type { AnyRecord } from '#renderer/api/records.ts';
import type { Tools } from './descriptor.ts';

export type ColumnSum = { readonly key: string; readonly sum: number };

/** Numbers that say nothing when they are added up. */
const notAdded: ReadonlySet<string> = new Set(['course', 'position', 'overall', 'ageDays']);

/** What the numeric columns of rows add up to: columns that hold nothing but numbers, and at least one. */
export const sumsOf = (keys: readonly string[], rows: readonly AnyRecord[]): readonly ColumnSum[] =>
  keys.flatMap(key => {
    const given = rows.map(row => row[key] ?? null).filter(value => value !== null);
    const numbers = given.filter(value => typeof value === 'number');
    if (notAdded.has(key) || numbers.length === 0 || numbers.length < given.length) return [];
    return [{ key, sum: numbers.reduce((total, value) => total + value, 0) }];
  });

/** A sum as it is read: money where the column holds tiyn, a number elsewhere. */
export const sumText = ({ locale }: Pick<Tools, 'locale'>, { key, sum }: ColumnSum): string =>
  key.endsWith('Minor') ? locale.money(sum) : locale.number(sum);
