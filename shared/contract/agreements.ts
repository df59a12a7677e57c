import { PartyState } from './agreement-paper.ts';
import { EffectiveTerms } from './agreement-terms.ts';
import { IsoDay, optionalCount, optionalDay, optionalId, optionalText, orNone, requiredText } from './primitives.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

/** How far the paper has come. «In force», «expiring» and «expired» are computed from dates, never stored. */
export const AgreementStage = z.enum(['draft', 'sent', 'partlySigned', 'signed', 'terminated', 'cancelled']);
export const AgreementOrigin = z.enum(['college', 'firm', 'department', 'programme', 'other']);
export const AgreementState = z.enum([
  'draft',
  'sent',
  'partlySigned',
  'notStarted',
  'inForce',
  'expiring',
  'expired',
  'terminated',
  'renewed',
  'cancelled',
]);
export type AgreementState = z.output<typeof AgreementState>;

export const agreementTypeFields = z.strictObject({
  code: requiredText(40),
  nameRu: requiredText(),
  nameKk: requiredText(),
  nameEn: optionalText(),
  position: z.int(),
  active: z.boolean(),
});
export const agreementTypeRecord = z.strictObject({ ...recordMeta, ...agreementTypeFields.shape });

export const agreementFields = z.strictObject({
  number: requiredText(60),
  typeId: requiredText(64),
  firmId: requiredText(64),
  /** The student of a tripartite contract. */
  studentId: optionalId,
  parentId: optionalId,
  stage: AgreementStage,
  signedOn: optionalDay,
  startsOn: optionalDay,
  /** Null: open-ended. */
  endsOn: optionalDay,
  terminatedOn: optionalDay,
  terminationReason: optionalText(1000),
  renewal: z.enum(['manual', 'automatic']),
  signatoryId: optionalId,
  place: optionalText(200),
  /** Student places agreed. */
  places: optionalCount(0, 100_000),
  origin: AgreementOrigin.nullable(),
  legalBasis: optionalText(1000),
  notes: optionalText(4000),
});
export const agreementRecord = z.strictObject({ ...recordMeta, ...agreementFields.shape });

/** A line of the register: `startsOn`, `endsOn`, `terminatedOn` and `places` are the values in effect today (ADR-0007). */
export const agreementRow = agreementRecord
  .pick({
    id: true,
    revision: true,
    number: true,
    typeId: true,
    firmId: true,
    studentId: true,
    parentId: true,
    stage: true,
    signedOn: true,
    startsOn: true,
    endsOn: true,
    terminatedOn: true,
    places: true,
    updatedAt: true,
  })
  .extend({
    firmName: z.string(),
    typeCode: z.string(),
    state: AgreementState,
    placements: z.int(),
    origin: AgreementOrigin.nullable(),
    /** Signed amendments. */
    amendments: z.int(),
    /** Files attached to the agreement. */
    scans: z.int(),
    /** What the paper said before any amendment; the row's own dates and places are those that hold today. */
    original: z.strictObject({
      startsOn: optionalDay,
      endsOn: optionalDay,
      terminatedOn: optionalDay,
      places: z.int().nullable(),
    }),
  });

export const agreementFilter = z.strictObject({
  state: z.array(AgreementState).optional(),
  /** The day on which `state` is computed; today when missing. */
  asOf: IsoDay.optional(),
  typeId: z.array(z.string()).optional(),
  origin: z.array(orNone(AgreementOrigin)).optional(),
  firmId: z.string().optional(),
  studentId: z.string().optional(),
  parentId: z.string().optional(),
  ids: z.array(z.string()).optional(),
  signedFrom: IsoDay.optional(),
  signedTo: IsoDay.optional(),
  /** Agreements whose last day (end or early termination) lies in the period. */
  endedFrom: IsoDay.optional(),
  endedTo: IsoDay.optional(),
  /** How the agreements of `endedFrom` and `endedTo` came to their last day: by their term (`renewed`: and a next one is signed), or by early termination. */
  ending: z.enum(['expired', 'renewed', 'terminated']).optional(),
  /** Signed agreements in force on any day of the period. */
  inForceFrom: IsoDay.optional(),
  inForceTo: IsoDay.optional(),
  /** Agreements that end within this many days of `asOf`. */
  endsWithinDays: z.int().min(0).max(3650).optional(),
  /** Not signed by everybody yet, and not cancelled. */
  unsigned: z.boolean().optional(),
  /** Signed, but without an attached file. */
  withoutScan: z.boolean().optional(),
  /** Covers one of these specialties today. */
  specialtyId: z.array(z.string()).optional(),
});

export const agreements = {
  ...recordProcedures({
    name: 'agreements',
    entity: 'agreement',
    fields: agreementFields,
    row: agreementRow,
    filter: agreementFilter,
    detail: agreementRecord.extend({
      firmName: z.string(),
      typeCode: z.string(),
      state: AgreementState,
      studentName: z.string().nullable(),
      parentNumber: z.string().nullable(),
      signatoryName: z.string().nullable(),
      placements: z.int(),
      children: z.int(),
      amendments: z.int(),
      scans: z.int(),
      /** What holds today; the record's own fields are what was signed first. */
      effective: EffectiveTerms,
      /** Who signs, and how far the paper has come with each. */
      parties: z.array(PartyState),
      /** Agreements of the same kind that continue this one, signed or not. */
      renewals: z.array(z.strictObject({ id: z.string(), number: z.string() })),
    }),
    reads: [
      'firm',
      'agreementType',
      'student',
      'contact',
      'placement',
      'amendment',
      'agreementSpecialty',
      'specialty',
      'signing',
      'attachment',
    ],
  }),
  ...recordProcedures({
    name: 'agreementTypes',
    entity: 'agreementType',
    fields: agreementTypeFields,
    row: agreementTypeRecord,
    detail: agreementTypeRecord,
    filter: z.strictObject({ active: z.boolean().optional() }),
    reads: [],
  }),
} as const;
