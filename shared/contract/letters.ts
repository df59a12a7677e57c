import { IsoDay, requiredText } from './primitives.ts';
import { recordMeta } from './records.ts';
import { z } from './zod.ts';

export const LetterKind = z.enum(['direction', 'placement']);
export type LetterKind = z.output<typeof LetterKind>;
/** Language of the paper; `kk-ru` sets both on one page. */
export const LetterLanguage = z.enum(['kk', 'ru', 'kk-ru']);
export type LetterLanguage = z.output<typeof LetterLanguage>;

/** A line of the register of outgoing letters, with what was printed. */
export const letterRecord = z.strictObject({
  ...recordMeta,
  kind: LetterKind,
  language: LetterLanguage,
  number: requiredText(60),
  /** Running number within `year`; never used twice, not even after undo. */
  sequence: z.int().min(1),
  year: z.int(),
  issuedOn: IsoDay,
  firmId: requiredText(64),
  studentId: z.string().nullable(),
  placementIds: z.array(z.string()),
  subject: z.string(),
  template: z.string(),
  templateHash: z.string(),
  /** The values that were filled in, so that the same paper can be explained years later. */
  fields: z.record(z.string(), z.unknown()),
  fileHash: z.string(),
  /** Taken back: the number stays in the register and is not given again. */
  void: z.boolean(),
  notes: z.string().nullable(),
});
