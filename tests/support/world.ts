import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ApplicationOptions, openApplication, type RunningApplication } from '#main/application.ts';
import type { Ports } from '#main/ports.ts';
import { workspaceIn } from '#main/workspace.ts';
import type { Channel, Output, Request } from '#shared/contract/index.ts';
import type { Result } from '#shared/result.ts';

export type World = {
  readonly folder: string;
  readonly app: RunningApplication;
  /** Calls a procedure through the router; throws when it fails. */
  readonly call: <C extends Channel>(channel: C, request: Request<C>) => Promise<Output<C>>;
  /** Calls a procedure through the router and gives the result as it is. */
  readonly attempt: <C extends Channel>(channel: C, request: Request<C>) => Promise<Result<Output<C>>>;
  /** Closes and opens the same folder again. */
  readonly reopen: () => World;
  readonly close: () => void;
};

type WorldOptions = {
  readonly today?: string;
  readonly folder?: string;
  readonly actor?: string;
  readonly pause?: (milliseconds: number) => Promise<void>;
  readonly log?: Ports['log'];
  readonly opener?: NonNullable<Ports['opener']>;
};

/** Ports with a calendar that stands still and ids that count up, so that a run can be repeated exactly. */
export function testPorts(today: string, actor: string): Ports {
  let tick = 0;
  let lastId = 0;
  return {
    clock: {
      now: () => new Date(Date.parse(`${today}T08:00:00.000Z`) + tick++).toISOString(),
      today: () => today,
    },
    ids: { next: () => `id-${String(++lastId).padStart(8, '0')}-${Math.random().toString(36).slice(2, 10)}` },
    actor: () => actor,
    log: (reference, error) => {
      if (reference !== 'slow')
        process.stderr.write(`${reference}: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    },
  };
}

/** A real college in a real folder: state is built through commands, and nothing is faked but the clock, the ids and the log. */
export function world(options: WorldOptions = {}): World {
  const { today = '2025-11-20', actor = 'Officer' } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'seriktes-'));
  const settings: ApplicationOptions = {
    workspace: workspaceIn(folder),
    ports: {
      ...testPorts(today, actor),
      pause: options.pause ?? (async () => undefined),
      ...(options.log === undefined ? {} : { log: options.log }),
      ...(options.opener === undefined ? {} : { opener: options.opener }),
    },
    info: { version: 'test', runtime: 'test', testRuntime: false },
    resources: resolve(import.meta.dirname, '../../resources'),
  };
  const app = openApplication(settings);
  const attempt: World['attempt'] = (channel, request) => app.call(channel, request) as never;
  return {
    folder,
    app,
    attempt,
    call: async (channel, request) => {
      const result = await attempt(channel, request);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    reopen: () => {
      app.close();
      return world({ ...options, folder });
    },
    close: () => {
      app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
