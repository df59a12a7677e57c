import { type FieldChange, type FieldConflict, type LedgerRecord } from './ledger.ts';
import type { PlannedRow, PlanRemark, RowAction } from './plan-types.ts';

/** What planning a row has come to. */
export type RowOutcome = Pick<PlannedRow, 'action' | 'changes' | 'conflicts' | 'remarks' | 'offer'> & {
  readonly record: LedgerRecord | null;
};

/** Nothing: one for all rows, most of which have no changes, conflicts or remarks. */
export const none: readonly never[] = [];

/** A row that cannot be imported as it stands. */
export const refused = (remarks: readonly PlanRemark[], offer: PlannedRow['offer'] = null): RowOutcome => ({
  action: 'reject',
  record: null,
  changes: none,
  conflicts: none,
  remarks,
  offer,
});

/** Records by a key, each once. */
export class Shelf {
  readonly #records = new Map<string, LedgerRecord[]>();

  add(key: string, record: LedgerRecord): void {
    const held = this.#records.get(key);
    if (held === undefined) this.#records.set(key, [record]);
    else if (!held.includes(record)) held.push(record);
  }

  of(key: string): readonly LedgerRecord[] {
    return this.#records.get(key) ?? [];
  }
}

/** A row that brings a new record. */
export function created(record: LedgerRecord, remarks: readonly PlanRemark[]): RowOutcome {
  record.rows++;
  return { action: 'create', record, changes: none, conflicts: none, remarks, offer: null };
}

/** The action for a row whose record was there already, stored or earlier in the file. */
export function met(
  record: LedgerRecord,
  result: {
    readonly changes: readonly FieldChange[];
    readonly conflicts: readonly FieldConflict[];
    readonly remarks: readonly PlanRemark[];
  },
  counted = false,
): RowOutcome {
  const repeated = record.rows > (counted ? 1 : 0);
  if (!counted) record.rows++;
  return { action: actionOf(record, result, repeated), record, ...result, offer: null };
}

function actionOf(
  record: LedgerRecord,
  { changes, conflicts }: { readonly changes: readonly FieldChange[]; readonly conflicts: readonly FieldConflict[] },
  repeated: boolean,
): RowAction {
  if (conflicts.length > 0) return 'conflict';
  if (record.isNew) return 'merge';
  if (changes.length > 0) return repeated ? 'merge' : 'update';
  return 'same';
}
