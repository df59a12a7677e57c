import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { aVictim, lives } from '#tests/support/kills.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { world } from '#tests/support/world.ts';

const victim = aVictim('import-until-killed');
afterAll(victim.remove);

const rounds = Number(process.env['SERIKTES_IMPORT_KILLS'] ?? 30);
const rowsPerFile = 400;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-import-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a program killed while an import is written keeps all of a file or none of it', async () => {
  const random = seededRandom('import-kill');
  const safe: string[] = [];
  const pace = await victim.pace([folder, rowsPerFile, -1]);
  let killed = 0;
  for (const round of lives('kills of imports', rounds)) {
    const given = [folder, rowsPerFile, round * 1000];
    // oxlint-disable-next-line no-await-in-loop -- one life after the other
    const [, ...batches] = await victim.killAfter(given, random.between(0, Math.ceil(pace)), 1 + (round % 2));
    safe.push(...batches);
    killed += 1;
  }
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
  // Every second one was killed after its first file was safe, the others around it: both sides of the commit are met.
  expect(safe.length).toBeGreaterThanOrEqual(Math.floor(killed / 2));
  college.app.close();
}, 14_400_000);
