import type { EntityName } from '#shared/contract/procedure.ts';
import { type RecordOf, records } from '../database/entities.ts';
import type { NewRecord, Transaction } from '../database/records.ts';

/** Fields that must be given, and any of the others. */
export type Given<E extends EntityName> = {
  readonly [K in keyof NewRecord<E> as null extends NewRecord<E>[K] ? never : K]: NewRecord<E>[K];
} & Partial<NewRecord<E>>;

const meta: readonly string[] = ['id', 'revision', 'createdAt', 'updatedAt'];
const empty = new Map<EntityName, Readonly<Record<string, null>>>();

function emptyFields(entity: EntityName): Readonly<Record<string, null>> {
  const known = empty.get(entity);
  if (known !== undefined) return known;
  const fields = Object.fromEntries(
    Object.keys(records[entity].shape)
      .filter(field => !meta.includes(field))
      .map(field => [field, null] as const),
  );
  empty.set(entity, fields);
  return fields;
}

/** Inserts a record; fields that are not given stay empty. */
export function addRecord<E extends EntityName>(tx: Transaction, entity: E, given: Given<E>): RecordOf<E> {
  return tx.insert(entity, { ...emptyFields(entity), ...given } as unknown as NewRecord<E>);
}
