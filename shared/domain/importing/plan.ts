import type { ParsedRow, ParsedSheet } from './drafts.ts';
import { type ImportEntity, importEntities } from './fields.ts';
import { titleOf } from './find-firms.ts';
import { type ConflictChoice, textOf } from './ledger.ts';
import { RecordPlanner } from './plan-records.ts';
import {
  type AbsentStudent,
  type ActionCounts,
  type ExistingRecords,
  type ImportPlan,
  type PlanDecisions,
  type PlannedRow,
  type PlannedSheet,
  placeOf,
  type RowAction,
} from './plan-types.ts';
import { none, type RowOutcome } from './row-outcome.ts';

const actions: readonly RowAction[] = ['create', 'update', 'same', 'merge', 'conflict', 'reject', 'skip'];

/** Referred to before referring: a placement needs its firm and its student. */
const order: readonly ImportEntity[] = ['firm', 'contact', 'student', 'agreement', 'placement', 'request'];

export type PlanOptions = {
  readonly decisions?: PlanDecisions;
  /** The sheets are the whole contingent, so that students who are missing have left. */
  readonly wholeContingent?: boolean;
  /** Called after each row; may throw to stop. */
  readonly step?: () => void;
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
      const rows = sheet.rows.map(row => {
        options.step?.();
        const place = placeOf(sheet.sheet, row.row);
        return planRow(planner, sheet, row, {
          place,
          leftOut: leftOut.has(place),
          choices: decisions.conflicts?.[place] ?? {},
          edited: editedColumns(decisions.edits?.[place]),
        });
      });
      planned.set(sheet, { sheet: sheet.sheet, entity, counts: countActions(rows), rows });
    }
  }
  const inOrder = sheets.flatMap(sheet => planned.get(sheet) ?? []);
  const absent = options.wholeContingent === true ? absentStudents(planner, existing) : [];
  return {
    sheets: inOrder,
    counts: sumCounts(inOrder),
    absentStudents: absent,
    leavers: confirmLeavers(planner, existing, absent, decisions.leavers),
    operations: planner.ledger.operations(),
  };
}

/** How many rows do what. */
export function countActions(rows: readonly PlannedRow[]): ActionCounts {
  const counts = Object.fromEntries(actions.map(action => [action, 0])) as Record<RowAction, number>;
  for (const row of rows) counts[row.action]++;
  return counts;
}

function sumCounts(sheets: readonly PlannedSheet[]): ActionCounts {
  const sum = { ...countActions([]) };
  for (const { counts } of sheets) for (const action of actions) sum[action] += counts[action];
  return sum;
}

/** How many records of each kind a plan creates. */
export function countInserts(plan: ImportPlan): Readonly<Record<ImportEntity, number>> {
  const counts = Object.fromEntries(importEntities.map(entity => [entity, 0])) as Record<ImportEntity, number>;
  for (const operation of plan.operations) {
    if (operation.kind === 'insert' && operation.entity in counts) counts[operation.entity as ImportEntity]++;
  }
  return counts;
}

const editedColumns = (edits: Readonly<Record<string, string>> | undefined): readonly number[] =>
  edits === undefined ? none : Object.keys(edits).map(Number);

type RowDecisions = {
  readonly place: string;
  readonly leftOut: boolean;
  readonly choices: Readonly<Record<string, ConflictChoice>>;
  readonly edited: readonly number[];
};

function planRow(
  planner: RecordPlanner,
  sheet: ParsedSheet,
  row: ParsedRow,
  { place, leftOut, choices, edited }: RowDecisions,
): PlannedRow {
  const plain: PlannedRow = {
    sheet: sheet.sheet,
    row: row.row,
    record: row.record,
    entity: sheet.entity,
    action: 'skip',
    title: '',
    recordId: null,
    changes: none,
    conflicts: none,
    issues: row.issues,
    remarks: none,
    skip: row.skip,
    offer: null,
    shown: row.shown,
    edited,
  };
  if (row.skip !== null) return plain;
  if (leftOut) return { ...plain, remarks: [{ reason: 'leftOut', value: '', candidates: [] }] };
  const broken = row.issues.some(issue => issue.severity === 'error');
  if (row.draft === null || broken) return { ...plain, action: 'reject' };
  planner.ledger.begin(place);
  const outcome = settleConflicts(planner.plan(row.draft), choices);
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

/** Lets the values the officer has chosen in; a row whose conflicts are all chosen is no conflict any more. */
function settleConflicts(outcome: RowOutcome, choices: Readonly<Record<string, ConflictChoice>>): RowOutcome {
  const { record } = outcome;
  if (outcome.conflicts.length === 0 || record === null || Object.keys(choices).length === 0) return outcome;
  const changes = [...outcome.changes];
  const conflicts = outcome.conflicts.map(conflict => {
    const choice = choices[conflict.field];
    if (choice === undefined) return conflict;
    if (choice === 'other') {
      record.values[conflict.field] = conflict.other;
      changes.push({ field: conflict.field, from: conflict.kept, to: conflict.other });
    }
    return { ...conflict, choice };
  });
  const open = conflicts.some(conflict => conflict.choice === undefined);
  const settled = record.isNew ? 'merge' : changes.length > 0 ? 'update' : 'same';
  return { ...outcome, changes, conflicts, action: open ? outcome.action : settled };
}

function absentStudents(planner: RecordPlanner, existing: ExistingRecords): readonly AbsentStudent[] {
  const named = new Set(
    planner.ledger
      .touched('student')
      .filter(record => record.rows > 0)
      .map(record => record.id),
  );
  const groups = new Map(existing.groups().map(group => [group.id, textOf(group.values, 'code')]));
  return existing
    .activeStudents()
    .filter(stored => !named.has(stored.id))
    .map(({ id, values }) => ({
      id,
      title: ['surname', 'givenName', 'patronymic']
        .map(field => textOf(values, field))
        .join(' ')
        .trim(),
      group: groups.get(textOf(values, 'groupId')) ?? '',
    }));
}

/** Writes down who has left; nobody is removed, and nobody the export still names is touched. */
function confirmLeavers(
  planner: RecordPlanner,
  existing: ExistingRecords,
  absent: readonly AbsentStudent[],
  confirmed: PlanDecisions['leavers'],
): number {
  if (confirmed === undefined) return 0;
  const chosen = new Set(confirmed.ids);
  let count = 0;
  for (const { id } of absent) {
    const stored = chosen.has(id) ? existing.studentById(id) : null;
    if (stored === null) continue;
    Object.assign(planner.ledger.take('student', stored).values, { status: 'left', leftOn: confirmed.leftOn });
    count++;
  }
  return count;
}
