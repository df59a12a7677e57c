import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededRandom } from '#tests/support/seeds.ts';
import { world } from '#tests/support/world.ts';

const script = resolve(import.meta.dirname, '../support/import-until-killed.ts');
const rounds = Number(process.env['SERIKTES_IMPORT_KILLS'] ?? 30);
const rowsPerFile = 400;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-import-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lets a process import and kills it some milliseconds after it began to write; gives the batches it had said were safe. */
async function killAfter(milliseconds: number, round: number): Promise<string[]> {
  const given = [script, folder, String(rowsPerFile), String(round * 1000)];
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  await pause(milliseconds);
  child.kill('SIGKILL');
  await ended;
  return said.split('\n').slice(1, -1);
}

test('a program killed while an import is written keeps all of a file or none of it', async () => {
  const random = seededRandom('import-kill');
  const safe: string[] = [];
  for (let round = 0; round < rounds; round++) safe.push(...(await killAfter(random.between(0, 160), round)));
  const college = world({ folder });
  const db = college.app.db();
  const batches = db.column<string>('SELECT id FROM batch');
  const firms = batches.length * rowsPerFile;
  expect({
    lost: safe.filter(id => !batches.includes(id)),
    halves: db.column('SELECT batch_id FROM audit GROUP BY batch_id HAVING count(*) <> ?', rowsPerFile),
    firms: db.value<number>('SELECT count(*) FROM firm'),
    indexed: db.value<number>('SELECT count(*) FROM search_document'),
    integrity: db.pragma('integrity_check'),
    references: db.all('PRAGMA foreign_key_check'),
  }).toEqual({ lost: [], halves: [], firms, indexed: firms, integrity: 'ok', references: [] });
  // Some were killed before their first file was safe, some after: both sides of the commit were met.
  expect(safe.length).toBeGreaterThan(0);
  college.app.close();
}, 14_400_000);
