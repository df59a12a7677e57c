import {
  addDays,
  addYears,
  calendarYearPeriod,
  type IsoDate,
  isoDateOf,
  type Period,
  schoolYearOf,
  schoolYearPeriod,
} from './iso-date.ts';

/** What a report is about: a school year, a calendar year or half of it, or any days. */
export type ReportSpan =
  | { readonly kind: 'schoolYear' | 'calendarYear'; readonly year: number }
  | { readonly kind: 'halfYear'; readonly year: number; readonly half: 1 | 2 }
  | { readonly kind: 'days'; readonly from: IsoDate; readonly to: IsoDate };

/** First and last day of a span; school years begin on the first of `startMonth`. */
export function periodOfSpan(span: ReportSpan, startMonth: number): Period {
  switch (span.kind) {
    case 'schoolYear':
      return schoolYearPeriod(span.year, startMonth);
    case 'calendarYear':
      return calendarYearPeriod(span.year);
    case 'halfYear': {
      const { start, end } = calendarYearPeriod(span.year);
      const middle = isoDateOf(span.year, span.half === 1 ? 6 : 7, span.half === 1 ? 30 : 1) ?? start;
      return span.half === 1 ? { start, end: middle } : { start: middle, end };
    }
    case 'days':
      return { start: span.from, end: span.to };
  }
}

/** The same span so many years before. Whole months stay whole, whether February has 29 days or not; of other days 29 February becomes the 28th. */
export function spanYearsBefore(span: ReportSpan, years: number): ReportSpan {
  if (span.kind !== 'days') return { ...span, year: span.year - years };
  const { from, to } = span;
  const after = addDays(to, 1);
  const wholeMonths = from.endsWith('-01') && after.endsWith('-01');
  return {
    kind: 'days',
    from: addYears(from, -years),
    to: wholeMonths ? addDays(addYears(after, -years), -1) : addYears(to, -years),
  };
}

/** The school year that a span begins in. */
export const schoolYearOfSpan = (span: ReportSpan, startMonth: number): number =>
  span.kind === 'schoolYear' ? span.year : schoolYearOf(periodOfSpan(span, startMonth).start, startMonth);

/** The span in the name of a file. */
export function fileNameOfSpan(span: ReportSpan): string {
  switch (span.kind) {
    case 'schoolYear':
      return `${span.year}-${span.year + 1}`;
    case 'calendarYear':
      return String(span.year);
    case 'halfYear':
      return `${span.year}-${span.half}`;
    case 'days':
      return `${span.from} – ${span.to}`;
  }
}
