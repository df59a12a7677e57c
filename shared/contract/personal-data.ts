import { Id, IsoDay, optionalDay } from './primitives.ts';
import { recordMeta } from './records.ts';
import { z } from './zod.ts';

/** Kinds of records that are a person of their own. */
export const PersonKind = z.enum(['student', 'contact']);
export type PersonKind = z.output<typeof PersonKind>;

export const ErasureGround = z.enum(['request', 'retention']);

/** That a person was erased: whom only the record can tell, and it holds nothing of the person any more. */
export const erasureRecord = z.strictObject({
  ...recordMeta,
  entity: PersonKind,
  entityId: Id,
  ground: ErasureGround,
  erasedOn: IsoDay,
  /** From then on nothing can bring the person back; null while it can be undone. */
  purgedOn: optionalDay,
  /** The step of the history that emptied the records. */
  batchId: Id,
  /** How many records were emptied, and how many files went. */
  records: z.int().min(0),
  files: z.int().min(0),
});
