import {
  type CalendarDay,
  dayOverrideRecord,
  holidayRecord,
  interruptionRecord,
  irregularWeekRecord,
} from '#shared/contract/calendar.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { z } from '#shared/contract/zod.ts';
import { weekdayOf } from '#shared/domain/dates.ts';
import {
  type CalendarOptions,
  type EnteredDay,
  type Holiday,
  kurbanAitDays,
  type WorkCalendar,
  workCalendarOf,
} from '#shared/domain/holidays.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { condition, equals, type ListSpec, oneOf } from '../../database/list-query.ts';
import { fromRow } from '../../database/mapping.ts';

type HolidayFilter = { year?: number | undefined; kind?: string[] | undefined };

export const holidayList = (): ListSpec<typeof holidayRecord, HolidayFilter> => ({
  entity: 'holiday',
  row: holidayRecord,
  from: 'holiday h',
  alias: 'h',
  sorts: { day: { by: ['h.day'] }, nameRu: { by: ['h.name_ru'] }, kind: { by: ['h.kind', 'h.day'] } },
  defaultSort: { field: 'day', direction: 'asc' },
  filter: filter => [
    ...(filter.year === undefined
      ? []
      : [condition('h.day BETWEEN ? AND ?', `${filter.year}-01-01`, `${filter.year}-12-31`)]),
    ...oneOf('h.kind', filter.kind),
  ],
});

type OfPlacement = { placementId?: string | undefined };

export const interruptionList = (): ListSpec<typeof interruptionRecord, OfPlacement> => ({
  entity: 'interruption',
  row: interruptionRecord,
  from: 'interruption i',
  alias: 'i',
  sorts: { startsOn: { by: ['i.starts_on'] }, endsOn: { by: ['i.ends_on'] } },
  defaultSort: { field: 'startsOn', direction: 'asc' },
  filter: filter => equals('i.placement_id', filter.placementId),
});

export const dayOverrideList = (): ListSpec<typeof dayOverrideRecord, OfPlacement> => ({
  entity: 'dayOverride',
  row: dayOverrideRecord,
  from: 'day_override o',
  alias: 'o',
  sorts: { day: { by: ['o.day'] }, hours: { by: ['o.hours'] } },
  defaultSort: { field: 'day', direction: 'asc' },
  filter: filter => equals('o.placement_id', filter.placementId),
});

export const irregularWeekList = (): ListSpec<typeof irregularWeekRecord, OfPlacement> => ({
  entity: 'irregularWeek',
  row: irregularWeekRecord,
  from: 'irregular_week w',
  alias: 'w',
  sorts: { week: { by: ['w.week'] } },
  defaultSort: { field: 'week', direction: 'asc' },
  filter: filter => equals('w.placement_id', filter.placementId),
});

/** Every day the officer has entered, in calendar order. */
export function enteredDays(db: ReadDb): z.output<typeof holidayRecord>[] {
  return db.all<Record<string, unknown>>('SELECT * FROM holiday ORDER BY day').map(row => fromRow(holidayRecord, row));
}

/** Entered days as the holiday rules take them. */
export function calendarOptions(entered: readonly RecordOf<'holiday'>[]): CalendarOptions {
  const extra: EnteredDay[] = [];
  const kurbanAit: Record<number, string> = {};
  for (const { day, kind, nameRu } of entered) {
    if (kind === 'kurbanAit') kurbanAit[Number(day.slice(0, 4))] = day;
    else extra.push({ date: day, kind, title: nameRu });
  }
  return { extra, kurbanAit };
}

type Names = { readonly nameRu: string; readonly nameKk: string; readonly nameEn: string };

/** The names of a day off: of the law in every language, of an entered row as it was entered. */
export function holidayNames(holiday: Pick<Holiday, 'date' | 'name'>, entered: readonly RecordOf<'holiday'>[]): Names {
  if (holiday.name === 'entered') {
    const row = entered.find(known => known.day === holiday.date);
    if (row !== undefined) return { nameRu: row.nameRu, nameKk: row.nameKk, nameEn: row.nameRu };
  }
  const key = `holidays.${holiday.name}` as const;
  return {
    nameRu: createTranslator('ru')(key),
    nameKk: createTranslator('kk')(key),
    nameEn: createTranslator('en')(key),
  };
}

/** Holidays, moved days off and decreed working days of a year. */
export function calendarYear(db: ReadDb, input: Input<'calendar.year'>): Output<'calendar.year'> {
  const { year, workingDays } = input;
  const entered = enteredDays(db);
  const options = calendarOptions(entered);
  const calendar: WorkCalendar = workCalendarOf(
    { start: `${year}-01-01`, end: `${year}-12-31` },
    { ...options, weekend: workingDays === 6 ? [7] : [6, 7] },
  );
  const rowOf = new Map(entered.map(row => [row.day, row]));
  const off = calendar.holidays.map(
    (holiday): CalendarDay => ({
      date: holiday.date,
      weekday: weekdayOf(holiday.date),
      working: false,
      ...holidayNames(holiday, entered),
      movedFrom: holiday.movedFrom,
      holidayId: rowOf.get(holiday.date)?.id ?? null,
    }),
  );
  const worked = calendar.workdays.flatMap((date): CalendarDay[] => {
    const row = rowOf.get(date);
    if (row === undefined) return [];
    const { nameRu, nameKk, id } = row;
    return [
      { date, weekday: weekdayOf(date), working: true, nameRu, nameKk, nameEn: nameRu, movedFrom: null, holidayId: id },
    ];
  });
  const days = [...off, ...worked].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { year, days, kurbanAitKnown: options.kurbanAit?.[year] !== undefined || kurbanAitDays[year] !== undefined };
}
