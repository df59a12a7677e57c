import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import {
  expiryReminder,
  followUpReminder,
  requestReminder,
  scanReminder,
  startReminder,
  stepReminder,
} from '#shared/domain/reminders.ts';

const today = '2025-11-20';

test.each([
  [91, undefined],
  [90, '90'],
  [61, '90'],
  [60, '60'],
  [30, '30'],
  [8, '30'],
  [7, '7'],
  [0, '7'],
  [-1, undefined],
])('%s days before the end the step is %s', (left, step) => {
  expect(expiryReminder('a', addDays(today, left), today)?.cause.split(' ').at(-1)).toBe(step);
});

test('day by day an agreement brings four reminders, each due no later than the day it appears', () => {
  fc.assert(
    fc.property(fc.integer({ min: 95, max: 400 }), length => {
      const end = addDays(today, length);
      const days = Array.from({ length: length + 5 }, (_, index) => addDays(today, index));
      const made = days.flatMap(on => {
        const reminder = expiryReminder('a', end, on);
        if (reminder !== null) expect(reminder.dueOn <= on).toBe(true);
        return reminder === null ? [] : [reminder.cause];
      });
      expect(new Set(made).size).toBe(4);
    }),
  );
});

test('a scan is asked for after two weeks, a decision after thirty days, a step on its day', () => {
  const exists = (make: (id: string, day: string, on: string) => unknown, days: number): boolean =>
    make('x', addDays(today, -days), today) !== null;
  expect([
    exists(scanReminder, 13),
    exists(scanReminder, 14),
    exists(requestReminder, 29),
    exists(requestReminder, 30),
    exists(stepReminder, -1),
    exists(stepReminder, 0),
  ]).toEqual([false, true, false, true, false, true]);
});

test.each([
  [8, false],
  [7, true],
  [0, true],
  [-14, true],
  [-15, false],
])('%s days before the start of a practice: %s', (days, reminded) => {
  expect(startReminder('practice', addDays(today, days), today) !== null).toBe(reminded);
});

test.each([
  [6, '2025-05-21', null],
  [6, '2025-05-20', '2025-11-20'],
  [6, '2024-11-20', '2025-05-20'],
  [6, '2024-11-19', null],
  [12, '2024-11-20', '2025-11-20'],
] as const)('%s months after %s: %s', (months, hiredOn, dueOn) => {
  expect(followUpReminder(months)('p', hiredOn, today)?.dueOn ?? null).toBe(dueOn);
});
