import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '#shared/contract/history.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Application } from '../../application.ts';
import { listBackups } from '../../database/backup.ts';
import { writeSafely } from '../../database/safe-files.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { verifyInThread } from '../../jobs/verify-thread.ts';
import { createWorkSignal } from '../../jobs/work-signal.ts';
import { isSoundVerdict } from './verify-data.ts';

/** Checks the data in use, with progress and a way to stop. Errors: cancelled. */
export function checkData({ workspace, onClose }: Application, jobs: JobBoard): Promise<Output<'history.verify'>> {
  return jobs.run('verify', job => {
    const signal = createWorkSignal();
    job.follow(signal);
    const { databaseFile: file, fileFolder } = workspace;
    return verifyInThread({ file, fileFolder, onStart: onClose }, signal);
  });
}

/** What the last check of a daily copy has found; lies beside the copies. */
export type CopyCheck = { readonly file: string; readonly at: string; readonly sound: boolean };

const noteFile = (backupFolder: string): string => join(backupFolder, 'last-check.json');

/** The last check of a daily copy; undefined when there was none. */
export function readCopyCheck(backupFolder: string): CopyCheck | undefined {
  try {
    const note = JSON.parse(readFileSync(noteFile(backupFolder), 'utf8')) as Partial<CopyCheck>;
    return typeof note.file === 'string' && typeof note.at === 'string' && typeof note.sound === 'boolean'
      ? (note as CopyCheck)
      : undefined;
  } catch {
    return undefined; // not checked yet
  }
}

/** Checks the newest daily copy once, when it is new; the attached files are the rehearsal's. Answers what was found. */
export async function checkDailyCopy({ workspace, ports, onClose }: Application): Promise<Verdict | undefined> {
  const { backupFolder } = workspace;
  const newest = listBackups(backupFolder).find(({ reason }) => reason === 'daily');
  if (newest === undefined || readCopyCheck(backupFolder)?.file === newest.file) return undefined;
  const verdict = await verifyInThread({ file: join(backupFolder, newest.file), fileFolder: null, onStart: onClose });
  const check: CopyCheck = { file: newest.file, at: ports.clock.now(), sound: isSoundVerdict(verdict) };
  writeSafely(noteFile(backupFolder), JSON.stringify(check));
  return verdict;
}
