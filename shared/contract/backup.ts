import { command, entityNames, query } from './procedure.ts';
import { z } from './zod.ts';

export const BackupInfo = z.strictObject({
  file: z.string(),
  createdAt: z.string(),
  reason: z.enum(['daily', 'manual', 'migration', 'restore', 'import']),
  bytes: z.int(),
});

/** A backup with the attached files it needs. */
const listed = BackupInfo.extend({
  /** Null for a backup from before attached files were part of it. */
  files: z.int().nullable(),
  /** Files that are not kept with the backup: missing when it was made, or lost since. */
  missing: z.int(),
});

/** Where a backup lies: in the data folder, in the second folder, or in an archive that has been opened. */
export const BackupSource = z.enum(['own', 'copy', 'archive']);
export type BackupSource = z.output<typeof BackupSource>;
const chosen = z.strictObject({ source: BackupSource.default('own'), file: z.string().max(260) });

/** What became of the copy in the second folder. `absent`: the drive is not connected; `full`, `noAccess`: it cannot be written. */
export const CopyState = z.enum(['off', 'done', 'absent', 'full', 'noAccess', 'failed']);
export type CopyState = z.output<typeof CopyState>;

const last = z.strictObject({ at: z.string(), actor: z.string() }).nullable();

/** One question of the rehearsal, answered for one backup. */
const check = z.strictObject({
  name: z.enum(['checksum', 'integrity', 'references', 'schema', 'files', 'templates']),
  ok: z.boolean(),
  /** How much was looked at: rows, files, pages, as the question has it. */
  count: z.int(),
  /** What is wrong, by name; the first few. */
  found: z.array(z.string()),
});

export const RehearsedBackup = z.strictObject({
  source: z.enum(['own', 'copy']),
  file: z.string(),
  createdAt: z.string(),
  ok: z.boolean(),
  checks: z.array(check),
  /** Records of the kinds people ask about, as the opened copy has them. */
  counts: z.array(z.strictObject({ entity: z.enum(entityNames), count: z.int() })),
  milliseconds: z.int(),
});

/** What the officer should know about the safety of the data; each is a line on «Today» and in the settings. */
const concern = z.strictObject({
  kind: z.enum([
    'copyAbsent',
    'copyLate',
    'copyFailed',
    'copyUnsound',
    'copyOff',
    'backupLate',
    'clockBack',
    'syncFolder',
    'networkFolder',
  ]),
  name: z.string(),
  /** A moment or a day that belongs to it: the last copy, the last record. */
  at: z.string().nullable(),
  /** Shown on «Today»; others are hints in the settings. */
  urgent: z.boolean(),
});

export const backup = {
  'backup.list': query(
    ['backup', 'setting'],
    z.strictObject({}),
    z.strictObject({
      folder: z.string(),
      backups: z.array(listed),
      second: z.strictObject({
        /** As it was chosen; empty when there is none. */
        folder: z.string(),
        present: z.boolean(),
        lastCopyAt: z.string().nullable(),
        backups: z.array(listed),
      }),
    }),
  ),
  /** Writes a copy with its attached files, opens it again and checks it before it counts; then copies it to the second folder. */
  'backup.create': command(z.strictObject({}), BackupInfo.extend({ missing: z.int(), copy: CopyState })),
  /** What would differ after a restore, record kind by record kind; nothing is changed. Errors: notFound, databaseDamaged, databaseNewer, archiveForeign. */
  'backup.compare': query(
    ['backup', 'history'],
    chosen,
    z.strictObject({
      kinds: z.array(
        z.strictObject({
          entity: z.enum(entityNames),
          returning: z.int(),
          leaving: z.int(),
          changed: z.int(),
        }),
      ),
      copyLast: last,
      presentLast: last,
      since: z.array(z.strictObject({ actor: z.string(), steps: z.int() })),
      /** Made by an older version; it is brought up to date on the way. */
      older: z.boolean(),
      /** Attached files the restored college would lack. */
      missingFiles: z.array(z.strictObject({ name: z.string(), title: z.string() })),
    }),
  ),
  /** Puts a verified copy in place; the current file is kept as a backup first, so that a restore is undone by another. */
  'backup.restore': command(chosen, z.strictObject({ restored: z.string(), kept: z.string(), missing: z.int() })),
  /** Opens the newest backups in copies and checks everything in them. */
  'backup.rehearse': command(
    z.strictObject({ newest: z.int().min(1).max(30).default(3) }),
    z.strictObject({
      at: z.string(),
      ok: z.boolean(),
      backups: z.array(RehearsedBackup),
      report: z.string().nullable(),
    }),
  ),
  /** Chooses the second folder, or none; it is tried by writing. Errors: folderAbsent, folderInside, noAccess, diskFull. */
  'backup.useFolder': command(z.strictObject({ folder: z.string().max(1000) }), z.strictObject({ copy: CopyState })),
  'backup.concerns': query(['backup', 'history', 'setting'], z.strictObject({}), z.array(concern)),
} as const;

export type BackupConcern = z.output<typeof concern>;
export type Rehearsed = z.output<typeof RehearsedBackup>;
