import type { Period } from '#shared/domain/dates.ts';
import type { ReadDb } from '../../database/handles.ts';

/** A line of the journal of visits. */
export type VisitLine = {
  readonly plannedOn: string | null;
  readonly doneOn: string | null;
  readonly firmNameRu: string;
  readonly firmNameKk: string | null;
  readonly siteName: string | null;
  readonly purpose: string;
  readonly visitor: string | null;
  readonly findings: string | null;
  readonly nextStep: string | null;
  readonly nextOn: string | null;
  readonly stepDoneOn: string | null;
};

/** The chosen visits in the order given. */
export const readVisitLines = (db: ReadDb, ids: readonly string[]): VisitLine[] =>
  db.all<VisitLine>(
    `SELECT v.planned_on AS plannedOn, v.done_on AS doneOn, f.name_ru AS firmNameRu, f.name_kk AS firmNameKk, w.name AS siteName, v.purpose, v.visitor, v.findings,
        v.next_step AS nextStep, v.next_on AS nextOn, v.step_done_on AS stepDoneOn
      FROM json_each(?) wanted CROSS JOIN visit v ON v.id = wanted.value JOIN firm f ON f.id = v.firm_id LEFT JOIN site w ON w.id = v.site_id ORDER BY wanted.key`,
    JSON.stringify(ids),
  );

type Mentor = {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly phone: string | null;
  readonly firmNameRu: string;
  readonly firmNameKk: string | null;
};
type Trained = {
  readonly mentorId: string;
  readonly surname: string;
  readonly givenName: string | null;
  readonly patronymic: string | null;
  readonly groupCode: string | null;
};

/** A line of the register of mentors. */
export type MentorLine = Mentor & { readonly students: readonly Omit<Trained, 'mentorId'>[] };

const mentorsSql = `SELECT c.id, c.name, c.position, c.phone, f.name_ru AS firmNameRu, f.name_kk AS firmNameKk
  FROM json_each(?) wanted CROSS JOIN contact c ON c.id = wanted.value JOIN firm f ON f.id = c.firm_id ORDER BY wanted.key`;

/** Each student once for a mentor, whatever the number of placements; an amendment of the student's own contract has the last word on the mentor. */
const trainedSql = `SELECT DISTINCT ifnull(v.mentor_id, p.mentor_id) AS mentorId, s.surname, s.given_name AS givenName, s.patronymic, g.code AS groupCode, s.sort_key, s.id
  FROM placement p JOIN student s ON s.id = p.student_id LEFT JOIN student_group g ON g.id = s.group_id
    LEFT JOIN agreement a ON a.id = p.agreement_id AND a.student_id = p.student_id
    LEFT JOIN agreement_version v ON v.agreement_id = a.id AND v.from_on <= @on AND v.until_on >= @on
  WHERE p.starts_on <= @to AND p.ends_on >= @from AND p.state <> 'didNotStart'
    AND ifnull(v.mentor_id, p.mentor_id) IN (SELECT value FROM json_each(@ids))
  ORDER BY s.sort_key, s.id`;

/** The chosen people in the order given, each with the students whose mentor they are on a day, of a whole school year. */
export function readMentorLines(
  db: ReadDb,
  ids: readonly string[],
  { on, year }: { readonly on: string; readonly year: Period },
): MentorLine[] {
  const wanted = JSON.stringify(ids);
  const trained = new Map<string, Trained[]>();
  for (const student of db.all<Trained>(trainedSql, { ids: wanted, on, from: year.start, to: year.end }))
    trained.set(student.mentorId, [...(trained.get(student.mentorId) ?? []), student]);
  return db.all<Mentor>(mentorsSql, wanted).map(mentor => ({ ...mentor, students: trained.get(mentor.id) ?? [] }));
}
