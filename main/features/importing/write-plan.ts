import type { EntityName } from '#shared/contract/procedure.ts';
import { newIdMark, type Operation } from '#shared/domain/importing/ledger.ts';
import { records } from '../../database/entities.ts';
import { fieldMap } from '../../database/mapping.ts';
import type { Transaction } from '../../database/records.ts';

const meta = new Set(['id', 'revision', 'createdAt', 'updatedAt']);

/** Carries out the operations of a plan in their order. Answers with the ids that the passing ids of new records have become. */
export function writePlan(
  tx: Transaction,
  operations: readonly Operation[],
  step: () => void,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const settled = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(newIdMark) ? (ids.get(value) ?? null) : value;
  for (const { kind, entity, id, values } of operations) {
    step();
    const written: Record<string, unknown> = kind === 'insert' ? { ...emptyRecord(entity) } : {};
    for (const field in values) written[field] = settled(values[field]);
    if (kind === 'insert') {
      const record = tx.insert(entity, written);
      ids.set(id, (record as { readonly id: string }).id);
    } else {
      tx.update(entity, id, written);
    }
  }
  return ids;
}

const emptyRecords = new Map<EntityName, Readonly<Record<string, null>>>();

/** Every field of a record, empty. */
function emptyRecord(entity: EntityName): Readonly<Record<string, null>> {
  const known = emptyRecords.get(entity);
  if (known !== undefined) return known;
  const fields = fieldMap(records[entity]).filter(({ field }) => !meta.has(field));
  const empty = Object.fromEntries(fields.map(({ field }) => [field, null]));
  emptyRecords.set(entity, empty);
  return empty;
}
