import { Id, IsoDay } from './primitives.ts';
import { query } from './procedure.ts';
import { z } from './zod.ts';

const suggestion = z.strictObject({
  firmId: Id,
  firmName: z.string(),
  /** The site nearest to the student, when the firm has sites. */
  siteId: Id.nullable(),
  siteName: z.string().nullable(),
  town: z.string().nullable(),
  agreementId: Id.nullable(),
  agreementNumber: z.string().nullable(),
  /** 0 to 100. */
  score: z.int(),
  agreement: z.enum(['specialty', 'general', 'none']),
  /** Places left over the period, of the specialty where it has its own; null: no number was agreed. */
  free: z.int().nullable(),
  places: z.int().nullable(),
  /** Placements of the specialty here in the last three years, and those of them that ended in work. */
  history: z.int(),
  hired: z.int(),
  /** 0: the same town; null: not entered. */
  km: z.int().nullable(),
});

/** «Who fits where»: firms for students who have no placement on some days, with the reasons. */
export const matching = {
  'placements.suggest': query(
    [
      'student',
      'group',
      'firm',
      'site',
      'agreement',
      'amendment',
      'agreementSpecialty',
      'placement',
      'specialty',
      'setting',
    ],
    z
      .strictObject({ studentIds: z.array(Id).min(1).max(500), startsOn: IsoDay, endsOn: IsoDay })
      .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { message: 'endBeforeStart', path: ['endsOn'] }),
    z.strictObject({
      students: z.array(
        z.strictObject({
          studentId: Id,
          name: z.string(),
          groupCode: z.string().nullable(),
          specialtyCode: z.string().nullable(),
          /** Where distances are measured from: the student's town, or the college's while it is not known. */
          town: z.string().nullable(),
          townFrom: z.enum(['student', 'college', 'none']),
          /** Already placed on one of these days. */
          placed: z.boolean(),
          /** The best first. */
          suggestions: z.array(suggestion),
          /** The suggestion that leaves a place for everybody it can; null: none has room, or the student is placed. */
          offered: z.int().nullable(),
        }),
      ),
      /** Towns whose distance would decide something and is not entered. */
      unknownDistances: z.array(z.strictObject({ from: z.string(), to: z.string() })),
    }),
  ),
} as const;
