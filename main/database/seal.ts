import { createHash, hash } from 'node:crypto';
import type { ReadDb } from './handles.ts';

/** A line of the audit as the file keeps it; `before` and `after` are the JSON texts. */
export type AuditLine = {
  readonly batchId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly title: string;
  readonly action: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** A batch as the file keeps it, without what a later batch may set (`reversed_by`). */
export type BatchLine = {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  readonly kind: string;
  readonly targetId: string | null;
};

/** Half a surrogate pair cannot be stored as UTF-8; SQLite keeps the replacement character, so that is what is sealed. */
const asStored = (text: string | null): string | null => text?.toWellFormed() ?? null;

/** SHA-256 of one line of the audit, 32 bytes. The order of the fields is part of the file format. */
export function lineDigest(line: AuditLine): Buffer {
  const { batchId, entity, entityId, title, action, before, after } = line;
  return hash('sha256', JSON.stringify([batchId, entity, entityId, asStored(title), action, before, after]), 'buffer');
}

/** A batch being sealed: the digests of its lines in order, then that of the batch itself. */
export type Sealing = {
  readonly add: (digest: Buffer) => void;
  readonly close: (batchDigest: Buffer) => Buffer;
};

/** What is sealed of a batch itself: who, when, what and why. The order of the fields is part of the file format. */
export const sealedText = ({ id, at, actor, label, kind, targetId }: BatchLine): string =>
  JSON.stringify([id, at, asStored(actor), label, kind, targetId]);

/** SHA-256 of a batch without its lines, 32 bytes. It stays when the words of the batch are erased. */
export const batchDigest = (batch: BatchLine): Buffer => hash('sha256', sealedText(batch), 'buffer');

/**
 * Begins the seal of a batch, 32 bytes: SHA-256 over the seal before it, the digests of its lines and that of the batch itself.
 * Each seal holds all earlier ones, so a step changed, put in or taken out breaks every seal from there on
 * (a hash chain: S. Haber, W. S. Stornetta, «How to Time-Stamp a Digital Document», 1991).
 */
export function beginSeal(previous: Buffer | null): Sealing {
  const sum = createHash('sha256').update(previous ?? Buffer.alloc(32));
  return {
    add: digest => {
      sum.update(digest);
    },
    close: digest => sum.update(digest).digest(),
  };
}

/** The seal of the newest batch; null in a file without any. */
export function newestSeal(db: ReadDb): Buffer | null {
  return db.value<Buffer | null>('SELECT seal FROM batch ORDER BY seq DESC LIMIT 1') ?? null;
}

export type StoredBatch = BatchLine & {
  readonly seq: number;
  readonly seal: Buffer | null;
  readonly digest: Buffer | null;
  /** When something of the batch was erased; null when it is whole. */
  readonly erasedAt: string | null;
};
export type StoredLine = AuditLine & {
  readonly seq: number;
  readonly digest: Buffer | null;
  readonly erasedAt: string | null;
};

/** The batches after `seq` in the order they were written, at most `limit`. */
export function readBatches(db: ReadDb, seq: number, limit: number): readonly StoredBatch[] {
  return db.all(
    'SELECT seq, id, at, actor, label, kind, target_id AS targetId, seal, digest, erased_at AS erasedAt FROM batch WHERE seq > ? ORDER BY seq LIMIT ?',
    seq,
    limit,
  );
}

/** The lines of a batch after `seq` in the order they were written, at most `limit`. */
export function readLines(db: ReadDb, batchId: string, seq: number, limit: number): readonly StoredLine[] {
  return db.all(
    `SELECT seq, batch_id AS batchId, entity, entity_id AS entityId, title, action, before, after, digest, erased_at AS erasedAt
       FROM audit WHERE batch_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
    batchId,
    seq,
    limit,
  );
}

/** A line stands when its digest is that of its fields; of an erased line only the digest is left, and that is sealed. */
export function lineStands(line: StoredLine): line is StoredLine & { readonly digest: Buffer } {
  const { digest, erasedAt, title, before, after } = line;
  if (digest === null) return false;
  return erasedAt === null ? digest.equals(lineDigest(line)) : title === '' && before === null && after === null;
}

/** SHA-256 of the name of a kept file and of the hash it belongs to, 32 bytes. */
export const fileNameDigest = (fileHash: string, name: string): Buffer =>
  hash('sha256', JSON.stringify([fileHash, asStored(name)]), 'buffer');

/** What stands in the place of the words of a batch that named a person who was erased. The schema knows this very text. */
export const erasedLabel = '{"key":"erased","params":{}}';

/** A batch stands when its digest is that of its words; of erased words only the digest is left, and that is sealed. */
export function batchStands(batch: StoredBatch): batch is StoredBatch & { readonly digest: Buffer } {
  const wordsErased = batch.erasedAt !== null && batch.label === erasedLabel;
  return batch.digest !== null && (wordsErased || batch.digest.equals(batchDigest(batch)));
}
