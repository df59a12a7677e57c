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

/** The chosen agreements in the order given. */
export function readAgreementLines(db: ReadDb, ids: readonly string[], on: string): AgreementLine[] {
  const { expiringDays } = readSettings(db);
  return db.all<AgreementLine>(
    `SELECT a.number, a.signed_on AS signedOn, y.name_ru AS typeRu, y.name_kk AS typeKk, y.name_en AS typeEn, f.name_ru AS firmNameRu, f.name_kk AS firmNameKk,
        CASE WHEN s.id IS NULL THEN NULL ELSE ${studentName} END AS student,
        ${effectiveSql('a', 'starts_on', on)} AS startsOn, ${effectiveSql('a', 'ends_on', on)} AS endsOn, ${effectiveSql('a', 'places', on)} AS places,
        ${stateSql('a', on, expiringDays)} AS state
      FROM json_each(?) wanted CROSS JOIN agreement a ON a.id = wanted.value JOIN agreement_type y ON y.id = a.type_id JOIN firm f ON f.id = a.firm_id
        LEFT JOIN student s ON s.id = a.student_id
      ORDER BY wanted.key`,
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

/** The chosen letters in the order given. */
export function readLetterLines(db: ReadDb, ids: readonly string[]): LetterLine[] {
  return db.all<LetterLine>(
    `SELECT l.number, l.issued_on AS issuedOn, l.kind, f.name_ru AS firmNameRu, f.name_kk AS firmNameKk, l.subject,
        CASE WHEN s.id IS NULL THEN NULL ELSE ${studentName} END AS student, l.void, l.notes
      FROM json_each(?) wanted CROSS JOIN letter l ON l.id = wanted.value LEFT JOIN firm f ON f.id = l.firm_id LEFT JOIN student s ON s.id = l.student_id
      ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
}

/** A line of the register of change requests. */
export type RequestLine = {
  readonly number: string;
  readonly receivedOn: string;
  /** Null for a request of a council. */
  readonly firmNameRu: string | null;
  readonly firmNameKk: string | null;
  readonly contact: string | null;
  readonly councilRu: string | null;
  readonly councilKk: string | null;
  readonly specialtyCode: string | null;
  readonly specialtyRu: string | null;
  readonly specialtyKk: string | null;
  readonly module: string | null;
  readonly proposal: string;
  readonly state: string;
  readonly decidedOn: string | null;
  readonly minuteNumber: string | null;
  readonly replyNumber: string | null;
  readonly repliedOn: string | null;
  readonly implementedOn: string | null;
};

/** The chosen requests in the order given, each with the last reply that stands. */
export const readRequestLines = (db: ReadDb, ids: readonly string[]): RequestLine[] =>
  db.all<RequestLine>(
    `SELECT r.number, r.received_on AS receivedOn, f.name_ru AS firmNameRu, f.name_kk AS firmNameKk, c.name AS contact, k.name_ru AS councilRu, k.name_kk AS councilKk,
        sp.code AS specialtyCode, sp.name_ru AS specialtyRu, sp.name_kk AS specialtyKk, r.module, r.proposed_text AS proposal, r.state, r.decided_on AS decidedOn,
        r.minute_number AS minuteNumber, l.number AS replyNumber, l.issued_on AS repliedOn, r.implemented_on AS implementedOn
      FROM json_each(?) wanted CROSS JOIN request r ON r.id = wanted.value LEFT JOIN firm f ON f.id = r.firm_id LEFT JOIN contact c ON c.id = r.contact_id
        LEFT JOIN council k ON k.id = r.council_id LEFT JOIN specialty sp ON sp.id = r.specialty_id
        LEFT JOIN letter l ON l.id = (SELECT o.id FROM letter o WHERE o.request_id = r.id AND o.kind = 'reply' AND o.void = 0 ORDER BY o.year DESC, o.sequence DESC LIMIT 1)
      ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
