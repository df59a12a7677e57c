import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs a program of tests/support in a process of its own and kills it (SIGKILL, nothing of it can react) some milliseconds after
 * it has said so many lines. Gives the whole lines it had said by then: what it had said was safe must be there afterwards.
 */
export async function killAfter(
  program: string,
  given: readonly (string | number)[],
  milliseconds: number,
  lines = 1,
): Promise<readonly string[]> {
  const script = resolve(import.meta.dirname, program);
  const child = spawn(process.execPath, [script, ...given.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let said = '';
  const begun = new Promise<void>(begin => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > lines) begin();
    });
  });
  await Promise.race([begun, ended]);
  await pause(milliseconds);
  child.kill('SIGKILL');
  await ended;
  return said.split('\n').slice(0, -1);
}
