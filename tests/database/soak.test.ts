import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { workspaceIn } from '#main/application.ts';
import { tenfoldCollege } from '#main/sample/generator.ts';
import { bigCollege } from '#tests/bench/support/big-college.ts';
import { isSpotless } from '#tests/support/checked.ts';
import { world } from '#tests/support/world.ts';

/** Minutes of work in a college of ten times the size of a large one; without them, ten thousand edits of the sample college. */
const minutes = Number(process.env['SERIKTES_SOAK_MINUTES'] ?? 0);
const edits = Number(process.env['SERIKTES_SOAK_EDITS'] ?? 10_000);

const folder = mkdtempSync(join(tmpdir(), 'seriktes-soak-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Mark = { readonly edits: number; readonly heap: number; readonly rss: number };

async function college(): Promise<void> {
  const file = workspaceIn(folder).databaseFile;
  if (minutes > 0) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(bigCollege(tenfoldCollege).file, file);
    return;
  }
  const sample = world({ folder });
  await sample.call('app.begin', { with: 'sample', language: 'ru' });
  sample.app.close();
}

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
const least = (marks: readonly Mark[], what: 'heap' | 'rss'): number => Math.min(...marks.map(mark => mark[what]));

test('memory stays flat however long an officer works, and what was written stands', async () => {
  await college();
  const script = resolve(import.meta.dirname, '../support/edit-for-long.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', script, folder, String(edits), String(minutes)],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  expect([status, stderr]).toEqual([0, '']);
  const marks = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Mark);
  // The first quarter warms up: statements are prepared, code is compiled.
  const [early, late] = [marks.slice(5, 10), marks.slice(-5)];
  const [heap, rss] = (['heap', 'rss'] as const).map(what => [least(early, what), least(late, what)] as const);
  const told = [heap, rss].map(pair => pair?.map(megabytes).join(' → ')).join(' MB heap, ');
  console.log(`soak: ${marks.at(-1)?.edits} edits, ${told} MB in all`);
  const growth = (pair: readonly [number, number] | undefined): number => (pair === undefined ? 9 : pair[1] / pair[0]);
  expect([marks.length, growth(heap) <= 1.05, growth(rss) <= 1.05]).toEqual([20, true, true]);
  const after = world({ folder });
  const spotless = await isSpotless(after.app.db());
  after.app.close();
  expect(spotless).toBe(true);
}, 14_400_000);
