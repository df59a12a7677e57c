import type { Input, Output } from '#shared/contract/index.ts';
import type { AttendanceMonth } from '#shared/contract/monitoring.ts';
import { monthsOf } from '#shared/domain/attendance.ts';
import { hoursByMonth } from '#shared/domain/hours.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { nameSql } from '../../database/localized-name.ts';
import { hoursContext, hoursOf, studentNameSql } from '../placements/queries.ts';
import { overallSql } from './queries.ts';

type Timed = Pick<RecordOf<'placement'>, 'id' | 'startsOn' | 'endsOn' | 'weekPattern'>;

type Plan = Pick<AttendanceMonth, 'placementId' | 'month' | 'planned' | 'days'>;

/** Planned hours and days of each month of placements, by «placement month». */
export function monthPlans(db: ReadDb, placementIds: readonly string[]): ReadonlyMap<string, Plan> {
  const context = hoursContext(db);
  const placements = db.all<Omit<Timed, 'weekPattern'> & { readonly weekPattern: string | null }>(
    `SELECT id, starts_on AS startsOn, ends_on AS endsOn, week_pattern AS weekPattern FROM placement
      WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(placementIds),
  );
  return new Map(
    placements.flatMap(placement => {
      const weekPattern = placement.weekPattern === null ? null : (JSON.parse(placement.weekPattern) as number[]);
      const hours = hoursByMonth(hoursOf(db, { ...placement, weekPattern }, context).days);
      const planned = new Map(hours.map(month => [month.month, month.hours]));
      return monthsOf({ start: placement.startsOn, end: placement.endsOn }).map(({ month, days }): [string, Plan] => [
        `${placement.id} ${month}`,
        { placementId: placement.id, month, planned: planned.get(month) ?? 0, days },
      ]);
    }),
  );
}

type Party = {
  readonly id: string;
  readonly studentName: string;
  readonly firmName: string;
  readonly startsOn: string;
};

/** Placements with the names of both parties, in the order of the ids; unknown ids are left out. */
const parties = (db: ReadDb, placementIds: readonly string[]): readonly Party[] =>
  db.all<Party>(
    `SELECT p.id, ${studentNameSql} AS studentName, ${nameSql('f')} AS firmName, p.starts_on AS startsOn
      FROM json_each(?) page CROSS JOIN placement p ON p.id = page.value JOIN student s ON s.id = p.student_id JOIN firm f ON f.id = p.firm_id
      ORDER BY page.key`,
    JSON.stringify(placementIds),
  );

type Entered = Pick<AttendanceMonth, 'attended' | 'excused' | 'unexcused' | 'note'>;

/** The months of placements with planned and entered hours, by placement in the order asked for, then by month. */
export function attendanceMonths(db: ReadDb, input: Input<'attendance.months'>): Output<'attendance.months'> {
  const entered = new Map(
    db
      .all<Entered & { readonly key: string }>(
        `SELECT placement_id || ' ' || month AS key, attended, excused, unexcused, note FROM month_attendance
          WHERE placement_id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(input.placementIds),
      )
      .map(({ key, ...hours }) => [key, hours]),
  );
  const plans = [...monthPlans(db, input.placementIds)].filter(
    ([, plan]) => input.month === undefined || plan.month === input.month,
  );
  const none: Entered = { attended: null, excused: null, unexcused: null, note: null };
  return parties(db, input.placementIds).flatMap(({ id, studentName, firmName }) =>
    plans
      .filter(([, plan]) => plan.placementId === id)
      .map(([key, plan]) => ({ studentName, firmName, ...plan, ...(entered.get(key) ?? none) })),
  );
}

type Found = { readonly placementId: string; readonly scores: string; readonly comment: string | null };
type Before = { readonly placementId: string; readonly evaluatedOn: string; readonly overall: number | null };

/** The lines of the table in which evaluations of a side and a day are entered. */
export function evaluationSheet(db: ReadDb, input: Input<'evaluations.sheet'>): Output<'evaluations.sheet'> {
  const { side, evaluatedOn } = input;
  const ids = JSON.stringify(input.placementIds);
  const there = new Map(
    db
      .all<Found>(
        `SELECT placement_id AS placementId, scores, comment FROM evaluation
          WHERE placement_id IN (SELECT value FROM json_each(?)) AND side = ? AND evaluated_on = ?`,
        ids,
        side,
        evaluatedOn,
      )
      .map(row => [row.placementId, row]),
  );
  const before = new Map(
    db
      .all<Before>(
        `SELECT e.placement_id AS placementId, e.evaluated_on AS evaluatedOn, ${overallSql('e')} AS overall FROM evaluation e
          WHERE e.placement_id IN (SELECT value FROM json_each(?)) AND e.side = ? AND e.evaluated_on <> ? ORDER BY e.evaluated_on`,
        ids,
        side,
        evaluatedOn,
      )
      .map(({ placementId, ...rest }) => [placementId, rest]),
  );
  return parties(db, input.placementIds).map(({ id, ...party }) => {
    const row = there.get(id);
    return {
      placementId: id,
      ...party,
      scores: row === undefined ? {} : (JSON.parse(row.scores) as Record<string, number>),
      comment: row?.comment ?? null,
      before: before.get(id) ?? null,
    };
  });
}
