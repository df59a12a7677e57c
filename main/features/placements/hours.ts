import type { Input, Output } from '#shared/contract/index.ts';
import type { HoursWhy } from '#shared/contract/placements.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { schoolYearOf, schoolYearPeriod, weekdayOf } from '#shared/domain/dates.ts';
import { workCalendarOf } from '#shared/domain/holidays.ts';
import {
  computeHours,
  type HoursPlan,
  type HoursReason,
  type HoursResult,
  hoursByMonth,
  type WeeklyPattern,
  weekendOf,
} from '#shared/domain/hours.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readRecord, requireRecord } from '../../database/records.ts';
import { calendarOptions, enteredDays, holidayNames } from '../calendar/queries.ts';
import { readSettings } from '../settings/queries.ts';

/** What the calculation needs beside the placement; read once for many placements. */
export type HoursContext = { readonly settings: Settings; readonly entered: readonly RecordOf<'holiday'>[] };

type Timed = Pick<RecordOf<'placement'>, 'id' | 'startsOn' | 'endsOn' | 'weekPattern'>;

export const hoursContext = (db: ReadDb): HoursContext => ({ settings: readSettings(db), entered: enteredDays(db) });

/** The week of a placement: its own, or the one in the settings. */
export function weekOf(placement: Pick<Timed, 'weekPattern'>, settings: Settings): WeeklyPattern {
  return (placement.weekPattern ?? settings.defaultWeek) as unknown as WeeklyPattern;
}

/** Everything the day list of a placement follows from. */
export function hoursPlan(db: ReadDb, placement: Timed, { settings, entered }: HoursContext): HoursPlan {
  const weekly = weekOf(placement, settings);
  const period = { start: placement.startsOn, end: placement.endsOn };
  const interruptions = db.all<{ start: string; end: string | null; reason: string }>(
    'SELECT starts_on AS start, ends_on AS end, reason FROM interruption WHERE placement_id = ? ORDER BY starts_on',
    placement.id,
  );
  const weeks = db.all<{ week: string; hours: string; reason: string }>(
    'SELECT week, hours, reason FROM irregular_week WHERE placement_id = ?',
    placement.id,
  );
  return {
    period,
    weekly,
    ...workCalendarOf(period, { ...calendarOptions(entered), weekend: weekendOf(weekly) }),
    interruptions: interruptions.map(known => ({ ...known, end: known.end ?? placement.endsOn })),
    irregularWeeks: weeks.map(known => ({ ...known, hours: JSON.parse(known.hours) as WeeklyPattern })),
    overrides: db.all<{ date: string; hours: number; reason: string }>(
      'SELECT day AS date, hours, reason FROM day_override WHERE placement_id = ?',
      placement.id,
    ),
  };
}

/** The day list of a placement as it stands. */
export const hoursOf = (db: ReadDb, placement: Timed, context: HoursContext): HoursResult =>
  computeHours(hoursPlan(db, placement, context));

function explained(why: HoursReason, entered: HoursContext['entered']): HoursWhy {
  if (why.kind !== 'holiday') return why;
  return { kind: 'holiday', ...holidayNames(why.holiday, entered), movedFrom: why.holiday.movedFrom };
}

/** Hours of a student at enterprises in one school year: every placement that took or takes place, to the day. */
function yearOf(
  db: ReadDb,
  placement: RecordOf<'placement'>,
  context: HoursContext,
): Output<'placements.hours'>['year'] {
  const { schoolYearStartMonth, enterpriseSharePercent } = context.settings;
  const { start, end } = schoolYearPeriod(schoolYearOf(placement.startsOn, schoolYearStartMonth), schoolYearStartMonth);
  const others = db
    .all<Omit<Timed, 'weekPattern'> & { weekPattern: string | null }>(
      `SELECT id, starts_on AS startsOn, ends_on AS endsOn, week_pattern AS weekPattern FROM placement
        WHERE student_id = ? AND starts_on <= ? AND ends_on >= ? AND (state <> 'didNotStart' OR id = ?)`,
      placement.studentId,
      end,
      start,
      placement.id,
    )
    .map(other => ({
      ...other,
      weekPattern: other.weekPattern === null ? null : (JSON.parse(other.weekPattern) as number[]),
    }));
  const hundredths = others
    .flatMap(other => hoursOf(db, other, context).days)
    .filter(day => day.date >= start && day.date <= end)
    .reduce((sum, day) => sum + Math.round(day.hours * 100), 0);
  const specialtyId = placement.specialtyId ?? readRecord(db, 'student', placement.studentId)?.specialtyId ?? null;
  const base =
    specialtyId === null
      ? null
      : (db.value<number | null>('SELECT practice_hours FROM specialty WHERE id = ?', specialtyId) ?? null);
  const known = base !== null && base > 0;
  return {
    startsOn: start,
    endsOn: end,
    hours: hundredths / 100,
    base,
    percent: known ? hundredths / base : null,
    minimumPercent: enterpriseSharePercent,
    reached: known ? hundredths >= base * enterpriseSharePercent : null,
  };
}

/** The day list of a placement with its explanation, totals and the share at the enterprise. Errors: notFound. */
export function placementHours(db: ReadDb, { id }: Input<'placements.hours'>): Output<'placements.hours'> {
  const placement = requireRecord(db, 'placement', id);
  const context = hoursContext(db);
  const result = hoursOf(db, placement, context);
  const expected = placement.hoursEnterprise ?? placement.hoursPlanned;
  return {
    id,
    startsOn: placement.startsOn,
    endsOn: placement.endsOn,
    weekly: [...weekOf(placement, context.settings)],
    weeklyFrom: placement.weekPattern === null ? 'settings' : 'placement',
    days: result.days.map(({ date, hours, why }) => ({
      date,
      weekday: weekdayOf(date),
      hours,
      why: explained(why, context.entered),
    })),
    months: hoursByMonth(result.days).map(month => ({ ...month })),
    total: result.total,
    workingDays: result.workingDays,
    expected,
    difference: expected === null ? null : (Math.round(result.total * 100) - expected * 100) / 100,
    year: yearOf(db, placement, context),
    unused: [...result.unused],
  };
}
