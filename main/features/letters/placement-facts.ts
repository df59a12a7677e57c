import { AppError } from '#shared/result.ts';
import type { ReadDb } from '../../database/handles.ts';

/** Everything about one placement that a letter can say, read at once. */
export type PlacementFacts = {
  readonly id: string;
  readonly firmId: string;
  readonly studentId: string;
  readonly practiceTypeId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hoursPlanned: number | null;
  readonly hoursEnterprise: number | null;
  readonly workplace: string | null;
  readonly supervisor: string | null;
  readonly orderNumber: string | null;
  readonly orderDate: string | null;
  readonly state: string;
  readonly briefingOn: string | null;
  readonly briefingJournal: string | null;
  readonly course: number | null;
  readonly surname: string;
  readonly givenName: string | null;
  readonly patronymic: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly bornOn: string | null;
  readonly studentSortKey: string;
  readonly groupCode: string | null;
  readonly firmNameRu: string;
  readonly firmNameKk: string | null;
  readonly firmCity: string | null;
  readonly firmAddress: string | null;
  readonly headName: string | null;
  readonly headPosition: string | null;
  readonly siteName: string | null;
  readonly practiceRu: string;
  readonly practiceKk: string;
  readonly practiceEn: string | null;
  readonly specialtyCode: string | null;
  readonly specialtyRu: string | null;
  readonly specialtyKk: string | null;
  readonly qualificationCode: string | null;
  readonly qualificationRu: string | null;
  readonly qualificationKk: string | null;
  readonly mentorName: string | null;
  readonly agreementId: string | null;
  readonly agreementNumber: string | null;
  readonly agreementSignedOn: string | null;
  readonly agreementTypeRu: string | null;
  readonly agreementTypeKk: string | null;
  readonly agreementTypeEn: string | null;
};

/** The head of the firm, or the one who signs for it: to whom letters are addressed. */
const addressee = (column: 'name' | 'position'): string =>
  `(SELECT c.${column} FROM contact c WHERE c.firm_id = p.firm_id
      AND EXISTS (SELECT 1 FROM json_each(c.roles) WHERE value IN ('head', 'signatory'))
    ORDER BY EXISTS (SELECT 1 FROM json_each(c.roles) WHERE value = 'head') DESC, c.sort_key, c.id LIMIT 1)`;

const sql = `SELECT p.id, p.firm_id AS firmId, p.student_id AS studentId, p.practice_type_id AS practiceTypeId,
    p.starts_on AS startsOn, p.ends_on AS endsOn, p.hours_planned AS hoursPlanned, p.hours_enterprise AS hoursEnterprise,
    p.workplace, p.supervisor, p.order_number AS orderNumber, p.order_date AS orderDate, p.state,
    p.briefing_on AS briefingOn, p.briefing_journal AS briefingJournal, ifnull(p.course, s.course) AS course,
    s.surname, s.given_name AS givenName, s.patronymic, s.sex, s.born_on AS bornOn, s.sort_key AS studentSortKey, g.code AS groupCode,
    f.name_ru AS firmNameRu, f.name_kk AS firmNameKk, f.city AS firmCity, f.address AS firmAddress,
    ${addressee('name')} AS headName, ${addressee('position')} AS headPosition, w.name AS siteName,
    t.name_ru AS practiceRu, t.name_kk AS practiceKk, t.name_en AS practiceEn,
    sp.code AS specialtyCode, sp.name_ru AS specialtyRu, sp.name_kk AS specialtyKk,
    q.code AS qualificationCode, q.name_ru AS qualificationRu, q.name_kk AS qualificationKk, m.name AS mentorName,
    a.id AS agreementId, a.number AS agreementNumber, a.signed_on AS agreementSignedOn, y.name_ru AS agreementTypeRu, y.name_kk AS agreementTypeKk,
    y.name_en AS agreementTypeEn
  FROM json_each(?) wanted CROSS JOIN placement p ON p.id = wanted.value
    JOIN student s ON s.id = p.student_id JOIN firm f ON f.id = p.firm_id JOIN practice_type t ON t.id = p.practice_type_id
    LEFT JOIN student_group g ON g.id = s.group_id LEFT JOIN site w ON w.id = p.site_id
    LEFT JOIN specialty sp ON sp.id = ifnull(p.specialty_id, s.specialty_id)
    LEFT JOIN qualification q ON q.id = ifnull(p.qualification_id, s.qualification_id)
    LEFT JOIN agreement a ON a.id = p.agreement_id
    LEFT JOIN agreement_version v ON v.agreement_id = a.id AND a.student_id = p.student_id AND v.from_on <= ifnull(?, p.starts_on) AND v.until_on >= ifnull(?, p.starts_on)
    LEFT JOIN contact m ON m.id = ifnull(v.mentor_id, p.mentor_id) LEFT JOIN agreement_type y ON y.id = a.type_id
  ORDER BY wanted.key`;

/**
 * The facts of placements in the given order, each once, as they hold on a day (the first of the placement when left out): an
 * amendment of the student's own contract that names another mentor has the last word. Errors: notFound.
 */
export function readPlacementFacts(db: ReadDb, ids: readonly string[], on: string | null = null): PlacementFacts[] {
  const wanted = [...new Set(ids)];
  const found = db.all<PlacementFacts>(sql, JSON.stringify(wanted), on, on);
  if (found.length < wanted.length) throw new AppError('notFound', { entity: 'placement' });
  return found;
}

/** The kind of practice in the language of the paper. */
export function practiceIn(
  facts: Pick<PlacementFacts, 'practiceRu' | 'practiceKk' | 'practiceEn'>,
  language: 'kk' | 'ru' | 'en',
): string {
  if (language === 'kk') return facts.practiceKk;
  return (language === 'en' ? facts.practiceEn : null) ?? facts.practiceRu;
}
