import type { ReadDb, WriteDb } from './handles.ts';
import { erasedLabel } from './seal.ts';

/** A line of the history, as far as it can tell of somebody. */
export type ToldLine = {
  readonly seq: number;
  readonly batchId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
};

const linesAtOnce = 2_000;

/** Every line of the history that still has its text, up to `last`, page by page. */
export function* linesUpTo(db: ReadDb, last: number): Generator<readonly ToldLine[]> {
  for (let from = 0; ; ) {
    const page = db.all<ToldLine>(
      `SELECT seq, batch_id AS batchId, entity, entity_id AS entityId, title, before, after FROM audit
        WHERE seq > ? AND seq <= ? AND erased_at IS NULL ORDER BY seq LIMIT ${linesAtOnce}`,
      from,
      last,
    );
    const end = page.at(-1);
    if (end === undefined) return;
    yield page;
    from = end.seq;
  }
}

/**
 * Empties lines of the history for good; what they said is left only as a digest, so that the chain of seals stays whole. Steps
 * with such lines can no longer be undone. Runs inside a transaction.
 */
export function emptyLines(db: WriteDb, seqs: readonly number[], at: string): void {
  for (const seq of seqs)
    db.run("UPDATE audit SET title = '', before = NULL, after = NULL, erased_at = ? WHERE seq = ?", at, seq);
  db.run(
    `UPDATE batch SET erased_at = ? WHERE erased_at IS NULL AND id IN
      (SELECT batch_id FROM audit WHERE seq IN (SELECT value FROM json_each(?)))`,
    at,
    JSON.stringify(seqs),
  );
}

/** Empties the words of every step that tells of somebody, as `tells` knows; answers how many. Runs inside a transaction. */
export function emptyLabels(db: WriteDb, tells: (label: string) => boolean, at: string): number {
  const telling = db
    .all<{ seq: number; label: string }>('SELECT seq, label FROM batch WHERE label LIKE \'%"params":{"%\'')
    .filter(({ label }) => tells(label));
  for (const { seq } of telling)
    db.run('UPDATE batch SET label = ?, erased_at = ifnull(erased_at, ?) WHERE seq = ?', erasedLabel, at, seq);
  return telling.length;
}

/** Takes kept letters out of the file that nothing refers to any more. Runs inside a transaction. */
export function dropKeptLetters(db: WriteDb, hashes: readonly string[]): void {
  db.run(
    `DELETE FROM letter_file WHERE hash IN (SELECT value FROM json_each(?))
       AND hash NOT IN (SELECT file_hash FROM letter) AND hash NOT IN (SELECT hash FROM frozen_report)`,
    JSON.stringify(hashes),
  );
}

/**
 * Writes the data file anew, so that no page of it and nothing of its log holds what was taken out: the search index is merged
 * (it only marks old words as gone), free pages are dropped, the log is emptied. Not inside a transaction.
 */
export function rewriteFile(db: WriteDb): void {
  db.run("INSERT INTO search_index (search_index) VALUES ('optimize')");
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
}
