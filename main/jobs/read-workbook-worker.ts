import { parentPort, workerData } from 'node:worker_threads';
import { readFileBytes } from '#main/features/importing/read-file.ts';
import { AppError, type Problem } from '#shared/result.ts';
import { type PackedBook, packBook } from './packed-book.ts';

/** What the reader is given when it starts. */
export type ReadTask = { readonly bytes: Uint8Array; readonly fileName: string };

/** What the reader answers, once. */
export type ReadAnswer =
  | { readonly ok: true; readonly book: PackedBook }
  | { readonly ok: false; readonly problem: Problem };

const task = workerData as ReadTask;

/** Runs apart from the process that owns the database: a hostile file can end this thread and nothing else. */
async function answer(): Promise<ReadAnswer> {
  try {
    return { ok: true, book: packBook(await readFileBytes(task.bytes, task.fileName)) };
  } catch (error) {
    const expected = error instanceof AppError ? error : new AppError('fileUnreadable', { name: task.fileName });
    return { ok: false, problem: expected.toProblem() };
  }
}

const found = await answer();
parentPort?.postMessage(found, found.ok ? found.book.sheets.map(({ rows }) => rows.buffer) : []);
