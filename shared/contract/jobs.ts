import { Id } from './primitives.ts';
import { command, query } from './procedure.ts';
import { z } from './zod.ts';

/** Long work that the screen shows while it runs. */
export const JobKind = z.enum([
  'letters',
  'export',
  'report',
  'evidence',
  'handover',
  'verify',
  'backup',
  'rehearsal',
  'archive',
  'transfer',
  'import',
  'purge',
]);
export type JobKind = z.output<typeof JobKind>;

export const jobs = {
  /** What is running now, oldest first; asked again while something is. */
  'jobs.state': query(
    [],
    z.strictObject({}),
    z.array(
      z.strictObject({
        id: Id,
        kind: JobKind,
        done: z.int(),
        total: z.int(),
        stopping: z.boolean(),
        /** Commands wait until it has ended. */
        alone: z.boolean(),
      }),
    ),
  ),
  /** Stops the work at its next step; what it has made so far is taken back. */
  'jobs.cancel': command(z.strictObject({ id: Id }), z.strictObject({ stopping: z.boolean() })),
} as const;
