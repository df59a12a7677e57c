import { expect, test } from 'vitest';
import { promiseState } from '#shared/domain/promises.ts';
import { promiseReminder } from '#shared/domain/reminders.ts';

const on = '2025-11-20';
test.each([
  [null, null, 'open'],
  ['2025-11-20', null, 'open'],
  ['2025-11-19', null, 'late'],
  ['2025-11-19', '2025-11-19', 'kept'],
  ['2025-11-19', '2025-11-20', 'keptLate'],
  [null, '2025-11-20', 'kept'],
] as const)('due %s, delivered %s is %s', (dueOn, deliveredOn, state) => {
  expect(promiseState({ dueOn, deliveredOn }, on)).toBe(state);
});

test('a promise calls for attention from the day after its day', () => {
  expect([promiseReminder('p', '2025-11-20', on), promiseReminder('p', '2025-11-19', on)]).toEqual([
    null,
    {
      kind: 'promiseLate',
      cause: 'promiseLate p 2025-11-19',
      entity: 'promise',
      entityId: 'p',
      dueOn: '2025-11-20',
    },
  ]);
});
