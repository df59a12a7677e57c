import { createHash } from 'node:crypto';
import { entities, records } from '#main/database/entities.ts';
import type { NewRecord, Transaction } from '#main/database/records.ts';
import { inOrderOfReference } from '#main/features/transfer/merge-plan.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import type { z } from '#shared/contract/zod.ts';

type Def = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly options?: readonly z.ZodType[];
};

const bytes = new TextEncoder().encode('kept');
const keptHash = createHash('sha256').update(bytes).digest('hex');

const isDay = (field: string): boolean => /(?:On|From|Until|To|Date|Of)$|^(?:day|from|to)$/u.test(field);

function textFor(entity: EntityName, field: string): string {
  if (/hash$/iu.test(field)) return keptHash;
  if (field === 'month') return '2025-09';
  if (field === 'week') return '2025-09-01';
  return isDay(field) ? '2025-09-01' : `${entity} ${field}`;
}

function valueFor(schema: z.ZodType, entity: EntityName, field: string): unknown {
  const def = schema._zod.def as unknown as Def;
  const inner = def.innerType ?? def.in ?? def.options?.[0];
  switch (def.type) {
    case 'enum':
      return Object.values(def.entries ?? {})[0];
    case 'literal':
      return def.values?.[0];
    case 'boolean':
      return true;
    case 'number':
      return /year/iu.test(field) ? 2025 : 1;
    case 'string':
      return textFor(entity, field);
    case 'array':
      return ['one'];
    case 'object':
    case 'record':
    case 'unknown':
      return { one: 1 };
    default:
      return inner === undefined ? null : valueFor(inner, entity, field);
  }
}

/** What a value made from the schema alone would not give. */
const special: Partial<Record<EntityName, Readonly<Record<string, unknown>>>> = {
  agreement: { stage: 'signed', terminatedOn: null },
  amendment: { changes: {} },
};

const meta: readonly string[] = ['revision', 'createdAt', 'updatedAt'];

/** Writes one record of every kind with every field filled, and a kept file; gives the ids. Made from the schemas alone. */
export function insertEveryKind(tx: Transaction): ReadonlyMap<EntityName, string> {
  tx.keepFile({ hash: keptHash, name: 'kept.txt', bytes });
  const ids = new Map<EntityName, string>();
  for (const entity of inOrderOfReference()) {
    const { references, attached } = entities[entity];
    const fields = Object.entries(records[entity].shape).filter(([field]) => !meta.includes(field) && field !== 'id');
    const record = Object.fromEntries(
      fields.map(([field, schema]) => {
        const target = references[field];
        if (target !== undefined) return [field, ids.get(target) ?? null];
        if (attached === true && field === 'entityId') return [field, ids.get('firm')];
        return [field, valueFor(schema as z.ZodType, entity, field)];
      }),
    );
    const given = { ...record, ...special[entity] } as unknown as NewRecord<typeof entity>;
    ids.set(entity, tx.insert(entity, given).id);
  }
  return ids;
}
