import type { ReadDb } from '#main/database/handles.ts';
import { annualReport } from '#main/features/reports/queries.ts';
import { benchDay } from '../support/big-college.ts';
import type { Line } from '../support/measure.ts';
import type { BenchCollege } from '../support/open-bench.ts';

type Placement = {
  readonly state: string;
  readonly practice: string;
  readonly specialty: string;
  readonly firm: string;
  readonly starts: string;
  readonly ends: string;
  readonly hours: number | null;
  readonly hired: number | null;
};

type Question = { readonly sql: string; readonly values: readonly unknown[] };

/** What is asked of the database while something is computed from it. */
function questionsOf(db: ReadDb, compute: (db: ReadDb) => unknown): readonly Question[] {
  const asked: Question[] = [];
  const listening =
    <Answer>(answer: (sql: string, ...values: unknown[]) => Answer) =>
    (sql: string, ...values: unknown[]): Answer => {
      asked.push({ sql, values });
      return answer(sql, ...values);
    };
  const { all, get, value, column, rows } = db;
  compute({
    ...db,
    all: listening(all),
    get: listening(get),
    value: listening(value),
    column: listening(column),
    rows: listening(rows),
  } as ReadDb);
  return asked;
}

const subject = { schoolYear: 2024, language: 'kk' } as const;

/** The annual report of a school year, every figure with its comparison to the year before. */
export function reportLines(college: BenchCollege): readonly Line[] {
  const db = college.app.db();
  let round = 0;
  const sums = (): unknown => {
    const rows = db.all<Placement>(
      `SELECT state, practice_type_id AS practice, specialty_id AS specialty, firm_id AS firm, starts_on AS starts, ends_on AS ends,
         ifnull(hours_enterprise, hours_planned) AS hours, hired FROM placement`,
    );
    return [2024, 2023].map(year => {
      const held = rows.filter(
        row => row.state !== 'didNotStart' && row.starts <= `${year + 1}-08-31` && row.ends >= `${year}-09-01`,
      );
      const by = (key: 'practice' | 'specialty' | 'firm'): ReadonlyMap<string, number> => {
        const totals = new Map<string, number>();
        for (const row of held) totals.set(row[key], (totals.get(row[key]) ?? 0) + (row.hours ?? 0));
        return totals;
      };
      return [by('practice'), by('specialty'), by('firm'), held.filter(row => row.hired === 1).length];
    });
  };
  /** The questions that all indicators ask of the file, put to SQLite one after the other and nothing else done with the answers. */
  let questions: readonly Question[] | null = null;
  const askBare = (): unknown => {
    questions ??= questionsOf(db, one => annualReport(one, subject, benchDay));
    return questions.map(({ sql, values }) => db.all(sql, ...values).length);
  };
  return [
    {
      name: 'annual report: all indicators of a year and the year before',
      unit: 'ms',
      budget: 1000,
      ours: () => college.call('reports.annual', subject),
      peer: { what: 'the placement figures alone: all placements read and summed in JavaScript', run: sums },
      limit: { what: 'the same questions of all indicators, run in SQLite without the program', run: askBare },
    },
    {
      name: 'annual report: frozen with the lists behind its numbers',
      unit: 'ms',
      budget: 3000,
      rounds: 3,
      ours: () => college.call('reports.freeze', { schoolYear: 2024, language: 'ru', note: `${round++}` }),
    },
    {
      name: 'annual report: what has changed since it was frozen',
      unit: 'ms',
      budget: 3000,
      rounds: 3,
      ours: async () => {
        const [frozen] = await college.call('reports.frozen', {});
        return frozen === undefined ? null : await college.call('reports.changes', { id: frozen.id });
      },
    },
    {
      name: 'annual report: XLSX and DOCX written',
      unit: 'ms',
      budget: 4000,
      rounds: 5,
      ours: () => college.call('reports.export', { schoolYear: 2024, language: 'ru', formats: ['xlsx', 'docx'] }),
    },
  ];
}
