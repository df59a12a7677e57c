import type { Input, Output } from '#shared/contract/index.ts';
import type { ReportSpan } from '#shared/contract/reports.ts';
import { schoolYearOf } from '#shared/domain/dates.ts';
import type { ReadDb } from '../../database/handles.ts';
import { annualReport } from '../reports/queries.ts';
import { readSettings } from '../settings/queries.ts';

/** Whether any target is set; without one nothing has to be counted. */
export const hasTargets = (db: ReadDb): boolean => db.value('SELECT 1 FROM indicator_target LIMIT 1') !== undefined;

/** Where the year stands against what it is meant to reach; nothing is counted when no target is set. */
export function yearTargets(db: ReadDb, { language }: Input<'tasks.targets'>, today: string): Output<'tasks.targets'> {
  const spans: readonly Extract<ReportSpan, { readonly year: number }>[] = [
    { kind: 'schoolYear', year: schoolYearOf(today, readSettings(db).schoolYearStartMonth) },
    { kind: 'calendarYear', year: Number(today.slice(0, 4)) },
  ];
  const set = spans.filter(
    ({ kind, year }) =>
      db.value('SELECT 1 FROM indicator_target WHERE span = ? AND year = ? LIMIT 1', kind, year) !== undefined,
  );
  return set.flatMap(span => {
    const report = annualReport(db, { span, language }, today);
    return report.indicators.flatMap(({ id, title, rows, total }) =>
      [...rows, ...(total === null ? [] : [total])].flatMap(row =>
        Object.entries(row.cells).flatMap(([column, { value, measure, drill, target }]) =>
          target === undefined
            ? []
            : [
                {
                  key: `${span.kind} ${id} ${row.key} ${column}`,
                  title,
                  row: row.label,
                  period: report.periodName,
                  value,
                  target: target.value,
                  direction: target.direction,
                  measure,
                  drill,
                },
              ],
        ),
      ),
    );
  });
}
