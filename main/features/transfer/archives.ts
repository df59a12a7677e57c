import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { archiveEnding, saveArchive } from '../../database/college-archive.ts';
import { forArchive } from '../../database/keys-file.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { backUpFor } from '../backup/commands.ts';
import { trustFolder } from '../files/commands.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';

/** A name no file of the folder has yet: an archive never takes the place of another. */
function freeName(folder: string, name: string): string {
  const path = join(folder, name + archiveEnding);
  for (let copy = 2, free = path; ; copy++) {
    if (!existsSync(free)) return free;
    free = join(folder, `${name} (${copy})${archiveEnding}`);
  }
}

/** Writes everything into one file, from a backup made for it. Errors: folderAbsent, diskFull, noAccess, cancelled. */
export async function saveCollege(
  application: Application,
  jobs: JobBoard,
  { folder }: Input<'archives.save'>,
): Promise<Output<'archives.save'>> {
  const { db, ports, workspace, info, vault } = application;
  const keys = vault.keys();
  if (!existsSync(folder)) throw new AppError('folderAbsent', { name: folder });
  const { collegeRu, collegeKk } = readSettings(db());
  const name = safeFileName(`${collegeRu || collegeKk || 'Seriktes'} ${ports.clock.today()}`);
  return await jobs.run('archive', async job => {
    const { file } = await backUpFor(application, 'manual', job);
    const path = freeName(folder, name);
    const manifest = await saveArchive({
      backupFolder: workspace.backupFolder,
      backup: file,
      program: info.version,
      target: path,
      step: () => job.step(),
      keys: keys === undefined ? undefined : forArchive(keys),
    });
    trustFolder(folder);
    return { path, bytes: statSync(path).size, files: manifest.files.length, missing: manifest.missing.length };
  });
}
