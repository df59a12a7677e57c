import type { Input, Output } from '#shared/contract/index.ts';
import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import { entities } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { nameSql } from '../../database/localized-name.ts';
import { toColumn } from '../../database/mapping.ts';
import { requireRecord, type Transaction } from '../../database/records.ts';
import { prepareFirm } from './commands.ts';

type Place = { readonly entity: EntityName; readonly field: string; readonly where: string };

/** Every place in which a record can point at a firm, by a field of its own or as something attached. */
const places: readonly Place[] = entityNames.flatMap((entity): readonly Place[] => {
  const { references, attached } = entities[entity];
  return [
    ...Object.entries(references)
      .filter(([, target]) => target === 'firm')
      .map(([field]) => ({ entity, field, where: `${toColumn(field)} = ?` })),
    ...(attached === true ? [{ entity, field: 'entityId', where: "entity = 'firm' AND entity_id = ?" }] : []),
  ];
});

const countAt = (db: ReadDb, { entity, where }: Place, firmId: string): number =>
  db.value<number>(`SELECT count(*) FROM ${entities[entity].table} WHERE ${where}`, firmId) ?? 0;

/** How many records point at a firm. */
const references = (db: ReadDb, firmId: string): number =>
  places.reduce((sum, place) => sum + countAt(db, place, firmId), 0);

/** Groups of firms that may be the same one, the one with most records first in each. */
export function duplicateFirms(db: ReadDb): Output<'firms.duplicates'> {
  const groups = (why: 'bin' | 'name', key: string, where: string): { why: 'bin' | 'name'; key: string }[] =>
    db
      .column<string>(
        `SELECT ${key} FROM firm WHERE ${where} GROUP BY 1 HAVING count(*) > 1 ORDER BY min(sort_key) LIMIT 200`,
      )
      .map(value => ({ why, key: value }));
  const keys = { bin: "ltrim(bin, '0')", name: 'name_key' } as const;
  return [...groups('bin', keys.bin, 'bin IS NOT NULL'), ...groups('name', keys.name, "name_key <> ''")].map(
    ({ why, key }) => ({
      why,
      firms: db
        .all<{ id: string; name: string; bin: string | null; city: string | null }>(
          `SELECT id, ${nameSql('firm')} AS name, bin, city FROM firm WHERE ${keys[why]} = ? ORDER BY created_at, id LIMIT 20`,
          key,
        )
        .map(firm => ({ ...firm, references: references(db, firm.id) }))
        .toSorted((a, b) => b.references - a.references),
    }),
  );
}

/** Two firms with what refers to each. Errors: notFound, refused. */
export function compareFirms(db: ReadDb, input: Input<'firms.compare'>): Output<'firms.compare'> {
  if (input.keepId === input.otherId) throw new AppError('refused');
  const byEntity = new Map<string, { keep: number; other: number }>();
  for (const place of places) {
    const sum = byEntity.get(place.entity) ?? { keep: 0, other: 0 };
    sum.keep += countAt(db, place, input.keepId);
    sum.other += countAt(db, place, input.otherId);
    byEntity.set(place.entity, sum);
  }
  return {
    keep: requireRecord(db, 'firm', input.keepId),
    other: requireRecord(db, 'firm', input.otherId),
    references: [...byEntity]
      .map(([entity, counts]) => ({ entity, ...counts }))
      .filter(({ keep, other }) => keep + other > 0),
  };
}

/** Moves everything of one firm to another, gives that one the chosen values and removes the first. Errors: notFound, refused, validation. */
export function mergeFirms(tx: Transaction, input: Input<'firms.merge'>): Output<'firms.merge'> {
  const { keepId, otherId } = input;
  if (keepId === otherId) throw new AppError('refused');
  const keep = requireRecord(tx.db, 'firm', keepId);
  const other = requireRecord(tx.db, 'firm', otherId);
  let moved = 0;
  for (const { entity, field, where } of places)
    for (const id of tx.db.column<string>(`SELECT id FROM ${entities[entity].table} WHERE ${where}`, otherId)) {
      tx.update(entity, id, { [field]: keepId });
      moved += 1;
    }
  tx.remove('firm', otherId);
  const chosen = Object.fromEntries(Object.entries(input.fields).filter(([, value]) => value !== undefined));
  // The officer has both firms before her: the names and numbers of the removed one are no surprise.
  const accepted = new Set(['firmNameTaken', 'identifierCheckDigit']);
  tx.update('firm', keepId, prepareFirm(tx, { ...keep, ...chosen }, { before: keep, accepted }));
  tx.label('merged', { entity: 'firm', title: keep.nameRu, other: other.nameRu });
  return { id: keepId, moved };
}
