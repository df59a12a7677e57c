import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/result.ts';
import { type BackupPlace, isSound, keptFolder, listBackups, readManifest } from './backup.ts';
import { connectFile, copyUnderKey, formOf, isUnder } from './connect.ts';
import { reformDrafts } from './kept-drafts.ts';
import { reformKept } from './kept-files.ts';
import { asidePrefix, putCopyInPlace, type RestorePlace } from './restore.ts';
import { flushFolder, hashFileNow, unfinished, writeSafely } from './safe-files.ts';

/** What a file holds, for comparison: the rows of its largest tables and its last step. */
function summaryOf(file: string): string {
  const connection = connectFile(file, { readonly: true });
  try {
    const value = (sql: string): unknown => connection.prepare(sql).pluck().get();
    return JSON.stringify([
      value('SELECT count(*) FROM audit'),
      value('SELECT count(*) FROM firm'),
      value('SELECT count(*) FROM student'),
      value('SELECT max(seq) FROM batch'),
      connection.pragma('user_version', { simple: true }),
    ]);
  } finally {
    connection.close();
  }
}

/** Copies a database under the key, or plainly, and compares what it holds. Errors: fileUnreadable, diskFull. */
function copyVerified(file: string, target: string, key: Buffer | undefined): void {
  copyUnderKey(file, target, key);
  if (!isUnder(target, key) || !isSound(target) || summaryOf(file) !== summaryOf(target))
    throw new AppError('fileUnreadable', { file: basename(file) });
}

/**
 * Puts the (closed) database under a key, or makes it plain: a verified copy takes its place by the exchange a restore uses, so
 * that after a crash at any moment the file opens either as it was or as it shall be.
 */
export function switchDatabase(place: RestorePlace, key: Buffer | undefined, now: string): void {
  if (!existsSync(place.databaseFile) || isUnder(place.databaseFile, key)) return;
  putCopyInPlace(place, now, incoming => copyVerified(place.databaseFile, incoming, key));
}

function switchFile(file: string, key: Buffer | undefined, beforeRename: (copy: string) => void): void {
  if (formOf(file) === 'empty' || isUnder(file, key)) return;
  const copy = file + unfinished;
  copyUnderKey(file, copy, key);
  beforeRename(copy);
  renameSync(copy, file);
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  flushFolder(dirname(file));
}

/** Brings every backup of a folder under the key, or makes it plain, with the attached files kept there. One that is damaged stays as it is. */
export async function switchBackups(folder: string, key: Buffer | undefined): Promise<void> {
  for (const { file } of listBackups(folder)) {
    const path = join(folder, file);
    if (!isSound(path)) continue;
    switchFile(path, key, copy => {
      const manifest = readManifest(folder, file);
      if (manifest === undefined) return;
      const database = { bytes: statSync(copy).size, sha256: hashFileNow(copy) };
      writeSafely(path.replace(/\.db$/u, '.json'), JSON.stringify({ ...manifest, database }));
    });
    // oxlint-disable-next-line no-await-in-loop -- other work gets its turn between two backups
    await new Promise(resolve => setImmediate(resolve));
  }
  await reformKept(keptFolder(folder), key);
}

/** Files that a restore has set aside are brought under the key too; the ones this switch has set aside are taken away, since they hold the same. */
function switchSetAside(databaseFile: string, key: Buffer | undefined): void {
  const folder = dirname(databaseFile);
  const current = summaryOf(databaseFile);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(asidePrefix(databaseFile)) || /-(?:wal|shm)$/u.test(name)) continue;
    const path = join(folder, name);
    if (isUnder(path, key) || !isSound(path)) continue;
    if (summaryOf(path) === current) for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    else switchFile(path, key, () => undefined);
  }
}

/** Everything beside the database: attached files, backups, files set aside, drafts. Safe to begin again after a crash. */
export async function switchTheRest(
  place: RestorePlace & BackupPlace,
  key: Buffer | undefined,
  otherBackups: readonly string[],
): Promise<void> {
  await reformKept(place.fileFolder, key);
  for (const folder of [place.backupFolder, ...otherBackups]) {
    // oxlint-disable-next-line no-await-in-loop -- one folder after the other
    await switchBackups(folder, key);
  }
  switchSetAside(place.databaseFile, key);
  reformDrafts(dirname(place.databaseFile), key);
}
