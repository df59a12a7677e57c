/** A calendar date as `YYYY-MM-DD`. Strings compare in calendar order. */
export type IsoDate = string;

/** A closed span of days. */
export type Period = { readonly start: IsoDate; readonly end: IsoDate };

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const millisecondsPerDay = 86_400_000;
const isoDatePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the year is a leap year. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days in a month (1–12); 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return Number.isInteger(month) && month >= 1 && month <= 12 ? 31 : 0;
}

/** The ISO date of a year, month and day, or null when that day does not exist. */
export function isoDateOf(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether a value is a real calendar date in ISO form. */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string') return false;
  const match = isoDatePattern.exec(value);
  return match !== null && isoDateOf(Number(match[1]), Number(match[2]), Number(match[3])) === value;
}

/** Year, month and day of an ISO date; throws a RangeError on anything else. */
export function datePartsOf(date: IsoDate): { readonly year: number; readonly month: number; readonly day: number } {
  if (!isIsoDate(date)) throw new RangeError(`Not an ISO date: ${String(date)}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1970-01-01. */
export function dayNumberOf(date: IsoDate): number {
  const { year, month, day } = datePartsOf(date);
  const value = new Date(0);
  value.setUTCFullYear(year, month - 1, day);
  return Math.round(value.getTime() / millisecondsPerDay);
}

/** A day before the year 1 or after 9999, which no date of the program can name. */
export class DayOutOfRange extends RangeError {}

/** The date of a day number. Errors: DayOutOfRange outside the years 1–9999. */
export function dateOfDayNumber(dayNumber: number): IsoDate {
  const value = new Date(dayNumber * millisecondsPerDay);
  const date = isoDateOf(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
  if (date === null) throw new DayOutOfRange(`Day out of range: ${dayNumber}`);
  return date;
}

/** The date a number of days later (or earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** The same day a number of months later; the last day of the month when that day does not exist there. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = datePartsOf(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  const result = isoDateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
  if (result === null) throw new RangeError(`Date out of range: ${date} + ${months} months`);
  return result;
}

/** The same day a number of years later; 29 February becomes 28 in a common year. */
export function addYears(date: IsoDate, years: number): IsoDate {
  return addMonths(date, years * 12);
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Day of the week, Monday = 1. */
export function weekdayOf(date: IsoDate): Weekday {
  return ((((((dayNumberOf(date) + 3) % 7) + 7) % 7) | 0) + 1) as Weekday;
}

/** Calendar order for `sort`. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The earliest date; null for an empty list. */
export function earliestDate(dates: readonly IsoDate[]): IsoDate | null {
  return dates.reduce<IsoDate | null>((found, date) => (found === null || date < found ? date : found), null);
}

/** The latest date; null for an empty list. */
export function latestDate(dates: readonly IsoDate[]): IsoDate | null {
  return dates.reduce<IsoDate | null>((found, date) => (found === null || date > found ? date : found), null);
}

/** Every date of a period, first and last included; empty when the period runs backwards. */
export function datesOf(period: Period): IsoDate[] {
  const first = dayNumberOf(period.start);
  const count = Math.max(0, dayNumberOf(period.end) - first + 1);
  return Array.from({ length: count }, (_, index) => dateOfDayNumber(first + index));
}

/** Whether a date lies within a period whose ends may be open. */
export function isWithin(date: IsoDate, start: IsoDate | null, end: IsoDate | null): boolean {
  return (start === null || start <= date) && (end === null || date <= end);
}

/** Whether two periods share at least one day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The school year a date belongs to: 2025 means 2025–26. */
export function schoolYearOf(date: IsoDate, startMonth = 9): number {
  const { year, month } = datePartsOf(date);
  return month >= startMonth ? year : year - 1;
}

/** First and last day of a school year; 2025 gives 1 September 2025 – 31 August 2026. */
export function schoolYearPeriod(schoolYear: number, startMonth = 9): Period {
  const start = isoDateOf(schoolYear, startMonth, 1);
  if (start === null) throw new RangeError(`Not a school year: ${schoolYear}`);
  return { start, end: addDays(addYears(start, 1), -1) };
}

/** First and last day of a calendar year. */
export function calendarYearPeriod(year: number): Period {
  return schoolYearPeriod(year, 1);
}

/** The ISO date of a moment in a fixed offset from UTC (Kazakhstan is +5 hours since 2024). */
export function dateOfMoment(moment: Date, offsetMinutes: number): IsoDate {
  return dateOfDayNumber(Math.floor((moment.getTime() / 60_000 + offsetMinutes) / 1440));
}
