import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accountedHours,
  attendanceProblems,
  attendanceShare,
  attendanceWarnings,
  monthsOf,
} from '#shared/domain/attendance.ts';
import { addDays, datesOf, daysBetween } from '#shared/domain/dates.ts';

const hours = (attended: number | null, excused: number | null = null, unexcused: number | null = null) => ({
  attended,
  excused,
  unexcused,
});

test('the months of a period are counted with the days of each that lie in it', () => {
  expect([
    monthsOf({ start: '2025-12-30', end: '2026-02-02' }),
    monthsOf({ start: '2024-02-29', end: '2024-02-29' }),
    monthsOf({ start: '2025-02-01', end: '2025-01-31' }),
  ]).toEqual([
    [
      { month: '2025-12', days: 2 },
      { month: '2026-01', days: 31 },
      { month: '2026-02', days: 2 },
    ],
    [{ month: '2024-02', days: 1 }],
    [],
  ]);
});

test('the days of the months of any period are the days of the period, month by month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 800 }), (from, length) => {
      const start = addDays('2010-01-01', from);
      const end = addDays(start, length);
      const counted: Record<string, number> = {};
      for (const day of datesOf({ start, end })) counted[day.slice(0, 7)] = (counted[day.slice(0, 7)] ?? 0) + 1;
      const months = monthsOf({ start, end });
      expect(Object.fromEntries(months.map(({ month, days }) => [month, days]))).toEqual(counted);
      expect(months.reduce((sum, { days }) => sum + days, 0)).toBe(daysBetween(start, end) + 1);
    }),
  );
});

test.each([
  ['nothing entered', hours(null), 30, {}],
  ['an ordinary month', hours(140, 6, 2.5), 30, {}],
  ['less than nothing', hours(-1), 30, { attended: 'tooSmall' }],
  ['every hour of the one day', hours(24), 1, {}],
  ['more than 24 hours of a day', hours(24.01), 1, { attended: 'moreThanDay' }],
  ['more than 24 hours of a day together', hours(20, 5), 1, { attended: 'moreThanDay' }],
  ['too many missed', hours(null, null, 49), 2, { unexcused: 'moreThanDay' }],
  ['no number', hours(Number.NaN), 2, { attended: 'tooSmall' }],
])('what cannot be is refused beside its field: %s', (_name, entered, days, problems) => {
  expect(attendanceProblems(entered, days)).toEqual(problems);
});

test.each([
  ['nothing entered', hours(null), 100, []],
  ['as planned', hours(100), 100, []],
  ['as planned with what was missed', hours(90.5, 6, 3.5), 100, []],
  ['more than planned', hours(101, 5), 100, ['attendedMoreThanPlanned']],
  ['hours that are not accounted for', hours(90), 100, ['attendanceDiffers']],
  ['a month without planned hours', hours(8), 0, ['attendedMoreThanPlanned']],
])('what is doubtful is said: %s', (_name, entered, planned, warnings) => {
  expect(attendanceWarnings(entered, planned)).toEqual(warnings);
});

test('hours add up to the hundredth, whatever floating point makes of them', () => {
  expect([accountedHours(hours(0.1, 0.2, 0.3)), attendanceShare(30, 40), attendanceShare(1, 0)]).toEqual([
    0.6,
    0.75,
    null,
  ]);
});
