import { AppError } from '#shared/result.ts';

/** What a thread tells about its work, and how it is asked to stop: a few numbers both sides see, so that no message is needed. */
export type WorkSignal = {
  readonly memory: SharedArrayBuffer;
  readonly progress: () => { readonly done: number; readonly total: number };
  readonly stop: () => void;
};

/** The side of the thread that works. */
export type Steps = {
  /** Another part of the work begins, with so many steps. Errors: cancelled. */
  readonly expect: (total: number) => void;
  /** One step is done. Errors: cancelled, when the officer has asked to stop. */
  readonly step: () => void;
  /** Whether the officer has asked to stop. */
  readonly stopped: () => boolean;
};

const doneAt = 0;
const totalAt = 1;
const stopAt = 2;

export function createWorkSignal(): WorkSignal {
  const memory = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);
  const numbers = new Int32Array(memory);
  return {
    memory,
    progress: () => ({ done: Atomics.load(numbers, doneAt), total: Atomics.load(numbers, totalAt) }),
    stop: () => void Atomics.store(numbers, stopAt, 1),
  };
}

/** Steps over the shared numbers of a signal. */
export function stepsOver(memory: SharedArrayBuffer): Steps {
  const numbers = new Int32Array(memory);
  const stopped = (): boolean => Atomics.load(numbers, stopAt) === 1;
  const check = (): void => {
    if (stopped()) throw new AppError('cancelled');
  };
  return {
    expect: total => {
      check();
      Atomics.store(numbers, doneAt, 0);
      Atomics.store(numbers, totalAt, total);
    },
    step: () => {
      Atomics.add(numbers, doneAt, 1);
      check();
    },
    stopped,
  };
}
