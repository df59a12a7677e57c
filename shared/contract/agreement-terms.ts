import { termParts } from '../domain/effective.ts';
import { Id, IsoDay, optionalCount, optionalDay, optionalId, optionalText, requiredText } from './primitives.ts';
import { query } from './procedure.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

const SchoolYear = z.int().min(1990, 'tooSmall').max(2200, 'tooLarge').nullable();

/** Student places for one specialty; without a year they hold every year, without a number they are not limited. */
export const AgreedSpecialty = z.strictObject({
  specialtyId: Id,
  year: SchoolYear,
  places: optionalCount(0, 100_000),
});

/** What an amendment changes. A part that is left out stays as it was; null takes it away (no end: open-ended). */
export const AmendmentChanges = z.strictObject({
  startsOn: optionalDay.optional(),
  endsOn: optionalDay.optional(),
  terminatedOn: optionalDay.optional(),
  places: optionalCount(0, 100_000).optional(),
  place: optionalText(200).optional(),
  signatoryId: optionalId.optional(),
  mentorId: optionalId.optional(),
  /** Monthly pay in tiyn. */
  payMinor: optionalCount(0, 1_000_000_000_000).optional(),
  /** Replaces the whole list. */
  specialties: z.array(AgreedSpecialty).max(200).optional(),
});
export type AmendmentChanges = z.output<typeof AmendmentChanges>;

/** An additional agreement that changes an agreement from a day on. Until it is signed it changes nothing. */
export const amendmentFields = z.strictObject({
  agreementId: requiredText(64),
  number: requiredText(60),
  signedOn: optionalDay,
  effectiveOn: IsoDay,
  changes: AmendmentChanges,
  reason: optionalText(1000),
  notes: optionalText(4000),
});
export const amendmentRecord = z.strictObject({ ...recordMeta, ...amendmentFields.shape });

export const agreementSpecialtyFields = z.strictObject({
  agreementId: requiredText(64),
  specialtyId: requiredText(64),
  year: SchoolYear,
  places: optionalCount(0, 100_000),
});
export const agreementSpecialtyRecord = z.strictObject({ ...recordMeta, ...agreementSpecialtyFields.shape });

/** The terms of an agreement as they hold on a day, with the names behind the ids. */
export const EffectiveTerms = z.strictObject({
  on: IsoDay,
  /** The last amendment these terms contain. */
  amendmentId: z.string().nullable(),
  startsOn: optionalDay,
  endsOn: optionalDay,
  terminatedOn: optionalDay,
  /** The last day the agreement holds when all signed amendments are considered; null: open-ended. */
  lastOn: optionalDay,
  places: z.int().nullable(),
  place: z.string().nullable(),
  signatoryId: z.string().nullable(),
  signatoryName: z.string().nullable(),
  mentorId: z.string().nullable(),
  mentorName: z.string().nullable(),
  payMinor: z.int().nullable(),
  specialties: z.array(AgreedSpecialty.extend({ code: z.string(), name: z.string() })),
});
export type EffectiveTerms = z.output<typeof EffectiveTerms>;

export const TermPart = z.enum(termParts);

/** One part of an agreement before and after an amendment; people and specialties by name. */
export const TermChange = z.strictObject({ part: TermPart, before: z.unknown(), after: z.unknown() });

const amendmentRow = amendmentRecord.extend({
  agreementNumber: z.string(),
  firmId: z.string(),
  firmName: z.string(),
});

const ChainLink = z.strictObject({
  id: Id,
  number: z.string(),
  typeCode: z.string(),
  studentName: z.string().nullable(),
  signedOn: optionalDay,
  state: z.string(),
  relation: z.enum(['ancestor', 'self', 'child']),
});

export const agreementTerms = {
  ...recordProcedures({
    name: 'amendments',
    entity: 'amendment',
    fields: amendmentFields,
    row: amendmentRow,
    detail: amendmentRow,
    filter: z.strictObject({
      agreementId: z.string().optional(),
      ids: z.array(z.string()).optional(),
      signed: z.boolean().optional(),
      effectiveFrom: IsoDay.optional(),
      effectiveTo: IsoDay.optional(),
    }),
    reads: ['agreement', 'firm'],
  }),
  ...recordProcedures({
    name: 'agreementSpecialties',
    entity: 'agreementSpecialty',
    fields: agreementSpecialtyFields,
    row: agreementSpecialtyRecord.extend({ code: z.string(), name: z.string() }),
    detail: agreementSpecialtyRecord.extend({ code: z.string(), name: z.string() }),
    filter: z.strictObject({ agreementId: z.string().optional(), specialtyId: z.array(z.string()).optional() }),
    reads: ['agreement', 'specialty'],
  }),
  /** What an agreement says on a day (today when left out), or what the amendment `before` finds on its day. */
  'agreements.effective': query(
    ['agreement', 'amendment', 'agreementSpecialty', 'contact', 'specialty'],
    z.strictObject({ id: Id, on: IsoDay.optional(), before: Id.optional() }),
    EffectiveTerms,
  ),
  /** The agreements above and below, and every amendment with what it changed: from → to. */
  'agreements.chain': query(
    ['agreement', 'amendment', 'agreementSpecialty', 'contact', 'specialty', 'student'],
    z.strictObject({ id: Id }),
    z.strictObject({
      links: z.array(ChainLink),
      amendments: z.array(
        z.strictObject({
          id: Id,
          revision: z.int(),
          number: z.string(),
          signedOn: optionalDay,
          effectiveOn: IsoDay,
          reason: z.string().nullable(),
          /** `unsigned`: changes nothing yet; `ahead`: signed, takes effect later. */
          standing: z.enum(['unsigned', 'ahead', 'inEffect']),
          changes: z.array(TermChange),
        }),
      ),
    }),
  ),
} as const;
