import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/result.ts';
import type { ReadDb } from './handles.ts';
import { keyFor } from './key-ring.ts';
import { flushFolder, pourFile, unfinished } from './safe-files.ts';
import { hashInside, isInForm, readInside, sealBytes, sealing } from './sealed-files.ts';

/** A file kept under its hash. */
export type HashedFile = { readonly hash: string; readonly bytes: number };

const hashName = /^[0-9a-f]{64}$/u;

/** Whether a value from a file beside the data names a kept file. */
export function isHashedFile(value: unknown): value is HashedFile {
  const { hash, bytes } = Object(value) as Record<keyof HashedFile, unknown>;
  return typeof hash === 'string' && hashName.test(hash) && Number.isSafeInteger(bytes);
}

/** Where the bytes with a hash lie in a folder of kept files. */
export const filePath = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash);

/** Whether a folder holds a file of that hash and length; its bytes are not read. */
export function holdsFile(folder: string, { hash, bytes }: HashedFile): boolean {
  const found = statSync(filePath(folder, hash), { throwIfNoEntry: false });
  return found?.isFile() === true && (found.size === bytes || found.size === bytes + sealBytes);
}

/** The attached files a database refers to, each once. */
export function attachedFiles(db: Pick<ReadDb, 'all'>): readonly HashedFile[] {
  return db.all<HashedFile>('SELECT hash, max(bytes) AS bytes FROM attachment GROUP BY hash ORDER BY hash');
}

type Keeping = {
  readonly files: readonly HashedFile[];
  readonly from: string;
  readonly to: string;
  /** Called before each file is copied; may throw to stop. */
  readonly step?: () => Promise<void> | void;
};

/** Copies the files a folder lacks from another; those it has are not copied again. Answers what neither has sound. */
export async function keepFiles({ files, from, to, step }: Keeping): Promise<readonly HashedFile[]> {
  const missing: HashedFile[] = [];
  for (const file of files) {
    if (holdsFile(to, file)) continue;
    await step?.();
    if (!holdsFile(from, file)) missing.push(file);
    else if (!(await copyOrMiss(file, from, to))) missing.push(file);
  }
  return missing;
}

async function copyOrMiss({ hash }: HashedFile, from: string, to: string): Promise<boolean> {
  try {
    const [source, target] = [filePath(from, hash), filePath(to, hash)];
    await copyKept({ from: source, to: target, hash, key: keyFor(target) ?? keyFor(source) });
    return true;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'fileChanged' || code === 'ENOENT') return false;
    throw error;
  }
}

type KeptCopy = {
  readonly from: string;
  readonly to: string;
  readonly hash: string;
  readonly key: Buffer | undefined;
};

/**
 * Copies what a kept file holds and reads it again before it gets its name. A copy for a protected college is sealed, and so is
 * one on a drive when the college it comes from is. Errors: fileChanged, fileUnreadable, and those of the file system.
 */
async function copyKept({ from, to, hash, key }: KeptCopy): Promise<void> {
  const temporary = to + unfinished;
  mkdirSync(dirname(to), { recursive: true });
  try {
    const read = createHash('sha256');
    const hashed = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of readInside(from)) {
        read.update(chunk);
        yield chunk;
      }
    };
    await pourFile(sealing(hashed(), key), temporary);
    if (read.digest('hex') !== hash) throw new AppError('fileChanged', { name: from });
    if ((await hashInside(temporary)) !== hash) throw new AppError('fileUnreadable', { file: to });
    await rename(temporary, to);
    flushFolder(dirname(to));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Seals or opens every kept file of a folder that does not yet lie as it should; what is changed or lost stays as it is. */
export async function reformKept(folder: string, key: Buffer | undefined): Promise<void> {
  for (const hash of keptHashes(folder)) {
    const path = filePath(folder, hash);
    if (isInForm(path, key)) continue;
    try {
      // oxlint-disable-next-line no-await-in-loop -- one file after the other, so that the disk holds one more copy at most
      await copyKept({ from: path, to: path, hash, key });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'fileChanged')) throw error;
    }
  }
}

/** Every hash a folder keeps. */
export function keptHashes(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^[0-9a-f]{2}$/u.test(entry.name))
    .flatMap(entry => readdirSync(join(folder, entry.name)).filter(name => hashName.test(name)));
}

/** Removes kept files that nothing in `needed` names. */
export function dropFilesBut(folder: string, needed: ReadonlySet<string>): void {
  for (const hash of keptHashes(folder)) if (!needed.has(hash)) rmSync(filePath(folder, hash), { force: true });
}
