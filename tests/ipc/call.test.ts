import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFirm } from '#tests/support/builders.ts';

const script = resolve(import.meta.dirname, '../../main/cli/call.ts');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-call-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a user does and gives its exit code and what it printed. */
const run = (...given: readonly string[]): Promise<{ code: number; result: unknown; said: string }> =>
  new Promise(done => {
    execFile(process.execPath, [script, ...given], (error, stdout, said) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, result: JSON.parse(stdout), said });
    });
  });

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
