import { command, query } from './procedure.ts';
import { z } from './zod.ts';

/** Tables in which much is typed before it is written: a group that is being placed, evaluations and attendance. */
export const DraftName = z.enum(['placeGroup', 'practiceSheet']);
export type DraftName = z.output<typeof DraftName>;

/** What was typed and is not written yet, as the page keeps it. It names persons, so it lies with the data, under their key. */
export const drafts = {
  /** Null when nothing was kept, or it cannot be read any more. */
  'drafts.read': query([], z.strictObject({ name: DraftName }), z.strictObject({ text: z.string().nullable() })),
  /** Keeps a draft in place of the one before; null forgets it. Errors: diskFull, noAccess. */
  'drafts.keep': command(
    z.strictObject({ name: DraftName, text: z.string().max(2_000_000).nullable() }),
    z.strictObject({}),
  ),
} as const;
