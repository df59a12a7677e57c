import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agendaOf,
  type CalendarView,
  calendarViews,
  daysOfView,
  layOutWeek,
  stepOfView,
  weeksOf,
} from '#shared/domain/calendar-view.ts';
import { addDays, daysBetween, weekdayOf } from '#shared/domain/dates.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map(number => addDays('1980-01-01', number));
const item = fc
  .tuple(fc.integer({ min: -10, max: 16 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, length]) => ({ startsOn: addDays('2026-02-02', from), endsOn: addDays('2026-02-02', from + length) }));
const items = fc.array(item, { maxLength: 40 }).map(all => all.map((one, index) => ({ ...one, key: `k${index}` })));
const week = weeksOf({ start: '2026-02-02', end: '2026-02-08' })[0] ?? [];

describe('the days of a view', () => {
  test.each([
    ['month', '2026-11-22', '2026-10-26', '2026-12-06'],
    ['month', '2027-02-01', '2027-02-01', '2027-02-28'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['day', '2026-11-22', '2026-11-22', '2026-11-22'],
    ['agenda', '2024-02-10', '2024-02-01', '2024-02-29'],
    ['year', '2026-11-22', '2026-01-01', '2026-12-31'],
  ] as const)('%s around %s is %s – %s', (view, around, start, end) => {
    expect(daysOfView(view, around)).toEqual({ start, end });
  });

  test('a view always holds its day, and weeks begin on Monday', () => {
    fc.assert(
      fc.property(fc.constantFrom(...calendarViews), day, (view: CalendarView, around) => {
        const { start, end } = daysOfView(view, around);
        expect(start <= around && around <= end).toBe(true);
        if (view === 'month' || view === 'week') expect([weekdayOf(start), weekdayOf(end)]).toEqual([1, 7]);
      }),
    );
  });

  test('a step leads to the days right after or before', () => {
    fc.assert(
      fc.property(fc.constantFrom('week', 'day', 'agenda', 'year'), day, (view: CalendarView, around) => {
        const here = daysOfView(view, around);
        const next = daysOfView(view, stepOfView(view, around, 1));
        const back = daysOfView(view, stepOfView(view, around, -1));
        expect([addDays(here.end, 1), addDays(here.start, -1)]).toEqual([next.start, back.end]);
      }),
    );
  });
});

describe('a week in lanes', () => {
  test('no two items share a lane on a day, every item shows once or is counted as hidden on its days', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 6 }), (all, lanes) => {
        const { segments, hidden } = layOutWeek(week, all, lanes);
        const seen = new Set<string>();
        for (const { lane, column, span } of segments)
          for (let at = column; at < column + span; at += 1) {
            expect(seen.has(`${lane} ${at}`)).toBe(false);
            seen.add(`${lane} ${at}`);
          }
        expect(segments.every(({ lane }) => lane < lanes)).toBe(true);
        week.forEach((date, column) => {
          const there = all.filter(one => one.startsOn <= date && one.endsOn >= date).length;
          const shown = segments.filter(piece => piece.column <= column && piece.column + piece.span > column).length;
          expect(shown + (hidden[column] ?? 0)).toBe(there);
        });
      }),
    );
  });

  test('what happens on one day is never hidden by a bar that passes through the week', () => {
    const bars = [1, 2, 3].map(number => ({ key: `bar${number}`, startsOn: '2025-09-01', endsOn: '2026-06-30' }));
    const { segments, hidden } = layOutWeek(
      week,
      [...bars, { key: 'call', startsOn: '2026-02-03', endsOn: '2026-02-03' }],
      1,
    );
    expect([segments.map(({ item: { key } }) => key), hidden]).toEqual([['call'], [3, 3, 3, 3, 3, 3, 3]]);
  });

  test('one busy day leaves the bars a lane, and what finds none is counted', () => {
    const calls = [1, 2, 3, 4].map(number => ({ key: `call${number}`, startsOn: '2026-02-03', endsOn: '2026-02-03' }));
    const bar = { key: 'bar', startsOn: '2025-09-01', endsOn: '2026-06-30' };
    const { segments, hidden } = layOutWeek(week, [...calls, bar], 3);
    expect([segments.map(({ item: { key }, lane }) => `${key} ${lane}`), hidden]).toEqual([
      ['call1 0', 'call2 1', 'bar 2'],
      [0, 2, 0, 0, 0, 0, 0],
    ]);
  });

  test('a piece says where its item goes on', () => {
    const [piece] = layOutWeek(week, [{ key: 'a', startsOn: '2026-01-30', endsOn: '2026-02-04' }], 3).segments;
    expect(piece).toMatchObject({ column: 0, span: 3, lane: 0, before: true, after: false });
  });
});

test('an agenda names the first and the last day of what lasts, and nothing outside its period', () => {
  const found = agendaOf({ start: '2026-02-01', end: '2026-02-28' }, [
    { key: 'b', startsOn: '2026-02-10', endsOn: '2026-03-10' },
    { key: 'a', startsOn: '2026-02-10', endsOn: '2026-02-10' },
    { key: 'c', startsOn: '2026-01-10', endsOn: '2026-02-01' },
  ]);
  const lines = found.map(({ day: on, items: there }) => [on, ...there.map(line => `${line.item.key} ${line.edge}`)]);
  expect(lines).toEqual([
    ['2026-02-01', 'c end'],
    ['2026-02-10', 'b start', 'a whole'],
  ]);
});

test('weeks cut a period into sevens', () => {
  const { start, end } = daysOfView('month', '2026-11-22');
  const weeks = weeksOf({ start, end });
  expect([weeks.length * 7, weeks.every(one => one.length === 7)]).toEqual([daysBetween(start, end) + 1, true]);
});
