import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';
import { openApplication, workspaceIn } from '#main/application.ts';
import { randomIds, systemClock } from '#main/ports.ts';
import type { Channel, Request } from '#shared/contract/index.ts';

/**
 * Turns the password on or off and is killed before the given change of the file system, counted from the beginning of the
 * switch. Says how many changes there were when it gets to the end.
 */
const [, , folder = '', way = '', step = '', password = ''] = process.argv;
let count = Number.NEGATIVE_INFINITY;
const counted = ['renameSync', 'rmSync', 'writeFileSync', 'openSync'] as const;
for (const name of counted) {
  const original = fs[name] as (...given: unknown[]) => unknown;
  (fs as Record<string, unknown>)[name] = (...given: unknown[]) => {
    count += 1;
    if (count === Number(step)) process.kill(process.pid, 'SIGKILL');
    return original(...given);
  };
}
syncBuiltinESMExports();

const app = openApplication({
  workspace: workspaceIn(folder),
  ports: { clock: systemClock, ids: randomIds, actor: () => 'Victim', log: () => undefined },
  info: { version: 'test', runtime: 'test', testRuntime: false },
  resources: resolve(import.meta.dirname, '../../resources'),
});
const call = async <C extends Channel>(channel: C, request: Request<C>): Promise<void> => {
  const result = await app.call(channel, request);
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
};
if (way === 'off') await call('protection.unlock', { password });
count = 0;
await call(way === 'off' ? 'protection.turnOff' : 'protection.turnOn', { password });
fs.writeSync(1, `${count}\n`);
process.exit(0);
