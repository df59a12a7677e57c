import type { ReportSpan } from '#shared/contract/reports.ts';

export type Period = { readonly start: string; readonly end: string };

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const isoOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** The same day some years before; 29 February becomes the 28th where there is none. */
export function yearsBack(day: string, years: number): string {
  const same = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  return isoOf(dayNumber(same)) === same ? same : same.replace('-29', '-28');
}
export const dayBefore = (day: string): string => isoOf(dayNumber(day) - 1);

/** The period of a span, and the same a year and two years before. */
export function periodsOf(
  span: ReportSpan,
  startMonth: number,
): readonly [now: Period, before: Period, earlier: Period] {
  const ofMonths = (year: number, month: number, months: number): Period => {
    const first = (place: number): string => isoOf(Date.UTC(year, place, 1) / 86_400_000);
    return { start: first(month - 1), end: dayBefore(first(month - 1 + months)) };
  };
  const back = (years: number): Period => {
    if (span.kind === 'schoolYear') return ofMonths(span.year - years, startMonth, 12);
    if (span.kind === 'calendarYear') return ofMonths(span.year - years, 1, 12);
    if (span.kind === 'halfYear') return ofMonths(span.year - years, span.half === 1 ? 1 : 7, 6);
    const { from, to } = span;
    const months = from.endsWith('-01') && isoOf(dayNumber(to) + 1).endsWith('-01');
    const end = months ? dayBefore(yearsBack(isoOf(dayNumber(to) + 1), years)) : yearsBack(to, years);
    return { start: yearsBack(from, years), end };
  };
  return [back(0), back(1), back(2)];
}
