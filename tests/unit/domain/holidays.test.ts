import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '#shared/domain/dates.ts';
import type { Holiday, HolidayOptions } from '#shared/domain/holidays.ts';
import { holidaysOf, kurbanAitDays, workCalendarOf } from '#shared/domain/holidays.ts';
import { createTranslator } from '#shared/text/index.ts';

const fixed = (year: number): string[] =>
  [
    '01-01',
    '01-02',
    '01-07',
    '03-08',
    '03-21',
    '03-22',
    '03-23',
    '05-01',
    '05-07',
    '05-09',
    '07-06',
    '10-25',
    '12-16',
  ].map(day => `${year}-${day}`);

/** Worked out by hand with a wall calendar: what each year adds to the fixed days. */
const table: Record<number, { own: string[]; moved: [string, string][] }> = {
  2024: {
    own: ['2024-06-16', '2024-08-30'],
    moved: [
      ['2024-03-23', '2024-03-25'],
      ['2024-07-06', '2024-07-08'],
    ],
  },
  2025: {
    own: ['2025-06-06', '2025-08-30'],
    moved: [
      ['2025-03-08', '2025-03-10'],
      ['2025-03-22', '2025-03-24'],
      ['2025-03-23', '2025-03-25'],
      ['2025-07-06', '2025-07-07'],
      ['2025-08-30', '2025-09-01'],
      ['2025-10-25', '2025-10-27'],
    ],
  },
  2026: {
    own: ['2026-05-27'],
    moved: [
      ['2026-03-08', '2026-03-09'],
      ['2026-03-21', '2026-03-24'],
      ['2026-03-22', '2026-03-25'],
      ['2026-05-09', '2026-05-11'],
      ['2026-10-25', '2026-10-26'],
    ],
  },
  2027: {
    own: ['2027-03-15', '2027-05-16'],
    moved: [
      ['2027-01-02', '2027-01-04'],
      ['2027-03-21', '2027-03-24'],
      ['2027-05-01', '2027-05-03'],
      ['2027-05-09', '2027-05-10'],
    ],
  },
  2028: {
    own: ['2028-03-15', '2028-05-05'],
    moved: [
      ['2028-01-01', '2028-01-03'],
      ['2028-01-02', '2028-01-04'],
      ['2028-05-07', '2028-05-08'],
      ['2028-12-16', '2028-12-18'],
    ],
  },
};

const datesIn = (days: readonly Holiday[]): string[] => days.map(day => day.date);

describe.each(Object.keys(table).map(Number))('%d', year => {
  const expected = table[year] ?? { own: [], moved: [] };

  test('has exactly the holidays and moved days of the table', () => {
    const days = holidaysOf(year);
    expect(datesIn(days.filter(day => day.movedFrom === null))).toEqual([...fixed(year), ...expected.own].toSorted());
    expect(days.filter(day => day.movedFrom !== null).map(day => [day.movedFrom, day.date])).toEqual(expected.moved);
  });
});

test('Christmas and Kurban-ait stay where they fall', () => {
  expect(weekdayOf('2024-01-07')).toBe(7);
  expect(datesIn(holidaysOf(2024))).not.toContain('2024-01-08');
  expect(weekdayOf('2027-05-16')).toBe(7);
  expect(datesIn(holidaysOf(2027))).not.toContain('2027-05-17');
});

test('Constitution Day changed its date, and 2026 has none', () => {
  const years = [2025, 2026, 2027].map(year =>
    holidaysOf(year).filter(day => day.name === 'constitutionDay' && day.movedFrom === null),
  );
  expect(years.map(datesIn)).toEqual([['2025-08-30'], [], ['2027-03-15']]);
});

test('with a six-day week a holiday on Saturday does not move', () => {
  const days = holidaysOf(2026, { weekend: [7] });
  expect(days.filter(day => day.movedFrom !== null).map(day => [day.movedFrom, day.date])).toEqual([
    ['2026-03-08', '2026-03-09'],
    ['2026-03-22', '2026-03-24'],
    ['2026-10-25', '2026-10-26'],
  ]);
});

test('entered rows add days off and bring days back to work', () => {
  const options: HolidayOptions = {
    extra: [
      { date: '2026-01-05', kind: 'dayOff', title: 'Перенос' },
      { date: '2026-03-25', kind: 'workday' },
      { date: '2025-01-03', kind: 'dayOff' },
    ],
    kurbanAit: '2026-05-28',
  };
  const days = holidaysOf(2026, options);
  expect(days.find(day => day.date === '2026-01-05')).toEqual({
    date: '2026-01-05',
    name: 'entered',
    movedFrom: null,
    title: 'Перенос',
  });
  expect(datesIn(days)).not.toContain('2026-03-25');
  expect(datesIn(days)).not.toContain('2025-01-03');
  expect(days.filter(day => day.name === 'kurbanAit').map(day => day.date)).toEqual(['2026-05-28']);
  expect(holidaysOf(2026, { kurbanAit: null }).some(day => day.name === 'kurbanAit')).toBe(false);
});

test('a calendar covers every year its period touches and nothing outside it', () => {
  const calendar = workCalendarOf(
    { start: '2025-12-16', end: '2026-01-07' },
    {
      extra: [
        { date: '2025-12-20', kind: 'workday' },
        { date: '2026-02-07', kind: 'workday' },
      ],
    },
  );
  expect(datesIn(calendar.holidays)).toEqual(['2025-12-16', '2026-01-01', '2026-01-02', '2026-01-07']);
  expect(calendar.workdays).toEqual(['2025-12-20']);
  const entered = workCalendarOf({ start: '2030-01-01', end: '2030-12-31' }, { kurbanAit: { 2030: '2030-04-13' } });
  expect(entered.holidays.filter(day => day.name === 'kurbanAit').map(day => day.date)).toEqual(['2030-04-13']);
});

test('in any year every day is listed once, in order, and a moved day is a weekday after its holiday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2022, max: 2100 }), year => {
      const days = holidaysOf(year);
      expect(datesIn(days)).toEqual([...new Set(datesIn(days))].toSorted());
      for (const day of days.filter(known => known.movedFrom !== null)) {
        const from = day.movedFrom ?? '';
        expect(weekdayOf(day.date)).toBeLessThan(6);
        expect(weekdayOf(from)).toBeGreaterThan(5);
        for (let date = from; date < day.date; date = addDays(date, 1)) {
          expect(weekdayOf(date) > 5 || datesIn(days).includes(date)).toBe(true);
        }
      }
      const onWeekend = days.filter(
        day => day.movedFrom === null && weekdayOf(day.date) > 5 && !['christmas', 'kurbanAit'].includes(day.name),
      );
      expect(days.filter(day => day.movedFrom !== null)).toHaveLength(onWeekend.length);
    }),
  );
});

test('every holiday has a name in the three languages', () => {
  for (const language of ['kk', 'ru', 'en'] as const) {
    const t = createTranslator(language);
    for (const year of [2021, 2024, 2027]) {
      for (const day of holidaysOf(year)) expect(t.has(`holidays.${day.name}`)).toBe(true);
    }
  }
  expect(Object.entries(kurbanAitDays).every(([year, date]) => date.startsWith(year))).toBe(true);
});
