import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openBeside } from '#main/database/connection.ts';
import { dropKey, holdKey } from '#main/database/key-ring.ts';
import { verifyData } from '#main/features/history/verify-data.ts';
import type { Verdict } from '#shared/contract/history.ts';
import { AppError, type Problem } from '#shared/result.ts';
import { stepsOver } from './work-signal.ts';

/** One check of the data, with everything it needs. */
export type VerifyTask = {
  readonly file: string;
  readonly fileFolder: string | null;
  readonly memory: SharedArrayBuffer;
  /** The key of a college with a password. */
  readonly key?: Uint8Array | undefined;
};

/** The answer to it; `failure` is what was not expected, for the log. */
export type VerifyAnswer =
  | { readonly ok: true; readonly verdict: Verdict }
  | { readonly ok: false; readonly problem: Problem }
  | { readonly ok: false; readonly failure: string };

async function answer({ file, fileFolder, memory, key }: VerifyTask): Promise<VerifyAnswer> {
  const folder = dirname(file);
  const steps = stepsOver(memory);
  try {
    if (key !== undefined) holdKey(folder, key);
    const db = openBeside(file);
    try {
      // Everything is seen as it is now, whatever the officer changes meanwhile.
      db.exec('BEGIN');
      const verdict = await verifyData(
        db,
        { fileFolder },
        {
          expect: steps.expect,
          step: async (count = 1) => {
            for (let done = 0; done < count; done += 1) steps.step();
          },
        },
      );
      return { ok: true, verdict };
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof AppError) return { ok: false, problem: error.toProblem() };
    return { ok: false, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    dropKey(folder);
    key?.fill(0);
  }
}

void answer(workerData as VerifyTask).then(done => parentPort?.postMessage(done));
