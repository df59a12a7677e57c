import { statSync } from 'node:fs';
import type { Application } from '../../application.ts';
import { type Backup, type BackupPlace, type BackupReason, createBackup, listBackups } from '../../database/backup.ts';
import type { WriteDb } from '../../database/handles.ts';
import type { CopyDesk, CopyPlace } from '../../jobs/copy-desk.ts';
import { type DeskThread, deskCalls, startDeskThread } from '../../jobs/desk-thread.ts';

/** Bytes up to which a copy is written in less time than a thread needs to start. */
const smallFile = 16 * 1024 * 1024;

/** Whether a college is so large that its window would stand still while a copy is written; one whose file was taken away is copied from the open connection. */
export const isLarge = (databaseFile: string): boolean =>
  (statSync(databaseFile, { throwIfNoEntry: false })?.size ?? 0) > smallFile;

/** Whether the first copy of the day is still to be written of a file that has records. */
export function isDailyDue(db: WriteDb, { backupFolder }: Pick<BackupPlace, 'backupFolder'>, now: string): boolean {
  if (db.value('SELECT 1 FROM batch LIMIT 1') === undefined) return false;
  // Any of the day counts, not the newest: after the clock was moved back the newest may lie in the future.
  return !listBackups(backupFolder).some(
    ({ reason, createdAt }) => reason === 'daily' && createdAt.slice(0, 10) === now.slice(0, 10),
  );
}

/** A thread that has written no copy for so long ends, milliseconds. */
const restAfter = 10_000;

const threads = new WeakMap<Application, DeskThread<CopyDesk>>();

function threadOf(application: Application): DeskThread<CopyDesk> {
  const known = threads.get(application);
  if (known !== undefined) return known;
  const { backupFolder, databaseFile, fileFolder, templateFolder } = application.workspace;
  const place: CopyPlace = { backupFolder, databaseFile, fileFolder, templateFolder };
  const thread = startDeskThread<CopyDesk>({ worker: 'copy-worker', place, beside: application.beside, restAfter });
  application.onClose(thread.close);
  threads.set(application, thread);
  return thread;
}

/** Writes the copy of the database: at once, or beside the window. Errors: diskFull, noAccess, cancelled. */
export async function copyDatabase(application: Application, reason: BackupReason, spared = ''): Promise<Backup> {
  const { db, ports, workspace } = application;
  if (!isLarge(workspace.databaseFile)) return createBackup(db(), workspace, reason, ports.clock.now(), spared);
  return await threadOf(application).ask('backUp', { reason, spared }, deskCalls(ports, workspace.databaseFile)());
}
