import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFirm } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

const firms = (count: number): string =>
  ['Предприятие;Город', ...Array.from({ length: count }, (_, row) => `ТОО «Партия ${row}»;Темиртау`)].join('\r\n');

const previewOf = (text: string) => college.call('importing.preview', { source: { name: 'firms.csv', text } });
const total = async () => (await college.call('firms.list', {})).total;

/** Asks until the import is under way; gives its job. */
async function whenWriting() {
  for (;;) {
    const [job] = await college.call('jobs.state', {});
    if (job !== undefined && job.done > 0) return job;
    await pause(1);
  }
}

test('an import stopped in its middle leaves nothing behind and can be written afterwards', async () => {
  const { previewId } = await previewOf(firms(4000));
  const writing = college.attempt('importing.commit', { previewId });
  const job = await whenWriting();
  expect(job).toMatchObject({ kind: 'import', total: 4000, stopping: false, alone: true });
  expect(await college.call('jobs.cancel', { id: job.id })).toEqual({ stopping: true });
  expect(await writing).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  const db = college.app.db();
  expect(['firm', 'audit', 'batch', 'search_document'].map(table => db.value(`SELECT count(*) FROM ${table}`))).toEqual(
    [0, 0, 0, 0],
  );
  expect(await college.call('importing.commit', { previewId })).toMatchObject({ creates: { firm: 4000 } });
  expect(await total()).toBe(4000);
});

test('while an import is written, lists answer with what was there, and a new record waits and is kept', async () => {
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Өркен»' }));
  const { previewId } = await previewOf(firms(4000));
  const order: string[] = [];
  const writing = college.call('importing.commit', { previewId }).then(() => order.push('import'));
  await whenWriting();
  const created = college.call('firms.create', aFirm({ nameRu: 'ТОО «Қайнар»' })).then(() => order.push('record'));
  expect(await total()).toBe(1);
  await Promise.all([writing, created]);
  expect([order, await total()]).toEqual([['import', 'record'], 4002]);
});

test('a change that does not touch the plan does not hold it up', async () => {
  const { previewId } = await previewOf(firms(3));
  await college.call('settings.update', { officer: 'А. Омарова' });
  expect(await college.call('importing.commit', { previewId })).toMatchObject({ creates: { firm: 3 } });
});

test('a reader that is stopped leaves no preview', async () => {
  const reading = college.attempt('importing.preview', { source: { name: 'firms.csv', text: firms(20_000) } });
  const job = await whenWriting();
  await college.call('jobs.cancel', { id: job.id });
  expect(await reading).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});
