import type { ReadDb } from './handles.ts';

/** The language of the screen, stored as JSON. It depends on no row, so SQLite reads it once per statement. */
const language = "(SELECT value FROM setting WHERE id = 'language')";

/** The name of the row `alias` in the officer's language: the Kazakh one when it is filled in, otherwise the Russian one. */
export const nameSql = (alias: string): string =>
  `(CASE ${language} WHEN '"kk"' THEN ifnull(nullif(${alias}.name_kk, ''), ${alias}.name_ru) ELSE ${alias}.name_ru END)`;

/** The name of a dictionary entry, which may have an English one too. */
export const entryNameSql = (alias: string): string =>
  `(CASE ${language} WHEN '"kk"' THEN ifnull(nullif(${alias}.name_kk, ''), ${alias}.name_ru)
     WHEN '"en"' THEN ifnull(nullif(${alias}.name_en, ''), ${alias}.name_ru) ELSE ${alias}.name_ru END)`;

/** Whether names are shown and sorted in Kazakh. */
const isKazakh = (db: ReadDb): boolean =>
  db.value<string>("SELECT value FROM setting WHERE id = 'language'") === '"kk"';

/** The same choice for a record that has been read. */
export const nameOf = (
  db: ReadDb,
  record: { readonly nameRu: string; readonly nameKk: string | null } | undefined,
): string => (isKazakh(db) ? record?.nameKk : null) || (record?.nameRu ?? '');

/** The column that sorts firms by the name they are shown under; an index walks each. */
export const firmSortKey = (db: ReadDb): 'sort_key' | 'sort_key_kk' => (isKazakh(db) ? 'sort_key_kk' : 'sort_key');

/** The place of the firm a column names among all firms, as an expression of its own. */
export const firmOrderSql = (db: ReadDb, column: string): string =>
  `(SELECT ${firmSortKey(db)} FROM firm WHERE id = ${column})`;
