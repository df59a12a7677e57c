import { isIsoDate } from '../domain/dates.ts';
import { z } from './zod.ts';

/** Messages of schema issues are text keys under `validation`, so they can be shown beside the field in any language. */
export const Id = z.string().min(1, 'required').max(64);
export const Revision = z.int().min(0);
export const IsoDay = z.string().refine(isIsoDate, 'date');

/** One line of text; trimmed, never empty. */
export const requiredText = (max = 300) => z.string().trim().min(1, 'required').max(max, 'tooLong');

/** Text that may be missing; an empty entry is stored as null, so «no value» has one form. */
export const optionalText = (max = 300) =>
  z
    .string()
    .trim()
    .max(max, 'tooLong')
    .nullable()
    .transform(value => (value === '' ? null : value));

export const optionalDay = IsoDay.nullable();
export const optionalId = Id.nullable();
/** A whole number in a range; the unit is the field's (hours, places, course). */
export const optionalCount = (min: number, max: number) =>
  z.int('wholeNumber').min(min, 'tooSmall').max(max, 'tooLarge').nullable();

export const Language = z.enum(['kk', 'ru', 'en']);
export type Language = z.output<typeof Language>;

/** A value of a filter, or the empty string for «no value given». */
export const orNone = <T extends z.ZodType>(value: T) => z.union([value, z.literal('')]);

export const Sort = z.strictObject({ field: z.string().max(40), direction: z.enum(['asc', 'desc']) });
export type Sort = z.output<typeof Sort>;

/** Ways to go on in spite of a warning, named by the warning's code. */
export const Accepted = z.array(z.string().max(60)).max(20).optional();
