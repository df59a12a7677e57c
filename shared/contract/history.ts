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
  /** Whether the text of this line was erased with the data of a person. */
  erased: z.boolean(),
  /** Whether its step is whole; one of which something was erased cannot be undone. */
  whole: z.boolean(),
  action: z.enum(['insert', 'update', 'delete']),
  /** Fields with their values before and after, references given as titles. */
  fields: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});

const step = z.strictObject({ batchId: Id, label: Label, at: z.string() }).nullable();

/** What a check of the data has found. */
export const Verdict = z.strictObject({
  steps: z.int(),
  lines: z.int(),
  /** Lines whose text was erased with a person's data; their place in the history is still sealed. */
  erased: z.int(),
  /**
   * The first step of the history that does not stand as it was written, or before which rows are missing; its step is null
   * when rows are missing at the end.
   */
  flaw: z.strictObject({ step: z.strictObject({ at: z.string(), label: Label }).nullable() }).nullable(),
  /** Records compared with their history, and printed and attached files read through. */
  records: z.int(),
  files: z.int(),
  /** Computed values that are not what the records give now: lines of the search, sort keys, versions of agreements. */
  outdated: z.int(),
  problemCount: z.int(),
  /** The first of them. `record`: a field differs from the history; `extra`, `lost`: a record without history, or only there. */
  problems: z.array(
    z.strictObject({
      kind: z.enum(['file', 'reference', 'record', 'extra', 'lost', 'letterFile', 'attachment']),
      entity: Entity.nullable(),
      title: z.string(),
      field: z.string().nullable(),
    }),
  ),
});
export type Verdict = z.output<typeof Verdict>;

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
  /** Checks the file, the history, each record against its history, and the kept files. Reads only. Errors: cancelled. */
  'history.verify': query([], z.strictObject({}), Verdict),
} as const;
