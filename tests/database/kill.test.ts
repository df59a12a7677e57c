import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#main/database/connection.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aVictim } from '#tests/support/kills.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { world } from '#tests/support/world.ts';

const victim = aVictim('write-until-killed');
afterAll(victim.remove);

const rounds = Number(process.env['SERIKTES_KILLS'] ?? 100);
/** The whole file is read through after every so many lives; what was confirmed is asked for after each. */
const readThroughEvery = 20;
const firmsPerBatch = 7;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a program killed in the middle of writing loses nothing it had confirmed and leaves no half batch', async () => {
  const random = seededRandom('kill');
  const file = workspaceIn(folder).databaseFile;
  const safe: string[] = [];
  for (let round = 0; round < rounds; round++) {
    safe.push(...(await victim.killAfter([file, firmsPerBatch], random.between(0, 60))));
    if ((round + 1) % readThroughEvery !== 0 && round + 1 < rounds) {
      const db = openDatabase({ file, backUp: () => undefined });
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
