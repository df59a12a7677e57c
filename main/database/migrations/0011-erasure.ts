import type { WriteDb } from '../handles.ts';
import { batchDigest, beginSeal, readLines, type Sealing } from '../seal.ts';
import { choice, day, meta, requiredDay } from './columns.ts';
import { beginSeal as beginFirstSeal, type FirstSealing, readBatches } from './first-seal.ts';
import type { Migration } from './migrate.ts';

const pageSize = 2_000;

/**
 * Seals the history anew over the digests of its steps. A step that did not stand keeps its old seal, so that it does not stand
 * afterwards either; lines are not computed again, each still answers for itself.
 */
function sealAnew(db: WriteDb): void {
  let before: Buffer | null = null;
  let now: Buffer | null = null;
  for (let batches = readBatches(db, 0, pageSize); batches.length > 0; ) {
    for (const batch of batches) {
      const first: FirstSealing = beginFirstSeal(before);
      const second: Sealing = beginSeal(now);
      for (let lines = readLines(db, batch.id, 0, pageSize); lines.length > 0; ) {
        for (const { digest } of lines) {
          if (digest === null) continue; // such a line is told by itself
          first.add(digest);
          second.add(digest);
        }
        lines = readLines(db, batch.id, lines.at(-1)?.seq ?? 0, pageSize);
      }
      before = db.value<Buffer | null>('SELECT seal FROM batch WHERE seq = ?', batch.seq) ?? null;
      const stood: boolean = before?.equals(first.close(batch)) === true;
      const digest = batchDigest(batch);
      now = stood ? second.close(digest) : before;
      db.run('UPDATE batch SET digest = ?, seal = ? WHERE seq = ?', digest, now, batch.seq);
    }
    batches = readBatches(db, batches.at(-1)?.seq ?? 0, pageSize);
  }
}

/**
 * Persons can be erased: a register of erasures; the words of a step may be emptied once, as lines may; a kept file may go when
 * nothing refers to it (ADR-0020).
 */
export const erasure: Migration = {
  version: 11,
  up: db => {
    db.exec(`
CREATE TABLE erasure (${meta}, ${choice('entity', ['student', 'contact'])} NOT NULL, entity_id TEXT NOT NULL UNIQUE,
  ${choice('ground', ['request', 'retention'])} NOT NULL, ${requiredDay('erased_on')}, ${day('purged_on')},
  batch_id TEXT NOT NULL, records INTEGER NOT NULL CHECK (records >= 0), files INTEGER NOT NULL CHECK (files >= 0)
) STRICT;
DROP TRIGGER batch_keeps_values;
DROP TRIGGER letter_file_keeps_rows;
ALTER TABLE batch ADD COLUMN digest BLOB;
ALTER TABLE batch ADD COLUMN erased_at TEXT;
`);
    sealAnew(db);
    db.exec(`
CREATE INDEX letter_file_used ON letter (file_hash);
CREATE TRIGGER batch_keeps_values BEFORE UPDATE ON batch
WHEN OLD.seal IS NOT NULL AND NOT (NEW.seq = OLD.seq AND NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.actor = OLD.actor
  AND NEW.kind = OLD.kind AND NEW.target_id IS OLD.target_id AND NEW.seal IS OLD.seal AND NEW.digest IS OLD.digest
  AND (OLD.erased_at IS NULL OR NEW.erased_at IS OLD.erased_at)
  AND (NEW.label = OLD.label OR (NEW.erased_at IS NOT NULL AND NEW.label = '{"key":"erased","params":{}}')))
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER letter_file_keeps_rows BEFORE DELETE ON letter_file
WHEN EXISTS (SELECT 1 FROM letter WHERE file_hash = OLD.hash) OR EXISTS (SELECT 1 FROM frozen_report WHERE hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'kept files are not removed'); END;
`);
  },
};
