import type { Output } from '#shared/contract/index.ts';
import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import { entities } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readRecord, type Transaction } from '../../database/records.ts';
import { writeSetting } from '../settings/commands.ts';
import { readMark } from '../settings/queries.ts';
import { countRecords } from './queries.ts';

/** What belongs to the program rather than to the invented college: it stays unless the sample itself brought it. */
const kept: ReadonlySet<EntityName> = new Set([
  'agreementType',
  'practiceType',
  'engagementKind',
  'evaluationCriterion',
  'holiday',
  'setting',
  'importProfile',
  'savedView',
  'ownIndicator',
  'indicatorChoice',
]);

/**
 * Takes the invented college away and leaves an empty file, as one step that can be undone. Dictionaries and the officer's own
 * settings stay. Frozen reports cannot be removed from the file; they are withdrawn. Errors: notSample.
 */
export function leaveSample(tx: Transaction): Output<'app.leaveSample'> {
  if (readMark(tx.db, 'begunWith') !== 'sample') throw new AppError('notSample');
  const batch = sampleBatch(tx.db);
  for (const id of idsOf(tx.db, 'frozenReport')) {
    if (readRecord(tx.db, 'frozenReport', id)?.withdrawn === false) tx.update('frozenReport', id, { withdrawn: true });
  }
  const waiting = entityNames.flatMap(entity =>
    entity === 'frozenReport'
      ? []
      : (kept.has(entity) ? broughtBy(tx.db, batch, entity) : idsOf(tx.db, entity)).map(id => ({ entity, id })),
  );
  removeAll(tx, waiting);
  writeSetting(tx, 'begunWith', 'empty');
  tx.label('sampleLeft');
  return { counts: countRecords(tx.db) };
}

type Named = { readonly entity: EntityName; readonly id: string };

const idsOf = (db: ReadDb, entity: EntityName): readonly string[] =>
  db.column<string>(`SELECT id FROM ${entities[entity].table}`);

const sampleBatch = (db: ReadDb): string =>
  db.value<string>(
    "SELECT id FROM batch WHERE json_extract(label, '$.key') = 'sampleOpened' AND kind <> 'undo' ORDER BY seq DESC LIMIT 1",
  ) ?? '';

/** Records of a kind that the sample has added and nobody has changed since. */
const broughtBy = (db: ReadDb, batch: string, entity: EntityName): readonly string[] =>
  db.column<string>(
    `SELECT entity_id FROM audit brought WHERE batch_id = ? AND entity = ? AND action = 'insert'
        AND entity_id NOT IN ('language', 'begunWith')
        AND NOT EXISTS (SELECT 1 FROM audit later
              WHERE later.entity = brought.entity AND later.entity_id = brought.entity_id AND later.seq > brought.seq)`,
    batch,
    entity,
  );

/** Removes records in an order in which none is still referred to: what refers goes first, round by round. */
function removeAll(tx: Transaction, records: readonly Named[]): void {
  let waiting = records.toReversed();
  while (waiting.length > 0) {
    const referred = waiting.filter(record => !removed(tx, record));
    if (referred.length === waiting.length)
      throw new AppError('inUse', { entity: waiting[0]?.entity ?? '', title: '' });
    waiting = referred;
  }
}

/** Whether the record is gone: removed now, or earlier together with the one it belongs to. */
function removed(tx: Transaction, { entity, id }: Named): boolean {
  if (readRecord(tx.db, entity, id) === undefined) return true;
  try {
    tx.remove(entity, id);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'inUse') return false;
    throw error;
  }
}
