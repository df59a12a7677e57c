import type { ReadDb } from '../../database/handles.ts';
import { placesOn } from '../agreements/queries.ts';
import type { Fields } from '../shared/record-feature.ts';

export type PlacementDraft = Fields<'placement'>;
/** What the checks look at. */
export type CheckedPlacement = Pick<
  PlacementDraft,
  | 'studentId'
  | 'firmId'
  | 'siteId'
  | 'agreementId'
  | 'practiceTypeId'
  | 'mentorId'
  | 'specialtyId'
  | 'startsOn'
  | 'endsOn'
  | 'hoursPlanned'
  | 'hoursEnterprise'
  | 'sharePercent'
>;

/** States in which a placement takes neither days nor a place. */
export const idleStates = "('didNotStart', 'endedEarly')";

/** Fields that contradict each other or refer to nothing, field → text key under `validation`. */
export function placementProblems(db: ReadDb, placement: CheckedPlacement): Record<string, string> {
  const problems: Record<string, string> = {};
  const exists = (table: 'student' | 'firm' | 'practice_type', id: string): boolean =>
    db.value(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== undefined;
  if (!exists('student', placement.studentId)) problems['studentId'] = 'notFound';
  if (!exists('firm', placement.firmId)) problems['firmId'] = 'notFound';
  if (!exists('practice_type', placement.practiceTypeId)) problems['practiceTypeId'] = 'notFound';
  if (placement.endsOn < placement.startsOn) problems['endsOn'] = 'endBeforeStart';
  if (
    placement.hoursEnterprise !== null &&
    placement.hoursPlanned !== null &&
    placement.hoursEnterprise > placement.hoursPlanned
  )
    problems['hoursEnterprise'] = 'moreThanPlanned';
  const belongs = (table: 'site' | 'agreement' | 'contact', id: string | null): boolean =>
    id === null || db.value(`SELECT 1 FROM ${table} WHERE id = ? AND firm_id = ?`, id, placement.firmId) !== undefined;
  if (!belongs('site', placement.siteId)) problems['siteId'] = 'otherFirm';
  if (!belongs('agreement', placement.agreementId)) problems['agreementId'] = 'otherFirm';
  if (!belongs('contact', placement.mentorId)) problems['mentorId'] = 'otherFirm';
  return problems;
}

type Occupied = Pick<
  CheckedPlacement,
  'studentId' | 'agreementId' | 'practiceTypeId' | 'startsOn' | 'endsOn' | 'sharePercent'
>;

const sharesDays = (left: Occupied, right: Occupied): boolean =>
  left.startsOn <= right.endsOn && right.startsOn <= left.endsOn;

/** Two parts of one split period are no overlap: same student, practice and days, each with a share. */
const partsOfOne = (left: Occupied, right: Occupied): boolean =>
  left.sharePercent !== null &&
  right.sharePercent !== null &&
  left.practiceTypeId === right.practiceTypeId &&
  left.startsOn === right.startsOn &&
  left.endsOn === right.endsOn;

/** SQL of «`other` takes days of `own` away from the student», for two aliases of `placement`. */
export const overlapSql = (own: string, other: string): string =>
  `(${other}.student_id = ${own}.student_id AND ${other}.id <> ${own}.id AND ${other}.starts_on <= ${own}.ends_on AND ${other}.ends_on >= ${own}.starts_on
     AND ${other}.state NOT IN ${idleStates}
     AND NOT (${other}.share_percent IS NOT NULL AND ${own}.share_percent IS NOT NULL AND ${other}.practice_type_id = ${own}.practice_type_id
       AND ${other}.starts_on = ${own}.starts_on AND ${other}.ends_on = ${own}.ends_on))`;

/** The students who hold places of an agreement on any of these days, in the database and among rows written before. */
function placesTaken(
  db: ReadDb,
  placement: CheckedPlacement,
  own: string,
  earlier: readonly CheckedPlacement[],
): ReadonlySet<string> {
  const stored = db.column<string>(
    `SELECT DISTINCT student_id FROM placement WHERE agreement_id = ? AND starts_on <= ? AND ends_on >= ? AND id <> ? AND state NOT IN ${idleStates}`,
    placement.agreementId,
    placement.endsOn,
    placement.startsOn,
    own,
  );
  const among = earlier
    .filter(other => other.agreementId === placement.agreementId && sharesDays(placement, other))
    .map(other => other.studentId);
  const students = new Set([...stored, ...among]);
  students.delete(placement.studentId);
  return students;
}

/** Whether the agreement has no more places, in all or for the specialty, by what it says on the first day. */
function lacksPlaces(
  db: ReadDb,
  placement: CheckedPlacement,
  own: string,
  earlier: readonly CheckedPlacement[],
): boolean {
  const { agreementId, startsOn } = placement;
  if (agreementId === null) return false;
  const specialtyOf = (student: string): string | null =>
    db.value<string | null>('SELECT specialty_id FROM student WHERE id = ?', student) ?? null;
  const specialtyId = placement.specialtyId ?? specialtyOf(placement.studentId);
  const { total, ofSpecialty } = placesOn(db, { agreementId, specialtyId, on: startsOn });
  if (total === null && ofSpecialty === null) return false;
  const taken = placesTaken(db, placement, own, earlier);
  if (total !== null && taken.size >= total) return true;
  if (ofSpecialty === null) return false;
  return [...taken].filter(student => specialtyOf(student) === specialtyId).length >= ofSpecialty;
}

/**
 * Codes of what deserves a second look: the student is elsewhere in these days, or the firm has no more places.
 * `earlier` are rows of the same step that are not written yet.
 */
export function placementWarnings(
  db: ReadDb,
  placement: CheckedPlacement,
  own = '',
  earlier: readonly CheckedPlacement[] = [],
): string[] {
  const warnings: string[] = [];
  const stored = db.all<Occupied>(
    `SELECT student_id AS studentId, agreement_id AS agreementId, practice_type_id AS practiceTypeId, starts_on AS startsOn, ends_on AS endsOn, share_percent AS sharePercent
       FROM placement WHERE student_id = ? AND starts_on <= ? AND ends_on >= ? AND id <> ? AND state NOT IN ${idleStates}`,
    placement.studentId,
    placement.endsOn,
    placement.startsOn,
    own,
  );
  const among = earlier.filter(other => other.studentId === placement.studentId && sharesDays(placement, other));
  if ([...stored, ...among].some(other => !partsOfOne(placement, other))) warnings.push('placementOverlap');
  if (lacksPlaces(db, placement, own, earlier)) warnings.push('placesTaken');
  return warnings;
}

/** Shares of the other parts of a split period: same student, practice and days. */
export function siblingShares(db: ReadDb, placement: CheckedPlacement, own: string): number[] {
  return db.column<number>(
    `SELECT share_percent FROM placement WHERE student_id = ? AND practice_type_id = ? AND starts_on = ? AND ends_on = ? AND id <> ?
       AND share_percent IS NOT NULL AND state <> 'didNotStart'`,
    placement.studentId,
    placement.practiceTypeId,
    placement.startsOn,
    placement.endsOn,
    own,
  );
}

/** Problems and warnings of each row, as if the rows before it were written. */
export function checkRows(
  db: ReadDb,
  rows: readonly CheckedPlacement[],
): { problems: Record<string, string>; warnings: string[] }[] {
  return rows.map((row, index) => {
    const problems = placementProblems(db, row);
    const dated = problems['endsOn'] === undefined;
    return { problems, warnings: dated ? placementWarnings(db, row, '', rows.slice(0, index)) : [] };
  });
}
