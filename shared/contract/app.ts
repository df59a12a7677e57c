import { Language } from './primitives.ts';
import { command, query } from './procedure.ts';
import { z } from './zod.ts';

const counts = z.strictObject({
  firms: z.int(),
  agreements: z.int(),
  students: z.int(),
  placements: z.int(),
  requests: z.int(),
  letters: z.int(),
});

export const app = {
  /** What the first screen needs to know: is the file new, where is it, when was it saved and backed up. */
  'app.status': query(
    ['history', 'backup', 'setting'],
    z.strictObject({}),
    z.strictObject({
      version: z.string(),
      runtime: z.string(),
      testRuntime: z.boolean(),
      dataFolder: z.string(),
      /** The officer may move the data folder: it is not fixed by a portable program or from outside. */
      dataMovable: z.boolean(),
      today: z.string(),
      /** Nothing has been recorded yet and the officer has not chosen how to start. */
      fresh: z.boolean(),
      /** The sample college is open. */
      sample: z.boolean(),
      savedAt: z.string().nullable(),
      backupAt: z.string().nullable(),
      counts,
    }),
  ),
  /** The officer's choice at first start: an empty file, or the invented sample college. */
  'app.begin': command(
    z.strictObject({ with: z.enum(['empty', 'sample']), language: Language }),
    z.strictObject({ counts }),
  ),
  /** Takes the sample college away as one step and leaves an empty file. Errors: notSample. */
  'app.leaveSample': command(z.strictObject({}), z.strictObject({ counts })),
  /**
   * Copies the data folder to another place, compares the copy and starts the program again from there; the old folder stays.
   * Errors: refused where the place is fixed, folderTaken, cancelled, noAccess, diskFull, fileUnreadable.
   */
  'app.moveData': command(
    z.strictObject({ folder: z.string().min(1).max(1000) }),
    z.strictObject({ folder: z.string(), files: z.int() }),
  ),
} as const;
