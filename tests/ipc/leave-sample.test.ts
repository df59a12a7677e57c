import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFirm } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(async () => {
  college = world();
  await college.call('app.begin', { with: 'sample', language: 'kk' });
});
afterEach(() => college.close());

const none = { firms: 0, agreements: 0, students: 0, placements: 0, requests: 0, letters: 0 };
const counts = async () => (await college.call('app.status', {})).counts;

test('the sample goes in one step with what was tried on it, and the dictionaries and the language stay', async () => {
  await college.call('firms.create', aFirm());
  await college.call('reports.freeze', { schoolYear: 2024, language: 'ru', note: null });
  await college.call('settings.update', { phone: '+77210000001' });
  const left = await college.call('app.leaveSample', {});
  const status = await college.call('app.status', {});
  const settings = await college.call('settings.get', {});
  const practices = await college.call('practiceTypes.list', { limit: 50 });
  expect([
    left.counts,
    status.sample,
    status.fresh,
    settings.collegeRu,
    settings.phone,
    settings.language,
    practices.total > 0,
  ]).toEqual([none, false, false, '', '+77210000001', 'kk', true]);
});

test('one undo brings the whole sample back, and a redo takes it away again', async () => {
  const before = await counts();
  await college.call('app.leaveSample', {});
  await college.call('history.undo', {});
  const back = await college.call('app.status', {});
  await college.call('history.redo', {});
  expect([back.counts, back.sample, await counts()]).toEqual([before, true, none]);
});

test('a college of one’s own is never taken for the sample', async () => {
  await college.call('app.leaveSample', {});
  await college.call('firms.create', aFirm());
  const refused = await college.attempt('app.leaveSample', {});
  expect([refused.ok, refused.ok ? '' : refused.error.code, (await counts()).firms]).toEqual([false, 'notSample', 1]);
});
