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
  return {
    firms: () => find('firm'),
    contactsOfFirm: firmId => find('contact', 'firm_id = ? ORDER BY id', firmId),
    agreementsByNumber: key => find('agreement', 'number_key = ? ORDER BY id', key),
    agreementsOfFirm: firmId => find('agreement', 'firm_id = ? ORDER BY id', firmId),
    studentById: id => one('student', 'id = ?', id),
    studentByIin: iin => one('student', 'iin = ?', iin),
    studentByExternalId: externalId => one('student', 'external_id = ?', externalId),
    studentsBySurname: surname =>
      // The key is the folded full name; «!» is the character after the space that ends the surname.
      find(
        'student',
        "name_key = ? OR (name_key >= ? || ' ' AND name_key < ? || '!') ORDER BY id",
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
