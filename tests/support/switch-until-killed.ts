import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { openVictim, say } from './victim.ts';

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

const { call } = openVictim(folder);
if (way === 'off') await call('protection.unlock', { password });
count = 0;
await call(way === 'off' ? 'protection.turnOff' : 'protection.turnOn', { password });
say(String(count));
process.exit(0);
