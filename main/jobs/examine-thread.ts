import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { workerAddress } from './worker-address.ts';

/**
 * Examines the college's file beside the window. Answers how it stood when it was found whole; undefined when there is nothing
 * to say, whatever the reason: then it is examined once more where a failure is explained. The main thread must have opened a
 * database before: to find out which of its binaries to load, better-sqlite3 asks every thread of the program for a report, and
 * one that is examining answers only at the end.
 */
export async function examineInThread(file: string): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const worker = new Worker(workerAddress('examine-worker'), { workerData: { file }, stdin: false });
  try {
    return await new Promise(resolve => {
      worker.once('message', resolve);
      worker.once('error', () => resolve(undefined));
      worker.once('exit', () => resolve(undefined));
    });
  } finally {
    await worker.terminate();
  }
}
