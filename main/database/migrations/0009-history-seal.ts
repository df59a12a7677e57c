import type { WriteDb } from '../handles.ts';
import { lineDigest, readLines } from '../seal.ts';
import { beginSeal, readBatches } from './first-seal.ts';
import type { Migration } from './migrate.ts';

const pageSize = 2_000;

/** Seals what was written before seals were kept. */
function sealAll(db: WriteDb): void {
  let previous: Buffer | null = null;
  for (let batches = readBatches(db, 0, pageSize); batches.length > 0; ) {
    for (const batch of batches) {
      const sealing = beginSeal(previous);
      for (let lines = readLines(db, batch.id, 0, pageSize); lines.length > 0; ) {
        for (const line of lines) {
          const digest = lineDigest(line);
          db.run('UPDATE audit SET digest = ? WHERE seq = ?', digest, line.seq);
          sealing.add(digest);
        }
        lines = readLines(db, batch.id, lines.at(-1)?.seq ?? 0, pageSize);
      }
      previous = sealing.close(batch);
      db.run('UPDATE batch SET seal = ? WHERE seq = ?', previous, batch.seq);
    }
    batches = readBatches(db, batches.at(-1)?.seq ?? 0, pageSize);
  }
}

/**
 * The history as a hash chain. A line may be emptied (a person's data erased) but keeps its digest, and a sealed batch
 * changes in nothing but who reversed it.
 */
export const historySeal: Migration = {
  version: 9,
  up: db => {
    db.exec(`
DROP TRIGGER audit_keeps_values;
ALTER TABLE audit ADD COLUMN digest BLOB;
ALTER TABLE audit ADD COLUMN erased_at TEXT;
ALTER TABLE batch ADD COLUMN seal BLOB;
`);
    sealAll(db);
    db.exec(`
CREATE TRIGGER audit_keeps_values BEFORE UPDATE ON audit
WHEN NOT (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND NEW.title = '' AND NEW.before IS NULL AND NEW.after IS NULL
  AND NEW.seq = OLD.seq AND NEW.batch_id = OLD.batch_id AND NEW.entity = OLD.entity AND NEW.entity_id = OLD.entity_id
  AND NEW.action = OLD.action AND NEW.digest IS OLD.digest)
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER batch_keeps_rows BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER batch_keeps_values BEFORE UPDATE ON batch
WHEN OLD.seal IS NOT NULL AND NOT (NEW.seq = OLD.seq AND NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.actor = OLD.actor
  AND NEW.label = OLD.label AND NEW.kind = OLD.kind AND NEW.target_id IS OLD.target_id AND NEW.seal IS OLD.seal)
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
`);
  },
};
