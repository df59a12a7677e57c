import type { Input, Output } from '#shared/contract/index.ts';
import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { entities } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { attachedFiles, holdsFile, keepFiles } from '../../database/kept-files.ts';
import { readRecord, runBatch, type Transaction } from '../../database/records.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { backUpFor } from '../backup/commands.ts';
import { type FieldChange, type MergeDecisions, type PlannedRecord, planMerge } from './merge-plan.ts';
import { requireOpened } from './opened-file.ts';

type Plan = {
  readonly id: string;
  readonly name: string;
  readonly decisions: MergeDecisions;
  readonly records: readonly PlannedRecord[];
};
type Counts = Output<'merge.plan'>['counts'];
type Written<T> = { readonly value: T; readonly changed: readonly EntityName[] };

/** Taking records of another file, of one application: the plan lives here between the calls of the screen. */
export type Merging = {
  readonly plan: (input: Input<'merge.plan'>) => Written<Output<'merge.plan'>>;
  readonly rows: (input: Input<'merge.rows'>) => Output<'merge.rows'>;
  readonly commit: (input: Input<'merge.commit'>) => Promise<Written<Output<'merge.commit'>>>;
};

const countActions = (records: readonly PlannedRecord[]): Counts => {
  const counts = { create: 0, update: 0, same: 0, conflict: 0, skip: 0 };
  for (const { action } of records) counts[action] += 1;
  return counts;
};

/** References are shown by their titles, from whichever of the two files has the record. */
function shownValue(dbs: readonly ReadDb[], entity: EntityName, field: string, value: unknown): unknown {
  const target = entities[entity].references[field];
  if (target === undefined || typeof value !== 'string') return value ?? null;
  for (const db of dbs) {
    const record = readRecord(db, target, value);
    if (record !== undefined) return entities[target].title(record as never, db);
  }
  return value;
}

/** Writes what was planned, in the order of reference. */
function write(tx: Transaction, records: readonly PlannedRecord[]): void {
  for (const { entity, action, targetId, changes, conflicts, theirs, record } of records) {
    if (action === 'create' && record !== null) tx.insert(entity, withoutTimes(record));
    const wanted = [...changes, ...(theirs ? conflicts : [])];
    if (targetId === null || wanted.length === 0) continue;
    const patch = Object.fromEntries(wanted.map(({ field, to }) => [field, to]));
    tx.update(entity, targetId, patch);
  }
}

/** A record that comes here begins here: its count of changes is not carried over. */
const withoutTimes = ({ revision: _revision, updatedAt: _updatedAt, ...record }: Readonly<Record<string, unknown>>) =>
  record;

export function createMerging(application: Application, jobs: JobBoard): Merging {
  const { db, ports, workspace } = application;
  let current: Plan | undefined;

  const require = (id: string): Plan => {
    if (current?.id !== id) throw new AppError('notFound');
    return current;
  };

  return {
    plan: ({ theirs, leaveOut }) => {
      const opened = requireOpened(application);
      try {
        const decisions = { theirs: new Set(theirs), leaveOut: new Set(leaveOut) };
        const records = planMerge({ theirs: opened.db, ours: db(), decisions });
        current = { id: ports.ids.next(), name: opened.name, decisions, records };
        const kinds = entityNames.flatMap(entity => {
          const own = records.filter(record => record.entity === entity);
          return own.length === 0 ? [] : [{ entity, ...countActions(own) }];
        });
        return { value: { planId: current.id, name: opened.name, counts: countActions(records), kinds }, changed: [] };
      } finally {
        opened.close();
      }
    },
    rows: ({ planId, entity, actions, offset, limit }) => {
      const { records } = require(planId);
      const found = records.filter(
        record =>
          (entity === undefined || record.entity === entity) &&
          (actions === undefined || actions.includes(record.action)),
      );
      const opened = requireOpened(application);
      try {
        const dbs = [db(), opened.db];
        const shown = (kind: EntityName, changes: readonly FieldChange[]): FieldChange[] =>
          changes.map(({ field, from, to }) => ({
            field,
            from: shownValue(dbs, kind, field, from),
            to: shownValue(dbs, kind, field, to),
          }));
        return {
          total: found.length,
          rows: found.slice(offset, offset + limit).map(record => ({
            key: record.key,
            entity: record.entity,
            title: record.title,
            action: record.action,
            recordId: record.action === 'create' ? null : record.targetId,
            changes: shown(record.entity, record.changes),
            conflicts: shown(record.entity, record.conflicts),
            theirs: record.theirs,
          })),
        };
      } finally {
        opened.close();
      }
    },
    commit: async ({ planId }) => {
      const { decisions, name } = require(planId);
      const opened = requireOpened(application);
      try {
        return await jobs.run('transfer', async job => {
          await backUpFor(application, 'import', job);
          // Files only ever come to the data folder, so bringing them before the records can do no harm.
          await keepFiles({ files: attachedFiles(opened.db), from: opened.kept, to: workspace.fileFolder });
          const { value, changed, batchId } = runBatch(db(), ports, tx => {
            const records = planMerge({ theirs: opened.db, ours: tx.db, decisions });
            write(tx, records);
            tx.label('recordsTaken', { file: name });
            return records;
          });
          current = undefined;
          const missingFiles = attachedFiles(db()).filter(file => !holdsFile(workspace.fileFolder, file)).length;
          return { value: { batchId, counts: countActions(value), missingFiles }, changed };
        });
      } finally {
        opened.close();
      }
    },
  };
}
