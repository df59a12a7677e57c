import type { Output } from '#shared/contract/index.ts';
import { answerKey } from '#shared/domain/importing/find-firms.ts';
import type { ImportPlan, PlannedRow, PlanReason } from '#shared/domain/importing/plan-types.ts';
import type { Preview } from './previews.ts';

type Cause = Output<'importing.preview'>['sheets'][number]['causes'][number];
type Question = Output<'importing.preview'>['questions'][number];

const gravity: Readonly<Record<Cause['severity'], number>> = { error: 0, warning: 1, repaired: 2 };

/** What was found in the rows of a sheet, by cause: one line for a hundred rows with the same trouble. */
export function causesOf(plan: ImportPlan, sheetName: string): Cause[] {
  const causes = new Map<string, Cause>();
  const rows = plan.sheets.find(sheet => sheet.sheet === sheetName)?.rows ?? [];
  for (const row of rows) {
    const found = new Map<string, Cause['severity']>();
    for (const { reason, severity } of row.issues) found.set(reason, severity);
    for (const { reason } of row.remarks) found.set(reason, row.action === 'reject' ? 'error' : 'warning');
    for (const [reason, severity] of found) {
      const known = causes.get(reason);
      const graver = known !== undefined && gravity[known.severity] < gravity[severity] ? known.severity : severity;
      causes.set(reason, { reason, severity: graver, rows: (known?.rows ?? 0) + 1 });
    }
  }
  return [...causes.values()].toSorted(
    (left, right) => gravity[left.severity] - gravity[right.severity] || right.rows - left.rows,
  );
}

const asking: Partial<Record<PlanReason, Question['kind']>> = {
  firmAmbiguous: 'firms',
  firmAnswered: 'firms',
  studentAmbiguous: 'students',
  studentAnswered: 'students',
};

/** Words that may mean several records, each asked once; answered ones stay, so that an answer can be changed. */
export function questionsOf({ plan, decisions, answers }: Preview): Question[] {
  const questions = new Map<string, Question>();
  for (const row of plan.sheets.flatMap(sheet => sheet.rows)) {
    for (const { reason, value: words, candidates } of row.remarks) {
      const kind = asking[reason];
      if (kind === undefined) continue;
      const key = `${kind} ${words}`;
      const known = questions.get(key);
      const own = decisions[kind]?.[words];
      const answer = own ?? answers[kind][words] ?? answers[kind][answerKey(words)] ?? null;
      questions.set(key, {
        kind,
        words,
        rows: (known?.rows ?? 0) + 1,
        candidates: candidates.map(candidate => ({ ...candidate })),
        answer: answer === '' ? null : answer,
        remembered: own === undefined && answer !== null,
        mayBeNew: (known?.mayBeNew ?? false) || isListOf(kind, row),
      });
    }
  }
  return [...questions.values()];
}

const isListOf = (kind: Question['kind'], row: PlannedRow): boolean =>
  (kind === 'firms' && row.entity === 'firm') || (kind === 'students' && row.entity === 'student');
