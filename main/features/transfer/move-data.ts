import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { explainDatabaseFailure } from '../../database/failures.ts';
import { copyChecked, flushFile, hashFile, hashFileNow } from '../../database/safe-files.ts';
import type { JobBoard } from '../../jobs/job-board.ts';

/** What belongs to this computer or is written by a running program: it is not taken along as a plain copy. */
const left = /^(?:profile|seriktes\.db(?:-wal|-shm)?|seriktes-data\.json)$/u;

const isInside = (folder: string, other: string): boolean => {
  const path = relative(folder, other);
  return path === '' || (!path.startsWith('..') && !isAbsolute(path));
};

/** The folder that takes the data: the chosen one when it is empty, else a new one inside it. Errors: folderTaken, refused. */
function targetIn(chosen: string, present: string): string {
  if (!isAbsolute(chosen)) throw new AppError('refused');
  const empty = !existsSync(chosen) || readdirSync(chosen).length === 0;
  const target = resolve(empty ? chosen : join(chosen, 'Seriktes'));
  if (isInside(present, target) || isInside(target, present)) throw new AppError('folderTaken', { name: target });
  if (existsSync(target) && readdirSync(target).length > 0) throw new AppError('folderTaken', { name: target });
  return target;
}

function filesIn(folder: string, within = ''): readonly string[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap(entry => {
    const path = join(within, entry.name);
    if (within === '' && left.test(entry.name)) return [];
    if (entry.isDirectory()) return filesIn(folder, path);
    return entry.isFile() ? [path] : [];
  });
}

/**
 * Copies the whole data folder to another place, reads the copy again, and only then lets the program start from it. Nobody
 * writes meanwhile, nor afterwards in the old folder, which stays as it was. Errors: refused where the place is fixed,
 * folderTaken, cancelled, and those of the file system.
 */
export function moveData(
  application: Application,
  jobs: JobBoard,
  { folder }: Input<'app.moveData'>,
): Promise<Output<'app.moveData'>> {
  const { gate, ports, workspace } = application;
  const { relocate } = ports;
  if (relocate === undefined) throw new AppError('refused');
  const target = targetIn(folder, workspace.folder);
  return new Promise((done, fail) => {
    void gate.hold(async () => {
      try {
        const files = await jobs.run('transfer', job => copyAll(application, target, job));
        relocate(target);
        done({ folder: target, files });
      } catch (error) {
        rmSync(target, { recursive: true, force: true });
        fail(explainDatabaseFailure(error, target));
        return;
      }
      // The program starts again from the new folder; until then nothing may be written to the old one.
      await new Promise<never>(() => {});
    });
  });
}

async function copyAll(
  { workspace, exchangeDatabase }: Application,
  target: string,
  job: { readonly expect: (total: number) => void; readonly step: () => Promise<void> },
): Promise<number> {
  const files = filesIn(workspace.folder);
  job.expect(files.length + 1);
  await mkdir(target, { recursive: true });
  for (const file of files) {
    const from = join(workspace.folder, file);
    await copyChecked({ from, to: join(target, file), hash: await hashFile(from) });
    await job.step();
  }
  // Closed, the database is one file with everything in it.
  await exchangeDatabase(() => {
    const copy = join(target, basename(workspace.databaseFile));
    copyFileSync(workspace.databaseFile, copy);
    flushFile(copy);
    if (hashFileNow(copy) !== hashFileNow(workspace.databaseFile) || statSync(copy).size === 0)
      throw new AppError('fileUnreadable', { file: copy });
  });
  return files.length + 1;
}
