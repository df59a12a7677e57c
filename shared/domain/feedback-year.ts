import { addMonths, type IsoDate, schoolYearOf } from './iso-date.ts';

/** Months before the end of a school year from which a letter may sum it up. */
const summedUpFrom = 3;

/**
 * The school year that a letter of a day sums up: the one that ends within three months, or else the last one that is over.
 * With a year from September, June to August tell of the year under way, September to May of the one before.
 */
export const feedbackYear = (issuedOn: IsoDate, startMonth: number): number =>
  schoolYearOf(addMonths(issuedOn, summedUpFrom), startMonth) - 1;
