import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileKind, fileKindOf } from '#shared/domain/file-kinds.ts';
import { AppError, type ErrorCode } from '#shared/result.ts';
import { filePath, holdsFile } from '../../database/kept-files.ts';
import { keyFor } from '../../database/key-ring.ts';
import { createSealer, hashInside } from '../../database/sealed-files.ts';

/** Larger files are refused, bytes. */
export const largestFile = 100 * 1024 * 1024;
const window = 64 * 1024;

export { filePath } from '../../database/kept-files.ts';

export type KeptFile = { readonly hash: string; readonly bytes: number; readonly mime: string };

const causes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'notFound',
  EACCES: 'noAccess',
  EPERM: 'noAccess',
  EISDIR: 'notFound',
  ENOSPC: 'diskFull',
  EBUSY: 'fileBusy',
};

async function explained<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const code = causes[String((error as NodeJS.ErrnoException).code)];
    throw code === undefined ? error : new AppError(code, { name });
  }
}

/** Makes a rename last through a power cut; Windows has no such call for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

type Source = { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };
type Target = { readonly handle: FileHandle; readonly key: Buffer | undefined };

/** Writes everything to the open file and says what it was. Errors: fileTooLarge, fileEmpty. */
async function copyInto({ handle, key }: Target, { name, chunks }: Source): Promise<KeptFile> {
  const sealer = key === undefined ? undefined : createSealer(key);
  if (sealer !== undefined) await handle.write(sealer.head);
  const hash = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > largestFile) throw new AppError('fileTooLarge', { name });
    hash.update(chunk);
    if (head.length < window) head = Buffer.concat([head, chunk]).subarray(0, window);
    tail = Buffer.concat([tail, chunk]).subarray(-window);
    await handle.write(sealer === undefined ? chunk : sealer.update(chunk));
  }
  if (sealer !== undefined) await handle.write(sealer.end());
  if (bytes === 0) throw new AppError('fileEmpty', { name });
  const { mime }: FileKind = fileKindOf(head, tail);
  return { hash: hash.digest('hex'), bytes, mime };
}

async function keep(folder: string, source: Source): Promise<KeptFile> {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `incoming-${randomUUID()}`);
  const handle = await open(temporary, 'wx');
  try {
    const kept = await copyInto({ handle, key: keyFor(temporary) }, source);
    await handle.sync();
    await handle.close();
    const target = filePath(folder, kept.hash);
    mkdirSync(dirname(target), { recursive: true });
    if (holdsFile(folder, kept)) return kept;
    await rename(temporary, target);
    await syncFolder(dirname(target));
    return kept;
  } finally {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
  }
}

/** Copies a file into the folder under its hash: temporary name, synced, renamed. The same bytes are kept once. Errors: notFound, noAccess, fileTooLarge, fileEmpty, fileBusy, diskFull. */
export function keepFile(folder: string, path: string, name: string): Promise<KeptFile> {
  return explained(name, async () => {
    if (!statSync(path).isFile()) throw new AppError('notFound', { name });
    return await keep(folder, { name, chunks: createReadStream(path, { highWaterMark: 1024 * 1024 }) });
  });
}

/** The same for bytes that come without a file. */
export function keepBytes(folder: string, bytes: Uint8Array, name: string): Promise<KeptFile> {
  return explained(name, () => keep(folder, { name, chunks: [bytes] }));
}

export type FileHealth = 'sound' | 'missing' | 'changed';

/** Whether the bytes under a hash are there and still the same. */
export async function checkFile(folder: string, hash: string, bytes: number): Promise<FileHealth> {
  const path = filePath(folder, hash);
  if (!existsSync(path)) return 'missing';
  if (!holdsFile(folder, { hash, bytes })) return 'changed';
  try {
    return (await hashInside(path)) === hash ? 'sound' : 'changed';
  } catch (error) {
    if (error instanceof AppError && error.code === 'fileChanged') return 'changed';
    throw error;
  }
}
