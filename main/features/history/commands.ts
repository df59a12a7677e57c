import type { Label } from '#shared/contract/history.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import { entities, type RecordOf } from '../../database/entities.ts';
import type { ReadDb, WriteDb } from '../../database/handles.ts';
import {
  type Change,
  type NewRecord,
  type Patch,
  readRecord,
  runBatch,
  type Transaction,
} from '../../database/records.ts';
import type { Ports } from '../../ports.ts';
import { readChanges, redoTarget, undoTarget } from './repository.ts';

type Step = { readonly id: string; readonly label: Label };
type Answer = { readonly value: Output<'history.undo'>; readonly changed: readonly EntityName[] };

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

/** Stops when a later change would be lost: the fields must still hold what the batch left in them. */
function requireUntouched(db: ReadDb, change: Change): void {
  const current = readRecord(db, change.entity, change.entityId) as Readonly<Record<string, unknown>> | undefined;
  const conflict = (): never => {
    const title = current === undefined ? '' : entities[change.entity].title(current as never, db);
    throw new AppError('undoConflict', { entity: change.entity, title });
  };
  if (change.action === 'delete') {
    if (current !== undefined) conflict();
    return;
  }
  if (current === undefined) return conflict();
  const ignored = new Set(['revision', 'updatedAt', 'createdAt', 'id']);
  const left = change.after ?? {};
  const touched = Object.keys(change.action === 'insert' ? { ...current, ...left } : left).some(
    field => !ignored.has(field) && !same(current[field], left[field]),
  );
  if (touched) conflict();
}

/** Puts back what one change altered. */
function invert(tx: Transaction, change: Change): void {
  requireUntouched(tx.db, change);
  const { entity, entityId } = change;
  switch (change.action) {
    case 'insert': {
      const instead = entities[entity].undoInsertBy;
      if (instead === undefined) tx.remove(entity, entityId);
      else tx.update(entity, entityId, instead);
      return;
    }
    case 'update':
      tx.update(entity, entityId, change.before as Patch<typeof entity>);
      return;
    case 'delete': {
      const before = change.before as RecordOf<typeof entity>;
      tx.insert(entity, { ...before, revision: before.revision + 1 } as unknown as NewRecord<typeof entity>);
    }
  }
}

function reverse(db: WriteDb, ports: Ports, step: Step, kind: 'undo' | 'redo'): Answer {
  try {
    const { value, changed } = runBatch(
      db,
      ports,
      tx => {
        const changes = readChanges(db, step.id);
        for (const change of changes.toReversed()) invert(tx, change);
        tx.label(step.label.key, step.label.params);
        return { label: step.label, changes: changes.length };
      },
      { kind, targetId: step.id },
    );
    return { value, changed };
  } catch (error) {
    // What the batch made is used elsewhere by now, or its number has been given to another record.
    if (error instanceof AppError && (error.code === 'inUse' || error.code === 'duplicate'))
      throw new AppError('undoConflict', { entity: error.params['by'] ?? '', title: error.params['title'] ?? '' });
    throw error;
  }
}

/** Takes back a batch as a batch of its own. Errors: nothingToUndo, undoConflict. */
export function undo(db: WriteDb, ports: Ports, input: Input<'history.undo'>): Answer {
  const step = undoTarget(db, input.batchId);
  if (step === undefined) throw new AppError('nothingToUndo');
  return reverse(db, ports, step, 'undo');
}

/** Does again what the last undo took back. Errors: nothingToRedo, undoConflict. */
export function redo(db: WriteDb, ports: Ports): Answer {
  const step = redoTarget(db);
  if (step === undefined) throw new AppError('nothingToRedo');
  return reverse(db, ports, step, 'redo');
}
