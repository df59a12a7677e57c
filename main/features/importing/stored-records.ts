import type { EntityName } from '#shared/contract/procedure.ts';
import { fold } from '#shared/domain/folding.ts';
import type { StoredRecord } from '#shared/domain/importing/ledger.ts';
import type { ExistingRecords } from '#shared/domain/importing/plan-types.ts';
import { entities, records } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { fromRow } from '../../database/mapping.ts';

/** The stored records as planning asks for them: by the keys that have an index. */
export function storedRecords(db: ReadDb): ExistingRecords {
  const find = (entity: EntityName, condition = '1', ...parameters: unknown[]): readonly StoredRecord[] =>
    db
      .all<Record<string, unknown>>(`SELECT * FROM ${entities[entity].table} WHERE ${condition}`, ...parameters)
      .map(row => toStoredRecord(entity, row));
  const one = (entity: EntityName, condition: string, parameter: unknown) =>
    find(entity, condition, parameter)[0] ?? null;
  // Most rows of a large list are new: the numbers of those who are known cost one query, a miss for each row costs thousands.
  const known = new Map<string, ReadonlySet<unknown>>();
  const isKnown = (column: 'iin' | 'external_id', value: string): boolean => {
    const values = known.get(column) ?? new Set(db.column(`SELECT ${column} FROM student WHERE ${column} IS NOT NULL`));
    known.set(column, values);
    return values.has(value);
  };
  return {
    firms: () => find('firm'),
    contactsOfFirm: firmId => find('contact', 'firm_id = ? ORDER BY id', firmId),
    agreementsByNumber: key => find('agreement', 'number_key = ? ORDER BY id', key),
    agreementsOfFirm: firmId => find('agreement', 'firm_id = ? ORDER BY id', firmId),
    studentById: id => one('student', 'id = ?', id),
    studentByIin: iin => (isKnown('iin', iin) ? one('student', 'iin = ?', iin) : null),
    studentByExternalId: externalId =>
      isKnown('external_id', externalId) ? one('student', 'external_id = ?', externalId) : null,
    studentsBySurname: (surname, which) =>
      // The key is the folded full name; «!» is the character after the space that ends the surname.
      find(
        'student',
        `(name_key = ? OR (name_key >= ? || ' ' AND name_key < ? || '!'))${which === 'all' ? '' : ' AND iin IS NULL'} ORDER BY id`,
        surname,
        surname,
        surname,
      ).filter(student => fold(String(student.values['surname'])) === surname),
    activeStudents: () => find('student', "status IN ('active', 'leave') ORDER BY sort_key, id"),
    placementsOfStudent: studentId => find('placement', 'student_id = ? ORDER BY id', studentId),
    requestsByNumber: key => find('request', 'number_key = ? ORDER BY id', key),
    requestsReceivedOn: date => find('request', 'received_on = ? ORDER BY id', date),
    specialties: () => find('specialty'),
    qualifications: () => find('qualification'),
    groups: () => find('group'),
    practiceTypes: () => find('practiceType', '1 ORDER BY position'),
    agreementTypes: () => find('agreementType', '1 ORDER BY position'),
  };
}

const meta = new Set(['id', 'revision', 'createdAt', 'updatedAt']);

function toStoredRecord(entity: EntityName, row: Readonly<Record<string, unknown>>): StoredRecord {
  const record: Readonly<Record<string, unknown>> = fromRow(records[entity], row);
  const values = Object.fromEntries(Object.entries(record).filter(([field]) => !meta.has(field)));
  return { id: String(record['id']), values };
}
