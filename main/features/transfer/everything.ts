import { existsSync } from 'node:fs';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import type { Paperwork } from '../../jobs/paperwork.ts';
import { backUpFor } from '../backup/commands.ts';
import { trustFolder } from '../files/commands.ts';
import { requireEmpty } from './load-everything.ts';

/** Writes all records as a workbook and all files as a zip beside it. Errors: folderAbsent, diskFull, noAccess, cancelled. */
export async function exportEverything(
  jobs: JobBoard,
  paperwork: Paperwork,
  { folder }: Input<'everything.export'>,
): Promise<Output<'everything.export'>> {
  if (!existsSync(folder)) throw new AppError('folderAbsent', { name: folder });
  const written = await jobs.run('transfer', job => paperwork.write(job, 'everything', { folder }));
  trustFolder(folder);
  return written;
}

/**
 * Loads a full export into empty data, in another thread, while commands wait; the backup made before takes it back.
 * Errors: collegeNotEmpty, archiveForeign, archiveBroken, archiveNewer, cancelled, and those of reading.
 */
export function importEverything(
  application: Application,
  jobs: JobBoard,
  paperwork: Paperwork,
  input: Input<'everything.import'>,
) {
  const { db, gate } = application;
  return jobs.run('transfer', async job => {
    await gate.pass(async () => {
      requireEmpty({ db: db() });
      await backUpFor(application, 'import', job);
    });
    return await gate.hold(() => {
      job.runAlone();
      return paperwork.write(job, 'load', input);
    });
  });
}
