import type { EntityName } from '#shared/contract/procedure.ts';
import { fold, searchTerms } from '#shared/domain/folding.ts';
import { otherSpellings } from '#shared/domain/spellings.ts';
import type { SearchEntry } from './entities.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { nameSql } from './localized-name.ts';

/**
 * Puts a record's text into the index, replacing what stood there. In statements of one row each: an upsert with RETURNING
 * opens a savepoint, and FTS5 writes its pending words to disk at each (75 µs instead of 6 for a row of a large import).
 */
export function indexRecord(
  db: WriteDb,
  entity: EntityName,
  id: string,
  { title, detail, text }: SearchEntry,
  /** «fresh»: an id just given, which the index cannot know. */
  known?: 'fresh',
): void {
  const find = 'SELECT row FROM search_document WHERE entity = ? AND entity_id = ?';
  let row = known === 'fresh' ? undefined : db.value<number>(find, entity, id);
  if (row === undefined) {
    const insert = 'INSERT INTO search_document (entity, entity_id, title, detail) VALUES (?, ?, ?, ?)';
    row = db.run(insert, entity, id, title, detail).lastRow;
  } else {
    db.run('UPDATE search_document SET title = ?, detail = ? WHERE row = ?', title, detail, row);
  }
  db.run('INSERT OR REPLACE INTO search_index (rowid, kind, text) VALUES (?, ?, ?)', row, entity, fold(text));
}

/** Takes a record out of the index. */
export function forgetRecord(db: WriteDb, entity: EntityName, id: string): void {
  const row = db.value<number>(
    'DELETE FROM search_document WHERE entity = ? AND entity_id = ? RETURNING row',
    entity,
    id,
  );
  if (row !== undefined) db.run('DELETE FROM search_index WHERE rowid = ?', row);
}

/**
 * The FTS5 expression that finds every word of the query at the beginning of a word; null when nothing is asked. A number
 * typed in groups, such as a phone number, is also looked for as one. `alike`: a name is also found in the spelling of the other
 * language, Жусупов as Жүсіпов, and typed in Latin letters.
 */
export function matchExpression(query: string, entity?: EntityName, alike = true): string | null {
  const terms = searchTerms(query);
  if (terms.length === 0) return null;
  const all = terms.map(alike ? anySpelling : quoted).join(' AND ');
  const text = [`(${all})`, ...numbersIn(query).map(quoted)].join(' OR ');
  return entity === undefined ? `text : (${text})` : `kind : "${entity}" AND text : (${text})`;
}

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"*`;

const anySpelling = (term: string): string => {
  const spellings = [term, ...otherSpellings(term)];
  return spellings.length === 1 ? quoted(term) : `(${spellings.map(quoted).join(' OR ')})`;
};

/** «8 (705) 725-51» → 870572551, and 770572551 as phone numbers are kept, with the country code. */
function numbersIn(query: string): readonly string[] {
  if (!/^\+?[\d\s()-]+$/u.test(query.trim())) return [];
  const digits = query.replace(/\D/gu, '');
  if (digits.length < 5) return [];
  return [...new Set([digits, `7${digits}`, digits.replace(/^8/u, '7')])];
}

/** Whether words stand in more records of a kind than `few`; it stops counting there. */
export function findsMoreThan(db: ReadDb, entity: EntityName, query: string, few: number): boolean {
  const expression = matchExpression(query, entity);
  if (expression === null) return false;
  const sql = 'SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)';
  return (db.value<number>(sql, expression, few + 1) ?? 0) > few;
}

/** Columns whose numbers are found by any part of them: the end of a phone number, the middle of an IIN. */
const numbered: Readonly<Partial<Record<EntityName, { readonly table: string; readonly columns: readonly string[] }>>> =
  {
    student: { table: 'student', columns: ['iin', 'phone', 'representative_phone'] },
    firm: { table: 'firm', columns: ['bin', 'phone'] },
    contact: { table: 'contact', columns: ['phone'] },
  };

/** As few digits as a part of a number is looked for by. */
const fewestDigits = 4;

/**
 * Ids of the records that carry a part of a number, as a query with its values; null when the words are no number or the kind
 * has none. No index finds the middle of a number: the one that
 * holds the numbers alone is read through, 30,000 students in 8 ms.
 */
export function numberQuery(
  query: string,
  entity: EntityName,
): { readonly sql: string; readonly values: readonly string[] } | null {
  const place = numbered[entity];
  if (place === undefined || !/^\+?[\d\s()-]+$/u.test(query.trim())) return null;
  const digits = query.replace(/\D/gu, '');
  if (digits.length < fewestDigits) return null;
  // «8 705 …» and «+7 705 …» are one number.
  const parts = [...new Set([digits, ...(digits.length > 6 ? [digits.replace(/^[78]/u, '')] : [])])];
  const tests = place.columns.flatMap(column => parts.map(part => ({ sql: `instr(${column}, ?) > 0`, part })));
  return {
    sql: `SELECT id FROM ${place.table} WHERE ${tests.map(({ sql }) => sql).join(' OR ')}`,
    values: tests.map(({ part }) => part),
  };
}

export type SearchHit = {
  readonly entity: EntityName;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
};

/** Firms and specialties under their name in the officer's language; it is read anew, so that no change of language rewrites the index. */
const titleSql = `coalesce(CASE d.entity
  WHEN 'firm' THEN (SELECT ${nameSql('f')} FROM firm f WHERE f.id = d.entity_id)
  WHEN 'specialty' THEN (SELECT s.code || ' ' || ${nameSql('s')} FROM specialty s WHERE s.id = d.entity_id) END, d.title)`;

/** A record as the search shows it; undefined for one that is gone or has no line in the index. */
export const hitOf = (db: ReadDb, entity: EntityName, id: string): SearchHit | undefined =>
  db.get<SearchHit>(
    `SELECT d.entity, d.entity_id AS id, ${titleSql} AS title, d.detail FROM search_document d WHERE d.entity = ? AND d.entity_id = ?`,
    entity,
    id,
  );

/** How many of the best matches are looked at for those whose own name is asked for. */
const looked = 300;

/**
 * Best matches over all records: the newest 2,000 that match are ranked by bm25; records that are named so come before
 * those that only mention the name.
 */
export function searchAll(db: ReadDb, query: string, limit: number): readonly SearchHit[] {
  const exact = matchExpression(query, undefined, false);
  const alike = matchExpression(query);
  if (exact === null || alike === null) return [];
  const hits = bestHits(db, exact, Math.max(limit, looked));
  const terms = searchTerms(query);
  const named = hits.filter(hit => isNamed(hit, terms));
  const found = [...named, ...hits.filter(hit => !named.includes(hit)), ...hitsByNumber(db, query, limit)];
  // Names in another spelling come after those that are written as typed.
  const more = alike === exact || found.length >= limit ? [] : bestHits(db, alike, limit * 2);
  const ordered = [...found, ...more];
  const first = new Map(ordered.toReversed().map(hit => [`${hit.entity} ${hit.id}`, hit]));
  return ordered.filter(hit => first.get(`${hit.entity} ${hit.id}`) === hit).slice(0, limit);
}

const bestHits = (db: ReadDb, expression: string, limit: number): readonly SearchHit[] =>
  db.all<SearchHit>(
    `SELECT d.entity, d.entity_id AS id, ${titleSql} AS title, d.detail
       FROM (SELECT rowid, rank FROM search_index WHERE search_index MATCH ?
              ORDER BY rowid DESC LIMIT 2000) hit JOIN search_document d ON d.row = hit.rowid
      ORDER BY hit.rank, d.row DESC LIMIT ?`,
    expression,
    limit,
  );

/** Records found by a part of a number, such as the last digits of a phone. */
function hitsByNumber(db: ReadDb, query: string, limit: number): readonly SearchHit[] {
  return (Object.keys(numbered) as EntityName[]).flatMap(entity => {
    const ids = numberQuery(query, entity);
    if (ids === null) return [];
    return db.all<SearchHit>(
      `SELECT d.entity, d.entity_id AS id, ${titleSql} AS title, d.detail FROM search_document d
        WHERE d.entity = '${entity}' AND d.entity_id IN (${ids.sql} LIMIT ?)`,
      ...ids.values,
      limit,
    );
  });
}

function isNamed(hit: SearchHit, terms: readonly string[]): boolean {
  const words = searchTerms(hit.title);
  return terms.every(term => words.some(own => own.startsWith(term)));
}
