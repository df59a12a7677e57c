import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CalendarItem } from '#shared/contract/calendar-view.ts';
import { aFirm, anAgreement, anInteraction, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

/** Today is Thursday, 20 November 2025. */
let college: World;
let firmId: string;
beforeEach(async () => {
  college = world();
  firmId = (await college.call('firms.create', aFirm())).id;
});
afterEach(() => college.close());

const november = { from: '2025-10-27', to: '2025-11-30' } as const;
const items = async (range: { from: string; to: string } = november, more: object = {}): Promise<CalendarItem[]> =>
  (await college.call('calendar.items', { ...range, ...more })).items;
const lines = (found: readonly CalendarItem[]): string[] =>
  found
    .filter(({ kind }) => kind !== 'holiday')
    .map(({ kind, startsOn, title, stays }) => `${startsOn} ${kind} ${title}${stays === null ? '' : ` (${stays})`}`)
    .toSorted((a, b) => (a < b ? -1 : 1));
const only = async (kind: CalendarItem['kind'], range = november): Promise<CalendarItem> => {
  const [found] = await items(range, { kinds: [kind] });
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const move = (item: CalendarItem, to: string, accepted?: string[]) => {
  const { kind, entity, entityId, revision, startsOn, endsOn, bar } = item;
  return college.attempt('calendar.move', { kind, entity, entityId, revision, startsOn, endsOn, bar, to, accepted });
};

async function group(size: number): Promise<void> {
  const fields = { specialtyId: null, qualificationId: null, course: 1, language: null, curator: null, active: true };
  const groupId = (await college.call('groups.create', { code: 'П25-1', ...fields })).id;
  for (let index = 0; index < size; index += 1) {
    const studentId = (await college.call('students.create', aStudent({ surname: `Тестов${index}`, groupId }))).id;
    await college.call(
      'placements.create',
      aPlacement(studentId, firmId, { startsOn: '2025-11-17', endsOn: '2025-11-28' }),
    );
  }
}

test('the calendar shows ends of agreements, contacts, next steps, promises, councils, visits and own tasks on their days', async () => {
  await college.call('agreements.create', anAgreement(firmId, { number: '7', endsOn: '2025-11-30' }));
  await college.call(
    'interactions.create',
    anInteraction(firmId, { kind: 'meeting', happenedOn: '2025-11-03', nextStep: 'Позвонить', nextOn: '2025-11-25' }),
  );
  await college.call('tasks.add', { title: 'Отчёт', dueOn: '2025-11-21' });
  await college.call('tasks.add', { title: 'В другой раз', dueOn: '2026-11-21' });
  expect(lines(await items())).toEqual([
    '2025-11-03 meeting ТОО «Болат»',
    '2025-11-21 task Отчёт',
    '2025-11-25 nextStep Позвонить',
    '2025-11-30 agreementEnd № 7 · ТОО «Болат» (signed)',
  ]);
});

test('the students of a group are one bar per practice and period, or one per firm', async () => {
  await group(3);
  const byGroup = await only('placement');
  const [byFirm] = await items(november, { kinds: ['placement'], by: 'firm' });
  expect([byGroup, byFirm]).toMatchObject([
    { entity: 'group', count: 3, startsOn: '2025-11-17', endsOn: '2025-11-28', detail: '3 студента', stays: null },
    { entity: 'firm', entityId: firmId, count: 3, firmName: 'ТОО «Болат»' },
  ]);
});

test('moving a bar moves every placement by as many days, in one step of undo', async () => {
  await group(2);
  const days = async () =>
    (await college.call('placements.list', {})).rows.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`);
  const moved = await move(await only('placement'), '2025-11-24');
  const after = await days();
  const { undo } = await college.call('history.state', {});
  await college.call('history.undo', {});
  expect([moved, after, undo?.label, await days()]).toMatchObject([
    { ok: true, value: { moved: 2 } },
    ['2025-11-24 2025-12-05', '2025-11-24 2025-12-05'],
    { key: 'calendarMovedBar', params: { count: 2, date: '24.11.2025' } },
    ['2025-11-17 2025-11-28', '2025-11-17 2025-11-28'],
  ]);
});

test('a bar that another student has joined since it was seen is not moved', async () => {
  await group(2);
  const seen = await only('placement');
  await move(seen, '2025-11-24');
  expect(await move(seen, '2025-12-01')).toMatchObject({ ok: false, error: { code: 'stale' } });
});

test('what the law, a signature or an order has fixed stays where it is', async () => {
  await college.call('agreements.create', anAgreement(firmId, { number: '7', endsOn: '2025-11-30' }));
  const [holiday] = await items({ from: '2025-10-20', to: '2025-10-31' }, { kinds: ['holiday'] });
  if (holiday === undefined) throw new Error('no holiday');
  const refusals = [await move(await only('agreementEnd'), '2025-11-29'), await move(holiday, '2025-10-29')];
  expect(refusals).toMatchObject([
    { ok: false, error: { code: 'refused', params: { reason: 'signed' } } },
    { ok: false, error: { code: 'refused', params: { reason: 'law' } } },
  ]);
});

test('the rules of a kind hold when it is moved: a meeting that took place cannot lie ahead', async () => {
  await college.call('interactions.create', anInteraction(firmId, { kind: 'meeting', happenedOn: '2025-11-03' }));
  const ahead = await move(await only('meeting'), '2025-11-27');
  const back = await move(await only('meeting'), '2025-11-05');
  expect([ahead, back, lines(await items())]).toMatchObject([
    { error: { fields: { happenedOn: 'inFuture' } } },
    { ok: true },
    ['2025-11-05 meeting ТОО «Болат»'],
  ]);
});

test('own tasks, next steps, promises and planned visits move and come back with undo', async () => {
  await college.call('tasks.add', { title: 'Отчёт', dueOn: '2025-11-21' });
  await college.call(
    'interactions.create',
    anInteraction(firmId, { kind: 'call', happenedOn: '2025-11-03', nextStep: 'Письмо', nextOn: '2025-11-21' }),
  );
  await college.call('visits.create', {
    ...{ firmId, siteId: null, placementId: null, plannedOn: '2025-11-21', doneOn: null, visitor: null },
    ...{ purpose: 'progress', findings: null, nextStep: null, nextOn: null, stepDoneOn: null },
  });
  const before = lines(await items());
  for (const kind of ['task', 'nextStep', 'visit'] as const) await move(await only(kind), '2025-11-26');
  const after = lines(await items());
  for (let step = 0; step < 3; step += 1) await college.call('history.undo', {});
  expect([before, after, lines(await items())]).toEqual([
    ['2025-11-21 nextStep Письмо', '2025-11-21 task Отчёт', '2025-11-21 visit ТОО «Болат»'],
    ['2025-11-26 nextStep Письмо', '2025-11-26 task Отчёт', '2025-11-26 visit ТОО «Болат»'],
    before,
  ]);
});

test('counts per day agree with the items', async () => {
  await college.call('agreements.create', anAgreement(firmId, { endsOn: '2025-11-30' }));
  await college.call('tasks.add', { title: 'Отчёт', dueOn: '2025-11-21' });
  const year = { from: '2025-01-01', to: '2025-12-31' };
  const { days } = await college.call('calendar.counts', year);
  const counted = days.reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe((await items(year)).filter(({ kind }) => kind !== 'placement').length);
});

test('a period beyond a year, or one that runs backwards, is refused', async () => {
  const long = await college.attempt('calendar.items', { from: '2025-01-01', to: '2027-01-01' });
  const back = await college.attempt('calendar.items', { from: '2025-02-01', to: '2025-01-01' });
  expect([long, back]).toMatchObject([{ error: { code: 'validation' } }, { error: { code: 'validation' } }]);
});
