import { Id } from './primitives.ts';
import { command, entityNames, query } from './procedure.ts';
import { z } from './zod.ts';

export const Entity = z.enum(entityNames);

/** What a batch did, as a text key under `actions` with its parameters. */
export const Label = z.strictObject({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Label = z.output<typeof Label>;

const change = z.strictObject({
  seq: z.int(),
  batchId: Id,
  at: z.string(),
  actor: z.string(),
  label: Label,
  kind: z.enum(['do', 'undo', 'redo', 'auto']),
  entity: Entity,
  entityId: Id,
  title: z.string(),
  action: z.enum(['insert', 'update', 'delete']),
  /** Fields with their values before and after, references given as titles. */
  fields: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});

const step = z.strictObject({ batchId: Id, label: Label, at: z.string() }).nullable();

export const history = {
  'history.state': query(['history'], z.strictObject({}), z.strictObject({ undo: step, redo: step })),
  /** Takes back the newest batch that stands, or the named one. */
  'history.undo': command(
    z.strictObject({ batchId: Id.optional() }),
    z.strictObject({ label: Label, changes: z.int() }),
  ),
  'history.redo': command(z.strictObject({}), z.strictObject({ label: Label, changes: z.int() })),
  /** Who changed what and when: of one record, or of the whole college. */
  'audit.list': query(
    ['history'],
    z.strictObject({
      entity: Entity.optional(),
      entityId: Id.optional(),
      batchId: Id.optional(),
      before: z.int().optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({ changes: z.array(change), more: z.boolean() }),
  ),
  /**
   * Reads the whole history and tells whether each step stands as it was written. `flaw`: the first step that does not,
   * or before which rows are missing; its step is null when rows are missing at the end. Errors: cancelled.
   */
  'history.verify': query(
    [],
    z.strictObject({}),
    z.strictObject({
      steps: z.int(),
      lines: z.int(),
      /** Lines whose text was erased with a person's data; their place in the history is still sealed. */
      erased: z.int(),
      flaw: z.strictObject({ step: z.strictObject({ at: z.string(), label: Label }).nullable() }).nullable(),
    }),
  ),
} as const;
