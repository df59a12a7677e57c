import type { Label } from '#shared/contract/history.ts';
import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import type { Ports } from '../ports.ts';
import { type EntityDefinition, entities, type RecordOf, records, type SearchEntry } from './entities.ts';
import { explainDatabaseFailure } from './failures.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { requireInPlace } from './in-place.ts';
import { fieldMap, fromRow, toColumn, toStored } from './mapping.ts';
import { batchDigest, beginSeal, fileNameDigest, lineDigest, newestSeal, type Sealing } from './seal.ts';
import { forgetRecord, indexRecord } from './search-index.ts';
import { renames, renewMentions } from './search-renewal.ts';

type Meta = 'id' | 'revision' | 'createdAt' | 'updatedAt';
/** A record without what the database adds; `id` only when it must be a given one (settings). */
export type NewRecord<E extends EntityName> = Omit<RecordOf<E>, Meta> & { readonly id?: string };
export type Patch<E extends EntityName> = Partial<Omit<RecordOf<E>, Meta>>;
/** `auto`: what the program adds by itself; it is audited, but not a step of undo. */
export type BatchKind = 'do' | 'undo' | 'redo' | 'auto';

/** The only way to change data: each call writes the row, its audit line and its search text together. */
export type Transaction = {
  readonly db: ReadDb;
  readonly now: string;
  readonly today: string;
  readonly batchId: string;
  /** `times`: «kept» leaves when the record was last changed as it is given; for records that come back from a full export. */
  readonly insert: <E extends EntityName>(entity: E, record: NewRecord<E>, times?: 'kept') => RecordOf<E>;
  /** Errors: notFound, stale when `revision` is given and is not the row's. A patch that changes nothing writes nothing. */
  readonly update: <E extends EntityName>(entity: E, id: string, patch: Patch<E>, revision?: number) => RecordOf<E>;
  /** Removes the record and what it owns. Errors: notFound, stale, inUse when another record refers to it. */
  readonly remove: <E extends EntityName>(entity: E, id: string, revision?: number) => void;
  /** Keeps the bytes of a printed file under their hash; the same bytes are kept once. */
  readonly keepFile: (file: { readonly hash: string; readonly name: string; readonly bytes: Uint8Array }) => void;
  /** Names the batch for the undo button and the history. */
  readonly label: (key: string, params?: Label['params']) => void;
  /** Keeps the batch out of undo: it is in the history, but Ctrl+Z passes it by (appearance, the first start). */
  readonly aside: () => void;
};

export type Change = {
  readonly seq: number;
  readonly entity: EntityName;
  readonly entityId: string;
  readonly action: 'insert' | 'update' | 'delete';
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};

const metaFields: readonly string[] = ['id', 'revision', 'createdAt', 'updatedAt'];

/** Reads one record; undefined when there is none. */
export function readRecord<E extends EntityName>(db: ReadDb, entity: E, id: string): RecordOf<E> | undefined {
  const row = db.get<Record<string, unknown>>(`SELECT * FROM ${entities[entity].table} WHERE id = ?`, id);
  return row === undefined ? undefined : (fromRow(records[entity], row) as RecordOf<E>);
}

/** Reads one record. Errors: notFound. */
export function requireRecord<E extends EntityName>(db: ReadDb, entity: E, id: string): RecordOf<E> {
  const record = readRecord(db, entity, id);
  if (record === undefined) throw new AppError('notFound', { entity });
  return record;
}

const insertStatements = new Map<EntityName, string>();

function insertStatement(entity: EntityName, derived: readonly string[]): string {
  const known = insertStatements.get(entity);
  if (known !== undefined) return known;
  const columns = [...fieldMap(records[entity]).map(field => field.column), ...derived.map(toColumn)];
  const sql = `INSERT INTO ${entities[entity].table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  insertStatements.set(entity, sql);
  return sql;
}

const equal = (left: unknown, right: unknown): boolean =>
  left === right || (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right));

/** Whether any other record points at this one, and from where. */
function referrer(db: ReadDb, entity: EntityName, id: string): EntityName | undefined {
  for (const other of entityNames) {
    const { table, references, ownedBy } = entities[other];
    for (const [field, target] of Object.entries(references)) {
      if (target !== entity || field === ownedBy) continue;
      if (db.value(`SELECT 1 FROM ${table} WHERE ${toColumn(field)} = ? LIMIT 1`, id) !== undefined) return other;
    }
  }
  return undefined;
}

type Outcome<T> = { readonly value: T; readonly changed: readonly EntityName[]; readonly batchId: string | null };
type BatchOptions = { readonly kind?: BatchKind; readonly targetId?: string };

/**
 * Runs a command in one transaction: everything it writes becomes one batch with one label, or nothing is written.
 * Errors: databaseGone, diskFull and the like.
 */
export function runBatch<T>(
  db: WriteDb,
  ports: Ports,
  run: (tx: Transaction) => T,
  options: BatchOptions = {},
): Outcome<T> {
  const changed = new Set<EntityName>();
  let batchId: string | null = null;
  requireInPlace(db);
  const value = explained(db, () =>
    db.transaction(() => {
      const now = ports.clock.now();
      const id = ports.ids.next();
      const actor = ports.actor();
      const targetId = options.targetId ?? null;
      let label: Label = { key: 'changed', params: {} };
      let kind: BatchKind = options.kind ?? 'do';
      let sealing: Sealing | null = null;
      const openBatch = (): Sealing => {
        if (sealing !== null) return sealing;
        sealing = beginSeal(newestSeal(db));
        db.run(
          "INSERT INTO batch (id, at, actor, label, kind, target_id) VALUES (?, ?, ?, '{}', ?, ?)",
          id,
          now,
          actor,
          kind,
          targetId,
        );
        batchId = id;
        return sealing;
      };
      const closeBatch = (): void => {
        if (sealing === null) return;
        const said = JSON.stringify(label);
        const digest = batchDigest({ id, at: now, actor, label: said, kind, targetId });
        const seal = sealing.close(digest);
        db.run('UPDATE batch SET label = ?, kind = ?, digest = ?, seal = ? WHERE id = ?', said, kind, digest, seal, id);
        if (targetId !== null) db.run('UPDATE batch SET reversed_by = ? WHERE id = ?', id, targetId);
      };
      const audit = (
        entity: EntityName,
        entityId: string,
        title: string,
        action: Change['action'],
        before: unknown,
        after: unknown,
      ): void => {
        const line = {
          batchId: id,
          entity,
          entityId,
          title,
          action,
          before: before === null ? null : JSON.stringify(before),
          after: after === null ? null : JSON.stringify(after),
        };
        const digest = lineDigest(line);
        openBatch().add(digest);
        db.run(
          'INSERT INTO audit (batch_id, entity, entity_id, title, action, before, after, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          id,
          entity,
          entityId,
          title,
          action,
          line.before,
          line.after,
          digest,
        );
        changed.add(entity);
      };
      const index = <E extends EntityName>(
        entity: E,
        record: RecordOf<E>,
        known?: 'fresh' | { readonly line: SearchEntry | undefined },
      ): string => {
        const definition: EntityDefinition<E> = entities[entity];
        const entry = definition.search?.(record, db);
        // Most edits change no word that is searched for; to write the same line anew was a third of such an edit.
        const stands = typeof known === 'object' && equal(known.line, entry);
        if (entry !== undefined && !stands)
          indexRecord(db, entity, record.id, entry, known === 'fresh' ? known : undefined);
        return definition.title(record, db);
      };

      const tx: Transaction = {
        db,
        now,
        today: ports.clock.today(),
        batchId: id,
        insert: <E extends EntityName>(entity: E, fields: NewRecord<E>, times?: 'kept'): RecordOf<E> => {
          const definition: EntityDefinition<E> = entities[entity];
          const given = fields as Readonly<Record<string, unknown>>;
          const record = {
            ...given,
            id: fields.id ?? ports.ids.next(),
            revision: typeof given['revision'] === 'number' ? given['revision'] : 0,
            createdAt: typeof given['createdAt'] === 'string' ? given['createdAt'] : now,
            updatedAt: times === 'kept' && typeof given['updatedAt'] === 'string' ? given['updatedAt'] : now,
          } as RecordOf<E> & { readonly id: string };
          const derived = definition.derive?.(record) ?? {};
          const values = record as Readonly<Record<string, unknown>>;
          db.run(
            insertStatement(entity, Object.keys(derived)),
            ...fieldMap(records[entity]).map(({ field, kind }) => toStored(kind, values[field])),
            ...Object.values(derived),
          );
          definition.recompute?.(record, db);
          const title = index(entity, record, fields.id === undefined ? 'fresh' : undefined);
          audit(entity, record.id, title, 'insert', null, withoutEmpty(record));
          return record;
        },
        update: <E extends EntityName>(
          entity: E,
          entityId: string,
          patch: Patch<E>,
          revision?: number,
        ): RecordOf<E> => {
          const definition: EntityDefinition<E> = entities[entity];
          const current = requireRecord(db, entity, entityId);
          if (revision !== undefined && revision !== current.revision) throw new AppError('stale', { entity });
          const held = current as Readonly<Record<string, unknown>>;
          const differing = fieldMap(records[entity]).filter(
            ({ field }) =>
              field in patch &&
              !metaFields.includes(field) &&
              !equal(held[field], (patch as Record<string, unknown>)[field] ?? null),
          );
          if (differing.length === 0) return current;
          const next = { ...current, revision: current.revision + 1, updatedAt: now } as RecordOf<E> &
            Record<string, unknown>;
          const before: Record<string, unknown> = {};
          const after: Record<string, unknown> = {};
          for (const { field } of differing) {
            before[field] = held[field];
            after[field] = (patch as Record<string, unknown>)[field] ?? null;
            (next as Record<string, unknown>)[field] = after[field];
          }
          const line = definition.search?.(current, db);
          const derived = definition.derive?.(next) ?? {};
          const assignments = [
            ...differing.map(field => field.column),
            'revision',
            'updated_at',
            ...Object.keys(derived).map(toColumn),
          ];
          db.run(
            `UPDATE ${definition.table} SET ${assignments.map(column => `${column} = ?`).join(', ')} WHERE id = ?`,
            ...differing.map(({ field, kind }) => toStored(kind, after[field])),
            next.revision,
            now,
            ...Object.values(derived),
            entityId,
          );
          // What was computed from it under the record it belonged to before is computed again too.
          if (differing.some(({ field }) => field in definition.references)) definition.recompute?.(current, db);
          definition.recompute?.(next, db);
          audit(entity, entityId, index(entity, next, { line }), 'update', before, after);
          if (renames(entity, Object.keys(after))) renewMentions(db, entity, entityId);
          return next;
        },
        remove: <E extends EntityName>(entity: E, entityId: string, revision?: number): void => {
          const definition: EntityDefinition<E> = entities[entity];
          const current = requireRecord(db, entity, entityId);
          if (revision !== undefined && revision !== current.revision) throw new AppError('stale', { entity });
          for (const other of entityNames) {
            const { ownedBy, references, table } = entities[other];
            if (ownedBy === undefined || references[ownedBy] !== entity) continue;
            for (const owned of db.column<string>(`SELECT id FROM ${table} WHERE ${toColumn(ownedBy)} = ?`, entityId))
              tx.remove(other, owned);
          }
          for (const other of entityNames) {
            const { attached, table } = entities[other];
            if (attached !== true) continue;
            for (const hanging of db.column<string>(
              `SELECT id FROM ${table} WHERE entity = ? AND entity_id = ?`,
              entity,
              entityId,
            ))
              tx.remove(other, hanging);
          }
          const title = definition.title(current, db);
          const by = referrer(db, entity, entityId);
          if (by !== undefined) throw new AppError('inUse', { entity, title, by });
          db.run(`DELETE FROM ${definition.table} WHERE id = ?`, entityId);
          if (definition.search !== undefined) forgetRecord(db, entity, entityId);
          definition.recompute?.(current, db);
          audit(entity, entityId, title, 'delete', withoutEmpty(current), null);
        },
        keepFile: file => {
          db.run(
            'INSERT OR IGNORE INTO letter_file (hash, name, bytes, name_digest) VALUES (?, ?, ?, ?)',
            file.hash,
            file.name,
            file.bytes,
            fileNameDigest(file.hash, file.name),
          );
        },
        aside: () => {
          kind = 'auto';
        },
        label: (key, params = {}) => {
          label = { key, params };
        },
      };
      const result = run(tx);
      closeBatch();
      return result;
    }),
  );
  return { value, changed: [...changed], batchId };
}

/** A refusal by SQLite itself, as the officer can understand it; null when it is none. */
export function refusalOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const code = (error as { code?: unknown }).code;
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') return new AppError('duplicate');
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new AppError('inUse', { entity: '', title: '', by: '' });
  return null;
}

function explained<T>(db: WriteDb, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw refusalOf(error) ?? explainDatabaseFailure(error, db.file);
  }
}

/** Empty fields are left out of the audit: a missing field and null mean the same. */
function withoutEmpty(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const filled: Record<string, unknown> = {};
  for (const field in record) if (record[field] !== null) filled[field] = record[field];
  return filled;
}
