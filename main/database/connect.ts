import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { keyFor, keysToTry } from './key-ring.ts';
import { flushFile } from './safe-files.ts';

type Keyed = Database.Database & { readonly key: (key: Buffer) => number; readonly rekey: (key: Buffer) => number };

/** How SQLite's own files begin; an encrypted file begins with a random salt. */
const plainHead = 'SQLite format 3\0';

export type FileForm = 'plain' | 'encrypted' | 'empty';

/** Whether a database file is encrypted, by its first bytes. A damaged head counts as encrypted; no key will open it. */
export function formOf(file: string): FileForm {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return 'empty';
  const head = Buffer.alloc(plainHead.length);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head);
  } finally {
    closeSync(descriptor);
  }
  return head.toString('latin1') === plainHead ? 'plain' : 'encrypted';
}

const digits = Buffer.from('0123456789abcdef');

/** A raw key as SQLCipher reads it, `x'…'`; made without a string, which could not be overwritten. */
function rawKey(key: Buffer): Buffer {
  const text = Buffer.alloc(67);
  text.write("x'");
  key.forEach((byte, index) => {
    text[2 + index * 2] = digits[byte >> 4] ?? 0;
    text[3 + index * 2] = digits[byte & 15] ?? 0;
  });
  text.write("'", 66);
  return text;
}

const nothing = Buffer.alloc(0);

function withRawKey<T>(key: Buffer | undefined, use: (raw: Buffer) => T): T {
  const raw = key === undefined ? nothing : rawKey(key);
  try {
    return use(raw);
  } finally {
    raw.fill(0);
  }
}

/** SQLCipher 4 pages: AES-256-CBC with an HMAC each. */
function useCipher(connection: Database.Database): void {
  connection.pragma("cipher = 'sqlcipher'");
  connection.pragma('legacy = 4');
}

function openWith(file: string, key: Buffer, options: Database.Options): Database.Database {
  const connection = new Database(file, options);
  try {
    useCipher(connection);
    withRawKey(key, raw => (connection as Keyed).key(raw));
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Whether a file lies as it should: under exactly this key, or plain without one. */
export function isUnder(file: string, key: Buffer | undefined): boolean {
  const form = formOf(file);
  if (key === undefined || form !== 'encrypted') return key === undefined && form === 'plain';
  try {
    openWith(file, key, { readonly: true }).close();
    return true;
  } catch {
    return false; // another key, or none, opens it
  }
}

/**
 * Opens a connection to a database file with the key it needs: the one way to do so. A file that does not exist yet is made as
 * its folder asks. Errors: those of SQLite; SQLITE_NOTADB for a file that no known key opens.
 */
export function connectFile(file: string, options: Database.Options = {}): Database.Database {
  const form = formOf(file);
  if (form === 'plain') return new Database(file, options);
  const keys = form === 'empty' ? [keyFor(file)] : keysToTry(file);
  let failure: unknown;
  for (const key of keys) {
    if (key === undefined) break;
    try {
      return openWith(file, key, options);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_NOTADB') throw error;
      failure = error;
    }
  }
  if (failure !== undefined) throw failure;
  return new Database(file, options);
}

/** Attaches another file to a connection under a name of this program, whatever the form of either. */
export function attachFile(connection: Database.Database, file: string, name: 'present'): void {
  const own = formOf(connection.name);
  const form = formOf(file);
  if (own === 'plain' && form === 'plain') {
    connection.prepare(`ATTACH ? AS ${name}`).run(file);
    return;
  }
  useCipher(connection);
  const keys = form === 'encrypted' ? keysToTry(file) : [undefined];
  let failure: unknown;
  for (const key of keys) {
    try {
      if (key === undefined) connection.prepare(`ATTACH ? AS ${name} KEY ''`).run(file);
      else withRawKey(key, raw => connection.prepare(`ATTACH ? AS ${name} KEY ?`).run(file, raw));
      return;
    } catch (error) {
      failure = error;
    }
  }
  throw failure ?? new Error('no key');
}

/**
 * Copies a closed or open database with what is in its log into a new file, under the given key or plainly, and flushes it.
 * Errors: those of SQLite and the file system.
 */
export function copyUnderKey(source: string, target: string, key: Buffer | undefined): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(target + suffix, { force: true });
  const original = connectFile(source, { readonly: true });
  try {
    original.prepare('VACUUM INTO ?').run(target);
  } finally {
    original.close();
  }
  if (formOf(target) !== 'plain' || key !== undefined) {
    const copy = connectFile(target);
    try {
      copy.pragma('journal_mode = MEMORY'); // a half-written copy never counts, so nothing has to bring it back
      useCipher(copy);
      withRawKey(key, raw => (copy as Keyed).rekey(raw));
    } finally {
      copy.close();
    }
  }
  flushFile(target);
}
