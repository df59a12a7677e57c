import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { dropKey, holdKey } from '#main/database/key-ring.ts';
import {
  createImportDesk,
  type DeskCall,
  type DeskPlace,
  type ImportDesk,
} from '#main/features/importing/import-desk.ts';
import { AppError, type Problem } from '#shared/result.ts';
import { stepsOver } from './work-signal.ts';

export type DeskMethod = keyof ImportDesk;

/** One call of the main thread. */
export type DeskTask = {
  readonly number: number;
  readonly method: DeskMethod;
  readonly input: unknown;
  readonly call: DeskCall;
  readonly memory: SharedArrayBuffer;
};

/** The answer to it; `failure` is what was not expected, for the log. */
export type DeskAnswer =
  | { readonly number: number; readonly ok: true; readonly value: unknown }
  | { readonly number: number; readonly ok: false; readonly problem: Problem }
  | { readonly number: number; readonly ok: false; readonly failure: string };

const place = workerData as DeskPlace;
const desk = createImportDesk(place);
const folder = dirname(place.databaseFile);

async function answer({ number, method, input, call, memory }: DeskTask): Promise<DeskAnswer> {
  try {
    if (call.key !== undefined) holdKey(folder, call.key);
    const work = desk[method] as (...given: readonly unknown[]) => unknown;
    return { number, ok: true, value: await work(input, call, stepsOver(memory)) };
  } catch (error) {
    if (error instanceof AppError) return { number, ok: false, problem: error.toProblem() };
    return { number, ok: false, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    dropKey(folder);
    call.key?.fill(0);
  }
}

// One at a time and in order: an adjustment must not overtake the preview it is about.
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: DeskTask) => {
  last = last.then(async () => parentPort?.postMessage(await answer(task)));
});
