import type { LetterKind } from '#shared/contract/letter-kinds.ts';
import type { ReadDb } from '../../database/handles.ts';
import { effectiveSql, stateSql } from '../agreements/queries.ts';
import { readSettings } from '../settings/queries.ts';

/** A line of the register of agreements, with what holds on the day. */
export type AgreementLine = {
  readonly number: string;
  readonly signedOn: string | null;
  readonly typeRu: string;
  readonly typeKk: string;
  readonly typeEn: string | null;
  readonly firmNameRu: string;
  readonly firmNameKk: string | null;
  readonly student: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly places: number | null;
  readonly state: string;
};

const studentName = "s.surname || ifnull(' ' || s.given_name, '') || ifnull(' ' || s.patronymic, '')";

/** The chosen agreements in the order of their signing. */
export function readAgreementLines(db: ReadDb, ids: readonly string[], on: string): AgreementLine[] {
  const { expiringDays } = readSettings(db);
  return db.all<AgreementLine>(
    `SELECT a.number, a.signed_on AS signedOn, y.name_ru AS typeRu, y.name_kk AS typeKk, y.name_en AS typeEn, f.name_ru AS firmNameRu, f.name_kk AS firmNameKk,
        CASE WHEN s.id IS NULL THEN NULL ELSE ${studentName} END AS student,
        ${effectiveSql('a', 'starts_on', on)} AS startsOn, ${effectiveSql('a', 'ends_on', on)} AS endsOn, ${effectiveSql('a', 'places', on)} AS places,
        ${stateSql('a', on, expiringDays)} AS state
      FROM json_each(?) wanted CROSS JOIN agreement a ON a.id = wanted.value JOIN agreement_type y ON y.id = a.type_id JOIN firm f ON f.id = a.firm_id
        LEFT JOIN student s ON s.id = a.student_id
      ORDER BY a.signed_on IS NULL, a.signed_on, a.sort_key, a.id`,
    JSON.stringify(ids),
  );
}

/** A line of the register of outgoing letters. */
export type LetterLine = {
  readonly number: string;
  readonly issuedOn: string;
  readonly kind: LetterKind;
  readonly firmNameRu: string | null;
  readonly firmNameKk: string | null;
  readonly subject: string;
  readonly student: string | null;
  readonly void: number;
  readonly notes: string | null;
};

/** The chosen letters in the order of their numbers; papers without one come last. */
export function readLetterLines(db: ReadDb, ids: readonly string[]): LetterLine[] {
  return db.all<LetterLine>(
    `SELECT l.number, l.issued_on AS issuedOn, l.kind, f.name_ru AS firmNameRu, f.name_kk AS firmNameKk, l.subject,
        CASE WHEN s.id IS NULL THEN NULL ELSE ${studentName} END AS student, l.void, l.notes
      FROM json_each(?) wanted CROSS JOIN letter l ON l.id = wanted.value LEFT JOIN firm f ON f.id = l.firm_id LEFT JOIN student s ON s.id = l.student_id
      ORDER BY l.year, l.sequence IS NULL, l.sequence, l.issued_on, l.id`,
    JSON.stringify(ids),
  );
}
