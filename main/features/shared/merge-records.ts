import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import { entities, type RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { toColumn } from '../../database/mapping.ts';
import { readRecord, requireRecord, type Transaction } from '../../database/records.ts';

type Point = { readonly tx: Transaction; readonly id: string; readonly otherId: string; readonly keepId: string };

/** One way in which records of a kind point at a record; `move` makes one of them point elsewhere. */
type Place = { readonly entity: EntityName; readonly where: string; readonly move: (point: Point) => void };

const byField = (entity: EntityName, field: string, where: string): Place => ({
  entity,
  where,
  move: ({ tx, id, keepId }) => tx.update(entity, id, { [field]: keepId }),
});

/** People whom an amendment names: they stand among its changes, not in a column of their own. */
const namedByAmendments: Place = {
  entity: 'amendment',
  where: "? IN (changes ->> '$.signatoryId', changes ->> '$.mentorId')",
  move: ({ tx, id, otherId, keepId }) => {
    const changes = { ...readRecord(tx.db, 'amendment', id)?.changes };
    for (const part of ['signatoryId', 'mentorId'] as const) if (changes[part] === otherId) changes[part] = keepId;
    tx.update('amendment', id, { changes });
  },
};

/** Every place in which a record can point at one of a kind: by a field of its own, as something attached, or by its content. */
function placesOf(target: EntityName): readonly Place[] {
  const plain = entityNames.flatMap((entity): readonly Place[] => {
    const { references, attached } = entities[entity];
    return [
      ...Object.entries(references)
        .filter(([, referred]) => referred === target)
        .map(([field]) => byField(entity, field, `${toColumn(field)} = ?`)),
      ...(attached === true ? [byField(entity, 'entityId', `entity = '${target}' AND entity_id = ?`)] : []),
    ];
  });
  return target === 'contact' ? [...plain, namedByAmendments] : plain;
}

const countAt = (db: ReadDb, { entity, where }: Place, id: string): number =>
  db.value<number>(`SELECT count(*) FROM ${entities[entity].table} WHERE ${where}`, id) ?? 0;

/** How many records point at a record. */
export const countReferences = (db: ReadDb, target: EntityName, id: string): number =>
  placesOf(target).reduce((sum, place) => sum + countAt(db, place, id), 0);

export type Pair = { readonly keepId: string; readonly otherId: string };

/** Both records of a pair. Errors: notFound; refused when they are one. */
export function readPair<E extends EntityName>(
  db: ReadDb,
  target: E,
  { keepId, otherId }: Pair,
): { readonly keep: RecordOf<E>; readonly other: RecordOf<E> } {
  if (keepId === otherId) throw new AppError('refused');
  return { keep: requireRecord(db, target, keepId), other: requireRecord(db, target, otherId) };
}

/** What points at each record of a pair, by record kind; kinds that point at neither are left out. */
export function compareReferences(
  db: ReadDb,
  target: EntityName,
  { keepId, otherId }: Pair,
): { readonly entity: EntityName; readonly keep: number; readonly other: number }[] {
  const byEntity = new Map<EntityName, { keep: number; other: number }>();
  for (const place of placesOf(target)) {
    const sum = byEntity.get(place.entity) ?? { keep: 0, other: 0 };
    sum.keep += countAt(db, place, keepId);
    sum.other += countAt(db, place, otherId);
    byEntity.set(place.entity, sum);
  }
  return [...byEntity].map(([entity, counts]) => ({ entity, ...counts })).filter(({ keep, other }) => keep + other > 0);
}

/** Makes everything that points at the other record point at the one that stays, then removes the other; answers how much was moved. */
export function moveReferences(tx: Transaction, target: EntityName, { keepId, otherId }: Pair): number {
  let moved = 0;
  for (const place of placesOf(target)) {
    const { table } = entities[place.entity];
    for (const id of tx.db.column<string>(`SELECT id FROM ${table} WHERE ${place.where}`, otherId)) {
      place.move({ tx, id, otherId, keepId });
      moved += 1;
    }
  }
  tx.remove(target, otherId);
  return moved;
}

/** The values the officer has chosen, without those left to the record that stays. */
export const chosenValues = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
