import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { rebuildAgreementVersions } from './agreement-versions.ts';
import { type EntityDefinition, entities, type RecordOf, records } from './entities.ts';
import type { WriteDb } from './handles.ts';
import { fromRow, toColumn } from './mapping.ts';
import { indexRecord } from './search-index.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Mention = { readonly entity: EntityName; readonly sql: string };

const mentions = new Map<EntityName, readonly Mention[]>();

/** Where records of a kind are named in the search lines of others. */
function mentionsOf(target: EntityName): readonly Mention[] {
  const known = mentions.get(target);
  if (known !== undefined) return known;
  const found = entityNames.flatMap(entity => {
    const { table, references, mentions: fields = [] } = entities[entity];
    return fields
      .filter(field => references[field] === target)
      .map(field => ({ entity, sql: `SELECT * FROM ${table} WHERE ${toColumn(field)} = ?` }));
  });
  mentions.set(target, found);
  return found;
}

/** Whether a change of these fields alters how the search lines of other records name this one. */
export const renames = (entity: EntityName, fields: readonly string[]): boolean =>
  entities[entity].calledBy?.some(field => fields.includes(field)) === true;

function renewLine<E extends EntityName>(db: WriteDb, entity: E, row: Row): void {
  const definition: EntityDefinition<E> = entities[entity];
  if (definition.search === undefined) return;
  const record = fromRow(records[entity], row) as RecordOf<E>;
  indexRecord(db, entity, row.id, definition.search(record, db));
}

/**
 * Writes anew the search lines that name a record: those of the records that refer to it and, through a record without a line of
 * its own (a placement), those behind it. One line costs about 25 µs; nothing else is read.
 */
export function renewMentions(db: WriteDb, entity: EntityName, id: string): void {
  for (const { entity: other, sql } of mentionsOf(entity))
    for (const row of db.all<Row>(sql, id)) {
      renewLine(db, other, row);
      if (entities[other].search === undefined) renewMentions(db, other, row.id);
    }
}

const rowsAtOnce = 200;

/**
 * Writes everything anew that is computed from the records: sort keys, versions of agreements, lines of the search. For a file
 * whose computed values lag behind; no record and no history changes. `turn` runs each part in a transaction of its own.
 */
export async function renewComputed(db: WriteDb, turn: (part: () => void) => Promise<void>): Promise<void> {
  for (const entity of entityNames) {
    const { table } = entities[entity];
    const ids = db.column<string>(`SELECT id FROM ${table}`);
    const renew = (id: string): void => {
      const row = db.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id);
      if (row !== undefined) renewRow(db, entity, row); // else removed meanwhile
    };
    for (let at = 0; at < ids.length; at += rowsAtOnce) {
      const part = (): void => ids.slice(at, at + rowsAtOnce).forEach(renew);
      // oxlint-disable-next-line no-await-in-loop -- the officer's work gets its turn between two parts
      await turn(() => db.transaction(part));
    }
  }
  await turn(() => db.transaction(() => dropOrphans(db)));
}

function renewRow<E extends EntityName>(db: WriteDb, entity: E, row: Row): void {
  const definition: EntityDefinition<E> = entities[entity];
  const record = fromRow(records[entity], row) as RecordOf<E>;
  const lagging = Object.entries(definition.derive?.(record) ?? {})
    .map(([field, value]) => [toColumn(field), value] as const)
    .filter(([column, value]) => row[column] !== value);
  for (const [column, value] of lagging)
    db.run(`UPDATE ${definition.table} SET ${column} = ? WHERE id = ?`, value, row.id);
  if (entity === 'agreement') rebuildAgreementVersions(db, row.id);
  renewLine(db, entity, row);
}

/** Takes out of the search what no record stands behind: lines, then words without a line. */
function dropOrphans(db: WriteDb): void {
  for (const entity of entityNames) {
    const { table, search } = entities[entity];
    const standing = search === undefined ? '' : `AND entity_id NOT IN (SELECT id FROM ${table})`;
    db.run(`DELETE FROM search_document WHERE entity = ? ${standing}`, entity);
  }
  const wordless = 'SELECT id FROM search_index_docsize WHERE id NOT IN (SELECT row FROM search_document)';
  for (const row of db.column<number>(wordless)) db.run('DELETE FROM search_index WHERE rowid = ?', row);
}
