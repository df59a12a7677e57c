import type { ParsedRow, ParsedSheet } from './drafts.ts';
import { type ImportEntity, importEntities } from './fields.ts';
import { titleOf } from './find-firms.ts';
import { textOf } from './ledger.ts';
import { RecordPlanner } from './plan-records.ts';
import type {
  ActionCounts,
  ExistingRecords,
  ImportPlan,
  PlanDecisions,
  PlannedRow,
  PlannedSheet,
  RowAction,
} from './plan-types.ts';

const actions: readonly RowAction[] = ['create', 'update', 'same', 'merge', 'conflict', 'reject', 'skip'];

/** Referred to before referring: a placement needs its firm and its student. */
const order: readonly ImportEntity[] = ['firm', 'contact', 'student', 'agreement', 'placement', 'request'];

export type PlanOptions = {
  readonly decisions?: PlanDecisions;
  /** The sheets are the whole contingent, so that students who are missing have left. */
  readonly wholeContingent?: boolean;
};

/** Plans an import against what is stored: what each row will do, and what will be written in which order. Nothing is removed. */
export function planImport(
  sheets: readonly ParsedSheet[],
  existing: ExistingRecords,
  options: PlanOptions = {},
): ImportPlan {
  const decisions = options.decisions ?? {};
  const planner = new RecordPlanner(existing, decisions);
  const leftOut = new Set(decisions.leaveOut ?? []);
  const planned = new Map<ParsedSheet, PlannedSheet>();
  for (const entity of order) {
    for (const sheet of sheets) {
      if (sheet.entity !== entity) continue;
      const rows = sheet.rows.map(row => planRow(planner, sheet, row, leftOut.has(`${sheet.sheet}!${row.row}`)));
      planned.set(sheet, { sheet: sheet.sheet, entity, counts: countActions(rows), rows });
    }
  }
  const inOrder = sheets.flatMap(sheet => planned.get(sheet) ?? []);
  return {
    sheets: inOrder,
    counts: countActions(inOrder.flatMap(sheet => sheet.rows)),
    operations: planner.ledger.operations(),
    absentStudents: options.wholeContingent === true ? absentStudents(planner, existing) : [],
  };
}

/** How many rows do what. */
export function countActions(rows: readonly PlannedRow[]): ActionCounts {
  const counts = Object.fromEntries(actions.map(action => [action, 0])) as Record<RowAction, number>;
  for (const row of rows) counts[row.action]++;
  return counts;
}

/** How many records of each kind a plan creates. */
export function countInserts(plan: ImportPlan): Readonly<Record<ImportEntity, number>> {
  const counts = Object.fromEntries(importEntities.map(entity => [entity, 0])) as Record<ImportEntity, number>;
  for (const operation of plan.operations) {
    if (operation.kind === 'insert' && operation.entity in counts) counts[operation.entity as ImportEntity]++;
  }
  return counts;
}

function planRow(planner: RecordPlanner, sheet: ParsedSheet, row: ParsedRow, leftOut: boolean): PlannedRow {
  const plain: PlannedRow = {
    sheet: sheet.sheet,
    row: row.row,
    entity: sheet.entity,
    action: 'skip',
    title: '',
    recordId: null,
    changes: [],
    conflicts: [],
    issues: row.issues,
    remarks: [],
    skip: row.skip,
    offer: null,
    shown: row.shown,
  };
  if (row.skip !== null) return plain;
  if (leftOut) return { ...plain, remarks: [{ reason: 'leftOut', value: '', candidates: [] }] };
  const broken = row.issues.some(issue => issue.severity === 'error');
  if (row.draft === null || broken) return { ...plain, action: 'reject' };
  const outcome = planner.plan(row.draft);
  return {
    ...plain,
    action: outcome.action,
    title: outcome.record === null ? '' : titleOf(outcome.record),
    recordId: outcome.record?.id ?? null,
    changes: outcome.changes,
    conflicts: outcome.conflicts,
    remarks: outcome.remarks,
    offer: outcome.offer,
  };
}

function absentStudents(planner: RecordPlanner, existing: ExistingRecords): ImportPlan['absentStudents'] {
  const named = new Set(
    planner.ledger
      .touched('student')
      .filter(record => record.rows > 0)
      .map(record => record.id),
  );
  return existing
    .activeStudents()
    .filter(stored => !named.has(stored.id))
    .map(stored => ({
      id: stored.id,
      title: ['surname', 'givenName', 'patronymic']
        .map(field => textOf(stored.values, field))
        .join(' ')
        .trim(),
    }));
}
