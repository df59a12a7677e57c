import { addDays, daysBetween, type IsoDate, type Period } from './iso-date.ts';

/** Hours of one month as they are entered; null while nothing is entered. */
export type MonthHours = {
  readonly attended: number | null;
  /** Missed for a good reason. */
  readonly excused: number | null;
  /** Missed without one. */
  readonly unexcused: number | null;
};

/** A calendar month, `YYYY-MM`, and how many days of a period lie in it. */
export type MonthSpan = { readonly month: string; readonly days: number };

const nextMonth = (month: string): IsoDate => `${addDays(`${month}-28`, 4).slice(0, 7)}-01`;

/** The months of a period, first to last. */
export function monthsOf({ start, end }: Period): readonly MonthSpan[] {
  const months: MonthSpan[] = [];
  for (let first = start; first <= end; ) {
    const month = first.slice(0, 7);
    const following = nextMonth(month);
    const last = following <= end ? addDays(following, -1) : end;
    months.push({ month, days: daysBetween(first, last) + 1 });
    first = following;
  }
  return months;
}

const hundredths = (hours: number | null): number => Math.round((hours ?? 0) * 100);

/** Hours attended and missed together, to the hundredth. */
export const accountedHours = ({ attended, excused, unexcused }: MonthHours): number =>
  (hundredths(attended) + hundredths(excused) + hundredths(unexcused)) / 100;

/** Whether nothing is entered for the month. */
export const isEmptyMonth = ({ attended, excused, unexcused }: MonthHours): boolean =>
  attended === null && excused === null && unexcused === null;

/** What cannot be, field → text key under `validation`: less than nothing, or more hours than the days have. */
export function attendanceProblems(hours: MonthHours, days: number): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const field of ['attended', 'excused', 'unexcused'] as const) {
    const value = hours[field];
    if (value === null) continue;
    if (!Number.isFinite(value) || value < 0) problems[field] = 'tooSmall';
    else if (value > days * 24) problems[field] = 'moreThanDay';
  }
  if (Object.keys(problems).length === 0 && accountedHours(hours) > days * 24) problems['attended'] = 'moreThanDay';
  return problems;
}

/** What deserves a second look, as keys under `warnings`: more attended than planned, or hours that are not accounted for. */
export function attendanceWarnings(hours: MonthHours, planned: number): readonly string[] {
  if (isEmptyMonth(hours)) return [];
  if (hundredths(hours.attended) > hundredths(planned)) return ['attendedMoreThanPlanned'];
  return hundredths(accountedHours(hours)) === hundredths(planned) ? [] : ['attendanceDiffers'];
}

/** Attended hours as a part of the planned ones, 0..1 and more; null when nothing was planned. */
export const attendanceShare = (attended: number, planned: number): number | null =>
  planned > 0 ? hundredths(attended) / hundredths(planned) : null;
