import type { Line } from '../support/measure.ts';
import type { BenchCollege } from '../support/open-bench.ts';

/** What officers ask the lists of students and placements besides names, and who fits where. */
export function recordLines(college: BenchCollege): readonly Line[] {
  const db = college.app.db();
  const some = db.get<{ phone: string; iin: string; surname: string }>(
    'SELECT phone, iin, surname FROM student WHERE phone IS NOT NULL AND iin IS NOT NULL ORDER BY id LIMIT 1 OFFSET (SELECT count(*) / 2 FROM student)',
  );
  if (some === undefined) throw new Error('no students to look for');
  const asked = db.column<string>("SELECT id FROM student WHERE status = 'active' ORDER BY sort_key LIMIT 200");
  const line = (name: string, run: () => Promise<unknown>, budget = 50): Line => ({
    name,
    unit: 'ms',
    budget,
    ours: run,
  });
  const year = { withoutPlacementFrom: '2025-09-01', withoutPlacementTo: '2026-08-31' };
  return [
    line('students: the last four digits of a phone', () =>
      college.call('students.list', { search: some.phone.slice(-4) }),
    ),
    line('students: the middle of an IIN', () => college.call('students.list', { search: some.iin.slice(2, 8) })),
    line('placements: the last four digits of a phone', () =>
      college.call('placements.list', { search: some.phone.slice(-4) }),
    ),
    line('placements: one letter, which most students have', () => college.call('placements.list', { search: 'а' })),
    line('students: a surname with its other spellings', () => college.call('students.list', { search: some.surname })),
    line('placements: on the same days as another', () =>
      college.call('placements.list', { filter: { overlaps: true } }),
    ),
    line('placements: beyond the agreed places', () =>
      college.call('placements.list', { filter: { overCapacity: true } }),
    ),
    line('students: not placed in the year', () => college.call('students.list', { filter: year })),
    line('placements: anything still to ask about', () =>
      college.call('placements.list', { filter: { attention: ['unevaluated', 'outcomeUnknown', 'followUpDue'] } }),
    ),
    line('evaluations: by the name of the student', () => college.call('evaluations.list', { search: some.surname })),
    line(
      'who fits where: 200 students',
      () => college.call('placements.suggest', { studentIds: asked, startsOn: '2026-01-12', endsOn: '2026-05-29' }),
      100,
    ),
  ];
}
