import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { temporaryFolder } from './app.ts';

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of the thread, microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/** The longest task of each thread that must not stand still, milliseconds. */
export type LongestTasks = { readonly page: number; readonly main: number };

const threads = { page: 'CrRendererMain', main: 'CrBrowserMain' } as const;

/**
 * Notes every task of the page's and the program's main thread from now on. What counts is the processor time of a task: a busy
 * machine makes tasks wait, but not longer. The answer ends it.
 */
export async function watchTasks(app: ElectronApplication): Promise<() => Promise<LongestTasks>> {
  await app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ['toplevel'] }));
  return async () => {
    const file = path.join(temporaryFolder('trace'), 'trace.json');
    await app.evaluate(({ contentTracing }, to) => contentTracing.stopRecording(to), file);
    const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { readonly traceEvents: readonly TraceEvent[] };
    const longestOf = (name: string): number => {
      const own = new Set(
        traceEvents
          .filter(event => event.name === 'thread_name' && event.args?.name === name)
          .map(({ pid, tid }) => `${pid} ${tid}`),
      );
      const times = traceEvents.flatMap(({ ph, pid, tid, tdur }) =>
        ph === 'X' && tdur !== undefined && own.has(`${pid} ${tid}`) ? [tdur / 1000] : [],
      );
      // Without any task nothing would be proved.
      return times.reduce((longest, time) => Math.max(longest, time), times.length > 0 ? 0 : Number.NaN);
    };
    return { page: Math.round(longestOf(threads.page)), main: Math.round(longestOf(threads.main)) };
  };
}
