import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { openApplication, type RunningApplication } from '#main/application.ts';
import { type Ports, randomIds, systemClock } from '#main/ports.ts';
import { workspaceIn } from '#main/workspace.ts';
import type { Channel, Output, Request } from '#shared/contract/index.ts';

/** Ports of a program that is made to be killed: the machine's own clock and ids. */
export const victimPorts: Ports = { clock: systemClock, ids: randomIds, actor: () => 'Victim', log: () => undefined };

/** Says a line at once, so that it is out before the process can be killed. */
export const say = (line: string): void => void writeSync(1, `${line}\n`);

export type OpenedVictim = {
  readonly app: RunningApplication;
  /** Calls a procedure; throws when it fails. */
  readonly call: <C extends Channel>(channel: C, request: Request<C>) => Promise<Output<C>>;
};

/** Opens a college as the program does, in a process that is made to be killed. */
export function openVictim(folder: string): OpenedVictim {
  const app = openApplication({
    workspace: workspaceIn(folder),
    ports: victimPorts,
    info: { version: 'test', runtime: 'test', testRuntime: false },
    resources: process.env['SERIKTES_RESOURCES'] ?? resolve(import.meta.dirname, '../../resources'),
  });
  // What was compiled is kept for the next life: a killed process keeps nothing by itself.
  flushCompileCache();
  return {
    app,
    call: async (channel, request) => {
      const result = await app.call(channel, request);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
      return result.value as Output<typeof channel>;
    },
  };
}
