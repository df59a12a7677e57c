import type { Input, Output } from '#shared/contract/index.ts';
import type { EvaluationSide, Scores } from '#shared/contract/monitoring.ts';
import { attendanceProblems, attendanceWarnings, isEmptyMonth } from '#shared/domain/attendance.ts';
import { AppError } from '#shared/result.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readRecord, requireRecord, type Transaction } from '../../database/records.ts';
import { confirmWarnings, type Prepare, refuseFields, titleOf } from '../shared/record-feature.ts';
import { monthPlans } from './sheets.ts';

/** A visit has a day, a place of its firm, and findings no earlier than today. */
export const prepareVisit: Prepare<'visit'> = (tx, next) => {
  const problems: Record<string, string> = {};
  if (next.plannedOn === null && next.doneOn === null) problems['plannedOn'] = 'required';
  if (next.doneOn !== null && next.doneOn > tx.today) problems['doneOn'] = 'inFuture';
  if (next.nextOn !== null && next.nextStep === null) problems['nextStep'] = 'required';
  if (next.stepDoneOn !== null && next.nextStep === null) problems['nextStep'] = 'required';
  if (next.stepDoneOn !== null && next.stepDoneOn > tx.today) problems['stepDoneOn'] = 'inFuture';
  const belongs = (table: 'site' | 'placement', id: string | null): boolean =>
    id === null || tx.db.value(`SELECT 1 FROM ${table} WHERE id = ? AND firm_id = ?`, id, next.firmId) !== undefined;
  if (!belongs('site', next.siteId)) problems['siteId'] = 'otherFirm';
  if (!belongs('placement', next.placementId)) problems['placementId'] = 'otherFirm';
  refuseFields(problems);
  return next;
};

export const prepareCriterion: Prepare<'evaluationCriterion'> = (tx, next, { before }) => {
  const taken = tx.db.value(
    'SELECT 1 FROM evaluation_criterion WHERE side = ? AND code = ? AND id IS NOT ?',
    next.side,
    next.code,
    before?.id ?? null,
  );
  if (taken !== undefined) refuseFields({ code: 'codeTaken' });
  if (before !== null && before.side !== next.side && isScored(tx.db, before.id)) refuseFields({ side: 'fixed' });
  return next;
};

/** Whether any evaluation has a score for the criterion. */
const isScored = (db: ReadDb, criterionId: string): boolean =>
  db.value(`SELECT 1 FROM evaluation WHERE scores LIKE '%"' || ? || '"%' LIMIT 1`, criterionId) !== undefined;

/** Removes a criterion that nothing was scored by. Errors: inUse, notFound, stale. */
export function removeCriterion(
  tx: Transaction,
  { id, revision }: Input<'evaluationCriteria.remove'>,
): Output<'evaluationCriteria.remove'> {
  const title = titleOf(tx.db, 'evaluationCriterion', requireRecord(tx.db, 'evaluationCriterion', id));
  if (isScored(tx.db, id)) throw new AppError('inUse', { entity: 'evaluationCriterion', title, by: 'evaluation' });
  tx.label('removed', { entity: 'evaluationCriterion', title });
  tx.remove('evaluationCriterion', id, revision);
  return { id };
}

type Evaluated = {
  readonly placementId: string;
  readonly side: EvaluationSide;
  readonly evaluatedOn: string;
  readonly scores: Scores;
};

/** What an evaluation contradicts, field → text key under `validation`. */
function evaluationProblems(tx: Transaction, next: Evaluated): Record<string, string> {
  const problems: Record<string, string> = {};
  const placement = readRecord(tx.db, 'placement', next.placementId);
  if (placement === undefined) problems['placementId'] = 'notFound';
  else if (next.evaluatedOn < placement.startsOn) problems['evaluatedOn'] = 'beforePlacement';
  if (next.evaluatedOn > tx.today) problems['evaluatedOn'] = 'inFuture';
  const known = tx.db.column<string>('SELECT id FROM evaluation_criterion WHERE side = ?', next.side);
  for (const id of Object.keys(next.scores)) if (!known.includes(id)) problems[`scores.${id}`] = 'notFound';
  return problems;
}

export const prepareEvaluation: Prepare<'evaluation'> = (tx, next, { before }) => {
  const problems = evaluationProblems(tx, next);
  if (Object.keys(next.scores).length === 0 && next.comment === null) problems['scores'] = 'required';
  const taken = tx.db.value(
    'SELECT 1 FROM evaluation WHERE placement_id = ? AND side = ? AND evaluated_on = ? AND id IS NOT ?',
    next.placementId,
    next.side,
    next.evaluatedOn,
    before?.id ?? null,
  );
  if (taken !== undefined) problems['evaluatedOn'] ??= 'duplicate';
  refuseFields(problems);
  return next;
};

/** Problems of each row under `rows.<index>.<field>`. */
function inRow(problems: Record<string, string>, index: number, found: Readonly<Record<string, string>>): void {
  for (const [field, problem] of Object.entries(found)) problems[`rows.${index}.${field}`] = problem;
}

/** Names the batch after what it is about: one placement by its name, many by their number. */
function labelled(tx: Transaction, key: string, placementIds: readonly string[]): void {
  const [only] = new Set(placementIds);
  const alone = only !== undefined && new Set(placementIds).size === 1;
  const title = alone ? titleOf(tx.db, 'placement', requireRecord(tx.db, 'placement', only)) : '';
  tx.label(key, alone ? { title } : { count: placementIds.length });
}

/** Writes a table of evaluations as one batch: all or none. A line that was emptied removes its evaluation. Errors: validation. */
export function saveEvaluations(tx: Transaction, input: Input<'evaluations.save'>): Output<'evaluations.save'> {
  const { side, evaluatedOn } = input;
  const problems: Record<string, string> = {};
  input.rows.forEach((row, index) => {
    inRow(problems, index, evaluationProblems(tx, { ...row, side, evaluatedOn }));
  });
  refuseFields(problems);
  let [written, removed] = [0, 0];
  for (const { placementId, scores, comment } of input.rows) {
    const id = tx.db.value<string>(
      'SELECT id FROM evaluation WHERE placement_id = ? AND side = ? AND evaluated_on = ?',
      placementId,
      side,
      evaluatedOn,
    );
    if (Object.keys(scores).length > 0 || comment !== null) {
      if (id === undefined) tx.insert('evaluation', { placementId, side, evaluatedOn, scores, comment });
      else tx.update('evaluation', id, { scores, comment });
      written += 1;
    } else if (id !== undefined) {
      tx.remove('evaluation', id);
      removed += 1;
    }
  }
  labelled(
    tx,
    'evaluated',
    input.rows.map(row => row.placementId),
  );
  return { written, removed };
}

/**
 * Writes hours of months as one batch: all or none. A line that was emptied removes its month. More hours than the days have is
 * refused; more attended than planned is a warning. Errors: validation, needsConfirmation with fields `rows.<index>.<field>`.
 */
export function saveAttendance(tx: Transaction, input: Input<'attendance.save'>): Output<'attendance.save'> {
  const plans = monthPlans(tx.db, [...new Set(input.rows.map(row => row.placementId))]);
  const problems: Record<string, string> = {};
  const doubts: Record<string, string> = {};
  const seen = new Set<string>();
  input.rows.forEach((row, index) => {
    const key = `${row.placementId} ${row.month}`;
    const plan = plans.get(key);
    if (seen.has(key)) problems[`rows.${index}.month`] = 'duplicate';
    seen.add(key);
    if (isEmptyMonth(row)) return;
    if (plan === undefined) problems[`rows.${index}.month`] = 'outsidePlacement';
    else {
      inRow(problems, index, attendanceProblems(row, plan.days));
      if (attendanceWarnings(row, plan.planned).includes('attendedMoreThanPlanned'))
        doubts[`rows.${index}.attended`] = 'attendedMoreThanPlanned';
    }
  });
  refuseFields(problems);
  confirmWarnings([...new Set(Object.values(doubts))], new Set(input.accepted), doubts);
  let [written, removed] = [0, 0];
  for (const row of input.rows) {
    const known = monthOf(tx.db, row);
    if (isEmptyMonth(row) && row.note === null) {
      if (known === undefined) continue;
      tx.remove('monthAttendance', known);
      removed += 1;
    } else {
      if (known === undefined) tx.insert('monthAttendance', row);
      else tx.update('monthAttendance', known, row);
      written += 1;
    }
  }
  labelled(
    tx,
    'attended',
    input.rows.map(row => row.placementId),
  );
  return { written, removed };
}

const monthOf = (
  db: ReadDb,
  { placementId, month }: Pick<RecordOf<'monthAttendance'>, 'placementId' | 'month'>,
): string | undefined =>
  db.value<string>('SELECT id FROM month_attendance WHERE placement_id = ? AND month = ?', placementId, month);
