import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CopyState } from '#shared/contract/backup.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import { type Backup, inOrderMade, keptFolder, listBackups, readManifest } from '../../database/backup.ts';
import { explainDatabaseFailure } from '../../database/failures.ts';
import { attachedFiles, holdsFile, keepFiles } from '../../database/kept-files.ts';
import { openBackup } from '../../database/open-backup.ts';
import { runBatch } from '../../database/records.ts';
import { putBackupInPlace, requireBackup } from '../../database/restore.ts';
import { writeSafely } from '../../database/safe-files.ts';
import type { Job, JobBoard } from '../../jobs/job-board.ts';
import { oneAtATime } from '../../jobs/one-at-a-time.ts';
import { writeSetting } from '../settings/commands.ts';
import { readSettings } from '../settings/queries.ts';
import { noteChosen } from '../shared/chosen-folders.ts';
import { safeFileName } from '../shared/file-names.ts';
import { copyDatabase, isDailyDue, isLarge } from './copying.ts';
import { folderOf } from './queries.ts';
import { type RehearsedFolder, rehearse } from './rehearsal.ts';
import { rehearsalReport } from './rehearsal-report.ts';
import { copiesIn, copyNewest, isReachable, tryFolder } from './second-folder.ts';

/** Backups of one college follow one another: two must not write the same file of a folder at once. */
const queues = new WeakMap<Application, ReturnType<typeof oneAtATime>>();
function inTurn<T>(application: Application, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(application) ?? oneAtATime();
  queues.set(application, queue);
  return queue(work);
}

type Made = Backup & { readonly missing: number };

/** Keeps the attached files of the present state with the backups. Errors: diskFull, noAccess, cancelled. */
async function keepAttached({ db, workspace }: Application, job?: Pick<Job, 'expect' | 'step'>): Promise<void> {
  const { fileFolder, backupFolder } = workspace;
  const to = keptFolder(backupFolder);
  const files = attachedFiles(db()).filter(file => !holdsFile(to, file));
  job?.expect(files.length + 1);
  try {
    await keepFiles({ files, from: fileFolder, to, ...(job === undefined ? {} : { step: () => job.step() }) });
  } catch (error) {
    throw explainDatabaseFailure(error, backupFolder);
  }
}

type Reason = { readonly reason: 'manual' | 'restore' | 'import'; readonly job?: Job; readonly spared?: string };

/** A whole backup: attached files first, then the database; files attached meanwhile are brought last. */
async function backUp(application: Application, { reason, job, spared }: Reason): Promise<Made> {
  const { workspace } = application;
  await keepAttached(application, job);
  const made = await copyDatabase(application, reason, spared);
  await keepAttached(application);
  const kept = keptFolder(workspace.backupFolder);
  const files = readManifest(workspace.backupFolder, made.file)?.files ?? [];
  return { ...made, missing: files.filter(file => !holdsFile(kept, file)).length };
}

/** Brings the newest backup to the second folder, if there is one. */
function copyToSecondFolder({ db, workspace, ports }: Application): Promise<CopyState> {
  const folder = readSettings(db()).backupFolder;
  return copyNewest({ workspace, folder, now: ports.clock.now(), log: ports.log });
}

/** Errors: diskFull, noAccess, cancelled. An absent second folder is told in the answer. */
export async function backUpNow(application: Application, jobs: JobBoard): Promise<Output<'backup.create'>> {
  return await inTurn(application, () =>
    jobs.run('backup', async job => {
      const made = await backUp(application, { reason: 'manual', job });
      return { ...made, copy: await copyToSecondFolder(application) };
    }),
  );
}

/** How long a start takes at most until the first screen is there, milliseconds. */
const startMilliseconds = 4_000;

/**
 * After the start: the day's backup of a large college, which must not keep the officer waiting, then of every college the files
 * of the newest backup and its copy. Ends between two files when the program does.
 */
export async function completeDailyBackup(application: Application, isClosed: () => boolean): Promise<void> {
  const { db, workspace, ports } = application;
  const folder = readSettings(db()).backupFolder;
  const isDue = isLarge(workspace.databaseFile) && isDailyDue(db(), workspace, ports.clock.now());
  // The start belongs to the officer. A program that is closed before makes the backup when it starts next.
  if (isDue) await delay(startMilliseconds, undefined, { ref: false });
  if (isClosed()) return;
  await inTurn(application, async () => {
    if (isDue) await copyDatabase(application, 'daily');
    if (listBackups(workspace.backupFolder).length === 0) return;
    const step = async (): Promise<void> => {
      if (isClosed()) throw new AppError('cancelled');
    };
    await keepAttached(application, { expect: () => undefined, step });
    await step();
    await copyNewest({ workspace, folder, now: ports.clock.now(), log: ports.log });
  });
}

/** Writes into the history of the restored college that it was restored, from what, and when. */
function noteRestore({ db, ports }: Application, file: string, backupFolder: string): void {
  runBatch(
    db(),
    ports,
    tx => {
      writeSetting(tx, 'restoredFrom', { file, at: ports.clock.now() });
      // The second drive belongs to this computer: going back in time must not end the copies on it.
      if (readSettings(tx.db).backupFolder !== backupFolder) writeSetting(tx, 'backupFolder', backupFolder);
      tx.label('backupRestored', { file });
    },
    { kind: 'auto' },
  );
}

/**
 * The present state is kept as a backup before the chosen one takes its place, so a restore can be undone by another one.
 * Errors: notFound, fileUnreadable, databaseNewer, folderAbsent, diskFull, noAccess; after each of them nothing has changed.
 */
export function restoreBackup(
  application: Application,
  input: Input<'backup.restore'>,
): Promise<Output<'backup.restore'>> {
  return inTurn(application, () => restore(application, input));
}

async function restore(application: Application, input: Input<'backup.restore'>): Promise<Output<'backup.restore'>> {
  const { workspace, ports } = application;
  const folder = folderOf(application, input.source);
  // A file that could not be opened afterwards must not take the place of one that can.
  openBackup({ file: requireBackup(folder, input.file), folder: workspace.folder }).close();
  const second = readSettings(application.db()).backupFolder;
  const kept = await backUp(application, { reason: 'restore', spared: input.source === 'own' ? input.file : '' });
  const files = readManifest(folder, input.file)?.files ?? [];
  try {
    // Files only ever come to the data folder, so bringing them before the exchange can do no harm.
    await keepFiles({ files, from: keptFolder(folder), to: workspace.fileFolder });
    await application.exchangeDatabase(() => putBackupInPlace(workspace, folder, input.file, ports.clock.now()));
  } catch (error) {
    throw explainDatabaseFailure(error, workspace.databaseFile);
  }
  noteRestore(application, input.file, second);
  const missing = attachedFiles(application.db()).filter(file => !holdsFile(workspace.fileFolder, file)).length;
  return { restored: input.file, kept: kept.file, missing };
}

/** Chooses the second folder, or none with an empty text, and brings the newest backup there. Errors: folderAbsent, folderInside, noAccess, diskFull. */
export async function useSecondFolder(application: Application, { folder }: Input<'backup.useFolder'>) {
  const { db, ports, workspace } = application;
  if (folder !== '') {
    tryFolder(workspace, folder);
    noteChosen(workspace, folder);
  }
  const { changed } = runBatch(db(), ports, tx => {
    writeSetting(tx, 'backupFolder', folder);
    tx.label('settingsChanged');
  });
  return { value: { copy: await inTurn(application, () => copyToSecondFolder(application)) }, changed };
}

/** Opens the newest backups of both folders and checks everything in them; the answer is kept as a text too. Errors: cancelled, diskFull. */
export async function rehearseBackups(
  application: Application,
  jobs: JobBoard,
  { newest }: Input<'backup.rehearse'>,
): Promise<Output<'backup.rehearse'>> {
  const { db, ports, workspace } = application;
  const { backupFolder: second, language } = readSettings(db());
  const folders: RehearsedFolder[] = [{ source: 'own', folder: workspace.backupFolder }];
  if (isReachable(workspace, second)) folders.push({ source: 'copy', folder: copiesIn(second) });
  const sound = new Map<string, boolean>();
  const backups = await jobs.run('rehearsal', async job => {
    const answers: Output<'backup.rehearse'>['backups'] = [];
    for (const { source, folder } of folders)
      for (const backup of inOrderMade(folder, ports.clock.now()).slice(0, newest))
        answers.push(
          // oxlint-disable-next-line no-await-in-loop -- one backup after the other: each may need the room of a copy
          await rehearse({ source, folder, backup, scratch: workspace.folder, sound, step: () => job.step() }),
        );
    return answers;
  });
  if (backups.length === 0) throw new AppError('notFound', { entity: 'backup' });
  const rehearsal = { at: ports.clock.now(), ok: backups.every(({ ok }) => ok), backups };
  const t = createTranslator(language);
  const report = join(
    workspace.reportFolder,
    safeFileName(`${t('backup.rehearsalTitle')} ${t.locale.date(ports.clock.today())}.txt`),
  );
  try {
    writeSafely(report, rehearsalReport(rehearsal, t));
  } catch (error) {
    throw explainDatabaseFailure(error, report);
  }
  return { ...rehearsal, report };
}

/** A backup made for an archive or before records of another file are taken. Errors: diskFull, noAccess, cancelled. */
export function backUpFor(application: Application, reason: 'manual' | 'import', job: Job): Promise<Made> {
  return inTurn(application, () => backUp(application, { reason, job }));
}
