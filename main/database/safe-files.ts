import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '#shared/result.ts';

const chunkBytes = 1024 * 1024;
/** Ending of a file that is being written; such a file never counts. */
export const unfinished = '.part';

/** Puts a file's bytes onto the disk itself. */
export function flushFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes names given or taken in a folder last through a power cut; Windows has no such call for folders. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Some network and USB file systems cannot flush a folder; the name is there, only later on the disk.
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Removes a half-made file after a failure; what keeps it from being removed is what failed, and is already being told. */
export function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return; // the first failure is the one to report
  }
}

/** Gives a finished file its name, for good. */
export function putInPlace(temporary: string, target: string): void {
  renameSync(temporary, target);
  flushFolder(dirname(target));
}

/** Writes a whole file or nothing: temporary name, flushed, renamed. */
export function writeSafely(target: string, content: string | Uint8Array): void {
  const temporary = target + unfinished;
  mkdirSync(dirname(target), { recursive: true });
  try {
    writeFileSync(temporary, content, { flush: true });
    putInPlace(temporary, target);
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/** Notes beside the data are small; the list of a backup names every attached file. */
const largestNote = 160 * 2 ** 20;

/** What a JSON file holds; undefined when there is none, it is no plain file, far too large, or damaged. Never throws. */
export function readNote(file: string): unknown {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    // A pipe that somebody has put there would be waited for without end.
    if (found?.isFile() !== true || found.size > largestNote) return undefined;
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined; // what cannot be read tells nothing, and the caller says what holds then
  }
}

/** SHA-256 of a file, hexadecimal, read in one go of small pieces. */
export function hashFileNow(file: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  const descriptor = openSync(file, 'r');
  try {
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

/** SHA-256 of a file, hexadecimal; other work goes on meanwhile. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

async function* readAndHash(from: string, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(from, { highWaterMark: chunkBytes })) {
    hash.update(chunk as Uint8Array);
    yield chunk as Uint8Array;
  }
}

/** Writes pieces into a new file and puts them onto the disk itself. */
export async function pourFile(chunks: AsyncIterable<Uint8Array>, to: string): Promise<void> {
  const target = await open(to, 'w');
  try {
    for await (const chunk of chunks) await target.writeFile(chunk);
    await target.sync();
  } finally {
    await target.close();
  }
}

type Copying = {
  readonly from: string;
  readonly to: string /** SHA-256 the bytes must have. */;
  readonly hash: string;
};

/**
 * Copies a file whose hash is known: temporary name, flushed, read again, renamed. A copy that is not what it should be never
 * gets its name. Errors: fileChanged when the source no longer has its hash, and those of the file system.
 */
export async function copyChecked({ from, to, hash }: Copying): Promise<void> {
  const temporary = to + unfinished;
  mkdirSync(dirname(to), { recursive: true });
  try {
    const read = createHash('sha256');
    await pourFile(readAndHash(from, read), temporary);
    if (read.digest('hex') !== hash) throw new AppError('fileChanged', { name: from });
    if ((await hashFile(temporary)) !== hash) throw new AppError('fileUnreadable', { file: to });
    await rename(temporary, to);
    flushFolder(dirname(to));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
