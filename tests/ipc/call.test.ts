import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFirm } from '#tests/support/builders.ts';
import { password } from '#tests/support/protected.ts';

const script = resolve(import.meta.dirname, '../../main/cli/call.ts');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-call-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Outcome = { readonly code: number; readonly result: unknown; readonly said: string };

/** Runs the command as a user does, who writes something to it, and gives its exit code and what it printed. */
const runWith = (written: string, ...given: readonly string[]): Promise<Outcome> =>
  new Promise(done => {
    const child = execFile(process.execPath, [script, ...given], (error, stdout, said) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, result: JSON.parse(stdout), said });
    });
    child.stdin?.end(written);
  });
const run = (...given: readonly string[]): Promise<Outcome> => runWith('', ...given);

test('what one call writes, the next one reads', async () => {
  const made = await run('firms.create', JSON.stringify(aFirm({ nameRu: 'ТОО «Өркен»' })), '--data', folder);
  const listed = await run('firms.list', '{"search":"оркен"}', '--data', folder);
  expect([made, listed]).toMatchObject([
    { code: 0, result: { ok: true, changed: ['firm'] }, said: '' },
    { code: 0, result: { ok: true, value: { total: 1, rows: [{ nameRu: 'ТОО «Өркен»' }] } }, said: '' },
  ]);
});

test('a refused procedure ends with exit code 1 and the problem', async () => {
  expect(await run('firms.get', '{"id":"none"}', '--data', folder)).toEqual({
    code: 1,
    result: { ok: false, error: { code: 'notFound', params: { entity: 'firm' } } },
    said: '',
  });
});

test('arguments that cannot be read are explained, with the usage', async () => {
  const wrong = await Promise.all([
    run('firms.list', '{broken', '--data', folder),
    run('firms.list', '{}'),
    run('--data', folder),
    run('firms.list', '{}', '--folder', folder),
  ]);
  expect(wrong.map(({ code, said }) => [code, said.split('\n')[0]?.slice(0, 22), said.includes('Usage:')])).toEqual([
    [1, 'The input is not JSON:', true],
    [1, '--data DIR is missing.', true],
    [1, 'PROCEDURE is missing.', true],
    [1, "Unknown option '--fold", true],
  ]);
});

test('a database that cannot be opened is a result, not a stack trace', async () => {
  writeFileSync(join(folder, 'seriktes.db'), 'this is not a database, whatever its name says'.repeat(200));
  expect(await run('app.status', '{}', '--data', folder)).toMatchObject({
    code: 1,
    result: { ok: false, error: { code: 'databaseDamaged' } },
    said: '',
  });
});

test('a password is read from standard input only; as an argument it is refused and nothing is opened', async () => {
  await run('firms.create', JSON.stringify(aFirm()), '--data', folder);
  const secret = JSON.stringify({ password });
  const refused = await run('protection.turnOn', secret, '--data', folder);
  const open = await run('firms.list', '{}', '--data', folder);
  const turnedOn = await runWith(secret, 'protection.turnOn', '-', '--data', folder);
  const closed = await run('firms.list', '{}', '--data', folder);
  const wrong = await runWith('not the password\n', 'firms.list', '{}', '--data', folder, '--password-stdin');
  const listed = await runWith(
    `${password}\n{"search":"болат"}`,
    'firms.list',
    '-',
    '--data',
    folder,
    '--password-stdin',
  );
  expect([refused, open, turnedOn, closed, wrong, listed]).toMatchObject([
    { code: 1, result: { ok: false, error: { code: 'validation' } } },
    { code: 0, result: { ok: true } },
    { code: 0, result: { ok: true } },
    { code: 1, result: { ok: false, error: { code: 'passwordNeeded' } } },
    { code: 1, result: { ok: false, error: { code: 'wrongPassword' } } },
    { code: 0, result: { ok: true, value: { total: 1 } } },
  ]);
  expect(refused.said).not.toContain(password);
}, 14_400_000);
