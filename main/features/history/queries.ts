import { join } from 'node:path';
import type { Label } from '#shared/contract/history.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { entities, records } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { localizedTexts } from '../../database/localized-title.ts';
import { iinMasker } from '../../database/masked-iin.ts';
import { readRecord } from '../../database/records.ts';
import { readNote } from '../../database/safe-files.ts';
import { redoTarget, undoTarget } from './repository.ts';

const toStep = (step: { id: string; label: Label; at: string } | undefined): Output<'history.state'>['undo'] =>
  step === undefined ? null : { batchId: step.id, label: step.label, at: step.at };

/** What undo and redo would do now. */
export function historyState(db: ReadDb): Output<'history.state'> {
  return { undo: toStep(undoTarget(db)), redo: toStep(redoTarget(db)) };
}

type Row = {
  readonly seq: number;
  readonly batchId: string;
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  readonly kind: 'do' | 'undo' | 'redo' | 'auto';
  readonly entity: EntityName;
  readonly entityId: string;
  readonly title: string;
  readonly action: 'insert' | 'update' | 'delete';
  readonly before: string | null;
  readonly after: string | null;
  readonly erasedAt: string | null;
  readonly stepErasedAt: string | null;
};

/** Fields with the number of a person or a firm. */
const numbers: ReadonlySet<string> = new Set(['iin', 'bin']);
const hidden = new Set(['id', 'revision', 'createdAt', 'updatedAt']);

type Fields = Output<'audit.list'>['changes'][number]['fields'];

/** Field by field, in the schema's order; an id of another record is given as that record's title. */
function changedFields(db: ReadDb, row: Row, mask: (text: string) => string): Fields {
  const before = row.before === null ? {} : (JSON.parse(row.before) as Record<string, unknown>);
  const after = row.after === null ? {} : (JSON.parse(row.after) as Record<string, unknown>);
  const { references } = entities[row.entity];
  const shown = (field: string, value: unknown): unknown => {
    const target = references[field];
    if (numbers.has(field) && typeof value === 'string') return mask(value);
    if (target === undefined || typeof value !== 'string') return value ?? null;
    const record = readRecord(db, target, value);
    if (record === undefined) return value;
    const title = entities[target].title(record as never, db);
    return localizedTexts(db, target, value, [title])[0] ?? title;
  };
  return Object.keys(records[row.entity].shape)
    .filter(field => !hidden.has(field) && (field in before || field in after))
    .map(field => ({ field, before: shown(field, before[field]), after: shown(field, after[field]) }));
}

/** Newest first; `before` continues from an earlier page. */
export function listAudit(db: ReadDb, input: Input<'audit.list'>): Output<'audit.list'> {
  const where: string[] = [];
  const parameters: unknown[] = [];
  const add = (sql: string, value: unknown): void => {
    where.push(sql);
    parameters.push(value);
  };
  if (input.entity !== undefined) add('a.entity = ?', input.entity);
  if (input.entityId !== undefined) add('a.entity_id = ?', input.entityId);
  if (input.batchId !== undefined) add('a.batch_id = ?', input.batchId);
  if (input.before !== undefined) add('a.seq < ?', input.before);
  const rows = db.all<Row>(
    `SELECT a.seq, a.batch_id AS batchId, b.at, b.actor, b.label, b.kind, a.entity, a.entity_id AS entityId, a.title, a.action, a.before, a.after, a.erased_at AS erasedAt, b.erased_at AS stepErasedAt
       FROM audit a CROSS JOIN batch b ON b.id = a.batch_id
      ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`} ORDER BY a.seq DESC LIMIT ?`,
    ...parameters,
    input.limit + 1,
  );
  const mask = iinMasker(db);
  const changes = rows.slice(0, input.limit).map(row => ({
    seq: row.seq,
    batchId: row.batchId,
    at: row.at,
    actor: row.actor,
    label: JSON.parse(row.label) as Label,
    kind: row.kind,
    entity: row.entity,
    entityId: row.entityId,
    title: localizedTexts(db, row.entity, row.entityId, [row.title])[0] ?? row.title,
    erased: row.erasedAt !== null,
    whole: row.stepErasedAt === null,
    action: row.action,
    fields: changedFields(db, row, mask),
  }));
  return { changes, more: rows.length > input.limit };
}

/** What the last check of a daily copy has found; lies beside the copies. */
export type CopyCheck = { readonly file: string; readonly at: string; readonly sound: boolean };

export const copyCheckFile = (backupFolder: string): string => join(backupFolder, 'last-check.json');

/** The last check of a daily copy; undefined when there was none. */
export function readCopyCheck(backupFolder: string): CopyCheck | undefined {
  const note = Object(readNote(copyCheckFile(backupFolder))) as Partial<Record<keyof CopyCheck, unknown>>;
  return typeof note.file === 'string' && typeof note.at === 'string' && typeof note.sound === 'boolean'
    ? (note as CopyCheck)
    : undefined;
}
