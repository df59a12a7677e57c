import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workspaceIn } from '#main/application.ts';
import { openDatabase } from '#main/database/connection.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { world } from '#tests/support/world.ts';

const script = resolve(import.meta.dirname, '../support/write-until-killed.ts');
const rounds = Number(process.env['SERIKTES_KILLS'] ?? 140);
/** The whole file is read through after every so many lives; what was confirmed is asked for after each. */
const readThroughEvery = 20;
const firmsPerBatch = 7;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lets a process write and kills it some milliseconds after its first commit; gives the batches it had said were safe. */
async function killAfter(milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, workspaceIn(folder).databaseFile, String(firmsPerBatch)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  await pause(milliseconds);
  child.kill('SIGKILL');
  await ended;
  return said.split('\n').slice(0, -1);
}

test('a program killed in the middle of writing loses nothing it had confirmed and leaves no half batch', async () => {
  const random = seededRandom('kill');
  const safe: string[] = [];
  for (let round = 0; round < rounds; round++) {
    safe.push(...(await killAfter(random.between(0, 60))));
    if ((round + 1) % readThroughEvery !== 0 && round + 1 < rounds) {
      const db = openDatabase({ file: workspaceIn(folder).databaseFile, backUp: () => undefined });
      const batches = new Set(db.column<string>('SELECT id FROM batch'));
      const halves = db.column('SELECT batch_id FROM audit GROUP BY batch_id HAVING count(*) <> ?', firmsPerBatch);
      db.close();
      expect([safe.filter(id => !batches.has(id)), halves]).toEqual([[], []]);
      continue;
    }
    const college = world({ folder });
    const db = college.app.db();
    const batches = db.column<string>('SELECT id FROM batch');
    const state = {
      lost: safe.filter(id => !batches.includes(id)),
      // The last commit may be there although the word about it did not get out.
      unknown: batches.length - safe.length <= round + 1,
      halves: db.column('SELECT batch_id FROM audit GROUP BY batch_id HAVING count(*) <> ?', firmsPerBatch),
      firms: db.value<number>('SELECT count(*) FROM firm'),
      indexed: db.value<number>('SELECT count(*) FROM search_document'),
      found: (await college.call('firms.list', { search: 'партия' })).total,
      integrity: db.pragma('integrity_check'),
      references: db.all('PRAGMA foreign_key_check'),
    };
    const firms = batches.length * firmsPerBatch;
    college.app.close();
    expect(state).toEqual({
      lost: [],
      unknown: true,
      halves: [],
      firms,
      indexed: firms,
      found: firms,
      integrity: 'ok',
      references: [],
    });
  }
  expect(safe.length).toBeGreaterThanOrEqual(rounds);
}, 14_400_000);
