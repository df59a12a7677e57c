import { maskIinsIn } from '#shared/domain/masked-iin.ts';
import type { ReadDb } from './handles.ts';

/** The setting, stored as JSON. It depends on no row, so SQLite reads it once per statement. */
const isOn = `(SELECT value FROM setting WHERE id = 'iinInLists') = '"masked"'`;
const dots = '•'.repeat(20);

/** `maskIin` in SQL. */
const masked = (column: string): string =>
  `CASE WHEN length(${column}) > 4 THEN substr(${column}, 1, 2) || substr('${dots}', 1, length(${column}) - 4) || substr(${column}, -2)
    ELSE substr('${dots}', 1, length(${column})) END`;

/** The IIN of a student as lists show it: masked when the officer wants it so. */
export const iinSql = (column: string): string => `CASE WHEN ${isOn} THEN ${masked(column)} ELSE ${column} END`;

/** The number of a firm as lists show it: that of a sole proprietor is an IIN, and may be masked. */
export const binSql = (column: string): string =>
  `CASE WHEN ${isOn} AND length(${column}) = 12 AND substr(${column}, 5, 1) IN ('0', '1', '2', '3') THEN ${masked(column)} ELSE ${column} END`;

/** Masks the IINs in texts about a person or a firm, when the officer wants it so. */
export function iinMasker(db: ReadDb): (text: string) => string {
  return db.value<number>(`SELECT ${isOn}`) === 1 ? maskIinsIn : text => text;
}
