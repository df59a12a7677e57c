import { DepthName } from './partnership.ts';
import { IsoDay, Language, optionalDay, optionalText, orNone, requiredText } from './primitives.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

export const FirmStatus = z.enum(['prospect', 'active', 'dormant', 'former']);
export const FirmOrigin = z.enum(['college', 'firm', 'department', 'programme', 'other']);
export const SizeClass = z.enum(['micro', 'small', 'medium', 'large']);

/** A partner firm: one legal entity or sole proprietor. */
export const firmFields = z.strictObject({
  nameRu: requiredText(),
  nameKk: optionalText(),
  shortName: optionalText(120),
  legalForm: optionalText(20),
  /** БИН/ИИН: 12 digits; a number that fails its check digit is kept only when the officer says so. */
  bin: optionalText(20),
  sector: optionalText(120),
  oked: optionalText(10),
  region: optionalText(120),
  city: optionalText(120),
  address: optionalText(),
  phone: optionalText(60),
  email: optionalText(120),
  website: optionalText(200),
  sizeClass: SizeClass.nullable(),
  status: FirmStatus,
  origin: FirmOrigin.nullable(),
  verifiedOn: optionalDay,
  verifiedBy: optionalText(120),
  verifiedSource: optionalText(200),
  notes: optionalText(4000),
});
export const firmRecord = z.strictObject({ ...recordMeta, ...firmFields.shape });

export const firmRow = firmRecord
  .pick({
    id: true,
    revision: true,
    nameRu: true,
    nameKk: true,
    bin: true,
    sector: true,
    city: true,
    phone: true,
    email: true,
    status: true,
    sizeClass: true,
    verifiedOn: true,
    updatedAt: true,
  })
  .extend({ agreementsInForce: z.int(), placements: z.int(), depth: DepthName });

/** In an array of values the empty string stands for «no value given». */
export const firmFilter = z.strictObject({
  status: z.array(FirmStatus).optional(),
  sector: z.array(z.string()).optional(),
  region: z.array(z.string()).optional(),
  city: z.array(z.string()).optional(),
  sizeClass: z.array(orNone(SizeClass)).optional(),
  ids: z.array(z.string()).optional(),
  /** Firms with an agreement in force or a placement on any day of the period. */
  partnerFrom: IsoDay.optional(),
  partnerTo: IsoDay.optional(),
  withoutBin: z.boolean().optional(),
  /** How deep the partnership is today. */
  depth: z.array(DepthName).optional(),
  /** `new`: partner in the period, not in the one before; `lost`: the reverse. Needs partnerFrom/partnerTo. */
  change: z.enum(['new', 'lost']).optional(),
});

export const ContactRole = z.enum(['head', 'signatory', 'mentor', 'hr', 'accountant', 'other']);

/** A person at a firm. A signatory is not a mentor: the roles are kept apart. */
export const contactFields = z.strictObject({
  firmId: requiredText(64),
  name: requiredText(200),
  position: optionalText(200),
  phone: optionalText(60),
  email: optionalText(120),
  language: Language.nullable(),
  roles: z.array(ContactRole).max(6),
  /** What a signatory acts on: charter, power of attorney. */
  basis: optionalText(200),
  basisNumber: optionalText(60),
  basisDate: optionalDay,
  basisUntil: optionalDay,
  notes: optionalText(2000),
});
export const contactRecord = z.strictObject({ ...recordMeta, ...contactFields.shape });
export const contactFilter = z.strictObject({
  firmId: z.string().optional(),
  role: ContactRole.optional(),
  ids: z.array(z.string()).optional(),
});

/** A workplace of a firm at an address of its own. */
export const siteFields = z.strictObject({
  firmId: requiredText(64),
  name: requiredText(200),
  city: optionalText(120),
  address: optionalText(),
  phone: optionalText(60),
  notes: optionalText(2000),
});
export const siteRecord = z.strictObject({ ...recordMeta, ...siteFields.shape });
export const siteFilter = z.strictObject({ firmId: z.string().optional(), ids: z.array(z.string()).optional() });

/** Other records that may be about the same. */
const possibleDuplicates = z.array(z.strictObject({ id: z.string(), title: z.string(), detail: z.string() }));

export const firms = {
  ...recordProcedures({
    name: 'firms',
    entity: 'firm',
    fields: firmFields,
    row: firmRow,
    filter: firmFilter,
    detail: firmRecord.extend({
      agreements: z.int(),
      agreementsInForce: z.int(),
      placements: z.int(),
      requests: z.int(),
      contacts: z.int(),
      sites: z.int(),
      letters: z.int(),
      possibleDuplicates,
    }),
    reads: ['agreement', 'placement', 'request', 'contact', 'site', 'letter', 'interaction', 'engagement'],
  }),
  ...recordProcedures({
    name: 'contacts',
    entity: 'contact',
    fields: contactFields,
    filter: contactFilter,
    row: contactRecord.extend({ firmName: z.string() }),
    detail: contactRecord.extend({ firmName: z.string(), placements: z.int(), possibleDuplicates }),
    reads: ['firm', 'placement'],
  }),
  ...recordProcedures({
    name: 'sites',
    entity: 'site',
    fields: siteFields,
    filter: siteFilter,
    row: siteRecord.extend({ firmName: z.string() }),
    detail: siteRecord.extend({ firmName: z.string(), placements: z.int() }),
    reads: ['firm', 'placement'],
  }),
} as const;
