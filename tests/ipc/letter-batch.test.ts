import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let ids: readonly string[];
beforeAll(async () => {
  college = world();
  await college.call('app.begin', { with: 'sample', language: 'kk' });
  ids = (await college.call('placements.ids', {})).slice(0, 300);
}, 14_400_000);
afterAll(() => college.close());

const order = { kind: 'direction', language: 'kk' } as const;

/** Stops the running job once it has come this far. */
async function stopAfter(done: number): Promise<void> {
  for (;;) {
    const [job] = await college.call('jobs.state', {});
    if (job !== undefined && job.done >= done) {
      await college.call('jobs.cancel', { id: job.id });
      return;
    }
    await new Promise(resolve => setImmediate(resolve));
  }
}

test('a look at a long register stops after two hundred lines and says so, and nothing is written', async () => {
  const register = { kind: 'placementRegister', language: 'ru' } as const;
  const { html, shownLines, width } = await college.call('letters.preview', { ...register, ids: [...ids] });
  expect([shownLines, (html ?? '').split('<tr').length - 1, width]).toEqual([200, 201, 297]);
});

const rows = (): unknown => ({
  letters: college.app.db().value('SELECT count(*) FROM letter'),
  files: college.app.db().value('SELECT count(*) FROM letter_file'),
});

test('three hundred letters stopped in the middle leave nothing, and printed again they get 1 to 300, each once', async () => {
  const [stopped] = await Promise.all([college.attempt('letters.issue', { ...order, ids: [...ids] }), stopAfter(150)]);
  const afterStop = rows();
  const made = await college.call('letters.issue', { ...order, ids: [...ids] });
  const numbers = college.app.db().column<number>('SELECT sequence FROM letter ORDER BY sequence');
  expect({ stopped, afterStop, first: made.first, last: made.last, numbers }).toEqual({
    stopped: { ok: false, error: expect.objectContaining({ code: 'cancelled' }) },
    afterStop: { letters: 0, files: 0 },
    first: '1/25-07',
    last: '300/25-07',
    numbers: Array.from({ length: 300 }, (_, index) => index + 1),
  });
}, 14_400_000);

test('writing three hundred files stopped in the middle leaves no file and no part of one', async () => {
  const letters = await college.call('letters.ids', {});
  const folder = join(college.folder, 'stopped');
  const [stopped] = await Promise.all([
    college.attempt('letters.export', { ids: letters, format: 'docx', folder }),
    stopAfter(100),
  ]);
  expect([stopped.ok, existsSync(folder) ? readdirSync(folder) : []]).toEqual([false, []]);
}, 14_400_000);
