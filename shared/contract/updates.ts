import { command } from './procedure.ts';
import { z } from './zod.ts';

const path = z.strictObject({ path: z.string().min(1).max(2000) });

const release = z.strictObject({ version: z.string(), releasedOn: z.string(), name: z.string(), bytes: z.int() });

/** New versions come from a file the officer chooses or from the folder named in the settings; the program asks nobody for them. */
export const updates = {
  /** Names the folder releases are put in on this computer, or none with an empty text. Errors: updateFolder. */
  'updates.useFolder': command(z.strictObject({ folder: z.string().max(1000) }), z.strictObject({})),
  /**
   * The newest release in the folder of the settings, checked like a chosen one; null where nothing newer than this program lies.
   * Errors: updateFolder when it cannot be read, updateNoKey, updateForeign when nothing in it is signed, updateUnfit, updateBroken.
   */
  'updates.look': command(
    z.strictObject({}),
    z.strictObject({ found: release.extend({ path: z.string() }).nullable() }),
  ),
  /** Checks the signed description of a release and the installer beside it; changes nothing. Errors: fileMissing, updateNoKey, updateForeign, updateOlder, updateUnfit, updateBroken. */
  'updates.check': command(path, release),
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
