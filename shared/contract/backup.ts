import { command, query } from './procedure.ts';
import { z } from './zod.ts';

export const BackupInfo = z.strictObject({
  file: z.string(),
  createdAt: z.string(),
  reason: z.enum(['daily', 'manual', 'migration', 'restore', 'import']),
  bytes: z.int(),
});

export const backup = {
  'backup.list': query(
    ['backup'],
    z.strictObject({}),
    z.strictObject({ folder: z.string(), backups: z.array(BackupInfo) }),
  ),
  /** Writes a copy, opens it again and checks it before it counts. */
  'backup.create': command(z.strictObject({}), BackupInfo),
  /** Puts a verified copy in place; the current file is kept as a backup first. */
  'backup.restore': command(
    z.strictObject({ file: z.string().max(260) }),
    z.strictObject({ restored: z.string(), kept: z.string() }),
  ),
} as const;
