import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { openDatabase } from '#main/database/connection.ts';
import type { ReadDb } from '#main/database/handles.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aVictim, lives } from '#tests/support/kills.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { world } from '#tests/support/world.ts';

const victim = aVictim('write-until-killed');
afterAll(victim.remove);

const rounds = Number(process.env['SERIKTES_KILLS'] ?? 100);
/** The whole file is read through after every so many lives; what was confirmed is asked for after each. */
const readThroughEvery = 20;
/** A file has so many lives, then a new one is begun: a start reads through its whole file. */
const livesOfAFile = 100;
const firmsPerBatch = 7;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** One college and what was confirmed in it. */
type Tried = { readonly folder: string; readonly safe: string[]; killed: number };

function aCollege(): Tried {
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-kill-'));
  folders.push(folder);
  return { folder, safe: [], killed: 0 };
}

const halvesIn = (db: ReadDb): readonly unknown[] =>
  db.column('SELECT batch_id FROM audit GROUP BY batch_id HAVING count(*) <> ?', firmsPerBatch);

function requireConfirmed({ folder, safe }: Tried): void {
  const db = openDatabase({ file: workspaceIn(folder).databaseFile, backUp: () => undefined });
  const batches = new Set(db.column<string>('SELECT id FROM batch'));
  const halves = halvesIn(db);
  db.close();
  expect([safe.filter(id => !batches.has(id)), halves]).toEqual([[], []]);
}

async function readThrough({ folder, safe, killed }: Tried): Promise<void> {
  const college = world({ folder });
  const db = college.app.db();
  const batches = db.column<string>('SELECT id FROM batch');
  const state = {
    lost: safe.filter(id => !batches.includes(id)),
    // The last commit may be there although the word about it did not get out.
    unknown: batches.length - safe.length <= killed,
    halves: halvesIn(db),
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

test('a program killed in the middle of writing loses nothing it had confirmed and leaves no half batch', async () => {
  const random = seededRandom('kill');
  let tried = aCollege();
  for (const life of lives('kills of edits', rounds)) {
    if (life > 0 && life % livesOfAFile === 0) {
      // oxlint-disable-next-line no-await-in-loop -- one life after the other
      await readThrough(tried);
      tried = aCollege();
    }
    const given = [workspaceIn(tried.folder).databaseFile, firmsPerBatch];
    // oxlint-disable-next-line no-await-in-loop -- see above
    tried.safe.push(...(await victim.killAfter(given, random.between(0, 60))));
    tried.killed += 1;
    // oxlint-disable-next-line no-await-in-loop -- see above
    if ((life + 1) % readThroughEvery === 0) await readThrough(tried);
    else requireConfirmed(tried);
  }
  await readThrough(tried);
  expect(tried.safe.length).toBeGreaterThanOrEqual(tried.killed);
}, 14_400_000);
