import { Worker } from 'node:worker_threads';
import type { DeskCall, DeskPlace } from '#main/features/importing/import-desk.ts';
import { AppError } from '#shared/result.ts';
import type { DeskAnswer, DeskMethod, DeskTask } from './import-worker.ts';
import { createWorkSignal, type WorkSignal } from './work-signal.ts';
import { workerAddress } from './worker-address.ts';

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };

/** The thread of the import, started when it is first needed. */
export type ImportThread = {
  /** Errors: those of the desk; fileTooLarge when the thread ran out of memory. */
  readonly ask: <T>(method: DeskMethod, input: unknown, call: DeskCall, signal?: WorkSignal) => Promise<T>;
  /** Ends the thread; what it was writing is rolled back. */
  readonly close: () => void;
};

/** Far above what 200,000 rows need. */
const heapMb = 2048;

export function startImportThread(place: DeskPlace): ImportThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let count = 0;

  const failAll = (error: unknown): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(workerAddress('import-worker'), {
      workerData: place,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 24 },
      stdin: false,
    });
    started.on('message', (answer: DeskAnswer) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) started.unref();
      if (asked === undefined) return;
      if (answer.ok) asked.resolve(answer.value);
      else if ('problem' in answer) asked.reject(new AppError(answer.problem.code, answer.problem.params));
      else asked.reject(new Error(answer.failure));
    });
    started.on('error', (error: Error & { code?: string }) =>
      failAll(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new AppError('fileTooLarge', { name: '' }) : error),
    );
    started.on('exit', () => {
      if (worker === started) failAll(new AppError('cancelled'));
    });
    return started;
  };
  return {
    ask: <T>(method: DeskMethod, input: unknown, call: DeskCall, signal = createWorkSignal()) =>
      new Promise<T>((resolve, reject) => {
        worker ??= start();
        worker.ref();
        const number = ++count;
        waiting.set(number, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ number, method, input, call, memory: signal.memory } satisfies DeskTask);
      }),
    close: () => {
      const ending = worker;
      failAll(new AppError('cancelled'));
      void ending?.terminate();
    },
  };
}
