import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Output } from '#shared/contract/index.ts';
import type { JobKind } from '#shared/contract/jobs.ts';
import { AppError } from '#shared/result.ts';
import type { WorkSignal } from './work-signal.ts';

type State = {
  readonly id: string;
  readonly kind: JobKind;
  done: number;
  total: number;
  stopping: boolean;
  alone: boolean;
  follows?: Pick<WorkSignal, 'progress' | 'stop'>;
};

/** What work tells the board while it runs. */
export type Job = {
  /** Says how many steps there will be. */
  readonly expect: (total: number) => void;
  /** So many steps are done, one if not said: other calls get their turn. Errors: cancelled, when the officer has asked to stop. */
  readonly step: (count?: number) => Promise<void>;
  /** The work is done in another thread: how far it is and how it is stopped, its signal knows. */
  readonly follow: (signal: Pick<WorkSignal, 'progress' | 'stop'>) => void;
  /** Commands wait for its end, and the screen can say so. */
  readonly runAlone: () => void;
};

/** Long work of one application: what runs, how far it is, and a way to stop it. */
export type JobBoard = {
  readonly run: <T>(kind: JobKind, work: (job: Job) => Promise<T>) => Promise<T>;
  readonly state: () => Output<'jobs.state'>;
  /** Answers whether there was something to stop. */
  readonly cancel: (id: string) => boolean;
};

export function createJobBoard(nextId: () => string): JobBoard {
  const running = new Map<string, State>();
  return {
    run: async (kind, work) => {
      const state: State = { id: nextId(), kind, done: 0, total: 0, stopping: false, alone: false };
      running.set(state.id, state);
      try {
        return await work({
          expect: total => {
            state.total = total;
          },
          step: async (count = 1) => {
            state.done += count;
            await nextTurn();
            if (state.stopping) throw new AppError('cancelled');
          },
          follow: signal => {
            state.follows = signal;
          },
          runAlone: () => {
            state.alone = true;
          },
        });
      } finally {
        running.delete(state.id);
      }
    },
    state: () => [...running.values()].map(({ follows, ...state }) => ({ ...state, ...follows?.progress() })),
    cancel: id => {
      const state = running.get(id);
      if (state !== undefined) state.stopping = true;
      state?.follows?.stop();
      return state !== undefined;
    },
  };
}
