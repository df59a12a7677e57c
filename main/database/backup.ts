import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/result.ts';
import { connectFile } from './connect.ts';
import { explainDatabaseFailure } from './failures.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { attachedFiles, dropFilesBut, type HashedFile, holdsFile, isHashedFile } from './kept-files.ts';
import { discard, flushFile, hashFileNow, putInPlace, readNote, unfinished, writeSafely } from './safe-files.ts';
import { type KeptTemplate, keepTemplates } from './template-copies.ts';

export type BackupReason = 'daily' | 'manual' | 'migration' | 'restore' | 'import';
export type Backup = {
  readonly file: string;
  readonly createdAt: string;
  readonly reason: BackupReason;
  readonly bytes: number;
};

/** Where a college keeps its backups, its attached files and its templates. */
export type BackupPlace = {
  readonly backupFolder: string;
  readonly fileFolder: string;
  readonly templateFolder: string;
};

/** What a backup holds; lies beside its database as `….json`. */
export type BackupManifest = {
  readonly format: 'seriktes-backup';
  readonly version: 1;
  /** Counts the backups of a folder: which was made last is known whatever the clock said. Those of earlier versions have none. */
  readonly number?: number;
  readonly createdAt: string;
  readonly reason: BackupReason;
  readonly schema: number;
  readonly database: { readonly bytes: number; readonly sha256: string };
  /** Attached files the database refers to; kept once for all backups in `files/`. */
  readonly files: readonly HashedFile[];
  /** Those that were already missing when the backup was made. */
  readonly missing: readonly string[];
  readonly templates: readonly KeptTemplate[];
};

const pattern =
  /^seriktes-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-(daily|manual|migration|restore|import)\.db$/u;

/** A backup or its list under the name it has until it is whole, and what SQLite keeps beside it. */
const halfBackup = /^seriktes-[\dTZ-]+-[a-z]+\.(?:db|json)\.part(?:-journal|-wal|-shm)?$/u;

/** Whether a name is one that backups are given. */
export const isBackupName = (name: string): boolean => pattern.test(name);

/** The folder of attached files that belongs to a folder of backups. */
export const keptFolder = (backupFolder: string): string => join(backupFolder, 'files');

const manifestPath = (folder: string, file: string): string => join(folder, file.replace(/\.db$/u, '.json'));

const counted = ['firm', 'agreement', 'student', 'placement', 'request', 'letter', 'audit'] as const;
const countRows = (db: { value: <V>(sql: string) => V | undefined }): readonly number[] =>
  counted.map(table => db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0);

/** Whether a file is a whole, readable database; never throws. */
export function isSound(file: string): boolean {
  try {
    const copy = connectFile(file, { readonly: true, fileMustExist: true });
    try {
      return copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
    } finally {
      copy.close();
    }
  } catch {
    return false; // unreadable is the answer, not a failure of the question
  }
}

/** All copies in the folder, newest first by what the clock said; links and folders that bear such a name are none. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap(name => {
      const match = pattern.exec(name);
      if (match === null) return [];
      const [, day, hour, minute, second, milli, reason] = match;
      // Another thread may be rotating, another program synchronising.
      const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
      if (found?.isFile() !== true) return [];
      return [
        {
          file: name,
          createdAt: `${day}T${hour}:${minute}:${second}.${milli}Z`,
          reason: reason as BackupReason,
          bytes: found.size,
        },
      ];
    })
    .toSorted((left, right) => (left.createdAt < right.createdAt ? 1 : -1));
}

/** What a backup says it holds; undefined for one that was made before backups said so, or whose list is damaged. */
export function readManifest(folder: string, file: string): BackupManifest | undefined {
  const found = Object(readNote(manifestPath(folder, file))) as Partial<Record<keyof BackupManifest, unknown>>;
  const lists = [found.files, found.templates];
  const isWhole =
    found.format === 'seriktes-backup' &&
    lists.every(list => Array.isArray(list) && list.every(isHashedFile)) &&
    Array.isArray(found.missing) &&
    typeof (Object(found.database) as Partial<BackupManifest['database']>).sha256 === 'string';
  return isWhole ? (found as unknown as BackupManifest) : undefined;
}

const numberOf = (folder: string, { file }: Backup): number => readManifest(folder, file)?.number ?? 0;

/**
 * All copies in the folder, the one made last first. A date that has not come yet says that the clock was or is wrong, and then
 * the numbers of the backups decide.
 */
export function inOrderMade(folder: string, now: string): readonly Backup[] {
  const byDate = listBackups(folder);
  const [newest] = byDate;
  if (newest === undefined || newest.createdAt <= now) return byDate;
  const numbers = new Map(byDate.map(backup => [backup, numberOf(folder, backup)]));
  return byDate.toSorted((left, right) => (numbers.get(right) ?? 0) - (numbers.get(left) ?? 0));
}

/** Copies to delete: kept are 3 of each newest day, one a day for 10 days, one a month for a year, and all made before a migration. */
export function superfluous(backups: readonly Backup[]): readonly Backup[] {
  const newestDay = backups[0]?.createdAt.slice(0, 10);
  const seen = new Map<string, number>();
  const take = (slot: string, most: number): boolean => {
    const taken = seen.get(slot) ?? 0;
    if (taken >= most) return false;
    seen.set(slot, taken + 1);
    return true;
  };
  const days = [...new Set(backups.map(backup => backup.createdAt.slice(0, 10)))].slice(0, 10);
  const months = [...new Set(backups.map(backup => backup.createdAt.slice(0, 7)))].slice(0, 12);
  return backups.filter(backup => {
    if (backup.reason === 'migration') return false;
    const day = backup.createdAt.slice(0, 10);
    const month = backup.createdAt.slice(0, 7);
    const kept = [
      day === newestDay && take(`of ${day}`, 3),
      days.includes(day) && take(`day ${day}`, 1),
      months.includes(month) && take(`month ${month}`, 1),
    ];
    return !kept.includes(true);
  });
}

/** So many of those made last stay when the clock was wrong, whatever their dates say. */
const sparedOfWrongClock = 3;

/**
 * Deletes superfluous backups, then the kept files no backup needs any more. What is spared stays whatever its date says: a
 * clock that was moved back must not cost the backups just written, nor a restore the one that was chosen.
 */
export function rotate(folder: string, ...spared: readonly string[]): void {
  const backups = listBackups(folder);
  const lists = new Map(backups.map(({ file }) => [file, readManifest(folder, file)]));
  const madeLast = Math.max(0, ...[...lists.values()].map(list => list?.number ?? 0));
  const clockWasWrong = (lists.get(backups[0]?.file ?? '')?.number ?? 0) < madeLast;
  const staysByNumber = (file: string): boolean =>
    clockWasWrong && (lists.get(file)?.number ?? 0) > madeLast - sparedOfWrongClock;
  for (const { file } of superfluous(backups)) {
    if (spared.includes(file) || staysByNumber(file)) continue;
    rmSync(join(folder, file), { force: true });
    rmSync(manifestPath(folder, file), { force: true });
    lists.delete(file);
  }
  const needed = new Set<string>();
  for (const [file, listed] of lists) {
    if (listed !== undefined) for (const { hash } of [...listed.files, ...listed.templates]) needed.add(hash);
    // Without a list nobody can say which files that backup needs, so all stay.
    else if (!isOlderThanLists(folder, file)) return;
  }
  dropFilesBut(keptFolder(folder), needed);
}

/** A backup of the time before lists never had files in the store, so it cannot need any of them. */
const isOlderThanLists = (folder: string, file: string): boolean => !existsSync(manifestPath(folder, file));

/**
 * Writes a copy of the database under a temporary name, flushes it, opens it again, checks it and counts its rows; only then it
 * gets its name, beside the list of the files it needs (`completeBackup` brings those). An open file is never copied byte by
 * byte: what is still in the WAL would be lost. `spared` is not rotated away. Errors: diskFull, noAccess.
 */
export function createBackup(db: WriteDb, place: BackupPlace, reason: BackupReason, now: string, spared = ''): Backup {
  const folder = place.backupFolder;
  const name = `seriktes-${now.replace(/[:.]/gu, '-')}-${reason}.db`;
  const target = join(folder, name);
  const temporary = target + unfinished;
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(temporary, { force: true });
    const before = countRows(db);
    db.run('VACUUM INTO ?', temporary);
    flushFile(temporary);
    requireSameContent(temporary, [before, countRows(db)], name);
    const files = attachmentsOf(db);
    const manifest: BackupManifest = {
      format: 'seriktes-backup',
      version: 1,
      number: 1 + Math.max(0, ...listBackups(folder).map(backup => numberOf(folder, backup))),
      createdAt: now,
      reason,
      schema: db.pragma('user_version') as number,
      database: { bytes: statSync(temporary).size, sha256: hashFileNow(temporary) },
      files,
      missing: files.filter(file => !holdsFile(place.fileFolder, file)).map(({ hash }) => hash),
      templates: keepTemplates(place.templateFolder, keptFolder(folder)),
    };
    writeSafely(manifestPath(folder, name), JSON.stringify(manifest));
    putInPlace(temporary, target);
    rotate(folder, name, spared);
    return { file: name, createdAt: now, reason, bytes: statSync(target).size };
  } catch (error) {
    discard(temporary);
    if (!existsSync(target)) discard(manifestPath(folder, name));
    throw explainDatabaseFailure(error, folder);
  }
}

/**
 * Takes away what a backup that was cut short has left, which would be as large as the data each time: what nobody has written to
 * since a moment, milliseconds of the epoch.
 */
export function clearUnfinished(folder: string, untouchedSince = Date.now()): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!halfBackup.test(name)) continue;
    const { mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? {
      mtimeMs: Number.POSITIVE_INFINITY,
    };
    if (mtimeMs <= untouchedSince) discard(join(folder, name));
  }
}

/** The attached files; none in a file from before there were attachments. */
export function attachmentsOf(db: ReadDb): readonly HashedFile[] {
  const known = db.value("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'attachment'") !== undefined;
  return known ? attachedFiles(db) : [];
}

/** A copy is whole when it holds as many rows as the file before or after, or a number between: the officer may go on working. */
function requireSameContent(file: string, [before, after]: readonly (readonly number[])[], name: string): void {
  const copy = connectFile(file, { readonly: true });
  try {
    const value = <V>(sql: string): V | undefined => copy.prepare(sql).pluck().get() as V | undefined;
    const sound = copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
    const held = countRows({ value }).every((count, index) => {
      const [one = 0, other = 0] = [before?.[index], after?.[index]];
      return count >= Math.min(one, other) && count <= Math.max(one, other);
    });
    if (!sound || !held) throw new AppError('fileUnreadable', { file: name });
  } finally {
    copy.close();
  }
}

/** The copy made last that passes its check. */
export function newestSoundBackup(folder: string, now: string): Backup | undefined {
  return inOrderMade(folder, now).find(backup => isSound(join(folder, backup.file)));
}
