import type { IsoDate, Weekday } from '../domain/iso-date.ts';
import { datePartsOf, daysBetween, isIsoDate, weekdayOf } from '../domain/iso-date.ts';
import { compareKeys, sortKey } from '../domain/sort-key.ts';
import type { Language } from './language.ts';
import { formatNumber, pluralIndex, roundTo } from './numbers.ts';
import type { LocaleWords } from './words.ts';
import { localeWords } from './words.ts';

/** A date that may be missing; a missing or broken date prints as nothing. */
type MaybeDate = IsoDate | null | undefined;

/** A moment: a Date, milliseconds, or an ISO date-time with its zone. */
export type Moment = Date | number | string;

/** Everything that is written differently in Kazakh, Russian and English. */
export type Locale = {
  readonly language: Language;
  readonly words: LocaleWords;
  /** 01.09.2025 */
  readonly date: (date: MaybeDate) => string;
  /** «1 сентября 2025 года», «2025 жылғы 1 қыркүйек», "September 1, 2025" */
  readonly dateLong: (date: MaybeDate) => string;
  /** «1 сентября», «1 қыркүйек», "September 1" */
  readonly dayMonth: (date: MaybeDate) => string;
  /** «сентябрь 2025», «2025 жылғы қыркүйек», "September 2025"; takes a date or a month «2025-09» */
  readonly monthYear: (month: MaybeDate) => string;
  /** 1–12 */
  readonly month: (month: number) => string;
  readonly weekday: (weekday: Weekday) => string;
  readonly weekdayShort: (weekday: Weekday) => string;
  readonly weekdayOf: (date: MaybeDate) => string;
  /** 01.09.2025 – 26.12.2025; with an open end «с 01.09.2025» */
  readonly period: (start: MaybeDate, end: MaybeDate) => string;
  /** 2025–2026 */
  readonly schoolYear: (year: number) => string;
  /** 14:05, on the clock of this computer or of the offset given to `createLocale` */
  readonly time: (moment: Moment) => string;
  /** 01.09.2025 14:05 */
  readonly dateTime: (moment: Moment) => string;
  readonly number: (value: number, digits?: number) => string;
  /** A share as percent: 0.6 → «60 %» */
  readonly percent: (share: number, digits?: number) => string;
  /** Tiyn as tenge: 125000050 → «1 250 000,50 ₸» */
  readonly money: (minorUnits: number) => string;
  readonly fileSize: (bytes: number) => string;
  /** The form that goes with a number; the last form stands in for missing ones. */
  readonly plural: (value: number, forms: readonly string[]) => string;
  /** «5 дней» */
  readonly days: (count: number) => string;
  /** «72 часа» */
  readonly hours: (count: number) => string;
  /** «через 3 дня», «3 күннен кейін», "in 3 days", «вчера» */
  readonly relativeDays: (from: IsoDate, to: IsoDate) => string;
  /** Alphabetical order of Kazakh and Russian letters. */
  readonly compare: (a: string, b: string) => number;
  /** «а, б и в» */
  readonly list: (items: readonly string[]) => string;
  readonly capitalize: (text: string) => string;
};

export type LocaleOptions = {
  /** Minutes east of UTC for `time` and `dateTime`; the computer's own clock when left out. */
  readonly offsetMinutes?: number;
};

const noBreakSpace = '\u00a0';
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The one place that knows how a language writes dates, numbers, money and order. */
export function createLocale(language: Language, options: LocaleOptions = {}): Locale {
  const words = localeWords[language];
  const number = (value: number, digits?: number): string => formatNumber(value, words, digits);
  const plural = (value: number, forms: readonly string[]): string =>
    forms[Math.min(pluralIndex(language, value), forms.length - 1)] ?? '';
  const counted = (value: number, forms: readonly string[]): string =>
    `${number(value)}${noBreakSpace}${plural(value, forms)}`;
  const whenKnown =
    (write: (date: IsoDate) => string) =>
    (date: MaybeDate): string =>
      isIsoDate(date) ? write(date) : '';
  const date = whenKnown(known => known.split('-').toReversed().join('.'));
  const clock = (moment: Moment): ClockReading | null => readClock(moment, options.offsetMinutes);
  const time = (moment: Moment): string => clock(moment)?.time ?? '';

  return {
    language,
    words,
    date,
    dateLong: whenKnown(known => longDate(language, words, known)),
    dayMonth: whenKnown(known => dayAndMonth(language, words, known)),
    monthYear: month => {
      const known = month?.length === 7 ? `${month}-01` : month;
      return isIsoDate(known) ? monthAndYear(language, words, known) : '';
    },
    month: month => words.months[month - 1] ?? '',
    weekday: weekday => words.weekdays[weekday - 1] ?? '',
    weekdayShort: weekday => words.weekdaysShort[weekday - 1] ?? '',
    weekdayOf: whenKnown(known => words.weekdays[weekdayOf(known) - 1] ?? ''),
    period: (start, end) => formatPeriod(language, date(start), date(end)),
    schoolYear: year => `${year}–${year + 1}`,
    time,
    dateTime: moment => {
      const reading = clock(moment);
      return reading === null ? '' : `${date(reading.date)} ${reading.time}`;
    },
    number,
    percent: (share, digits) => {
      if (!Number.isFinite(share)) return '';
      return `${number(roundTo(share * 100, 9), digits ?? 0)}${language === 'ru' ? noBreakSpace : ''}%`;
    },
    money: minorUnits => {
      if (!Number.isFinite(minorUnits)) return '';
      const amount = number(Math.abs(minorUnits) / 100, minorUnits % 100 === 0 ? 0 : 2);
      const sign = minorUnits < 0 ? '-' : '';
      return language === 'en' ? `${sign}₸${amount}` : `${sign}${amount}${noBreakSpace}₸`;
    },
    fileSize: bytes => formatSize(bytes, words, number),
    plural,
    days: count => counted(count, words.day),
    hours: count => counted(count, words.hour),
    relativeDays: (from, to) => relativeDays(language, words, daysBetween(from, to), counted),
    compare: (a, b) => compareKeys(sortKey(a), sortKey(b)),
    list: items => {
      const last = items.at(-1);
      if (last === undefined || items.length === 1) return last ?? '';
      const comma = language === 'en' && items.length > 2 ? ',' : '';
      return `${items.slice(0, -1).join(', ')}${comma} ${words.and} ${last}`;
    },
    capitalize: text => {
      const [first = ''] = text;
      return first.toUpperCase() + text.slice(first.length);
    },
  };
}

function longDate(language: Language, words: LocaleWords, date: IsoDate): string {
  const { year } = datePartsOf(date);
  const dayMonth = dayAndMonth(language, words, date);
  if (language === 'kk') return `${year} жылғы ${dayMonth}`;
  return language === 'ru' ? `${dayMonth} ${year} года` : `${dayMonth}, ${year}`;
}

function dayAndMonth(language: Language, words: LocaleWords, date: IsoDate): string {
  const { month, day } = datePartsOf(date);
  const name = words.monthsOfDate[month - 1] ?? '';
  return language === 'en' ? `${name} ${day}` : `${day} ${name}`;
}

function monthAndYear(language: Language, words: LocaleWords, date: IsoDate): string {
  const { year, month } = datePartsOf(date);
  const name = words.months[month - 1] ?? '';
  return language === 'kk' ? `${year} жылғы ${name}` : `${name} ${year}`;
}

function formatPeriod(language: Language, start: string, end: string): string {
  if (start !== '' && end !== '') return start === end ? start : `${start} – ${end}`;
  if (start !== '') {
    if (language === 'kk') return `${start} бастап`;
    return language === 'ru' ? `с ${start}` : `from ${start}`;
  }
  if (end === '') return '';
  if (language === 'kk') return `${end} дейін`;
  return language === 'ru' ? `по ${end}` : `until ${end}`;
}

function formatSize(bytes: number, words: LocaleWords, number: (value: number, digits?: number) => string): string {
  if (!Number.isFinite(bytes) || bytes < 0) return '';
  let value = bytes;
  let step = 0;
  while (step < words.sizes.length - 1 && roundTo(value, step === 0 ? 0 : 1) >= 1024) {
    value /= 1024;
    step += 1;
  }
  const rounded = roundTo(value, step === 0 || value >= 100 ? 0 : 1);
  return `${number(rounded)}${noBreakSpace}${words.sizes[step] ?? ''}`;
}

function relativeDays(
  language: Language,
  words: LocaleWords,
  days: number,
  counted: (value: number, forms: readonly string[]) => string,
): string {
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  if (days === -1) return words.yesterday;
  const count = counted(Math.abs(days), words.day);
  if (language === 'kk') return days > 0 ? `${count}нен кейін` : `${count} бұрын`;
  if (language === 'ru') return days > 0 ? `через ${count}` : `${count} назад`;
  return days > 0 ? `in ${count}` : `${count} ago`;
}

type ClockReading = { readonly date: IsoDate; readonly time: string };

function readClock(moment: Moment, offsetMinutes: number | undefined): ClockReading | null {
  const value = new Date(moment);
  if (Number.isNaN(value.getTime())) return null;
  const offset = offsetMinutes ?? -value.getTimezoneOffset();
  const shifted = new Date(value.getTime() + offset * 60_000);
  return {
    date: shifted.toISOString().slice(0, 10),
    time: `${twoDigits(shifted.getUTCHours())}:${twoDigits(shifted.getUTCMinutes())}`,
  };
}
