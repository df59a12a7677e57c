import type { Output } from '#shared/contract/index.ts';

/**
 * What the bar of the program's icon shows of long work: the share done from 0 to 1, 2 while nobody knows how much there is,
 * -1 for nothing. The numbers are those of Electron's `setProgressBar`.
 */
export function progressOf(jobs: Output<'jobs.state'>): number {
  if (jobs.length === 0) return -1;
  const total = jobs.reduce((sum, job) => sum + job.total, 0);
  const done = jobs.reduce((sum, job) => sum + job.done, 0);
  return total === 0 ? 2 : Math.min(1, done / total);
}
