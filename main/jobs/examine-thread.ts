import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { workerAddress } from './worker-address.ts';

/**
 * Examines the college's file while the window is made ready. Answers what `openDatabase` wants to know of it; undefined when
 * there is nothing to say, whatever the reason: then it is examined once more where a failure is explained.
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
