import type { Label } from '#shared/contract/history.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import {
  batchStands,
  beginSeal,
  erasedLabel,
  lineStands,
  readBatches,
  readLines,
  type StoredBatch,
} from '../../database/seal.ts';
import type { Job } from '../../jobs/job-board.ts';

type Verdict = Pick<Output<'history.verify'>, 'steps' | 'lines' | 'erased' | 'flaw'>;

const batchesAtOnce = 500;
const linesAtOnce = 2_000;

const numbered = ['audit', 'batch'] as const;

/** The newest number SQLite has ever given out in a table, also to a row that is gone. */
const lastGiven = (db: ReadDb, table: string): number =>
  db.value<number>('SELECT seq FROM sqlite_sequence WHERE name = ?', table) ?? 0;

const lastKept = (db: ReadDb, table: (typeof numbered)[number]): number =>
  db.value<number | null>(`SELECT max(seq) FROM ${table}`) ?? 0;

/** Whether SQLite's own table of the numbers it has given out says what is kept: of the history no row ever goes. */
export function numbersStand(db: ReadDb): boolean {
  const given = db.all<{ name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence ORDER BY name');
  const kept = numbered.map(name => ({ name, seq: lastKept(db, name) })).filter(({ seq }) => seq > 0);
  return JSON.stringify(given) === JSON.stringify(kept);
}

/**
 * Reads the whole history and checks that each step stands as it was written; other calls get their turn in between.
 * The first step that does not stand is named: from there on no later seal proves anything. Rows taken off the end leave
 * no seal to check and are told by the numbers SQLite has given out.
 */
export async function verifyHistory(db: ReadDb, job: Pick<Job, 'expect' | 'step'>): Promise<Verdict> {
  const verdict: { -readonly [Key in keyof Verdict]: Verdict[Key] } = { steps: 0, lines: 0, erased: 0, flaw: null };
  let previous: Buffer | null = null;
  let newest = 0;
  const found = (batch: StoredBatch | null): void => {
    verdict.flaw ??= { step: batch === null ? null : { at: batch.at, label: labelOf(batch) } };
  };
  const erasures = createErasureCheck(db);
  const verifyBatch = async (batch: StoredBatch): Promise<void> => {
    const sealing = beginSeal(previous);
    const erasedBefore = verdict.erased;
    for (let page = readLines(db, batch.id, 0, linesAtOnce); page.length > 0; ) {
      for (const line of page) {
        if (line.erasedAt !== null) verdict.erased += 1;
        // Steps follow one another, and so do their lines: which of two lines is the later one says what a record is.
        if (line.seq <= newest) found(batch);
        newest = Math.max(newest, line.seq);
        if (lineStands(line) && erasures.knows(line.erasedAt)) sealing.add(line.digest);
        else found(batch);
      }
      verdict.lines += page.length;
      await job.step(page.length);
      page = readLines(db, batch.id, page.at(-1)?.seq ?? 0, linesAtOnce);
    }
    const emptied = verdict.erased > erasedBefore || batch.label === erasedLabel;
    if (emptied !== (batch.erasedAt !== null) || !erasures.knows(batch.erasedAt)) found(batch);
    if (!batchStands(batch) || batch.seal?.equals(sealing.close(batch.digest)) !== true) found(batch);
    previous = batch.seal;
    verdict.steps += 1;
  };

  job.expect(lastKept(db, 'audit'));
  for (let batches = readBatches(db, 0, batchesAtOnce); batches.length > 0; ) {
    for (const batch of batches) {
      await verifyBatch(batch);
      if (verdict.flaw !== null) return verdict;
    }
    batches = readBatches(db, batches.at(-1)?.seq ?? 0, batchesAtOnce);
  }
  if (numbered.some(table => lastGiven(db, table) > lastKept(db, table))) found(null);
  return verdict;
}

/** An erasure is a step of the history as well: what is emptied names the moment of one. */
function createErasureCheck(db: ReadDb): { readonly knows: (erasedAt: string | null) => boolean } {
  const moments = new Map<string, boolean>();
  return {
    knows: at => {
      if (at === null) return true;
      const known = moments.get(at) ?? db.value('SELECT 1 FROM batch WHERE at = ?', at) !== undefined;
      moments.set(at, known);
      return known;
    },
  };
}

function labelOf(batch: StoredBatch): Label {
  try {
    return JSON.parse(batch.label) as Label;
  } catch {
    return { key: 'changed', params: {} };
  }
}
