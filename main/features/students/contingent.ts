import type { Input, Output } from '#shared/contract/index.ts';
import { offeredStep, usualLastCourse } from '#shared/domain/contingent.ts';
import { addDays, schoolYearOf, schoolYearPeriod } from '#shared/domain/dates.ts';
import { AppError } from '#shared/result.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { type Patch, requireRecord, type Transaction } from '../../database/records.ts';
import { closePlacements, openPlacements } from '../placements/commands.ts';
import { readSettings } from '../settings/queries.ts';
import { refuseFields, titleOf } from '../shared/record-feature.ts';

type PlanRow = Omit<Output<'groups.plan'>[number], 'step' | 'lastCourse'> & { readonly graduatedFrom: number | null };

/** The last ninety days before a school year belong to it here: groups are moved up in summer. */
const summer = 90;

/** What the start of a school year would mean for each group that studies. */
export function planGroups(db: ReadDb, { on, ids }: Input<'groups.plan'>): Output<'groups.plan'> {
  const { schoolYearStartMonth } = readSettings(db);
  const year = schoolYearOf(addDays(on, summer), schoolYearStartMonth);
  const since = addDays(schoolYearPeriod(year, schoolYearStartMonth).start, -summer);
  return db
    .all<PlanRow>(
      `WITH last AS MATERIALIZED (SELECT s.specialty_id, max(s.course) AS course FROM student s WHERE s.status = 'graduated' GROUP BY +s.specialty_id)
       SELECT g.id, g.revision, g.code, sp.code AS specialtyCode, g.course,
          last.course AS graduatedFrom,
          (SELECT count(*) FROM student s WHERE s.group_id = g.id AND s.status = 'active') AS students,
          (SELECT count(*) FROM student s WHERE s.group_id = g.id AND s.status = 'active' AND s.course <> g.course) AS otherCourse,
          (SELECT count(*) FROM student s WHERE s.group_id = g.id AND s.status = 'leave') AS onLeave,
          (SELECT count(*) FROM student s JOIN placement p ON p.student_id = s.id WHERE s.group_id = g.id AND s.status = 'active' AND p.ends_on > ?
              AND p.state IN ('planned', 'offered', 'confirmed', 'ordered', 'started', 'interrupted')) AS openPlacements,
          (SELECT substr(b.at, 1, 10) FROM audit a JOIN batch b ON b.id = a.batch_id
            WHERE a.entity = 'group' AND a.entity_id = g.id AND a.action = 'update' AND b.kind IN ('do', 'redo') AND b.reversed_by IS NULL
              AND b.label ->> 'key' = 'groupsAdvanced' AND b.at >= ? ORDER BY a.seq DESC LIMIT 1) AS movedOn
         FROM student_group g LEFT JOIN specialty sp ON sp.id = g.specialty_id LEFT JOIN last ON last.specialty_id = g.specialty_id
        WHERE g.active = 1 ${ids === undefined ? '' : 'AND g.id IN (SELECT value FROM json_each(?))'} ORDER BY g.sort_key, g.id LIMIT 1000`,
      on,
      since,
      ...(ids === undefined ? [] : [JSON.stringify(ids)]),
    )
    .map(({ graduatedFrom, ...row }) => {
      const lastCourse = graduatedFrom ?? usualLastCourse;
      return { ...row, lastCourse, step: offeredStep({ ...row, lastCourse }) };
    });
}

/** Moves groups up a course or lets them graduate, their students with them. Errors: stale, validation. */
export function advanceGroups(tx: Transaction, input: Input<'groups.advance'>): Output<'groups.advance'> {
  let moved = 0;
  let graduated = 0;
  input.groups.forEach(({ id, revision, step }, index) => {
    const group = requireRecord(tx.db, 'group', id);
    if (group.revision !== revision) throw new AppError('stale', { entity: 'group' });
    if (group.course === null) refuseFields({ [`groups.${index}.course`]: 'required' });
    const students = tx.db.all<{ id: string; course: number | null }>(
      "SELECT id, course FROM student WHERE group_id = ? AND status = 'active' ORDER BY sort_key, id",
      id,
    );
    if (step === 'graduate') {
      tx.update('group', id, { active: false });
      for (const student of students) tx.update('student', student.id, { status: 'graduated', leftOn: input.on });
      graduated += students.length;
      return;
    }
    const course = (group.course ?? 0) + 1;
    if (course > 6) refuseFields({ [`groups.${index}.course`]: 'tooLarge' });
    tx.update('group', id, { course });
    const along = students.filter(student => student.course === null || student.course === group.course);
    for (const student of along) tx.update('student', student.id, { course });
    moved += along.length;
  });
  tx.label('groupsAdvanced', { count: input.groups.length, students: moved + graduated });
  return { groups: input.groups.length, moved, graduated };
}

type Standing = Input<'students.changeStanding'>['to'];

/** From which standing each can be reached. */
const reachedFrom: Readonly<Record<Standing, readonly RecordOf<'student'>['status'][]>> = {
  leave: ['active'],
  left: ['active', 'leave'],
  active: ['leave', 'left'],
};

function patchOf(
  tx: Transaction,
  student: RecordOf<'student'>,
  input: Input<'students.changeStanding'>,
): Patch<'student'> {
  const { to, on, reason } = input;
  if (to === 'left') return { status: 'left', leftOn: on, leftReason: reason };
  if (to === 'leave') return { status: 'leave', leaveFrom: on, leaveUntil: input.until ?? null, leaveReason: reason };
  const group = input.groupId ? requireRecord(tx.db, 'group', input.groupId) : null;
  const last = addDays(on, -1);
  const ended =
    student.status === 'leave' && student.leaveFrom !== null
      ? { leaveUntil: last < student.leaveFrom ? student.leaveFrom : last }
      : {};
  return {
    status: 'active',
    leftOn: null,
    leftReason: null,
    ...ended,
    ...(group === null
      ? {}
      : {
          groupId: group.id,
          course: group.course ?? student.course,
          specialtyId: group.specialtyId ?? student.specialtyId,
          qualificationId: group.qualificationId ?? student.qualificationId,
        }),
  };
}

/** Students leave, go on academic leave or come back. Errors: stale, refused, validation. */
export function changeStanding(
  tx: Transaction,
  input: Input<'students.changeStanding'>,
): Output<'students.changeStanding'> {
  const { to, on, until, reason } = input;
  if (until !== undefined && until !== null && until < on) refuseFields({ until: 'endBeforeStart' });
  const students = input.items.map(({ id, revision }) => {
    const student = requireRecord(tx.db, 'student', id);
    if (student.revision !== revision) throw new AppError('stale', { entity: 'student' });
    if (!reachedFrom[to].includes(student.status)) throw new AppError('refused', { from: student.status, to });
    if (student.bornOn !== null && on <= student.bornOn) refuseFields({ on: 'beforeBirth' });
    return student;
  });
  const open = to === 'active' ? [] : openPlacements(tx.db, { ids: students.map(({ id }) => id), on });
  if (open.length > 0 && input.placements === undefined) refuseFields({ placements: 'choosePlacements' });
  for (const student of students) tx.update('student', student.id, patchOf(tx, student, input));
  const placements = closePlacements(tx, open, input.placements ?? 'keep', { on, reason });
  const [only] = students;
  tx.label('standingChanged', {
    state: to,
    count: students.length,
    ...(students.length === 1 && only !== undefined ? { title: titleOf(tx.db, 'student', only) } : {}),
  });
  return { students: students.length, placements };
}
