import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  calendarYearPeriod,
  compareDates,
  dateOfMoment,
  datesOf,
  daysBetween,
  earliestDate,
  isIsoDate,
  isWithin,
  latestDate,
  periodsOverlap,
  schoolYearOf,
  schoolYearPeriod,
  weekdayOf,
} from '#shared/domain/dates.ts';

const day = fc.integer({ min: 0, max: 73_000 }).map(number => addDays('1900-01-01', number));

test.each([
  ['2025-09-01', true],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2025-13-01', false],
  ['2025-00-10', false],
  ['2025-9-1', false],
  ['0000-01-01', false],
  ['2025-09-01T00:00', false],
  [20_250_901, false],
  [null, false],
])('isIsoDate(%j) is %s', (value, expected) => {
  expect(isIsoDate(value)).toBe(expected);
});

describe('date arithmetic', () => {
  test('walks over ends of months and years', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-03-01', -1)).toBe('2025-02-28');
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2025-01-15', -13)).toBe('2023-12-15');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(daysBetween('2025-09-01', '2026-09-01')).toBe(365);
    expect(daysBetween('2025-09-02', '2025-09-01')).toBe(-1);
  });

  test('adding and counting days are each other’s inverse', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isIsoDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(days);
      }),
    );
  });

  test('weekdays go round in sevens and agree with known days', () => {
    expect(weekdayOf('2025-09-01')).toBe(1);
    expect(weekdayOf('2026-03-08')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
    fc.assert(
      fc.property(day, date => {
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1);
        expect(weekdayOf(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
      }),
    );
  });

  test('refuses what is no date', () => {
    expect(() => addDays('2025-02-30', 1)).toThrow(RangeError);
    expect(() => daysBetween('', '2025-01-01')).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  test('orders dates', () => {
    const dates = ['2025-09-01', '2024-12-31', '2025-01-01'];
    expect([...dates].toSorted(compareDates)).toEqual(['2024-12-31', '2025-01-01', '2025-09-01']);
    expect([earliestDate(dates), latestDate(dates)]).toEqual(['2024-12-31', '2025-09-01']);
    expect([earliestDate([]), latestDate([])]).toEqual([null, null]);
  });
});

describe('periods', () => {
  test('list both ends', () => {
    expect(datesOf({ start: '2025-12-30', end: '2026-01-01' })).toEqual(['2025-12-30', '2025-12-31', '2026-01-01']);
    expect(datesOf({ start: '2026-01-01', end: '2025-12-30' })).toEqual([]);
  });

  test('open ends contain everything on their side', () => {
    expect(isWithin('2025-09-01', '2025-09-01', null)).toBe(true);
    expect(isWithin('2025-08-31', '2025-09-01', null)).toBe(false);
    expect(isWithin('2025-09-02', null, '2025-09-01')).toBe(false);
  });

  test('overlap exactly when they share a day', () => {
    fc.assert(
      fc.property(day, fc.nat(60), fc.integer({ min: -70, max: 70 }), fc.nat(60), (start, length, gap, other) => {
        const a = { start, end: addDays(start, length) };
        const b = { start: addDays(start, gap), end: addDays(start, gap + other) };
        const shared = datesOf(a).some(date => datesOf(b).includes(date));
        expect(periodsOverlap(a, b)).toBe(shared);
      }),
    );
  });

  test('school years start in September unless told otherwise', () => {
    expect(schoolYearOf('2025-08-31')).toBe(2024);
    expect(schoolYearOf('2025-09-01')).toBe(2025);
    expect(schoolYearOf('2026-01-15', 1)).toBe(2026);
    expect(schoolYearPeriod(2025)).toEqual({ start: '2025-09-01', end: '2026-08-31' });
    expect(schoolYearPeriod(2023, 3)).toEqual({ start: '2023-03-01', end: '2024-02-29' });
    expect(calendarYearPeriod(2025)).toEqual({ start: '2025-01-01', end: '2025-12-31' });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (date, month) => {
        const { start, end } = schoolYearPeriod(schoolYearOf(date, month), month);
        expect(isWithin(date, start, end)).toBe(true);
      }),
    );
  });

  test('a moment falls on the date of its place', () => {
    expect(dateOfMoment(new Date('2025-08-31T19:30:00Z'), 300)).toBe('2025-09-01');
    expect(dateOfMoment(new Date('2025-08-31T18:59:00Z'), 300)).toBe('2025-08-31');
  });
});
