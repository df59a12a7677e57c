import { PlacementState } from './placements.ts';
import { Id, IsoDay, optionalDay, optionalId, Revision, requiredText } from './primitives.ts';
import { command, query } from './procedure.ts';
import { z } from './zod.ts';

const item = z.strictObject({ id: Id, revision: Revision });

export const CourseStep = z.enum(['up', 'graduate', 'stay']);
export const Standing = z.enum(['leave', 'left', 'active']);
export type Standing = z.output<typeof Standing>;
export const OpenPlacements = z.enum(['keep', 'end', 'interrupt']);

/** What happens to the students of the college: a new course, graduation, leaving, academic leave, return. */
export const contingent = {
  /** What the start of a school year would mean for each group that studies; nothing is written. */
  'groups.plan': query(
    ['group', 'student', 'specialty', 'placement', 'setting', 'history'],
    z.strictObject({ on: IsoDay, ids: z.array(Id).max(1000).optional() }),
    z.array(
      z.strictObject({
        id: Id,
        revision: Revision,
        code: z.string(),
        specialtyCode: z.string().nullable(),
        course: z.int().nullable(),
        /** The last course of the specialty: the highest one from which students have graduated, or the usual one. */
        lastCourse: z.int(),
        /** Students who study, and those of them whose own course is another one than the group's: they keep it. */
        students: z.int(),
        otherCourse: z.int(),
        /** Students on academic leave: they stay where they are. */
        onLeave: z.int(),
        /** Placements of the group's students that go on after the day. */
        openPlacements: z.int(),
        /** The day on which the group got its course in this school year; null when it did not. */
        movedOn: optionalDay,
        step: CourseStep,
      }),
    ),
  ),
  /** Moves groups up a course or lets them graduate, their students with them, as one step. Errors: stale, validation. */
  'groups.advance': command(
    z.strictObject({
      /** The last day of those who graduate. */
      on: IsoDay,
      groups: z
        .array(item.extend({ step: z.enum(['up', 'graduate']) }))
        .min(1)
        .max(1000),
    }),
    z.strictObject({ groups: z.int(), moved: z.int(), graduated: z.int() }),
  ),
  /** Placements of students that have not ended by a day and would go on after it. */
  'students.openPlacements': query(
    ['placement', 'student', 'firm', 'practiceType'],
    z.strictObject({ ids: z.array(Id).max(500), on: IsoDay }),
    z.array(
      z.strictObject({
        id: Id,
        studentName: z.string(),
        firmName: z.string(),
        practiceTypeId: Id,
        startsOn: IsoDay,
        endsOn: IsoDay,
        state: PlacementState,
      }),
    ),
  ),
  /**
   * Students leave, go on academic leave or come back, with the day and the reason. What becomes of placements that go on must
   * be said when there are any. Errors: stale, refused, validation.
   */
  'students.changeStanding': command(
    z.strictObject({
      items: z.array(item).min(1).max(500),
      to: Standing,
      on: IsoDay,
      /** The last day of an academic leave, when it is known. */
      until: optionalDay.optional(),
      reason: requiredText(400),
      /** The group a student comes back to. */
      groupId: optionalId.optional(),
      placements: OpenPlacements.optional(),
    }),
    z.strictObject({ students: z.int(), placements: z.int() }),
  ),
} as const;
