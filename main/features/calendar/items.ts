import type { CalendarKind } from '#shared/contract/calendar-view.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readSettings } from '../settings/queries.ts';
import { refuseFields } from '../shared/record-feature.ts';
import { placementBars } from './bars.ts';
import { type CalendarQuestion, calendarSources, holidayItems, itemsOf, ownKinds } from './sources.ts';

/** The longest period that is read at once, days. */
const longest = 400;

/** Everything with a day in a period, in its order. Errors: validation when the period is too long or runs backwards. */
export function calendarItems(
  db: ReadDb,
  { from, to, kinds, by }: Input<'calendar.items'>,
  today: string,
  language: Language = readSettings(db).language,
): Output<'calendar.items'> {
  if (to < from) refuseFields({ to: 'endBeforeStart' });
  if (to > addDays(from, longest)) refuseFields({ to: 'tooLong' });
  const question: CalendarQuestion = { from, to, today, language };
  const wanted = (kind: CalendarKind): boolean => kinds === undefined || kinds.includes(kind);
  const bars = wanted('placement') ? placementBars(db, question, by) : { items: [], left: 0 };
  const items = [
    ...(wanted('holiday') ? holidayItems(db, question) : []),
    ...ownKinds.filter(wanted).flatMap(kind => itemsOf(db, kind, question)),
    ...bars.items,
  ];
  return { items, left: bars.left };
}

/** How much there is on each day of a period, by kind. */
export function calendarCounts(
  db: ReadDb,
  { from, to, kinds }: Input<'calendar.counts'>,
  today: string,
): Output<'calendar.counts'> {
  const question: CalendarQuestion = { from, to, today, language: readSettings(db).language };
  const wanted = (kind: CalendarKind): boolean => kinds === undefined || kinds.includes(kind);
  const own = ownKinds
    .filter(wanted)
    .flatMap(kind =>
      calendarSources[kind].flatMap(source =>
        db
          .all<{ day: string; count: number }>(source.perDay(question), from, to)
          .map(({ day, count }) => ({ day, kind, count })),
      ),
    );
  const off = wanted('holiday')
    ? holidayItems(db, question).map(({ startsOn }) => ({ day: startsOn, kind: 'holiday' as const, count: 1 }))
    : [];
  return { days: [...off, ...own] };
}
