import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/result.ts';
import { explainDatabaseFailure } from './failures.ts';
import type { WriteDb } from './handles.ts';

export type BackupReason = 'daily' | 'manual' | 'migration' | 'restore' | 'import';
export type Backup = {
  readonly file: string;
  readonly createdAt: string;
  readonly reason: BackupReason;
  readonly bytes: number;
};

const pattern =
  /^seriktes-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-(daily|manual|migration|restore|import)\.db$/u;

const counted = ['firm', 'agreement', 'student', 'placement', 'request', 'letter', 'audit'] as const;
const countRows = (db: { value: <V>(sql: string) => V | undefined }): string =>
  counted.map(table => db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0).join(',');

function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether a file is a whole, readable database; never throws. */
export function isSound(file: string): boolean {
  try {
    const copy = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
    } finally {
      copy.close();
    }
  } catch {
    return false; // unreadable is the answer, not a failure of the question
  }
}

/** All copies in the folder, newest first. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap(name => {
      const match = pattern.exec(name);
      if (match === null) return [];
      const [, day, hour, minute, second, milli, reason] = match;
      return [
        {
          file: name,
          createdAt: `${day}T${hour}:${minute}:${second}.${milli}Z`,
          reason: reason as BackupReason,
          bytes: statSync(join(folder, name)).size,
        },
      ];
    })
    .toSorted((left, right) => (left.createdAt < right.createdAt ? 1 : -1));
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

/**
 * Writes a copy under a temporary name, flushes it, opens it again, checks it and counts its rows; only then it gets its name.
 * An open file is never copied byte by byte: what is still in the WAL would be lost. Errors: diskFull, noAccess.
 */
export function createBackup(db: WriteDb, folder: string, reason: BackupReason, now: string): Backup {
  const name = `seriktes-${now.replace(/[:.]/gu, '-')}-${reason}.db`;
  const target = join(folder, name);
  const temporary = `${target}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(temporary, { force: true });
    db.run('VACUUM INTO ?', temporary);
    flush(temporary);
    const copy = new Database(temporary, { readonly: true });
    try {
      const value = <V>(sql: string): V | undefined => copy.prepare(sql).pluck().get() as V | undefined;
      const sound = copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
      if (!sound || countRows({ value }) !== countRows(db)) throw new AppError('fileUnreadable', { file: name });
    } finally {
      copy.close();
    }
    renameSync(temporary, target);
    for (const old of superfluous(listBackups(folder))) rmSync(join(folder, old.file), { force: true });
    return { file: name, createdAt: now, reason, bytes: statSync(target).size };
  } catch (error) {
    discard(temporary);
    throw explainDatabaseFailure(error, folder);
  }
}

/** Removes a half-made copy after a failure; what keeps it from being removed is what failed, and is already being told. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return; // the first failure is the one to report
  }
}

/** The newest copy that passes its check. */
export function newestSoundBackup(folder: string): Backup | undefined {
  return listBackups(folder).find(backup => isSound(join(folder, backup.file)));
}

/** Puts a checked copy where the (closed) database was; what stood there is moved aside with its WAL, never deleted. Returns the set-aside name. */
export function putBackupInPlace(folder: string, name: string, file: string, now: string): string {
  const source = join(folder, basename(name));
  if (!pattern.test(basename(name)) || !existsSync(source)) throw new AppError('notFound', { entity: 'backup' });
  if (!isSound(source)) throw new AppError('fileUnreadable', { file: basename(name) });
  const aside = `${file}.set-aside-${now.replace(/[:.]/gu, '-')}`;
  const incoming = `${file}.incoming`;
  try {
    rmSync(incoming, { force: true });
    const copy = new Database(source, { readonly: true });
    try {
      copy.prepare('VACUUM INTO ?').run(incoming);
    } finally {
      copy.close();
    }
    flush(incoming);
    for (const suffix of ['', '-wal', '-shm']) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
    renameSync(incoming, file);
    return basename(aside);
  } catch (error) {
    throw explainDatabaseFailure(error, file);
  }
}
