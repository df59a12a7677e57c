import { addDays, isWithin, periodsOverlap, weekdayOf } from '#shared/domain/dates.ts';
import { requireRecord } from '../../database/records.ts';
import { type Prepare, refuseFields } from '../shared/record-feature.ts';

/** One row per day; Kurban-ait has one first day a year. */
export const prepareHoliday: Prepare<'holiday'> = (tx, next, { before }) => {
  const own = before?.id ?? '';
  if (tx.db.value('SELECT 1 FROM holiday WHERE day = ? AND id <> ?', next.day, own) !== undefined)
    refuseFields({ day: 'duplicate' });
  if (next.kind === 'kurbanAit') {
    const year = next.day.slice(0, 4);
    const twin = tx.db.value(
      "SELECT 1 FROM holiday WHERE kind = 'kurbanAit' AND day BETWEEN ? AND ? AND id <> ?",
      `${year}-01-01`,
      `${year}-12-31`,
      own,
    );
    if (twin !== undefined) refuseFields({ kind: 'duplicate' });
  }
  return next;
};

/** An interruption lies in the days of its placement and shares none with another one. */
export const prepareInterruption: Prepare<'interruption'> = (tx, next, { before }) => {
  const placement = requireRecord(tx.db, 'placement', next.placementId);
  if (next.endsOn !== null && next.endsOn < next.startsOn) refuseFields({ endsOn: 'endBeforeStart' });
  const period = { start: next.startsOn, end: next.endsOn ?? placement.endsOn };
  if (!isWithin(next.startsOn, placement.startsOn, placement.endsOn)) refuseFields({ startsOn: 'outsidePlacement' });
  if (period.end > placement.endsOn) refuseFields({ endsOn: 'outsidePlacement' });
  const others = tx.db.all<{ start: string; end: string }>(
    "SELECT starts_on AS start, ifnull(ends_on, '9999-12-31') AS end FROM interruption WHERE placement_id = ? AND id <> ?",
    next.placementId,
    before?.id ?? '',
  );
  if (others.some(other => periodsOverlap(period, other))) refuseFields({ startsOn: 'duplicate' });
  return next;
};

export const prepareDayOverride: Prepare<'dayOverride'> = (tx, next, { before }) => {
  const placement = requireRecord(tx.db, 'placement', next.placementId);
  if (!isWithin(next.day, placement.startsOn, placement.endsOn)) refuseFields({ day: 'outsidePlacement' });
  const twin = tx.db.value(
    'SELECT 1 FROM day_override WHERE placement_id = ? AND day = ? AND id <> ?',
    next.placementId,
    next.day,
    before?.id ?? '',
  );
  if (twin !== undefined) refuseFields({ day: 'duplicate' });
  return next;
};

/** Kept under the Monday of its week, whatever day of it was given. */
export const prepareIrregularWeek: Prepare<'irregularWeek'> = (tx, next, { before }) => {
  const placement = requireRecord(tx.db, 'placement', next.placementId);
  const week = addDays(next.week, 1 - weekdayOf(next.week));
  const touched = periodsOverlap(
    { start: week, end: addDays(week, 6) },
    { start: placement.startsOn, end: placement.endsOn },
  );
  if (!touched) refuseFields({ week: 'outsidePlacement' });
  const twin = tx.db.value(
    'SELECT 1 FROM irregular_week WHERE placement_id = ? AND week = ? AND id <> ?',
    next.placementId,
    week,
    before?.id ?? '',
  );
  if (twin !== undefined) refuseFields({ week: 'duplicate' });
  return { ...next, week };
};
