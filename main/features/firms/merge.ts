import type { Input, Output } from '#shared/contract/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { nameSql } from '../../database/localized-name.ts';
import { binSql } from '../../database/masked-iin.ts';
import type { Transaction } from '../../database/records.ts';
import { chosenValues, compareReferences, countReferences, moveReferences, readPair } from '../shared/merge-records.ts';
import { prepareFirm } from './commands.ts';

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
          `SELECT id, ${nameSql('firm')} AS name, ${binSql('bin')} AS bin, city FROM firm WHERE ${keys[why]} = ? ORDER BY created_at, id LIMIT 20`,
          key,
        )
        .map(firm => ({ ...firm, references: countReferences(db, 'firm', firm.id) }))
        .toSorted((a, b) => b.references - a.references),
    }),
  );
}

/** Two firms with what refers to each. Errors: notFound, refused. */
export const compareFirms = (db: ReadDb, input: Input<'firms.compare'>): Output<'firms.compare'> => ({
  ...readPair(db, 'firm', input),
  references: compareReferences(db, 'firm', input),
});

/** Moves everything of one firm to another, gives that one the chosen values and removes the first. Errors: notFound, refused, validation. */
export function mergeFirms(tx: Transaction, input: Input<'firms.merge'>): Output<'firms.merge'> {
  const { keep, other } = readPair(tx.db, 'firm', input);
  const moved = moveReferences(tx, 'firm', input);
  // The officer has both firms before her: the names and numbers of the removed one are no surprise.
  const accepted = new Set(['firmNameTaken', 'identifierCheckDigit']);
  tx.update('firm', keep.id, prepareFirm(tx, { ...keep, ...chosenValues(input.fields) }, { before: keep, accepted }));
  tx.label('merged', { entity: 'firm', title: keep.nameRu, other: other.nameRu });
  return { id: keep.id, moved };
}
