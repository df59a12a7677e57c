import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDailyNotice, type Notice } from '#main/features/tasks/daily-notice.ts';
import { createTranslator } from '#shared/text/index.ts';
import { aFirm, anAgreement } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

/** The notice as the shell makes it, with what it shows and what it remembers laid open. */
function notices(language: 'kk' | 'ru' | 'en' = 'ru') {
  const shown: Notice[] = [];
  const state = { today: '2025-11-20', wanted: true, last: null as string | null };
  const notice = createDailyNotice({
    today: () => state.today,
    wanted: () => state.wanted,
    t: () => createTranslator(language),
    counts: async () => {
      await college.call('tasks.refresh', {});
      return college.call('tasks.counts', {});
    },
    lastDay: {
      read: () => state.last,
      write: day => {
        state.last = day;
      },
    },
    notify: message => shown.push(message),
  });
  return { ...notice, shown, state };
}

async function somethingWaits(): Promise<void> {
  const firmId = (await college.call('firms.create', aFirm())).id;
  await college.call('agreements.create', anAgreement(firmId, { number: '1', endsOn: '2025-12-10' }));
  await college.call('tasks.add', { title: 'Отчёт', dueOn: '2025-11-20' });
}

test('one message a day says how much waits and of what, and the next day brings another', async () => {
  await somethingWaits();
  const { check, shown, state } = notices();
  const outcomes = [await check(), await check()];
  state.today = '2025-11-21';
  outcomes.push(await check());
  expect([outcomes, shown[0], shown.length]).toEqual([
    ['shown', 'before', 'shown'],
    { title: 'Сегодня: 3 задачи', body: 'Договор истекает: 1\nСвоя задача: 1\nНет скана договора: 1' },
    2,
  ]);
});

test('who does not want messages gets none, and the day stays free for when she does', async () => {
  await somethingWaits();
  const { check, shown, state } = notices('kk');
  state.wanted = false;
  const silent = await check();
  state.wanted = true;
  expect([silent, await check(), shown[0]?.title]).toEqual(['off', 'shown', 'Бүгін: 3 тапсырма']);
});

test('a day with nothing to do is silent until something comes', async () => {
  const { check, shown, state } = notices('en');
  const quiet = await check();
  await somethingWaits();
  expect([quiet, state.last, await check(), shown.length]).toEqual(['nothing', null, 'shown', 1]);
});
