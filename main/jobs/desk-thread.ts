import { Worker } from 'node:worker_threads';
import { keyFor } from '#main/database/key-ring.ts';
import type { Ports } from '#main/ports.ts';
import { AppError } from '#shared/result.ts';
import type { Desk, DeskAnswer, DeskCall, DeskTask } from './serve-desk.ts';
import type { ThreadsBeside } from './threads-beside.ts';
import { createWorkSignal, type WorkSignal } from './work-signal.ts';
import { workerAddress, youngMb } from './worker-address.ts';

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };

/** The thread of a desk, started when it is first needed. */
export type DeskThread<D extends Desk<D>> = {
  /** Errors: those of the desk; fileTooLarge when the thread ran out of memory; cancelled. */
  readonly ask: <M extends keyof D & string>(
    method: M,
    input: Parameters<D[M]>[0],
    call: DeskCall,
    signal?: WorkSignal,
  ) => Promise<Awaited<ReturnType<D[M]>>>;
  /** Lets the thread end when nothing is asked of it, so that it gives its memory back; what it remembers is forgotten. */
  readonly rest: () => void;
  /** Ends the thread; what it was writing is rolled back. */
  readonly close: () => void;
};

type Options = {
  readonly worker: 'copy-worker' | 'import-worker' | 'paper-worker';
  /** What the thread is given when it starts. */
  readonly place: { readonly databaseFile: string };
  readonly beside: ThreadsBeside;
  /** Milliseconds without a call after which the thread ends and gives its memory back; for a desk that remembers nothing. */
  readonly restAfter?: number;
};

/** Far above what 200,000 rows need. */
const heapMb = 2048;

export function startDeskThread<D extends Desk<D>>({ worker: name, place, beside, restAfter }: Options): DeskThread<D> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let rest: NodeJS.Timeout | undefined;
  let count = 0;

  const failAll = (error: unknown): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const close = (): void => {
    const ending = worker;
    clearTimeout(rest);
    failAll(new AppError('cancelled'));
    void ending?.terminate();
  };
  const settle = (started: Worker): void => {
    started.unref();
    if (restAfter !== undefined) rest = setTimeout(close, restAfter).unref();
  };
  const start = (): Worker => {
    const started = new Worker(workerAddress(name), {
      workerData: place,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
      stdin: false,
    });
    started.on('message', (answer: DeskAnswer) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) settle(started);
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
  const send = (method: string, input: unknown, call: DeskCall, signal: WorkSignal): Promise<unknown> =>
    new Promise((resolve, reject) => {
      clearTimeout(rest);
      worker ??= start();
      worker.ref();
      const number = ++count;
      waiting.set(number, { resolve, reject });
      worker.postMessage({ number, method, input, call, memory: signal.memory } satisfies DeskTask);
    });
  return {
    ask: <M extends keyof D & string>(
      method: M,
      input: Parameters<D[M]>[0],
      call: DeskCall,
      signal = createWorkSignal(),
    ) => beside.run(signal.stop, () => send(method, input, call, signal)) as Promise<Awaited<ReturnType<D[M]>>>,
    rest: () => {
      if (waiting.size === 0) close();
    },
    close,
  };
}

/** What a thread is told with each call about a college. */
export function deskCalls(ports: Ports, databaseFile: string): () => DeskCall {
  return () => {
    const key = keyFor(databaseFile);
    return {
      now: ports.clock.now(),
      today: ports.clock.today(),
      actor: ports.actor(),
      id: ports.ids.next(),
      // With a memory of its own: what is sent to a thread takes its whole buffer along.
      key: key === undefined ? undefined : Uint8Array.from(key),
    };
  };
}
