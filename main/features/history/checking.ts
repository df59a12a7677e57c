import { join } from 'node:path';
import type { Verdict } from '#shared/contract/history.ts';
import type { Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { inOrderMade } from '../../database/backup.ts';
import { writeSafely } from '../../database/safe-files.ts';
import { renewComputed } from '../../database/search-renewal.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { verifyInThread } from '../../jobs/verify-thread.ts';
import { createWorkSignal } from '../../jobs/work-signal.ts';
import { type CopyCheck, copyCheckFile, readCopyCheck } from './queries.ts';
import { isSoundVerdict } from './verify-data.ts';

/** Checks the data in use, with progress and a way to stop. Errors: cancelled. */
export function checkData(
  { workspace, onClose, beside }: Application,
  jobs: JobBoard,
): Promise<Output<'history.verify'>> {
  return jobs.run('verify', job => {
    const signal = createWorkSignal();
    job.follow(signal);
    const { databaseFile: file, fileFolder } = workspace;
    return beside.run(signal.stop, () => verifyInThread({ file, fileFolder, onStart: onClose }, signal));
  });
}

/** Checks the newest daily copy once, when it is new; the attached files are the rehearsal's. Answers what was found. */
export async function checkDailyCopy({
  workspace,
  ports,
  onClose,
}: Pick<Application, 'workspace' | 'ports' | 'onClose'>): Promise<Verdict | undefined> {
  const { backupFolder } = workspace;
  const newest = inOrderMade(backupFolder, ports.clock.now()).find(({ reason }) => reason === 'daily');
  if (newest === undefined || readCopyCheck(backupFolder)?.file === newest.file) return undefined;
  const verdict = await verifyInThread({ file: join(backupFolder, newest.file), fileFolder: null, onStart: onClose });
  const check: CopyCheck = { file: newest.file, at: ports.clock.now(), sound: isSoundVerdict(verdict) };
  writeSafely(copyCheckFile(backupFolder), JSON.stringify(check));
  return verdict;
}

/** How long after the start the copy is checked: the start and the first minute belong to the officer. */
const laterMilliseconds = 60_000;

/**
 * Checks the day's copy when the start is over; a failure is logged, what is found becomes a concern, and computed values that
 * lag behind are written anew beside the officer's work.
 */
export function checkDailyCopyLater(application: Application, ended: () => boolean): void {
  const { db, gate, ports } = application;
  const look = async (): Promise<void> => {
    if (ended()) return;
    const verdict = await checkDailyCopy(application);
    if (verdict === undefined || verdict.outdated === 0 || !isSoundVerdict(verdict)) return;
    const turn = (part: () => void): Promise<void> =>
      gate.pass(async () => {
        if (ended()) throw new AppError('cancelled');
        part();
      });
    await renewComputed(db(), turn);
  };
  const timer = setTimeout(() => {
    look().catch((error: unknown) => {
      if (!ended()) ports.log('check', error);
    });
  }, laterMilliseconds);
  timer.unref();
}
