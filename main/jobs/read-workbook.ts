import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { maxFileSize, readTimeoutMs } from '#main/features/importing/limits.ts';
import type { RawBook } from '#shared/domain/importing/cells.ts';
import { AppError } from '#shared/result.ts';
import { unpackBook } from './packed-book.ts';
import type { ReadAnswer, ReadTask } from './read-workbook-worker.ts';
import { workerAddress, youngMb } from './worker-address.ts';

export type ReadOptions = {
  /** After this time the reader is stopped and the file refused. */
  readonly timeoutMs?: number;
  /** Heap of the reader in megabytes. */
  readonly memoryMb?: number;
  readonly signal?: AbortSignal;
};

/** Reads a workbook or a text table from disk, in a thread of its own with a memory limit and a time limit. */
export async function readWorkbook(path: string, options: ReadOptions = {}): Promise<RawBook> {
  return readWorkbookBytes(await loadFile(path), basename(path), options);
}

/** Reads a workbook or a text table from its bytes, in a thread of its own with a memory limit and a time limit. */
export async function readWorkbookBytes(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<RawBook> {
  if (bytes.byteLength > maxFileSize) throw new AppError('fileTooLarge', { name: fileName });
  options.signal?.throwIfAborted();
  const task: ReadTask = { bytes, fileName };
  const worker = new Worker(workerAddress('read-workbook-worker'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb ?? 768, maxYoungGenerationSizeMb: youngMb },
    stdin: false,
    stdout: true,
    stderr: true,
  });
  try {
    return await outcome(worker, fileName, options);
  } finally {
    await worker.terminate();
  }
}

function outcome(worker: Worker, fileName: string, options: ReadOptions): Promise<RawBook> {
  return new Promise((resolve, reject) => {
    const refuse = (code: 'fileTooLarge' | 'fileUnreadable' | 'cancelled') =>
      reject(new AppError(code, { name: fileName }));
    const timer = setTimeout(() => refuse('fileTooLarge'), options.timeoutMs ?? readTimeoutMs);
    const cancel = () => refuse('cancelled');
    options.signal?.addEventListener('abort', cancel, { once: true });
    const finish = () => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', cancel);
    };
    worker.once('message', (message: ReadAnswer) => {
      finish();
      if (message.ok) resolve(unpackBook(message.book));
      else reject(new AppError(message.problem.code, message.problem.params));
    });
    worker.once('error', (error: Error & { code?: string }) => {
      finish();
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'fileTooLarge' : 'fileUnreadable');
    });
    worker.once('exit', () => {
      finish();
      refuse('fileUnreadable');
    });
  });
}

/** The file's bytes, with what the system refuses turned into what the officer can act on. */
async function loadFile(path: string): Promise<Uint8Array> {
  const name = basename(path);
  // Excel's own mark beside an open workbook, dropped by mistake.
  if (name.startsWith('~$')) throw new AppError('fileBusy', { name: name.slice(2) });
  try {
    const info = await stat(path);
    if (info.isDirectory()) throw new AppError('fileIsFolder', { name });
    if (!info.isFile()) throw new AppError('fileNotWorkbook', { name });
    if (info.size > maxFileSize) throw new AppError('fileTooLarge', { name });
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('fileMissing', { name });
    if (code === 'EBUSY' || (code === 'EPERM' && (await isOpenInExcel(path)))) throw new AppError('fileBusy', { name });
    if (code === 'EACCES' || code === 'EPERM') {
      throw new AppError((await isOpenInExcel(path)) ? 'fileBusy' : 'noAccess', { name });
    }
    throw new AppError('fileUnreadable', { name });
  }
}

async function isOpenInExcel(path: string): Promise<boolean> {
  try {
    const marks = (await readdir(dirname(path))).filter(entry => entry.startsWith('~$'));
    const name = basename(path);
    return marks.some(mark => name.endsWith(mark.slice(2)) || mark.slice(2) === name.slice(2));
  } catch {
    return false;
  }
}
