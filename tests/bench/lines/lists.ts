import type { Line } from '../support/measure.ts';
import type { BenchCollege } from '../support/open-bench.ts';

type Row = Readonly<Record<string, unknown>> & {
  readonly studentName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: string;
};

const filter = { activeFrom: '2024-09-01', activeTo: '2025-08-31', state: ['completed' as const] };

/** A page of the largest list: filtered, in Kazakh order, counted, one hundred rows through the router. */
export function listLines(college: BenchCollege): readonly Line[] {
  const db = college.app.db();
  const raw = `SELECT p.id FROM student s CROSS JOIN placement p ON p.student_id = s.id
    WHERE p.state = 'completed' AND p.starts_on <= '2025-08-31' AND p.ends_on >= '2024-09-01' ORDER BY s.sort_key, s.id, p.id LIMIT 100`;
  const page = `SELECT p.*, s.surname, s.given_name, s.patronymic, g.code, f.name_ru, t.code FROM placement p JOIN student s ON s.id = p.student_id
    LEFT JOIN student_group g ON g.id = s.group_id JOIN firm f ON f.id = p.firm_id JOIN practice_type t ON t.id = p.practice_type_id WHERE p.id = ?`;
  const all = db.all<Row>(
    `SELECT p.*, s.surname || ' ' || s.given_name AS studentName, p.starts_on AS startsOn, p.ends_on AS endsOn, f.name_ru AS firmName
       FROM placement p JOIN student s ON s.id = p.student_id JOIN firm f ON f.id = p.firm_id`,
  );
  const collator = new Intl.Collator('kk');
  const inMemory = (): unknown =>
    all
      .filter(row => row.state === 'completed' && row.startsOn <= filter.activeTo && row.endsOn >= filter.activeFrom)
      .toSorted((left, right) => collator.compare(left.studentName, right.studentName))
      .slice(0, 100);
  return [
    {
      name: 'list page: 100 placements of a year in Kazakh order, filtered and counted',
      unit: 'ms',
      budget: 50,
      ours: () =>
        college.call('placements.list', { filter, sort: { field: 'studentName', direction: 'asc' }, limit: 100 }),
      peer: { what: 'all rows in memory, filtered and sorted with Intl.Collator', run: inMemory },
      limit: {
        what: 'the same statements prepared by hand, without count and checks',
        run: () => db.column<string>(raw).map(id => db.get(page, id)),
      },
    },
    {
      name: 'list page: the first 100 of all placements by date',
      unit: 'ms',
      budget: 50,
      ours: () => college.call('placements.list', { limit: 100 }),
      peer: {
        what: 'all rows in memory, sorted',
        run: () => all.toSorted((left, right) => (left.startsOn < right.startsOn ? 1 : -1)).slice(0, 100),
      },
      limit: {
        what: 'the index read alone',
        run: () => db.column('SELECT id FROM placement ORDER BY starts_on DESC, id DESC LIMIT 100'),
      },
    },
    {
      name: 'list page: row 20,000 of all students by name',
      unit: 'ms',
      budget: 50,
      ours: () => college.call('students.list', { offset: 20_000, limit: 100 }),
    },
  ];
}
