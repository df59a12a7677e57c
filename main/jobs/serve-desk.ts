import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { dropKey, holdKey } from '#main/database/key-ring.ts';
import { type Ports, randomIds } from '#main/ports.ts';
import { AppError, type Problem } from '#shared/result.ts';
import { type Steps, stepsOver } from './work-signal.ts';

/** Where a desk works. */
export type DeskPlace = { readonly databaseFile: string; readonly reportFolder: string };

/** What only the main thread knows about a call: the clock, the officer, the next id. */
export type DeskCall = {
  readonly now: string;
  readonly today: string;
  readonly actor: string;
  readonly id: string;
  /** The key of a college with a password, held in the other thread no longer than the call. */
  readonly key?: Uint8Array | undefined;
};

/** Work that another thread does: each method takes its input, what only the main thread knows, and the steps it tells of. */
export type Desk<D> = { readonly [M in keyof D]: (input: never, call: DeskCall, steps: Steps) => unknown };

/** One call of the main thread. */
export type DeskTask = {
  readonly number: number;
  readonly method: string;
  readonly input: unknown;
  readonly call: DeskCall;
  readonly memory: SharedArrayBuffer;
};

/** The answer to it; `failure` is what was not expected, for the log. */
export type DeskAnswer =
  | { readonly number: number; readonly ok: true; readonly value: unknown }
  | { readonly number: number; readonly ok: false; readonly problem: Problem }
  | { readonly number: number; readonly ok: false; readonly failure: string };

/** The thread's side: answers the calls of the main thread about the college in `databaseFile`, one at a time and in their order. */
export function serveDesk<D extends Desk<D>>(desk: D, databaseFile: string): void {
  const folder = dirname(databaseFile);
  const answer = async ({ number, method, input, call, memory }: DeskTask): Promise<DeskAnswer> => {
    try {
      if (call.key !== undefined) holdKey(folder, call.key);
      const work = (desk as unknown as Readonly<Record<string, (...given: readonly unknown[]) => unknown>>)[method];
      if (work === undefined) throw new Error(`no desk does ${method}`);
      return { number, ok: true, value: await work(input, call, stepsOver(memory)) };
    } catch (error) {
      if (error instanceof AppError) return { number, ok: false, problem: error.toProblem() };
      return { number, ok: false, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    } finally {
      dropKey(folder);
      call.key?.fill(0);
    }
  };
  // An adjustment must not overtake the preview it is about.
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (task: DeskTask) => {
    last = last.then(async () => parentPort?.postMessage(await answer(task)));
  });
}

/** The ports of a call. The batch gets the id the main thread has given, so that ids go on rising there; records get ids of their own. */
export function portsOf({ now, today, actor, id }: DeskCall): Ports {
  let given = false;
  const next = (): string => {
    if (given) return randomIds.next();
    given = true;
    return id;
  };
  return {
    clock: { now: () => now, today: () => today },
    ids: { next },
    actor: () => actor,
    log: () => undefined,
  };
}
