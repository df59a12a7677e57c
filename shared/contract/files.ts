import { command } from './procedure.ts';
import { z } from './zod.ts';

export const files = {
  /** Asks the officer for a file or a folder in the system's dialog; null when she changes her mind. */
  'files.choose': command(
    z.strictObject({ purpose: z.enum(['workbook', 'template', 'image', 'folder', 'attachment', 'archive', 'update']) }),
    z.strictObject({ path: z.string().nullable() }),
  ),
  /** Opens a file that the program wrote (a letter, a report, a template) in the system's program for it. */
  'files.open': command(z.strictObject({ path: z.string().max(1000) }), z.strictObject({})),
  /** Shows a file of the data folder in the system's file manager. */
  'files.reveal': command(z.strictObject({ path: z.string().max(1000) }), z.strictObject({})),
} as const;
