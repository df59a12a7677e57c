import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openApplication, type RunningApplication } from '#main/application.ts';
import { listBackups } from '#main/database/backup.ts';
import { randomIds } from '#main/ports.ts';
import { workspaceIn } from '#main/workspace.ts';
import type { Channel, Output, Request } from '#shared/contract/index.ts';
import { benchPorts } from './big-college.ts';

export type BenchCollege = {
  readonly app: RunningApplication;
  readonly folder: string;
  readonly call: <C extends Channel>(channel: C, request: Request<C>) => Promise<Output<C>>;
  readonly close: () => void;
};

/** A copy of a closed database file in a folder of its own, or an empty folder. */
export function benchFolder(file?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-bench-run-'));
  mkdirSync(folder, { recursive: true });
  if (file !== undefined) cpSync(file, workspaceIn(folder).databaseFile);
  return folder;
}

/** Opens the program on a folder as its window would, but for the window; waits for the day's backup, which nothing must be timed beside. */
export async function openBench(folder: string): Promise<BenchCollege> {
  const { backupFolder } = workspaceIn(folder);
  const app = openApplication({
    workspace: workspaceIn(folder),
    ports: { ...benchPorts(), ids: randomIds }, // the generated file has used the counted ids
    info: { version: 'bench', runtime: 'bench', testRuntime: false },
    resources: resolve(import.meta.dirname, '../../../resources'),
  });
  const awaited = app.db().value<number>('SELECT count(*) FROM (SELECT 1 FROM batch LIMIT 1)') ?? 0;
  while (listBackups(backupFolder).length < awaited) await setTimeout(100);
  return {
    app,
    folder,
    call: async (channel, request) => {
      const result = await app.call(channel, request);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
      return result.value as never;
    },
    close: () => {
      app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
