import { createHash } from 'node:crypto';
import type { ReadDb } from '../handles.ts';
import { type BatchLine, sealedText } from '../seal.ts';

/** How a step was sealed in files of the versions 9 and 10: over its own words instead of their digest. For migrations only. */
export type FirstSealing = {
  readonly add: (digest: Buffer) => void;
  readonly close: (batch: BatchLine) => Buffer;
};

export function beginSeal(previous: Buffer | null): FirstSealing {
  const sum = createHash('sha256').update(previous ?? Buffer.alloc(32));
  return {
    add: digest => {
      sum.update(digest);
    },
    close: batch => sum.update(sealedText(batch), 'utf8').digest(),
  };
}

type FirstBatch = BatchLine & { readonly seq: number };

/** The batches after `seq` in the order they were written, at most `limit`. */
export function readBatches(db: ReadDb, seq: number, limit: number): readonly FirstBatch[] {
  return db.all(
    'SELECT seq, id, at, actor, label, kind, target_id AS targetId FROM batch WHERE seq > ? ORDER BY seq LIMIT ?',
    seq,
    limit,
  );
}
