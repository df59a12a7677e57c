import type { EntityName } from '#shared/contract/procedure.ts';
import type { Reference } from '#shared/contract/records.ts';
import type { z } from '#shared/contract/zod.ts';
import { AppError } from '#shared/result.ts';
import { entities, type RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { type ListRequest, type ListSpec, listIds, listPage } from '../../database/list-query.ts';
import { type NewRecord, requireRecord, type Transaction } from '../../database/records.ts';

/** How records are offered in pickers: two facts tell namesakes apart. */
export type PickSpec = {
  readonly title: string;
  readonly detail: string;
  /** Column that `within` narrows to, e.g. the firm of a contact. */
  readonly within?: string;
  readonly joins?: string;
};

export type Fields<E extends EntityName> = NewRecord<E>;

/** Checks and completes a record before it is written. Errors: validation (beside fields), needsConfirmation, duplicate. */
export type Prepare<E extends EntityName> = (
  tx: Transaction,
  next: Fields<E>,
  context: { readonly before: RecordOf<E> | null; readonly accepted: ReadonlySet<string> },
) => Fields<E>;

export type RecordFeature<E extends EntityName, Row extends z.ZodObject, Filter, Detail> = {
  readonly entity: E;
  /** The list as it stands on a day, `YYYY-MM-DD`. */
  readonly list: (today: string, db: ReadDb) => ListSpec<Row, Filter>;
  readonly pick: PickSpec;
  readonly detail: (db: ReadDb, record: RecordOf<E>, today: string) => Detail;
  /** Values for fields a new record does not bring along, such as its first state. */
  readonly initial?: Partial<RecordOf<E>>;
  readonly prepare?: Prepare<E>;
};

type PageRequest<Filter> = ListRequest<Filter> & { readonly offset: number; readonly limit: number };
type PickRequest = {
  readonly search: string;
  readonly ids?: readonly string[] | undefined;
  readonly within?: string | undefined;
};

/** Stops with the warnings the officer has not accepted yet; each code has a text under `warnings`. */
export function confirmWarnings(
  warnings: readonly string[],
  accepted: ReadonlySet<string>,
  fields?: Record<string, string>,
): void {
  const open = warnings.filter(code => !accepted.has(code));
  if (open.length > 0) throw new AppError('needsConfirmation', { warnings: open.join(',') }, fields);
}

/** Stops with messages beside fields, if there are any. */
export function refuseFields(fields: Readonly<Record<string, string>>): void {
  if (Object.keys(fields).length > 0) throw new AppError('validation', {}, fields);
}

const pickLimit = 30;

function pick<Row extends z.ZodObject, Filter>(
  db: ReadDb,
  list: ListSpec<Row, Filter>,
  spec: PickSpec,
  request: PickRequest,
): Reference[] {
  const { alias, from } = list;
  const where: string[] = [];
  const values: unknown[] = [];
  if (request.ids !== undefined) {
    where.push(`${alias}.id IN (SELECT value FROM json_each(?))`);
    values.push(JSON.stringify(request.ids));
  }
  if (request.within !== undefined && spec.within !== undefined) {
    where.push(`${spec.within} = ?`);
    values.push(request.within);
  }
  const searched = request.search.trim() === '' ? null : list.search?.(request.search);
  if (searched !== null && searched !== undefined) {
    where.push(searched.sql);
    values.push(...searched.values);
  }
  const order = list.sorts[list.defaultSort.field]?.by.join(', ') ?? `${alias}.id`;
  return db.all<Reference>(
    `SELECT ${alias}.id AS id, ${spec.title} AS title, ifnull(${spec.detail}, '') AS detail FROM ${from} ${spec.joins ?? list.joins ?? ''}
      ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`} ORDER BY ${order} LIMIT ?`,
    ...values,
    request.ids === undefined ? pickLimit : request.ids.length,
  );
}

type UpdateRequest = {
  readonly id: string;
  readonly revision: number;
  readonly patch: object;
  readonly accepted?: readonly string[] | undefined;
};

/** Changes a record by the rules of its kind. Errors: notFound, stale, validation, needsConfirmation. */
export function updateRecord<E extends EntityName>(
  tx: Transaction,
  entity: E,
  prepare: Prepare<E> | undefined,
  { id, revision, patch, accepted }: UpdateRequest,
): RecordOf<E> {
  const before = requireRecord(tx.db, entity, id);
  if (before.revision !== revision) throw new AppError('stale', { entity });
  const next = { ...before, ...patch } as unknown as Fields<E>;
  const checked = prepare === undefined ? next : prepare(tx, next, { before, accepted: new Set(accepted) });
  return tx.update(entity, id, checked, revision);
}

/** The use cases every kind of record has. */
export function recordUseCases<E extends EntityName, Row extends z.ZodObject, Filter, Detail>(
  feature: RecordFeature<E, Row, Filter, Detail>,
) {
  const { entity, list, prepare } = feature;
  const prepared = (
    tx: Transaction,
    next: Fields<E>,
    before: RecordOf<E> | null,
    accepted: readonly string[] | undefined,
  ): Fields<E> => (prepare === undefined ? next : prepare(tx, next, { before, accepted: new Set(accepted) }));
  const named = (tx: Transaction, key: string, record: RecordOf<E>): void =>
    tx.label(key, { entity, title: titleOf(tx.db, entity, record) });
  return {
    list: (db: ReadDb, request: PageRequest<Filter>, today: string) => listPage(db, list(today, db), request, today),
    ids: (db: ReadDb, request: ListRequest<Filter>, today: string) => listIds(db, list(today, db), request, today),
    pick: (db: ReadDb, request: PickRequest, today: string) => pick(db, list(today, db), feature.pick, request),
    get: (db: ReadDb, request: { readonly id: string }, today: string) =>
      feature.detail(db, requireRecord(db, entity, request.id), today),
    create: (tx: Transaction, { accepted, ...fields }: { readonly accepted?: string[] | undefined }) => {
      const record = tx.insert(
        entity,
        prepared(tx, { ...feature.initial, ...fields } as unknown as Fields<E>, null, accepted),
      );
      named(tx, 'created', record);
      return { id: record.id, revision: record.revision };
    },
    update: (tx: Transaction, request: UpdateRequest) => {
      const record = updateRecord(tx, entity, prepare, request);
      named(tx, 'updated', record);
      return { id: record.id, revision: record.revision };
    },
    remove: (tx: Transaction, request: { readonly id: string; readonly revision: number }) => {
      const before = requireRecord(tx.db, entity, request.id);
      named(tx, 'removed', before);
      tx.remove(entity, request.id, request.revision);
      return { id: request.id };
    },
  };
}

/** The name of a record as the history shows it. */
export function titleOf<E extends EntityName>(db: ReadDb, entity: E, record: RecordOf<E>): string {
  return entities[entity].title(record as never, db);
}
