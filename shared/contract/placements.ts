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
import { command } from './procedure.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

export const PlacementState = z.enum([
  'planned',
  'offered',
  'confirmed',
  'ordered',
  'started',
  'interrupted',
  'completed',
  'endedEarly',
  'didNotStart',
]);
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
  weekPattern: z.array(z.number().min(0).max(24)).length(7).nullable(),
  workplace: optionalText(200),
  mentorId: optionalId,
  supervisor: optionalText(200),
  /** Monthly pay in tiyn (1 ₸ = 100). */
  payMinor: optionalCount(0, 100_000_000_000),
  orderNumber: optionalText(60),
  orderDate: optionalDay,
  hired: z.boolean().nullable(),
  hiredOn: optionalDay,
  hiredInSpecialty: z.boolean().nullable(),
  contractType: optionalText(120),
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
  });

export const placementFilter = z.strictObject({
  state: z.array(PlacementState).optional(),
  practiceTypeId: z.array(z.string()).optional(),
  dual: z.boolean().optional(),
  firmId: z.string().optional(),
  studentId: z.string().optional(),
  agreementId: z.string().optional(),
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
  /** Leaves out placements that did not start. */
  counted: z.boolean().optional(),
});

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
      moves: z.array(z.strictObject({ to: PlacementState, needsReason: z.boolean() })),
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
      accepted: Accepted,
    }),
    z.strictObject({ moved: z.int() }),
  ),
} as const;
