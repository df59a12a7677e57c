import type { Label } from '#shared/contract/history.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { Change } from '../../database/records.ts';

type BatchRow = { readonly id: string; readonly label: string; readonly at: string };
export type BatchStep = { readonly id: string; readonly label: Label; readonly at: string };

const toStep = (row: BatchRow | undefined): BatchStep | undefined =>
  row === undefined ? undefined : { id: row.id, at: row.at, label: JSON.parse(row.label) as Label };

/** The newest batch that stands (or the named one, if it stands); one of which something was erased cannot be put back. */
export function undoTarget(db: ReadDb, batchId?: string): BatchStep | undefined {
  const standing = "kind IN ('do', 'redo') AND reversed_by IS NULL AND erased_at IS NULL";
  return toStep(
    batchId === undefined
      ? db.get<BatchRow>(`SELECT id, label, at FROM batch WHERE ${standing} ORDER BY seq DESC LIMIT 1`)
      : db.get<BatchRow>(`SELECT id, label, at FROM batch WHERE id = ? AND ${standing}`, batchId),
  );
}

/** The newest undo that nothing has been done after. */
export function redoTarget(db: ReadDb): BatchStep | undefined {
  return toStep(
    db.get<BatchRow>(
      `SELECT id, label, at FROM batch WHERE kind = 'undo' AND reversed_by IS NULL AND erased_at IS NULL
         AND seq > ifnull((SELECT max(seq) FROM batch WHERE kind = 'do'), 0) ORDER BY seq DESC LIMIT 1`,
    ),
  );
}

type AuditRow = {
  readonly seq: number;
  readonly entity: string;
  readonly entity_id: string;
  readonly action: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Every change of a batch in the order it was made. */
export function readChanges(db: ReadDb, batchId: string): readonly Change[] {
  return db
    .all<AuditRow>(
      'SELECT seq, entity, entity_id, action, before, after FROM audit WHERE batch_id = ? ORDER BY seq',
      batchId,
    )
    .map(row => ({
      seq: row.seq,
      entity: row.entity as Change['entity'],
      entityId: row.entity_id,
      action: row.action as Change['action'],
      before: row.before === null ? null : (JSON.parse(row.before) as Record<string, unknown>),
      after: row.after === null ? null : (JSON.parse(row.after) as Record<string, unknown>),
    }));
}
