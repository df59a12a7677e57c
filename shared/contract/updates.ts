import { command } from './procedure.ts';
import { z } from './zod.ts';

const path = z.strictObject({ path: z.string().min(1).max(2000) });

/** New versions come from a file the officer chooses; the program asks nobody for them. */
export const updates = {
  /** Checks the signed description of a release and the installer beside it; changes nothing. Errors: fileMissing, updateNoKey, updateForeign, updateOlder, updateUnfit, updateBroken. */
  'updates.check': command(
    path,
    z.strictObject({ version: z.string(), releasedOn: z.string(), name: z.string(), bytes: z.int() }),
  ),
  /** Checks again, backs up, and opens the installer by the system. Errors: those of `updates.check`, diskFull, noAccess, cancelled. */
  'updates.install': command(
    path,
    z.strictObject({
      version: z.string(),
      /** The backup made before. */
      backup: z.string(),
      /** False when the new version lies in a folder that was opened, to be put in place by hand. */
      started: z.boolean(),
    }),
  ),
} as const;
