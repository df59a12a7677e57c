import type { IsoDate, Period, Weekday } from './iso-date.ts';
import { addDays, compareDates, isIsoDate, isWithin, weekdayOf } from './iso-date.ts';

/** Holidays of Kazakhstan; each is a key of the `holidays` texts. */
export type HolidayName =
  | 'newYear'
  | 'christmas'
  | 'womensDay'
  | 'constitutionDay'
  | 'nauryz'
  | 'unityDay'
  | 'defenderDay'
  | 'victoryDay'
  | 'kurbanAit'
  | 'capitalDay'
  | 'republicDay'
  | 'firstPresidentDay'
  | 'independenceDay'
  /** A row the officer added. */
  | 'entered';

/** A day off with its reason; `movedFrom` is the holiday on a weekend that it stands for. */
export type Holiday = {
  readonly date: IsoDate;
  readonly name: HolidayName;
  readonly movedFrom: IsoDate | null;
  /** The wording of an entered row, otherwise empty. */
  readonly title: string;
};

/** A row added by hand: a further day off, or a day that is worked although the rules make it free. */
export type EnteredDay = {
  readonly date: IsoDate;
  readonly kind: 'holiday' | 'dayOff' | 'workday';
  readonly title?: string;
};

export type HolidayOptions = {
  readonly extra?: readonly EnteredDay[];
  /** First day of Kurban-ait; the known table when left out, null for none. */
  readonly kurbanAit?: IsoDate | null;
  /** Weekly days off; Saturday and Sunday unless the week has six working days. */
  readonly weekend?: readonly Weekday[];
};

type Rule = {
  readonly name: HolidayName;
  readonly month: number;
  readonly days: readonly number[];
  readonly fromYear?: number;
  readonly toYear?: number;
  /** Religious holidays do not move from a weekend. */
  readonly stays?: true;
};

const rules: readonly Rule[] = [
  { name: 'newYear', month: 1, days: [1, 2] },
  { name: 'christmas', month: 1, days: [7], stays: true },
  { name: 'womensDay', month: 3, days: [8] },
  { name: 'constitutionDay', month: 3, days: [15], fromYear: 2027 },
  { name: 'nauryz', month: 3, days: [21, 22, 23] },
  { name: 'unityDay', month: 5, days: [1] },
  { name: 'defenderDay', month: 5, days: [7] },
  { name: 'victoryDay', month: 5, days: [9] },
  { name: 'capitalDay', month: 7, days: [6] },
  { name: 'constitutionDay', month: 8, days: [30], toYear: 2025 },
  { name: 'republicDay', month: 10, days: [25], fromYear: 2022 },
  { name: 'firstPresidentDay', month: 12, days: [1], toYear: 2021 },
  { name: 'independenceDay', month: 12, days: [16] },
  { name: 'independenceDay', month: 12, days: [17], toYear: 2021 },
];

/** First days of Kurban-ait; later years are entered by hand when they are announced. */
export const kurbanAitDays: Readonly<Record<number, IsoDate>> = {
  2024: '2024-06-16',
  2025: '2025-06-06',
  2026: '2026-05-27',
  2027: '2027-05-16',
  2028: '2028-05-05',
};

const usualWeekend: readonly Weekday[] = [6, 7];

/** Every day off of a year apart from plain weekends, in order: holidays, days moved from weekends, entered rows. */
export function holidaysOf(year: number, options: HolidayOptions = {}): readonly Holiday[] {
  const weekend = options.weekend ?? usualWeekend;
  const extra = (options.extra ?? []).filter(day => isIsoDate(day.date) && Number(day.date.slice(0, 4)) === year);
  const worked = new Set(extra.filter(day => day.kind === 'workday').map(day => day.date));
  const named = namedDays(year, options.kurbanAit);
  const found = new Map<IsoDate, Holiday>();
  for (const day of named) found.set(day.date, { date: day.date, name: day.name, movedFrom: null, title: '' });
  const entered = extra.filter(day => day.kind !== 'workday');

  for (const day of named) {
    if (day.stays || !weekend.includes(weekdayOf(day.date))) continue;
    const date = nextFreeDay(day.date, weekend, found);
    found.set(date, { date, name: day.name, movedFrom: day.date, title: '' });
  }
  for (const day of entered) {
    if (found.has(day.date)) continue;
    found.set(day.date, { date: day.date, name: 'entered', movedFrom: null, title: day.title ?? '' });
  }
  return [...found.values()].filter(day => !worked.has(day.date)).toSorted((a, b) => compareDates(a.date, b.date));
}

type NamedDay = { readonly date: IsoDate; readonly name: HolidayName; readonly stays: boolean };

function namedDays(year: number, entered: IsoDate | null | undefined): NamedDay[] {
  const days = rules
    .filter(rule => (rule.fromYear ?? year) <= year && year <= (rule.toYear ?? year))
    .flatMap(rule =>
      rule.days.map(day => ({
        date: `${year}-${String(rule.month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        name: rule.name,
        stays: rule.stays ?? false,
      })),
    );
  const kurbanAit = entered === undefined ? kurbanAitDays[year] : entered;
  if (isIsoDate(kurbanAit) && Number(kurbanAit.slice(0, 4)) === year && !days.some(day => day.date === kurbanAit)) {
    days.push({ date: kurbanAit, name: 'kurbanAit', stays: true });
  }
  return days.toSorted((a, b) => compareDates(a.date, b.date));
}

/** The next day that is neither weekend nor already a day off. */
function nextFreeDay(date: IsoDate, weekend: readonly Weekday[], taken: ReadonlyMap<IsoDate, Holiday>): IsoDate {
  let next = addDays(date, 1);
  while (weekend.includes(weekdayOf(next)) || taken.has(next)) next = addDays(next, 1);
  return next;
}

/** What the hours engine needs for a period: days off and days worked by decree. */
export type WorkCalendar = { readonly holidays: readonly Holiday[]; readonly workdays: readonly IsoDate[] };

export type CalendarOptions = Omit<HolidayOptions, 'kurbanAit'> & {
  /** Entered first days of Kurban-ait by year; they go before the known table. */
  readonly kurbanAit?: Readonly<Record<number, IsoDate | null>>;
};

/** Days off and decreed working days of every year a period touches. */
export function workCalendarOf(period: Period, options: CalendarOptions = {}): WorkCalendar {
  const { kurbanAit = {}, ...shared } = options;
  const first = Number(period.start.slice(0, 4));
  const last = Number(period.end.slice(0, 4));
  const holidays: Holiday[] = [];
  for (let year = first; year <= last; year += 1) {
    const own = kurbanAit[year];
    holidays.push(...holidaysOf(year, own === undefined ? shared : { ...shared, kurbanAit: own }));
  }
  const within = (date: IsoDate): boolean => isWithin(date, period.start, period.end);
  return {
    holidays: holidays.filter(day => within(day.date)),
    workdays: (options.extra ?? []).filter(day => day.kind === 'workday' && within(day.date)).map(day => day.date),
  };
}
