import { daysOfView } from '#shared/domain/calendar-view.ts';
import type { Line } from '../support/measure.ts';
import type { BenchCollege } from '../support/open-bench.ts';

/** The calendar of a busy month and of a whole year: everything in it, placements as bars. */
export function calendarLines(college: BenchCollege): readonly Line[] {
  const db = college.app.db();
  const busiest =
    db.value<string>(
      'SELECT substr(starts_on, 1, 7) AS month FROM placement GROUP BY 1 ORDER BY count(*) DESC, 1 DESC LIMIT 1',
    ) ?? '2025-09';
  const { start, end } = daysOfView('month', `${busiest}-15`);
  const raw = `SELECT s.group_id, p.practice_type_id, p.starts_on, p.ends_on, count(*) FROM placement p JOIN student s ON s.id = p.student_id
    WHERE p.ends_on >= ? AND p.starts_on <= ? GROUP BY 1, 2, 3, 4`;
  return [
    {
      name: `calendar: everything of the busiest month (${busiest}), placements as bars by group`,
      unit: 'ms',
      budget: 50,
      ours: () => college.call('calendar.items', { from: start, to: end }),
      limit: { what: 'the bars alone, as one statement', run: () => db.all(raw, start, end) },
    },
    {
      name: 'calendar: the same month with bars by firm',
      unit: 'ms',
      budget: 50,
      ours: () => college.call('calendar.items', { from: start, to: end, by: 'firm' }),
    },
    {
      name: 'calendar: counts per day of a whole year',
      unit: 'ms',
      budget: 50,
      ours: () =>
        college.call('calendar.counts', { from: `${busiest.slice(0, 4)}-01-01`, to: `${busiest.slice(0, 4)}-12-31` }),
    },
  ];
}
