import { Worker } from 'node:worker_threads';
import { keyFor } from '#main/database/key-ring.ts';
import type { Verdict } from '#shared/contract/history.ts';
import { AppError } from '#shared/result.ts';
import type { VerifyAnswer, VerifyTask } from './verify-worker.ts';
import { createWorkSignal, type WorkSignal } from './work-signal.ts';
import { workerAddress } from './worker-address.ts';

type Data = {
  /** The database to check: the one in use, or a copy of it. */
  readonly file: string;
  /** Where the attached files lie; null to leave them out. */
  readonly fileFolder: string | null;
  /** Called when the thread has begun, with what stops it at once. */
  readonly onStart?: (stop: () => void) => void;
};

/** Checks the data in a thread of its own, so that the officer works on meanwhile. Errors: cancelled, and those of opening the file. */
export async function verifyInThread(
  { file, fileFolder, onStart }: Data,
  signal: WorkSignal = createWorkSignal(),
): Promise<Verdict> {
  const key = keyFor(file);
  const workerData: VerifyTask = { file, fileFolder, memory: signal.memory, ...(key === undefined ? {} : { key }) };
  const worker = new Worker(workerAddress('verify-worker'), { workerData, stdin: false });
  onStart?.(() => void worker.terminate());
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', (answer: VerifyAnswer) => {
        if (answer.ok) resolve(answer.verdict);
        else if ('problem' in answer) reject(new AppError(answer.problem.code, answer.problem.params));
        else reject(new Error(answer.failure));
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new AppError('cancelled')));
    });
  } finally {
    await worker.terminate();
  }
}
