import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tenfoldCollege } from '#main/sample/generator.ts';
import { workspaceIn } from '#main/workspace.ts';
import { bigCollege } from '#tests/bench/support/big-college.ts';
import { isSpotless } from '#tests/support/checked.ts';
import { world } from '#tests/support/world.ts';

/** Minutes of work in a college of ten times the size of a large one; without them, ten thousand edits of the sample college. */
const minutes = Number(process.env['SERIKTES_SOAK_MINUTES'] ?? 0);
const edits = Number(process.env['SERIKTES_SOAK_EDITS'] ?? 10_000);

const folder = mkdtempSync(join(tmpdir(), 'seriktes-soak-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Mark = Readonly<Record<'edits' | 'heap' | 'native' | 'rss', number>>;

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
type What = 'heap' | 'native';
const least = (marks: readonly Mark[], what: What): number => Math.min(...marks.map(mark => mark[what]));
const most = (marks: readonly Mark[], what: What): number => Math.max(...marks.map(mark => mark[what]));

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
  // V8 makes room for young objects in one great step, before it uses it: what lives in its heap counts, not its room.
  const [heap, native] = (['heap', 'native'] as const).map(what => [most(early, what), least(late, what)] as const);
  const told = [heap, native].map(pair => pair?.map(megabytes).join(' → ')).join(' MB heap, ');
  const inAll = megabytes(marks.at(-1)?.rss ?? 0);
  console.log(`soak: ${marks.at(-1)?.edits} edits, ${told} MB beside it, ${inAll} MB in all`);
  const growth = (pair: readonly [number, number] | undefined): number => (pair === undefined ? 9 : pair[1] / pair[0]);
  expect([marks.length, growth(heap) <= 1.05, growth(native) <= 1.05]).toEqual([20, true, true]);
  const after = world({ folder });
  const spotless = await isSpotless(after.app.db());
  after.app.close();
  expect(spotless).toBe(true);
}, 14_400_000);
