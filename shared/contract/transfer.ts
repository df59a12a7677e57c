import { Id } from './primitives.ts';
import { command, entityNames, query } from './procedure.ts';
import { z } from './zod.ts';

const Entity = z.enum(entityNames);

/** A `.seriktes` archive or a database of the program that has been unpacked beside the data; nothing of it is in use. */
export const OpenedFile = z.strictObject({
  /** The file as it was chosen. */
  name: z.string(),
  /** Its name as a backup, for `backup.compare` and `backup.restore` with the source `archive`. */
  file: z.string(),
  createdAt: z.string(),
  /** Version of the program that wrote it; empty when the file does not say. */
  program: z.string(),
  /** Names of the college in it. */
  college: z.string(),
  files: z.int(),
  missing: z.int(),
  counts: z.array(z.strictObject({ entity: Entity, count: z.int() })),
});

/** What becomes of a record of the other file. `update` only fills what is empty here; `conflict` needs a choice. */
export const MergeAction = z.enum(['create', 'update', 'same', 'conflict', 'skip']);
export type MergeAction = z.output<typeof MergeAction>;

const actionCounts = z.strictObject({
  create: z.int(),
  update: z.int(),
  same: z.int(),
  conflict: z.int(),
  skip: z.int(),
});

const fieldChange = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() });

const mergeRow = z.strictObject({
  /** `entity:id` in the other file; names the record in decisions. */
  key: z.string(),
  entity: Entity,
  title: z.string(),
  action: MergeAction,
  /** Null for a record that will be created or left out. */
  recordId: z.string().nullable(),
  /** Empty fields that will be filled. */
  changes: z.array(fieldChange),
  /** Fields with another value here; `from` is ours, `to` is theirs. */
  conflicts: z.array(fieldChange),
  /** The values of the other file are taken where the two differ. */
  theirs: z.boolean(),
});
export type MergeRow = z.output<typeof mergeRow>;

const mergePlan = z.strictObject({
  planId: Id,
  name: z.string(),
  counts: actionCounts,
  kinds: z.array(actionCounts.extend({ entity: Entity })),
});

const decisions = z.strictObject({
  /** Records, as `entity:id`, whose differing fields take the other file's values. */
  theirs: z.array(z.string().max(120)).max(100_000).optional(),
  /** Records that are left out. */
  leaveOut: z.array(z.string().max(120)).max(100_000).optional(),
});

export const transfer = {
  /** Writes everything into one `.seriktes` file in a folder and reads it again. Errors: diskFull, noAccess, folderAbsent, cancelled. */
  'archives.save': command(
    z.strictObject({ folder: z.string().max(1000) }),
    z.strictObject({ path: z.string(), bytes: z.int(), files: z.int(), missing: z.int() }),
  ),
  /** Unpacks and checks an archive, or a database file of the program; the password or recovery code of an archive that has one. Errors: archiveLocked, wrongPassword, archiveBroken, archiveForeign, archiveNewer, databaseNewer, databaseDamaged, notFound, diskFull. */
  'archives.open': command(
    z.strictObject({ path: z.string().min(1).max(2000), password: z.string().min(1).max(1000).optional() }),
    OpenedFile,
  ),
  /** The file that is open beside the data; null when none is. */
  'archives.opened': query(['backup'], z.strictObject({}), OpenedFile.nullable()),
  /** Takes the unpacked file away again. */
  'archives.close': command(z.strictObject({}), z.strictObject({})),
  /** The archive the system asked the program to open, by a double click; answered once. */
  'archives.waiting': command(z.strictObject({}), z.strictObject({ path: z.string().nullable() })),
  /** Plans what taking the records of the opened file would do; nothing is written. Errors: notFound. */
  'merge.plan': command(decisions, mergePlan),
  /** The planned records in windows. Errors: notFound when the plan has gone. */
  'merge.rows': query(
    [],
    z.strictObject({
      planId: Id,
      entity: Entity.optional(),
      actions: z.array(MergeAction).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.strictObject({ rows: z.array(mergeRow), total: z.int() }),
  ),
  /** Takes the records as planned, planned again against what is stored now: one batch, one step of undo. */
  'merge.commit': command(
    z.strictObject({ planId: Id }),
    z.strictObject({ batchId: z.string().nullable(), counts: actionCounts, missingFiles: z.int() }),
  ),
  /** Writes all records as a workbook with a sheet per kind, and the attached files as a zip beside it. Errors: diskFull, noAccess, folderAbsent, cancelled. */
  'everything.export': command(
    z.strictObject({ folder: z.string().max(1000) }),
    z.strictObject({ workbook: z.string(), files: z.string(), records: z.int(), missing: z.int() }),
  ),
  /** Loads such a workbook and its zip into empty data, so that nothing differs. Errors: collegeNotEmpty, archiveForeign, archiveBroken, archiveNewer, and those of reading a file. */
  'everything.import': command(
    z.strictObject({ path: z.string().min(1).max(2000) }),
    z.strictObject({ batchId: z.string().nullable(), records: z.int(), files: z.int() }),
  ),
} as const;
