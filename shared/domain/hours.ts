import type { Holiday } from './holidays.ts';
import type { IsoDate, Period, Weekday } from './iso-date.ts';
import { addDays, datesOf, isWithin, weekdayOf } from './iso-date.ts';

/** Hours for Monday to Sunday. */
export type WeeklyPattern = readonly [number, number, number, number, number, number, number];

/** Days on which the student does not come, and why. */
export type Interruption = Period & { readonly reason: string };

/** A week with its own hours; `week` is any day of it. */
export type IrregularWeek = { readonly week: IsoDate; readonly hours: WeeklyPattern; readonly reason: string };

/** The officer's word on one day; it goes before every rule. */
export type HoursOverride = { readonly date: IsoDate; readonly hours: number; readonly reason: string };

export type HoursPlan = {
  readonly period: Period;
  readonly weekly: WeeklyPattern;
  readonly holidays?: readonly Holiday[];
  /** Days worked by decree although they are weekly days off. */
  readonly workdays?: readonly IsoDate[];
  readonly interruptions?: readonly Interruption[];
  readonly irregularWeeks?: readonly IrregularWeek[];
  readonly overrides?: readonly HoursOverride[];
  /** Planned hours: days after they are reached have none. Null or left out: no limit. */
  readonly limit?: number | null;
  /** All hours of industrial training and practice in the programme, for the share at the enterprise. */
  readonly programmeHours?: number | null;
};

/** Why a day has its hours. */
export type HoursReason =
  | { readonly kind: 'pattern' }
  | { readonly kind: 'dayOff' }
  | { readonly kind: 'holiday'; readonly holiday: Holiday }
  | { readonly kind: 'workday' }
  | { readonly kind: 'interruption'; readonly reason: string }
  | { readonly kind: 'irregularWeek'; readonly reason: string }
  /** `before`: the hours by the rules. */
  | { readonly kind: 'override'; readonly reason: string; readonly before: number }
  | { readonly kind: 'limit'; readonly before: number };

export type HoursDay = { readonly date: IsoDate; readonly hours: number; readonly why: HoursReason };

export type HoursResult = {
  /** Every day of the period, in order. */
  readonly days: readonly HoursDay[];
  readonly total: number;
  /** Days with hours. */
  readonly workingDays: number;
  /** Total divided by the programme's hours; null when those are not known. */
  readonly enterpriseShare: number | null;
  /** Overrides and interruptions that touch no day of the period. */
  readonly unused: readonly IsoDate[];
};

/** The least share of industrial training and practice a dual programme gives at the enterprise. */
export const dualMinimumShare = 0.6;

/** Five days of the same length. */
export function fiveDayWeek(hours: number): WeeklyPattern {
  return [hours, hours, hours, hours, hours, 0, 0];
}

/** Six days of the same length. */
export function sixDayWeek(hours: number): WeeklyPattern {
  return [hours, hours, hours, hours, hours, hours, 0];
}

/** The weekly days off by which holidays move: Sunday only when Saturdays are worked. */
export function weekendOf(weekly: WeeklyPattern): readonly Weekday[] {
  return weekly[5] > 0 ? [7] : [6, 7];
}

/** Hours of one ordinary week. */
export function weeklyTotal(weekly: WeeklyPattern): number {
  return sum(weekly);
}

/** The day list of a placement: hours and the reason for each day, the total and the share at the enterprise. */
export function computeHours(plan: HoursPlan): HoursResult {
  checkPlan(plan);
  const holidays = new Map((plan.holidays ?? []).map(holiday => [holiday.date, holiday]));
  const workdays = new Set(plan.workdays ?? []);
  const overrides = new Map((plan.overrides ?? []).map(override => [override.date, override]));
  const weeks = new Map((plan.irregularWeeks ?? []).map(week => [mondayOf(week.week), week]));

  const days: HoursDay[] = [];
  let reached = 0;
  for (const date of datesOf(plan.period)) {
    const ruled = ruledDay(date, plan, holidays, workdays, weeks);
    const override = overrides.get(date);
    const day = override === undefined ? limited(ruled, plan.limit ?? null, reached) : overridden(ruled, override);
    reached = sum([reached, day.hours]);
    days.push(day);
  }
  return {
    days,
    total: reached,
    workingDays: days.filter(day => day.hours > 0).length,
    enterpriseShare: shareOf(reached, plan.programmeHours ?? null),
    unused: unusedDates(plan),
  };
}

function ruledDay(
  date: IsoDate,
  plan: HoursPlan,
  holidays: ReadonlyMap<IsoDate, Holiday>,
  workdays: ReadonlySet<IsoDate>,
  weeks: ReadonlyMap<IsoDate, IrregularWeek>,
): HoursDay {
  const interruption = plan.interruptions?.find(known => isWithin(date, known.start, known.end));
  if (interruption !== undefined) return { date, hours: 0, why: { kind: 'interruption', reason: interruption.reason } };
  const holiday = holidays.get(date);
  if (holiday !== undefined && !workdays.has(date)) return { date, hours: 0, why: { kind: 'holiday', holiday } };
  const week = weeks.get(mondayOf(date));
  if (week !== undefined) {
    return { date, hours: hoursOn(week.hours, date), why: { kind: 'irregularWeek', reason: week.reason } };
  }
  const hours = hoursOn(plan.weekly, date);
  if (hours > 0) return { date, hours, why: { kind: 'pattern' } };
  // A decree makes the day off an ordinary working day: as long as the longest day of the week.
  if (workdays.has(date)) return { date, hours: Math.max(...plan.weekly), why: { kind: 'workday' } };
  return { date, hours: 0, why: { kind: 'dayOff' } };
}

function overridden(day: HoursDay, override: HoursOverride): HoursDay {
  return {
    date: day.date,
    hours: override.hours,
    why: { kind: 'override', reason: override.reason, before: day.hours },
  };
}

function limited(day: HoursDay, limit: number | null, reached: number): HoursDay {
  if (limit === null || sum([reached, day.hours]) <= limit || day.hours === 0) return day;
  return { date: day.date, hours: Math.max(0, sum([limit, -reached])), why: { kind: 'limit', before: day.hours } };
}

function hoursOn(pattern: WeeklyPattern, date: IsoDate): number {
  return pattern[weekdayOf(date) - 1] ?? 0;
}

function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Sum to the hundredth of an hour, free of binary rubbish. */
function sum(hours: readonly number[]): number {
  return hours.reduce((total, value) => total + Math.round(value * 100), 0) / 100;
}

function unusedDates(plan: HoursPlan): IsoDate[] {
  const { start, end } = plan.period;
  const overrides = (plan.overrides ?? []).filter(override => !isWithin(override.date, start, end));
  const interruptions = (plan.interruptions ?? []).filter(known => known.end < start || known.start > end);
  return [...overrides.map(override => override.date), ...interruptions.map(known => known.start)].toSorted();
}

function checkPlan(plan: HoursPlan): void {
  if (plan.period.end < plan.period.start) throw new RangeError('The period ends before it starts.');
  const hours = [
    ...plan.weekly,
    ...(plan.irregularWeeks ?? []).flatMap(week => [...week.hours]),
    ...(plan.overrides ?? []).map(override => override.hours),
  ];
  if (!hours.every(value => value >= 0 && value <= 24)) throw new RangeError('A day has 0 to 24 hours.');
}

/** Enterprise hours as a share of all hours; null when there is nothing to divide by. */
export function shareOf(enterpriseHours: number, allHours: number | null): number | null {
  return allHours === null || allHours <= 0 ? null : enterpriseHours / allHours;
}

/** Whether a share reaches the least share of a dual programme; an unknown share does not. */
export function meetsDualMinimum(share: number | null): boolean {
  return share !== null && share >= dualMinimumShare;
}

/** Hours and working days per month, `2025-09` first. */
export function hoursByMonth(
  days: readonly HoursDay[],
): readonly { readonly month: string; readonly hours: number; readonly workingDays: number }[] {
  const months = new Map<string, number[]>();
  for (const day of days) {
    const month = day.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), day.hours]);
  }
  return [...months].map(([month, hours]) => ({
    month,
    hours: sum(hours),
    workingDays: hours.filter(value => value > 0).length,
  }));
}
