import { Accepted, Id, IsoDay, Language } from './primitives.ts';
import { command, query } from './procedure.ts';
import { z } from './zod.ts';

/** What the calendar shows; each kind can be switched off. */
export const CalendarKind = z.enum([
  'agreementEnd',
  'placement',
  'visit',
  'meeting',
  'council',
  'engagement',
  'promise',
  'nextStep',
  'task',
  'holiday',
]);
export type CalendarKind = z.output<typeof CalendarKind>;

/** Placements are shown as one bar per group or per firm, practice and period. */
export const BarsBy = z.enum(['group', 'firm']);
export type BarsBy = z.output<typeof BarsBy>;

/** Why an item keeps its day: the law, a signature, an order, a day that is past, or because it is done. */
export const Stays = z.enum(['law', 'signed', 'started', 'happened', 'done']);
export type Stays = z.output<typeof Stays>;

export const calendarItem = z.strictObject({
  /** The same for the same matter, whatever its days. */
  key: z.string(),
  kind: CalendarKind,
  /** The record behind it; of a bar its group or its firm, of a single placement that placement. */
  entity: z.string(),
  entityId: Id.nullable(),
  title: z.string(),
  /** A second fact; empty when there is none. */
  detail: z.string(),
  startsOn: IsoDay,
  endsOn: IsoDay,
  firmId: Id.nullable(),
  firmName: z.string().nullable(),
  /** Key of a word under `states`; null when the kind says all. */
  state: z.string().nullable(),
  done: z.boolean(),
  /** Of a bar the sum over its placements. */
  revision: z.int(),
  stays: Stays.nullable(),
  /** Placements behind a bar; 1 for everything else. */
  count: z.int(),
  /** Which placements a bar is made of. */
  bar: z.strictObject({ by: BarsBy, ownerId: Id.nullable(), practiceTypeId: Id }).nullable(),
});
export type CalendarItem = z.output<typeof calendarItem>;

const reads = [
  'agreement',
  'amendment',
  'placement',
  'interaction',
  'visit',
  'meeting',
  'council',
  'engagement',
  'engagementKind',
  'promise',
  'task',
  'holiday',
  'firm',
  'student',
  'group',
  'practiceType',
  'agreementType',
  'setting',
] as const;

const span = { from: IsoDay, to: IsoDay, kinds: z.array(CalendarKind).optional(), by: BarsBy.default('group') };

export const PaperSize = z.enum(['A4', 'A3']);
export type PaperSize = z.output<typeof PaperSize>;

export const calendarViewing = {
  /** Everything with a day in the period, at most 400 days. `left`: bars beyond those that are given. */
  'calendar.items': query(
    [...reads],
    z.strictObject(span),
    z.strictObject({ items: z.array(calendarItem), left: z.int() }),
  ),
  /** How much there is per day and kind; placements are left out. */
  'calendar.counts': query(
    [...reads],
    z.strictObject({ from: IsoDay, to: IsoDay, kinds: z.array(CalendarKind).optional() }),
    z.strictObject({ days: z.array(z.strictObject({ day: IsoDay, kind: CalendarKind, count: z.int() })) }),
  ),
  /** Moves an item so that it begins on another day; a bar moves all its placements. One step of undo. */
  'calendar.move': command(
    z.strictObject({
      kind: CalendarKind,
      entity: z.string().max(40),
      entityId: Id.nullable(),
      revision: z.int(),
      startsOn: IsoDay,
      endsOn: IsoDay,
      to: IsoDay,
      bar: calendarItem.shape.bar,
      accepted: Accepted,
    }),
    z.strictObject({ moved: z.int() }),
  ),
  /** Writes an iCalendar file that other calendars read. */
  'calendar.exportFile': command(
    z.strictObject({ ...span, language: Language }),
    z.strictObject({ path: z.string(), name: z.string(), events: z.int() }),
  ),
  /** Writes the month, the week or the agenda as a PDF to print. */
  'calendar.print': command(
    z.strictObject({
      view: z.enum(['month', 'week', 'agenda']),
      day: IsoDay,
      kinds: z.array(CalendarKind).optional(),
      by: BarsBy.default('group'),
      paper: PaperSize,
      language: Language,
    }),
    z.strictObject({ path: z.string(), name: z.string(), pages: z.int() }),
  ),
} as const;
