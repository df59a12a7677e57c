import { Id, IsoDay, optionalDay, requiredText } from './primitives.ts';
import { query } from './procedure.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

/**
 * What an entered day is: a further holiday or day off, a day worked although the rules make it free, or the first day of
 * Kurban-ait, which replaces the day the program knows for that year.
 */
export const EnteredDayKind = z.enum(['holiday', 'dayOff', 'workday', 'kurbanAit']);
export type EnteredDayKind = z.output<typeof EnteredDayKind>;

export const holidayFields = z.strictObject({
  day: IsoDay,
  nameRu: requiredText(),
  nameKk: requiredText(),
  kind: EnteredDayKind,
});
export const holidayRecord = z.strictObject({ ...recordMeta, ...holidayFields.shape });

/** Days on which a student does not come. */
export const interruptionFields = z.strictObject({
  placementId: Id,
  startsOn: IsoDay,
  /** Null: until further notice. */
  endsOn: optionalDay,
  reason: requiredText(400),
});
export const interruptionRecord = z.strictObject({ ...recordMeta, ...interruptionFields.shape });

/** The officer's word on one day of a placement. */
export const dayOverrideFields = z.strictObject({
  placementId: Id,
  day: IsoDay,
  hours: z.number('number').min(0, 'tooSmall').max(24, 'tooLarge'),
  reason: requiredText(400),
});
export const dayOverrideRecord = z.strictObject({ ...recordMeta, ...dayOverrideFields.shape });

/** Hours per weekday, Monday first. */
export const Week = z.array(z.number('number').min(0, 'tooSmall').max(24, 'tooLarge')).length(7);

/** A week of a placement with hours of its own; `week` is its Monday. */
export const irregularWeekFields = z.strictObject({
  placementId: Id,
  week: IsoDay,
  hours: Week,
  reason: requiredText(400),
});
export const irregularWeekRecord = z.strictObject({ ...recordMeta, ...irregularWeekFields.shape });

const ofPlacement = z.strictObject({ placementId: z.string().optional() });

/** A day of the year that is not as its weekday says. */
export const calendarDay = z.strictObject({
  date: IsoDay,
  weekday: z.int().min(1).max(7),
  working: z.boolean(),
  nameRu: z.string(),
  nameKk: z.string(),
  nameEn: z.string(),
  /** The holiday on a weekend that this day off stands for. */
  movedFrom: optionalDay,
  /** The entered row behind the day; null for days that follow from the law. */
  holidayId: Id.nullable(),
});
export type CalendarDay = z.output<typeof calendarDay>;

export const calendar = {
  ...recordProcedures({
    name: 'holidays',
    entity: 'holiday',
    fields: holidayFields,
    row: holidayRecord,
    detail: holidayRecord,
    filter: z.strictObject({ year: z.int().min(1900).max(2200).optional(), kind: z.array(EnteredDayKind).optional() }),
    reads: [],
  }),
  ...recordProcedures({
    name: 'interruptions',
    entity: 'interruption',
    fields: interruptionFields,
    row: interruptionRecord,
    detail: interruptionRecord,
    filter: ofPlacement,
    reads: [],
  }),
  ...recordProcedures({
    name: 'dayOverrides',
    entity: 'dayOverride',
    fields: dayOverrideFields,
    row: dayOverrideRecord,
    detail: dayOverrideRecord,
    filter: ofPlacement,
    reads: [],
  }),
  ...recordProcedures({
    name: 'irregularWeeks',
    entity: 'irregularWeek',
    fields: irregularWeekFields,
    row: irregularWeekRecord,
    detail: irregularWeekRecord,
    filter: ofPlacement,
    reads: [],
  }),
  /** Holidays, moved days off and decreed working days of a year, as the law and the entered rows make them. */
  'calendar.year': query(
    ['holiday'],
    z.strictObject({
      year: z.int().min(1992).max(2200),
      /** A six-day week moves a holiday from Sunday only. */
      workingDays: z.union([z.literal(5), z.literal(6)]).default(5),
    }),
    z.strictObject({ year: z.int(), days: z.array(calendarDay), kurbanAitKnown: z.boolean() }),
  ),
} as const;
