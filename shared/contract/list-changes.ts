import { ListName } from './lists.ts';
import { Accepted, Id, Revision } from './primitives.ts';
import { command } from './procedure.ts';
import { z } from './zod.ts';

/** Rows changed or removed at once: some seconds of work at most. */
export const mostChangedRows = 5_000;

const Values = z.record(z.string().max(60), z.unknown());
const Item = z.strictObject({ id: Id, revision: Revision });
const ChangeInput = z.strictObject({
  list: ListName,
  /** New values by row: one field of many rows, or a pasted block. */
  items: z
    .array(Item.extend({ patch: Values }))
    .min(1)
    .max(mostChangedRows),
  accepted: Accepted,
});

/** What a change would do to one row. */
const Rehearsed = z.strictObject({
  id: Id,
  title: z.string(),
  outcome: z.enum(['changed', 'same', 'warned', 'refused']),
  before: Values,
  after: Values,
  /** Codes the officer may overrule. */
  warnings: z.array(z.string()),
  problem: z
    .strictObject({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      fields: z.record(z.string(), z.string()),
    })
    .nullable(),
});
export type RehearsedRow = z.output<typeof Rehearsed>;

export const listChanges = {
  /** Runs the change by all rules and takes it back: old and new values, and which rows are refused and why. Writes nothing. */
  'lists.previewChange': command(
    ChangeInput,
    z.strictObject({
      rows: z.array(Rehearsed),
      /** Names of the records that values refer to. */
      names: z.record(z.string(), z.string()),
    }),
  ),
  /** Changes all of the rows as one batch, or none. */
  'lists.change': command(ChangeInput, z.strictObject({ changed: z.int() })),
  /** Removes all of the rows as one batch, or none. */
  'lists.remove': command(
    z.strictObject({ list: ListName, items: z.array(Item).min(1).max(mostChangedRows) }),
    z.strictObject({ removed: z.int() }),
  ),
} as const;
