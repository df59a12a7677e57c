import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { nameSql } from '../../database/localized-name.ts';
import type { Transaction } from '../../database/records.ts';
import { chosenValues, compareReferences, countReferences, moveReferences, readPair } from '../shared/merge-records.ts';
import { prepareContact } from './commands.ts';

type Keys = { readonly firmId: string; readonly value: string };

/** Groups of people of one firm who may be the same person, the one with most records first in each. */
export function duplicateContacts(db: ReadDb): Output<'contacts.duplicates'> {
  const groups = (why: 'name' | 'phone', column: string) =>
    db
      .all<Keys>(
        `SELECT firm_id AS firmId, ${column} AS value FROM contact WHERE ${column} <> '' GROUP BY 1, 2 HAVING count(*) > 1
          ORDER BY min(sort_key) LIMIT 200`,
      )
      .map(keys => ({ why, column, ...keys }));
  const people = ({ column, firmId, value }: Keys & { readonly column: string }) =>
    db
      .all<{ id: string; name: string; position: string | null; phone: string | null; firmName: string }>(
        `SELECT c.id, c.name, c.position, c.phone, ${nameSql('f')} AS firmName FROM contact c JOIN firm f ON f.id = c.firm_id
          WHERE c.firm_id = ? AND c.${column} = ? ORDER BY c.created_at, c.id LIMIT 20`,
        firmId,
        value,
      )
      .map(person => ({ ...person, references: countReferences(db, 'contact', person.id) }))
      .toSorted((a, b) => b.references - a.references);
  const found = [...groups('name', 'name_key'), ...groups('phone', 'phone')].map(group => ({
    why: group.why,
    contacts: people(group),
  }));
  // People who share both the name and the phone are one group, told by the name.
  const known = new Set<string>();
  return found.filter(({ contacts }) => {
    const key = contacts
      .map(({ id }) => id)
      .toSorted()
      .join(' ');
    return !known.has(key) && known.add(key);
  });
}

/** People of the same firm with the same name, or the same phone. */
export const doublesOf = (db: ReadDb, contact: RecordOf<'contact'>): Output<'contacts.get'>['possibleDuplicates'] =>
  db.all(
    `SELECT o.id, o.name AS title, ifnull(o.position, ifnull(o.phone, '')) AS detail FROM contact c
       JOIN contact o ON o.firm_id = c.firm_id AND o.id <> c.id AND (o.name_key = c.name_key OR o.phone = c.phone)
      WHERE c.id = ? ORDER BY o.sort_key, o.id LIMIT 10`,
    contact.id,
  );

/** Two people with what refers to each. Errors: notFound; refused when they are of two firms. */
export function compareContacts(db: ReadDb, input: Input<'contacts.compare'>): Output<'contacts.compare'> {
  return { ...readColleagues(db, input), references: compareReferences(db, 'contact', input) };
}

function readColleagues(db: ReadDb, input: Input<'contacts.compare'>) {
  const { keep, other } = readPair(db, 'contact', input);
  if (keep.firmId !== other.firmId) throw new AppError('refused');
  return { keep, other };
}

/**
 * Moves everything of one person to another of the same firm, gives that one the chosen values and the roles of both, and removes
 * the first. Errors: notFound, refused, validation.
 */
export function mergeContacts(tx: Transaction, input: Input<'contacts.merge'>): Output<'contacts.merge'> {
  const { keep, other } = readColleagues(tx.db, input);
  const moved = moveReferences(tx, 'contact', { keepId: keep.id, otherId: other.id });
  const roles = [...new Set([...keep.roles, ...other.roles])];
  const next = { ...keep, ...chosenValues(input.fields), roles };
  tx.update('contact', keep.id, prepareContact(tx, next, { before: keep, accepted: new Set() }));
  tx.label('mergedPeople', { entity: 'contact', title: keep.name, other: other.name });
  return { id: keep.id, moved };
}
