import { FollowUp } from './placements.ts';
import {
  IsoDay,
  Language,
  optionalCount,
  optionalDay,
  optionalId,
  optionalText,
  orNone,
  requiredText,
} from './primitives.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

/** A specialty of the classifier: 8 digits, or a legacy 7-digit code. */
export const specialtyFields = z.strictObject({
  code: requiredText(20),
  nameRu: requiredText(),
  nameKk: optionalText(),
  /** Hours of industrial training and practice per student and academic year in the working curriculum; the base of the ≥ 60 % share. */
  practiceHours: optionalCount(0, 10_000),
  validFrom: optionalDay,
  validTo: optionalDay,
});
export const specialtyRecord = z.strictObject({ ...recordMeta, ...specialtyFields.shape });

/** A qualification: level (3W, 4S, 5AB) and 8 digits; its first six digits agree with the specialty's. */
export const qualificationFields = z.strictObject({
  code: requiredText(20),
  specialtyId: optionalId,
  nameRu: optionalText(),
  nameKk: optionalText(),
  validFrom: optionalDay,
  validTo: optionalDay,
});
export const qualificationRecord = z.strictObject({ ...recordMeta, ...qualificationFields.shape });

export const groupFields = z.strictObject({
  code: requiredText(40),
  specialtyId: optionalId,
  qualificationId: optionalId,
  course: optionalCount(1, 6),
  language: Language.nullable(),
  curator: optionalText(200),
  active: z.boolean(),
});
export const groupRecord = z.strictObject({ ...recordMeta, ...groupFields.shape });

export const Funding = z.enum(['state', 'paid', 'target']);
export const StudentStatus = z.enum(['active', 'leave', 'left', 'graduated']);
export const Sex = z.enum(['male', 'female']);

export const studentFields = z.strictObject({
  surname: requiredText(120),
  givenName: optionalText(120),
  patronymic: optionalText(120),
  iin: optionalText(20),
  bornOn: optionalDay,
  sex: Sex.nullable(),
  groupId: optionalId,
  specialtyId: optionalId,
  qualificationId: optionalId,
  course: optionalCount(1, 6),
  language: Language.nullable(),
  funding: Funding.nullable(),
  studyForm: optionalText(60),
  phone: optionalText(60),
  email: optionalText(120),
  /** Where the student lives. */
  town: optionalText(120),
  /** Legal representative of a student under 18. */
  representativeName: optionalText(200),
  representativePhone: optionalText(60),
  status: StudentStatus,
  leftOn: optionalDay,
  leftReason: optionalText(400),
  /** Academic leave: its days (an open end is possible) and why. */
  leaveFrom: optionalDay,
  leaveUntil: optionalDay,
  leaveReason: optionalText(400),
  /** The student's number in the national database. */
  externalId: optionalText(40),
  notes: optionalText(4000),
});
export const studentRecord = z.strictObject({ ...recordMeta, ...studentFields.shape });

export const studentRow = studentRecord
  .pick({
    id: true,
    revision: true,
    surname: true,
    givenName: true,
    patronymic: true,
    iin: true,
    bornOn: true,
    groupId: true,
    course: true,
    phone: true,
    language: true,
    funding: true,
    status: true,
    updatedAt: true,
  })
  .extend({
    name: z.string(),
    groupCode: z.string().nullable(),
    specialtyCode: z.string().nullable(),
    placements: z.int(),
  });

export const studentFilter = z.strictObject({
  status: z.array(StudentStatus).optional(),
  groupId: z.array(z.string()).optional(),
  specialtyId: z.array(z.string()).optional(),
  qualificationId: z.string().optional(),
  course: z.array(orNone(z.int())).optional(),
  language: z.array(orNone(Language)).optional(),
  funding: z.array(orNone(Funding)).optional(),
  ids: z.array(z.string()).optional(),
  /** Under 18 today. */
  minor: z.boolean().optional(),
  /** Students with no placement that touches the period. */
  withoutPlacementFrom: z.string().optional(),
  withoutPlacementTo: z.string().optional(),
  /** The contingent of a period: students who study or are on leave, left on its first day or later, or had a placement in it. */
  contingentFrom: IsoDay.optional(),
  contingentTo: IsoDay.optional(),
  /** Students with a placement that takes place on any day of the period; `dual`: one that counts as dual training. */
  placedFrom: IsoDay.optional(),
  placedTo: IsoDay.optional(),
  dual: z.boolean().optional(),
  /** Of the period `placedFrom`–`placedTo`: students whose share of hours at the enterprise is at least this many per cent. */
  shareAtLeast: z.int().min(0).max(1000).optional(),
  /** Students whom a placement brought work, with the day of hiring (or the placement's last day) in the period. */
  hired: z.boolean().optional(),
  hiredFrom: IsoDay.optional(),
  hiredTo: IsoDay.optional(),
  hiredInSpecialty: z.boolean().optional(),
  /** Students whom a placement brought work and who were asked so many months later, on a day of the period, with one of these answers. */
  followUpAfter: z.literal([6, 12]).optional(),
  followUpFrom: IsoDay.optional(),
  followUpTo: IsoDay.optional(),
  followUpAnswer: z.array(FollowUp).optional(),
  leftFrom: IsoDay.optional(),
  leftTo: IsoDay.optional(),
});

const dictionaryFilter = z.strictObject({
  active: z.boolean().optional(),
  specialtyId: z.string().optional(),
  ids: z.array(z.string()).optional(),
});

export const students = {
  ...recordProcedures({
    name: 'students',
    entity: 'student',
    fields: studentFields,
    row: studentRow,
    filter: studentFilter,
    detail: studentRecord.extend({
      name: z.string(),
      groupCode: z.string().nullable(),
      specialtyCode: z.string().nullable(),
      specialtyName: z.string().nullable(),
      qualificationCode: z.string().nullable(),
      minor: z.boolean(),
      /** Placements that are open or to come, begin before the student is 18, and lack the representative's consent. */
      consentMissing: z.int(),
      placements: z.int(),
      agreements: z.int(),
      letters: z.int(),
    }),
    reads: ['group', 'specialty', 'qualification', 'placement', 'agreement', 'letter'],
  }),
  ...recordProcedures({
    name: 'groups',
    entity: 'group',
    fields: groupFields,
    filter: dictionaryFilter,
    row: groupRecord.extend({
      specialtyCode: z.string().nullable(),
      qualificationCode: z.string().nullable(),
      students: z.int(),
    }),
    detail: groupRecord.extend({
      specialtyCode: z.string().nullable(),
      qualificationCode: z.string().nullable(),
      students: z.int(),
    }),
    reads: ['student', 'specialty', 'qualification'],
  }),
  ...recordProcedures({
    name: 'specialties',
    entity: 'specialty',
    fields: specialtyFields,
    filter: dictionaryFilter,
    row: specialtyRecord.extend({ students: z.int() }),
    detail: specialtyRecord.extend({ students: z.int(), groups: z.int(), requests: z.int() }),
    reads: ['student', 'group', 'request'],
  }),
  ...recordProcedures({
    name: 'qualifications',
    entity: 'qualification',
    fields: qualificationFields,
    filter: dictionaryFilter,
    row: qualificationRecord.extend({ specialtyCode: z.string().nullable(), students: z.int() }),
    detail: qualificationRecord.extend({ specialtyCode: z.string().nullable(), students: z.int() }),
    reads: ['student', 'specialty'],
  }),
} as const;
