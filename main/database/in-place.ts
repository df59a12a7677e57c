import { statSync } from 'node:fs';
import { AppError } from '#shared/result.ts';
import type { WriteDb } from './handles.ts';

/** Which file each connection has opened; Windows keeps an open file where it is, so nothing is noted there. */
const opened = new WeakMap<WriteDb, bigint>();

const numberOf = (file: string): bigint | undefined => statSync(file, { throwIfNoEntry: false, bigint: true })?.ino;

/** Remembers which file lies under the name of a connection that has just been opened. */
export function noteInPlace(db: WriteDb): void {
  const number = process.platform === 'win32' ? undefined : numberOf(db.file);
  if (number !== undefined) opened.set(db, number);
}

/**
 * An open file that is removed, moved or replaced takes further writes as if nothing had happened, and they are gone with it.
 * Errors: databaseGone.
 */
export function requireInPlace(db: WriteDb): void {
  const before = opened.get(db);
  if (before !== undefined && numberOf(db.file) !== before) throw new AppError('databaseGone', { file: db.file });
}
