import { Accepted, Id, IsoDay, optionalDay, optionalId, optionalText, requiredText } from './primitives.ts';
import { command, query } from './procedure.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

export const VisitPurpose = z.enum(['progress', 'attendance', 'safety', 'mentor', 'problem', 'assessment', 'other']);
export type VisitPurpose = z.output<typeof VisitPurpose>;
export const VisitState = z.enum(['planned', 'late', 'done']);

/** A visit to a firm, one of its sites or one placement; planned, done, or both. */
export const visitFields = z.strictObject({
  firmId: requiredText(64),
  siteId: optionalId,
  placementId: optionalId,
  plannedOn: optionalDay,
  doneOn: optionalDay,
  /** Who goes there from the college. */
  visitor: optionalText(200),
  purpose: VisitPurpose,
  findings: optionalText(4000),
  nextStep: optionalText(1000),
  nextOn: optionalDay,
  /** The day the next step was done. */
  stepDoneOn: optionalDay,
});
export const visitRecord = z.strictObject({ ...recordMeta, ...visitFields.shape });
export const visitRow = visitRecord.extend({
  /** The day it was done, or is planned for. */
  onDay: IsoDay,
  state: VisitState,
  firmName: z.string(),
  siteName: z.string().nullable(),
  studentName: z.string().nullable(),
});
export const visitFilter = z.strictObject({
  state: z.array(VisitState).optional(),
  firmId: z.string().optional(),
  siteId: z.string().optional(),
  placementId: z.string().optional(),
  purpose: z.array(VisitPurpose).optional(),
  /** With a next step that is not done. */
  open: z.boolean().optional(),
  visitedFrom: IsoDay.optional(),
  visitedTo: IsoDay.optional(),
  ids: z.array(z.string()).optional(),
});

export const EvaluationSide = z.enum(['firm', 'student']);
export type EvaluationSide = z.output<typeof EvaluationSide>;

/** What is scored, and by whom; the officer edits the list. */
export const evaluationCriterionFields = z.strictObject({
  side: EvaluationSide,
  code: requiredText(40),
  nameRu: requiredText(),
  nameKk: requiredText(),
  nameEn: optionalText(),
  position: z.int(),
  active: z.boolean(),
});
export const evaluationCriterionRecord = z.strictObject({ ...recordMeta, ...evaluationCriterionFields.shape });

/** Scores from 1 to 5 by the id of the criterion; a criterion without a score is left out. */
export const Scores = z.record(Id, z.int('score').min(1, 'score').max(5, 'score'));
export type Scores = z.output<typeof Scores>;

/** What a firm says of a student, or a student of the firm; one per side and day. */
export const evaluationFields = z.strictObject({
  placementId: requiredText(64),
  side: EvaluationSide,
  evaluatedOn: IsoDay,
  scores: Scores,
  comment: optionalText(2000),
});
export const evaluationRecord = z.strictObject({ ...recordMeta, ...evaluationFields.shape });
export const evaluationRow = evaluationRecord.extend({
  /** The mean of the scores, to the hundredth; computed, never stored. */
  overall: z.number().nullable(),
  studentName: z.string(),
  groupCode: z.string().nullable(),
  firmId: Id,
  firmName: z.string(),
});
export const evaluationFilter = z.strictObject({
  side: z.array(EvaluationSide).optional(),
  placementId: z.string().optional(),
  firmId: z.string().optional(),
  groupId: z.array(z.string()).optional(),
  /** Of the placement. */
  specialtyId: z.array(z.string()).optional(),
  evaluatedFrom: IsoDay.optional(),
  evaluatedTo: IsoDay.optional(),
  ids: z.array(z.string()).optional(),
});

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, 'date');
const hours = z.number('number').min(0, 'tooSmall').max(744, 'moreThanDay').nullable();

/** Hours of one placement in one month; planned hours are computed, never stored. */
export const monthAttendanceFields = z.strictObject({
  placementId: requiredText(64),
  month: Month,
  attended: hours,
  /** Missed for a good reason. */
  excused: hours,
  /** Missed without one. */
  unexcused: hours,
  note: optionalText(300),
});
export const monthAttendanceRecord = z.strictObject({ ...recordMeta, ...monthAttendanceFields.shape });

/** One month of one placement: what the hours engine plans, and what was entered. */
export const attendanceMonth = z.strictObject({
  placementId: Id,
  studentName: z.string(),
  firmName: z.string(),
  month: Month,
  /** Hours by the calculation, to the hundredth. */
  planned: z.number(),
  /** Days of the placement in the month; nobody attends more than 24 hours of each. */
  days: z.int(),
  attended: z.number().nullable(),
  excused: z.number().nullable(),
  unexcused: z.number().nullable(),
  note: z.string().nullable(),
});
export type AttendanceMonth = z.output<typeof attendanceMonth>;

const placementIds = z.array(Id).min(1).max(500);
const parties = ['placement', 'student', 'group', 'firm'] as const;

export const monitoring = {
  ...recordProcedures({
    name: 'visits',
    entity: 'visit',
    fields: visitFields,
    row: visitRow,
    detail: visitRow,
    filter: visitFilter,
    reads: ['firm', 'site', 'placement', 'student', 'setting'],
  }),
  ...recordProcedures({
    name: 'evaluationCriteria',
    entity: 'evaluationCriterion',
    fields: evaluationCriterionFields,
    row: evaluationCriterionRecord,
    detail: evaluationCriterionRecord,
    filter: z.strictObject({ active: z.boolean().optional(), side: z.array(EvaluationSide).optional() }),
    reads: [],
  }),
  ...recordProcedures({
    name: 'evaluations',
    entity: 'evaluation',
    fields: evaluationFields,
    row: evaluationRow,
    detail: evaluationRow,
    filter: evaluationFilter,
    reads: [...parties, 'setting'],
  }),
  /** The placements of a table for entering evaluations, with what was entered for the side and the day, and the one before. */
  'evaluations.sheet': query(
    ['evaluation', ...parties, 'setting'],
    z.strictObject({ placementIds, side: EvaluationSide, evaluatedOn: IsoDay }),
    z.array(
      z.strictObject({
        placementId: Id,
        studentName: z.string(),
        firmName: z.string(),
        startsOn: IsoDay,
        scores: Scores,
        comment: z.string().nullable(),
        /** The newest evaluation of the side from another day. */
        before: z.strictObject({ evaluatedOn: IsoDay, overall: z.number().nullable() }).nullable(),
      }),
    ),
  ),
  /** Writes the evaluations of a table as one step; a line without scores and words is removed. A problem of row 3 stands under `rows.3.<field>`. */
  'evaluations.save': command(
    z.strictObject({
      side: EvaluationSide,
      evaluatedOn: IsoDay,
      rows: z
        .array(z.strictObject({ placementId: Id, scores: Scores, comment: optionalText(2000) }))
        .min(1)
        .max(500),
      accepted: Accepted,
    }),
    z.strictObject({ written: z.int(), removed: z.int() }),
  ),
  /** The months of placements with planned and entered hours; one month of many, or all months of one. */
  'attendance.months': query(
    ['monthAttendance', ...parties, 'holiday', 'interruption', 'dayOverride', 'irregularWeek', 'setting'],
    z.strictObject({ placementIds, month: Month.optional() }),
    z.array(attendanceMonth),
  ),
  /** Writes hours of months as one step; an empty line is removed. A problem of row 3 stands under `rows.3.<field>`. */
  'attendance.save': command(
    z.strictObject({ rows: z.array(monthAttendanceFields).min(1).max(2000), accepted: Accepted }),
    z.strictObject({ written: z.int(), removed: z.int() }),
  ),
} as const;
