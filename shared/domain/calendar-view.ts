import {
  addDays,
  addMonths,
  datesOf,
  daysBetween,
  type IsoDate,
  isoDateOf,
  type Period,
  weekdayOf,
} from './iso-date.ts';

export const calendarViews = ['month', 'week', 'day', 'year', 'agenda'] as const;
export type CalendarView = (typeof calendarViews)[number];

const mondayOf = (day: IsoDate): IsoDate => addDays(day, 1 - weekdayOf(day));
const firstOfMonth = (day: IsoDate): IsoDate => `${day.slice(0, 8)}01`;
const lastOfMonth = (day: IsoDate): IsoDate => addDays(addMonths(firstOfMonth(day), 1), -1);

/** The days a view shows around a day: whole weeks from Monday for a month, the calendar year, the month as an agenda. */
export function daysOfView(view: CalendarView, day: IsoDate): Period {
  switch (view) {
    case 'day':
      return { start: day, end: day };
    case 'week':
      return { start: mondayOf(day), end: addDays(mondayOf(day), 6) };
    case 'month':
      return { start: mondayOf(firstOfMonth(day)), end: addDays(mondayOf(lastOfMonth(day)), 6) };
    case 'agenda':
      return { start: firstOfMonth(day), end: lastOfMonth(day) };
    case 'year':
      return { start: `${day.slice(0, 4)}-01-01`, end: `${day.slice(0, 4)}-12-31` };
  }
}

/** The same place one view further or back; the end of a longer month becomes the end of a shorter one. */
export function stepOfView(view: CalendarView, day: IsoDate, by: -1 | 1): IsoDate {
  switch (view) {
    case 'day':
      return addDays(day, by);
    case 'week':
      return addDays(day, 7 * by);
    case 'month':
    case 'agenda':
      return addMonths(day, by);
    case 'year':
      return addMonths(day, 12 * by);
  }
}

/** The weeks of a period that begins on a Monday and ends on a Sunday. */
export function weeksOf(period: Period): readonly (readonly IsoDate[])[] {
  const days = datesOf(period);
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The first days of the months of a year. */
export const monthsOf = (year: number): readonly IsoDate[] =>
  Array.from({ length: 12 }, (_, index) => isoDateOf(year, index + 1, 1) ?? '');

export type Spanning = { readonly key: string; readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** A piece of an item in one week: columns 0–6, a lane from the top, and whether it goes on beyond the week. */
export type Segment<Item extends Spanning> = {
  readonly item: Item;
  readonly column: number;
  readonly span: number;
  readonly lane: number;
  readonly before: boolean;
  readonly after: boolean;
};

export type WeekLayout<Item extends Spanning> = {
  readonly segments: readonly Segment<Item>[];
  /** Per column, how many items do not show because their lane is beyond the limit. */
  readonly hidden: readonly number[];
};

/** Earlier first, then longer, then by key. */
const inOrder = (a: Spanning, b: Spanning): number => {
  if (a.startsOn !== b.startsOn) return a.startsOn < b.startsOn ? -1 : 1;
  if (a.endsOn !== b.endsOn) return a.endsOn > b.endsOn ? -1 : 1;
  return a.key < b.key ? -1 : 1;
};

/** What happens on one day comes first, then what begins or ends in the week; what only passes through gives way to both. */
function rank({ startsOn, endsOn }: Spanning, monday: IsoDate, sunday: IsoDate): number {
  if (startsOn === endsOn) return 0;
  return startsOn >= monday || endsOn <= sunday ? 1 : 2;
}

/**
 * Puts the items of one week into lanes, so that no two share a lane on a day. With `lanes` only those fit; what lies deeper is
 * counted per day. Bars keep a third of the lanes, so that one busy day does not push them off the whole week. The week is given
 * by its seven days, Monday first.
 */
export function layOutWeek<Item extends Spanning>(
  week: readonly IsoDate[],
  items: readonly Item[],
  lanes: number,
): WeekLayout<Item> {
  const [monday = ''] = week;
  const sunday = week.at(-1) ?? monday;
  const taken: boolean[][] = [];
  const segments: Segment<Item>[] = [];
  const put = (item: Item, most: number): boolean => {
    const column = item.startsOn <= monday ? 0 : daysBetween(monday, item.startsOn);
    const last = item.endsOn >= sunday ? week.length - 1 : daysBetween(monday, item.endsOn);
    const found = taken.findIndex(lane => !lane.slice(column, last + 1).some(Boolean));
    const lane = found < 0 ? taken.length : found;
    if (lane >= most) return false;
    const row = taken[lane] ?? week.map(() => false);
    row.fill(true, column, last + 1);
    taken[lane] = row;
    const [before, after] = [item.startsOn < monday, item.endsOn > sunday];
    segments.push({ item, column, span: last - column + 1, lane, before, after });
    return true;
  };
  const present = items
    .filter(item => item.startsOn <= sunday && item.endsOn >= monday)
    .toSorted((a, b) => rank(a, monday, sunday) - rank(b, monday, sunday) || inOrder(a, b));
  const short = present.filter(item => item.startsOn === item.endsOn);
  const long = present.filter(item => item.startsOn !== item.endsOn);
  const kept = Math.min(long.length, Math.floor(lanes / 3));
  const waiting = short.filter(item => !put(item, lanes - kept));
  const left = [...long.filter(item => !put(item, lanes)), ...waiting.filter(item => !put(item, lanes))];
  const hidden = week.map(day => left.filter(item => item.startsOn <= day && item.endsOn >= day).length);
  return { segments, hidden };
}

/** What happens on a day: items of that day, and of longer ones their first and their last day. */
export function agendaOf<Item extends Spanning>(
  period: Period,
  items: readonly Item[],
): readonly { readonly day: IsoDate; readonly items: readonly { readonly item: Item; readonly edge: Edge }[] }[] {
  const byDay = new Map<IsoDate, { item: Item; edge: Edge }[]>();
  const put = (day: IsoDate, item: Item, edge: Edge): void => {
    if (day < period.start || day > period.end) return;
    const there = byDay.get(day);
    if (there === undefined) byDay.set(day, [{ item, edge }]);
    else there.push({ item, edge });
  };
  for (const item of items.toSorted(inOrder)) {
    if (item.startsOn === item.endsOn) put(item.startsOn, item, 'whole');
    else {
      put(item.startsOn, item, 'start');
      put(item.endsOn, item, 'end');
    }
  }
  return [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([day, found]) => ({ day, items: found }));
}

/** Whether a line of the agenda is a whole item, or the first or last day of a longer one. */
export type Edge = 'whole' | 'start' | 'end';
