/** The door to calendar dates: arithmetic, reading what people type, reading numbers and yes/no. */

export type { DateContext, DateProblem, EndDateReading, PeriodReading, Reading } from './date-parsing.ts';
export { parseDate, parseEndDate, parsePeriod } from './date-parsing.ts';
export type { IsoDate, Period, Weekday } from './iso-date.ts';
export {
  addDays,
  addMonths,
  addYears,
  calendarYearPeriod,
  compareDates,
  dateOfDayNumber,
  dateOfMoment,
  datePartsOf,
  datesOf,
  dayNumberOf,
  daysBetween,
  daysInMonth,
  earliestDate,
  isIsoDate,
  isLeapYear,
  isoDateOf,
  isWithin,
  latestDate,
  periodsOverlap,
  schoolYearOf,
  schoolYearPeriod,
  weekdayOf,
} from './iso-date.ts';
export { parseMoney, parseNumber, parseYesNo } from './value-parsing.ts';
