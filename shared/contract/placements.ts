import { placementStates } from '../domain/states.ts';
import { Week } from './calendar.ts';
import {
  Accepted,
  Id,
  IsoDay,
  optionalCount,
  optionalDay,
  optionalId,
  optionalText,
  Revision,
  requiredText,
} from './primitives.ts';
import { command, query } from './procedure.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

export const PlacementState = z.enum(placementStates);
export type PlacementState = z.output<typeof PlacementState>;

export const practiceTypeFields = z.strictObject({
  code: requiredText(40),
  nameRu: requiredText(),
  nameKk: requiredText(),
  nameEn: optionalText(),
  /** Counts as dual training in the report. */
  dual: z.boolean(),
  position: z.int(),
  active: z.boolean(),
});
export const practiceTypeRecord = z.strictObject({ ...recordMeta, ...practiceTypeFields.shape });

/** What became of a student some months after a placement. */
export const FollowUp = z.enum(['inSpecialty', 'otherWork', 'studying', 'army', 'notWorking', 'unknown']);
export type FollowUp = z.output<typeof FollowUp>;

/**
 * What is still to be asked about a placement. `unevaluated`: ended within the last year without an evaluation by the firm;
 * `outcomeUnknown`: completed within the last year, and nobody has said whether the student was hired; `followUpDue`: hired six
 * or twelve months ago and not asked after yet – after half a year more it is history.
 */
export const PlacementAttention = z.enum(['unevaluated', 'outcomeUnknown', 'followUpDue']);
export type PlacementAttention = z.output<typeof PlacementAttention>;

/** What must be there before a placement starts. */
export const ChecklistItem = z.enum(['briefing', 'medical', 'insurance', 'consent']);
export type ChecklistItem = z.output<typeof ChecklistItem>;

export const placementFields = z.strictObject({
  studentId: requiredText(64),
  firmId: requiredText(64),
  siteId: optionalId,
  agreementId: optionalId,
  practiceTypeId: requiredText(64),
  specialtyId: optionalId,
  qualificationId: optionalId,
  course: optionalCount(1, 6),
  startsOn: IsoDay,
  endsOn: IsoDay,
  /** Hours of the practice by the programme. */
  hoursPlanned: optionalCount(0, 5000),
  /** Hours of them at the enterprise; null means all. */
  hoursEnterprise: optionalCount(0, 5000),
  /** Hours per weekday, Monday first. */
  weekPattern: Week.nullable(),
  /** Part of a period that is split across firms, per cent; null means the whole. */
  sharePercent: z.number('number').min(0.01, 'tooSmall').max(100, 'tooLarge').nullable(),
  workplace: optionalText(200),
  mentorId: optionalId,
  supervisor: optionalText(200),
  /** Monthly pay in tiyn (1 ₸ = 100). */
  payMinor: optionalCount(0, 100_000_000_000),
  orderNumber: optionalText(60),
  orderDate: optionalDay,
  /** Safety briefing: its day and its number in the journal. */
  briefingOn: optionalDay,
  briefingJournal: optionalText(60),
  /** Day of the medical certificate. */
  medicalOn: optionalDay,
  /** Insurance policy: number, insurer, term. */
  insurance: optionalText(200),
  /** Day of the representative's consent for a student under 18. */
  consentOn: optionalDay,
  hired: z.boolean().nullable(),
  hiredOn: optionalDay,
  hiredInSpecialty: z.boolean().nullable(),
  contractType: optionalText(120),
  /** Six and twelve months after the end: when it was asked and what became of the student. */
  followUp6On: optionalDay,
  followUp6: FollowUp.nullable(),
  followUp12On: optionalDay,
  followUp12: FollowUp.nullable(),
  notes: optionalText(4000),
});
export const placementRecord = z.strictObject({
  ...recordMeta,
  ...placementFields.shape,
  state: PlacementState,
  /** Why the last move went backward or ended the placement. */
  stateReason: z.string().nullable(),
});

export const placementRow = placementRecord
  .pick({
    id: true,
    revision: true,
    studentId: true,
    firmId: true,
    agreementId: true,
    practiceTypeId: true,
    startsOn: true,
    endsOn: true,
    hoursPlanned: true,
    hoursEnterprise: true,
    sharePercent: true,
    state: true,
    hired: true,
    updatedAt: true,
  })
  .extend({
    studentName: z.string(),
    groupCode: z.string().nullable(),
    firmName: z.string(),
    practiceCode: z.string(),
    specialtyCode: z.string().nullable(),
    mentorName: z.string().nullable(),
    /** The student has another placement on these days. */
    overlaps: z.boolean(),
    /** More students than the agreement has places, on these days. */
    overCapacity: z.boolean(),
  });

export const placementFilter = z.strictObject({
  state: z.array(PlacementState).optional(),
  practiceTypeId: z.array(z.string()).optional(),
  dual: z.boolean().optional(),
  firmId: z.string().optional(),
  studentId: z.string().optional(),
  agreementId: z.string().optional(),
  /** The empty string stands for «no mentor given». */
  mentorId: z.string().optional(),
  groupId: z.array(z.string()).optional(),
  /** Specialty ids; the empty string stands for «no specialty given». */
  specialtyId: z.array(z.string()).optional(),
  ids: z.array(z.string()).optional(),
  /** Placements with at least one day in the period. */
  activeFrom: IsoDay.optional(),
  activeTo: IsoDay.optional(),
  /** Placements whose student was hired; with the period, hired in it. */
  hired: z.boolean().optional(),
  hiredInSpecialty: z.boolean().optional(),
  /** Running or to come, and the student is elsewhere on some of these days. */
  overlaps: z.boolean().optional(),
  /** Running or to come, with more students than the agreement has places on the first day. */
  overCapacity: z.boolean().optional(),
  /** Leaves out placements that did not start. */
  counted: z.boolean().optional(),
  /** Ended on a day of the period. */
  endsFrom: IsoDay.optional(),
  endsTo: IsoDay.optional(),
  /** What is still to be asked about; any of them. */
  attention: z.array(PlacementAttention).optional(),
});

/** As many rows as one step may write. */
const placementRows = z.array(placementFields).min(1).max(500);

const typedPlace = z.strictObject({
  firm: z.string().max(400),
  site: z.string().max(400),
  mentor: z.string().max(400),
  /** The number of an agreement of the firm. */
  agreement: z.string().max(400).optional(),
});

/** `none`: nothing was typed; `unknown`: nothing fits; `several`: more than one fits. */
const foundRecord = z.strictObject({
  kind: z.enum(['none', 'found', 'unknown', 'several']),
  id: Id.nullable(),
  title: z.string(),
});

const splitPart = z.strictObject({
  firmId: requiredText(64),
  siteId: optionalId,
  agreementId: optionalId,
  mentorId: optionalId,
  sharePercent: z.number('number').min(0.01, 'tooSmall').max(99.99, 'tooLarge'),
});

/** Why a day has its hours. */
export const HoursWhy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pattern') }),
  z.strictObject({ kind: z.literal('dayOff') }),
  z.strictObject({
    kind: z.literal('holiday'),
    nameRu: z.string(),
    nameKk: z.string(),
    nameEn: z.string(),
    movedFrom: optionalDay,
  }),
  z.strictObject({ kind: z.literal('workday') }),
  z.strictObject({ kind: z.literal('interruption'), reason: z.string() }),
  z.strictObject({ kind: z.literal('irregularWeek'), reason: z.string() }),
  /** `before`: the hours by the rules. */
  z.strictObject({ kind: z.literal('override'), reason: z.string(), before: z.number() }),
  z.strictObject({ kind: z.literal('limit'), before: z.number() }),
]);
export type HoursWhy = z.output<typeof HoursWhy>;

/** Hours to the hundredth. */
export const placementHours = z.strictObject({
  id: Id,
  startsOn: IsoDay,
  endsOn: IsoDay,
  weekly: Week,
  /** Whose week it is: the placement's own, or the one in the settings. */
  weeklyFrom: z.enum(['placement', 'settings']),
  days: z.array(z.strictObject({ date: IsoDay, weekday: z.int(), hours: z.number(), why: HoursWhy })),
  months: z.array(z.strictObject({ month: z.string(), hours: z.number(), workingDays: z.int() })),
  total: z.number(),
  workingDays: z.int(),
  /** Hours that the record promises at the enterprise; null when none are given. */
  expected: z.number().nullable(),
  /** Computed minus promised. */
  difference: z.number().nullable(),
  /** The student's computed hours at enterprises in the school year in which the placement starts. */
  year: z.strictObject({
    startsOn: IsoDay,
    endsOn: IsoDay,
    hours: z.number(),
    /** Hours of industrial training and practice by the programme in a year; null when the specialty has none. */
    base: z.int().nullable(),
    percent: z.number().nullable(),
    minimumPercent: z.int(),
    reached: z.boolean().nullable(),
  }),
  /** Entered days that lie outside the placement. */
  unused: z.array(IsoDay),
});
export type PlacementHours = z.output<typeof placementHours>;

export const placements = {
  ...recordProcedures({
    name: 'placements',
    entity: 'placement',
    fields: placementFields,
    row: placementRow,
    filter: placementFilter,
    detail: placementRecord.extend({
      studentName: z.string(),
      groupCode: z.string().nullable(),
      firmName: z.string(),
      practiceCode: z.string(),
      siteName: z.string().nullable(),
      agreementNumber: z.string().nullable(),
      specialtyCode: z.string().nullable(),
      qualificationCode: z.string().nullable(),
      mentorName: z.string().nullable(),
      letters: z.int(),
      minor: z.boolean(),
      /** What is there and what is missing before the start. */
      checklist: z.array(z.strictObject({ item: ChecklistItem, done: z.boolean() })),
      /** Placements of the same mentor, and of the same college supervisor, on these days, this one included. */
      mentorLoad: z.int(),
      supervisorLoad: z.int(),
      /** Codes of texts under `warnings` that hold for the placement as it stands. */
      warnings: z.array(z.string()),
      /** The parts of a period split across firms, this one included; empty when it is not split. */
      parts: z.array(
        z.strictObject({ id: Id, firmId: Id, firmName: z.string(), sharePercent: z.number(), state: PlacementState }),
      ),
      /** `asksDay`: the move happens on a day of its own, see `placements.move`. */
      moves: z.array(z.strictObject({ to: PlacementState, needsReason: z.boolean(), asksDay: z.boolean() })),
    }),
    reads: [
      'student',
      'group',
      'firm',
      'site',
      'agreement',
      'practiceType',
      'specialty',
      'qualification',
      'contact',
      'letter',
      'setting',
    ],
  }),
  ...recordProcedures({
    name: 'practiceTypes',
    entity: 'practiceType',
    fields: practiceTypeFields,
    row: practiceTypeRecord,
    detail: practiceTypeRecord,
    filter: z.strictObject({ active: z.boolean().optional() }),
    reads: [],
  }),
  /** Moves placements to another state; all or none. A backward move and an early end need a reason. */
  'placements.move': command(
    z.strictObject({
      items: z
        .array(z.strictObject({ id: Id, revision: Revision }))
        .min(1)
        .max(5000),
      to: PlacementState,
      reason: optionalText(1000).optional(),
      orderNumber: optionalText(60).optional(),
      orderDate: optionalDay.optional(),
      /**
       * First day of an interruption, the day the student came back, or the last day of a placement that ended early (it then
       * ends on it); today when left out. It lies in the placement.
       */
      on: IsoDay.optional(),
      accepted: Accepted,
    }),
    z.strictObject({ moved: z.int() }),
  ),
  /** Writes many placements as one step: all or none. A problem of row 3 stands under `rows.3.<field>`. */
  'placements.createMany': command(
    z.strictObject({ rows: placementRows, accepted: Accepted }),
    z.strictObject({ ids: z.array(Id) }),
  ),
  /** What `createMany` would say to each row: problems (field → text under `validation`) and warnings (texts under `warnings`). */
  'placements.check': query(
    ['placement', 'student', 'firm', 'site', 'contact', 'agreement', 'amendment', 'agreementSpecialty'],
    z.strictObject({ rows: placementRows }),
    z.array(
      z.strictObject({
        problems: z.record(z.string(), z.string()),
        warnings: z.array(z.string()),
        /** Worth a look, but nothing to overrule: under 18, no agreement (texts under `warnings`). */
        remarks: z.array(z.string()),
      }),
    ),
  ),
  /** What typed or pasted names of a firm, its site, its mentor and its agreement mean; the firm is known by its name or its BIN. */
  'placements.resolve': query(
    ['firm', 'site', 'contact', 'agreement'],
    z.strictObject({ rows: z.array(typedPlace).max(500) }),
    z.array(z.strictObject({ firm: foundRecord, site: foundRecord, mentor: foundRecord, agreement: foundRecord })),
  ),
  /** Divides a placement among firms; the shares add up to 100. The first part stays in the record, the others are new ones. */
  'placements.split': command(
    z.strictObject({
      id: Id,
      revision: Revision,
      parts: z.array(splitPart).min(2).max(10),
      accepted: Accepted,
    }),
    z.strictObject({ ids: z.array(Id) }),
  ),
  /** The day list of a placement with the reason for each day, its totals, and the share at the enterprise. */
  'placements.hours': query(
    ['placement', 'student', 'specialty', 'holiday', 'interruption', 'dayOverride', 'irregularWeek', 'setting'],
    z.strictObject({ id: Id }),
    placementHours,
  ),
  /** Writes the calculation of hours as an annex to print, one per placement, in one file. */
  'placements.hoursAnnex': command(
    z.strictObject({
      ids: z.array(Id).min(1).max(200),
      language: z.enum(['kk', 'ru', 'en']),
      format: z.enum(['docx', 'pdf']),
    }),
    z.strictObject({ path: z.string() }),
  ),
} as const;
