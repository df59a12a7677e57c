import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, datesOf, weekdayOf } from '#shared/domain/dates.ts';
import { workCalendarOf } from '#shared/domain/holidays.ts';
import type { HoursPlan, WeeklyPattern } from '#shared/domain/hours.ts';
import {
  computeHours,
  fiveDayWeek,
  hoursByMonth,
  meetsDualMinimum,
  shareOf,
  sixDayWeek,
  weekendOf,
  weeklyTotal,
} from '#shared/domain/hours.ts';

const hour = fc.integer({ min: 0, max: 32 }).map(quarters => quarters / 4);
const weekly = fc.tuple(hour, hour, hour, hour, hour, hour, hour) as fc.Arbitrary<WeeklyPattern>;
const start = fc.integer({ min: 0, max: 1500 }).map(days => addDays('2024-01-01', days));
const plans = fc
  .record({ start, length: fc.nat(200), weekly })
  .map(({ start: first, length, weekly: hours }): HoursPlan => {
    const period = { start: first, end: addDays(first, length) };
    return { period, weekly: hours, ...workCalendarOf(period, { weekend: weekendOf(hours) }) };
  });

describe('computeHours', () => {
  test('counts a hand-checked autumn: 1 September – 26 December 2025, six hours, five days', () => {
    const period = { start: '2025-09-01', end: '2025-12-26' };
    const result = computeHours({ period, weekly: fiveDayWeek(6), ...workCalendarOf(period), programmeHours: 800 });
    // 85 weekdays without 1 September (for 30 August), 27 October (for 25 October) and 16 December.
    expect(result.workingDays).toBe(82);
    expect(result.total).toBe(492);
    expect(result.enterpriseShare).toBe(0.615);
    expect(result.days).toHaveLength(117);
    expect(result.days[0]).toMatchObject({ hours: 0, why: { kind: 'holiday', holiday: { movedFrom: '2025-08-30' } } });
    expect(hoursByMonth(result.days)).toEqual([
      { month: '2025-09', hours: 126, workingDays: 21 },
      { month: '2025-10', hours: 132, workingDays: 22 },
      { month: '2025-11', hours: 120, workingDays: 20 },
      { month: '2025-12', hours: 114, workingDays: 19 },
    ]);
  });

  test('with six working days a holiday on Saturday is simply lost', () => {
    const period = { start: '2025-10-20', end: '2025-11-01' };
    const six = computeHours({ period, weekly: sixDayWeek(6), ...workCalendarOf(period, { weekend: [7] }) });
    expect(six.total).toBe(11 * 6);
  });

  test('explains each day, and the officer’s word goes before interruption, holiday and timetable', () => {
    const period = { start: '2026-03-02', end: '2026-03-31' };
    const result = computeHours({
      period,
      weekly: fiveDayWeek(8),
      ...workCalendarOf(period, { extra: [{ date: '2026-03-14', kind: 'workday' }] }),
      interruptions: [{ start: '2026-03-09', end: '2026-03-10', reason: 'болезнь' }],
      irregularWeeks: [{ week: '2026-03-18', hours: [4, 4, 4, 4, 4, 4, 0], reason: 'сессия' }],
      overrides: [
        { date: '2026-03-10', hours: 3, reason: 'вышел' },
        { date: '2026-03-23', hours: 5, reason: 'дежурство' },
        { date: '2026-04-01', hours: 5, reason: 'мимо' },
      ],
    });
    const on = (date: string) => result.days.find(day => day.date === date);
    expect(on('2026-03-02')).toEqual({ date: '2026-03-02', hours: 8, why: { kind: 'pattern' } });
    expect(on('2026-03-07')).toEqual({ date: '2026-03-07', hours: 0, why: { kind: 'dayOff' } });
    expect(on('2026-03-09')?.why).toEqual({ kind: 'interruption', reason: 'болезнь' });
    expect(on('2026-03-10')).toEqual({
      date: '2026-03-10',
      hours: 3,
      why: { kind: 'override', reason: 'вышел', before: 0 },
    });
    expect(on('2026-03-14')).toEqual({ date: '2026-03-14', hours: 8, why: { kind: 'workday' } });
    expect(on('2026-03-18')).toEqual({
      date: '2026-03-18',
      hours: 4,
      why: { kind: 'irregularWeek', reason: 'сессия' },
    });
    expect(on('2026-03-21')?.why).toMatchObject({ kind: 'holiday' });
    expect(on('2026-03-23')).toMatchObject({ hours: 5, why: { kind: 'override', before: 0 } });
    expect(on('2026-03-24')?.why).toMatchObject({ kind: 'holiday', holiday: { movedFrom: '2026-03-21' } });
    expect(result.unused).toEqual(['2026-04-01']);
  });

  test('stops at the planned hours with a shorter last day', () => {
    const period = { start: '2025-11-03', end: '2025-11-14' };
    const result = computeHours({ period, weekly: fiveDayWeek(6), limit: 20 });
    expect(result.total).toBe(20);
    expect(result.days.slice(0, 6).map(day => [day.hours, day.why.kind])).toEqual([
      [6, 'pattern'],
      [6, 'pattern'],
      [6, 'pattern'],
      [2, 'limit'],
      [0, 'limit'],
      [0, 'dayOff'],
    ]);
  });

  test('refuses impossible hours and a period that runs backwards', () => {
    const period = { start: '2025-09-01', end: '2025-09-05' };
    expect(() => computeHours({ period, weekly: fiveDayWeek(25) })).toThrow(RangeError);
    expect(() => computeHours({ period, weekly: fiveDayWeek(-1) })).toThrow(RangeError);
    expect(() => computeHours({ period, weekly: fiveDayWeek(Number.NaN) })).toThrow(RangeError);
    expect(() => computeHours({ period: { start: '2025-09-02', end: '2025-09-01' }, weekly: fiveDayWeek(6) })).toThrow(
      RangeError,
    );
  });

  test('lists every day once, and the total is the sum of the list', () => {
    fc.assert(
      fc.property(plans, plan => {
        const result = computeHours(plan);
        expect(result.days.map(day => day.date)).toEqual(datesOf(plan.period));
        expect(result.total).toBe(result.days.reduce((sum, day) => sum + day.hours, 0));
        expect(result.workingDays).toBe(result.days.filter(day => day.hours > 0).length);
        expect(hoursByMonth(result.days).reduce((sum, month) => sum + month.hours, 0)).toBe(result.total);
      }),
    );
  });

  test('gives the same total when the period is cut in two', () => {
    fc.assert(
      fc.property(plans, fc.nat(200), (plan, at) => {
        const cut = addDays(plan.period.start, at);
        fc.pre(cut < plan.period.end);
        const first = computeHours({ ...plan, period: { start: plan.period.start, end: cut } });
        const second = computeHours({ ...plan, period: { start: addDays(cut, 1), end: plan.period.end } });
        expect(first.total + second.total).toBe(computeHours(plan).total);
      }),
    );
  });

  test('has no hours on a holiday and the timetable’s hours on every other day', () => {
    fc.assert(
      fc.property(plans, plan => {
        const free = new Set(plan.holidays?.map(day => day.date));
        for (const day of computeHours(plan).days) {
          expect(day.hours).toBe(free.has(day.date) ? 0 : plan.weekly[weekdayOf(day.date) - 1]);
        }
      }),
    );
  });

  test('loses exactly the interrupted days', () => {
    fc.assert(
      fc.property(plans, fc.nat(200), fc.nat(30), (plan, from, length) => {
        const gap = {
          start: addDays(plan.period.start, from),
          end: addDays(plan.period.start, from + length),
          reason: '',
        };
        const before = computeHours(plan);
        const lost = before.days.filter(day => day.date >= gap.start && day.date <= gap.end);
        const after = computeHours({ ...plan, interruptions: [gap] });
        expect(after.total).toBe(before.total - lost.reduce((sum, day) => sum + day.hours, 0));
        expect(after.unused).toEqual(gap.start > plan.period.end ? [gap.start] : []);
      }),
    );
  });

  test('follows an override to the hour and changes no other day', () => {
    fc.assert(
      fc.property(plans, fc.nat(200), hour, (plan, offset, hours) => {
        const date = addDays(plan.period.start, offset);
        fc.pre(date <= plan.period.end);
        const before = computeHours(plan).days;
        const after = computeHours({ ...plan, overrides: [{ date, hours, reason: 'x' }] }).days;
        expect(after[offset]?.hours).toBe(hours);
        expect(after.filter(day => day.date !== date)).toEqual(before.filter(day => day.date !== date));
      }),
    );
  });

  test('never exceeds the limit and reaches it when there are hours enough', () => {
    fc.assert(
      fc.property(plans, fc.nat(2000), (plan, limit) => {
        const free = computeHours(plan).total;
        expect(computeHours({ ...plan, limit }).total).toBe(Math.min(limit, free));
      }),
    );
  });
});

test('fractions of an hour add up without binary rubbish', () => {
  const period = { start: '2025-11-03', end: '2025-11-05' };
  expect(computeHours({ period, weekly: fiveDayWeek(0.1) }).total).toBe(0.3);
  expect(weeklyTotal(fiveDayWeek(7.2))).toBe(36);
});

test('the share of a dual programme is judged at sixty per cent', () => {
  expect(meetsDualMinimum(shareOf(600, 1000))).toBe(true);
  expect(meetsDualMinimum(shareOf(599, 1000))).toBe(false);
  expect(shareOf(10, 0)).toBeNull();
  expect(meetsDualMinimum(shareOf(10, null))).toBe(false);
});
