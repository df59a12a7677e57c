import { createHash } from 'node:crypto';
import type { Output } from '#shared/contract/index.ts';
import { entityNames } from '#shared/contract/procedure.ts';
import { entities } from '../../database/entities.ts';
import type { WriteDb } from '../../database/handles.ts';
import { fileNameDigest } from '../../database/seal.ts';
import { createSearchTwin } from '../../database/search-twin.ts';
import type { Job } from '../../jobs/job-board.ts';
import { checkFile } from '../attachments/queries.ts';
import { numbersStand, verifyHistory } from './verify.ts';
import { compareRecords } from './verify-records.ts';

type Verdict = Output<'history.verify'>;
type Problem = Verdict['problems'][number];

const namedAtMost = 50;
const damageCodes = /^SQLITE_/u;

type Place = {
  /** Where the attached files lie; null to leave them out. */
  readonly fileFolder: string | null;
};

const bare = (kind: Problem['kind'], title: string): Problem => ({ kind, entity: null, title, field: null });

/**
 * Checks everything that is kept: the file itself, references between records, the history, each record against its history,
 * what is computed from the records, printed and attached files against their hashes. Reads only. Errors: cancelled.
 */
export async function verifyData(
  db: WriteDb,
  { fileFolder }: Place,
  job: Pick<Job, 'expect' | 'step'>,
): Promise<Verdict> {
  const problems: Problem[] = [];
  let problemCount = 0;
  const found = (problem: Problem): void => {
    problemCount += 1;
    if (problems.length < namedAtMost) problems.push(problem);
  };
  const verdict: Verdict = {
    steps: 0,
    lines: 0,
    erased: 0,
    flaw: null,
    records: 0,
    files: 0,
    outdated: 0,
    problems,
    problemCount: 0,
  };
  try {
    for (const line of db.column<string>('PRAGMA integrity_check(20)')) if (line !== 'ok') found(bare('file', line));
    const count = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0;
    job.expect(2 * count('audit') + count('letter_file') + count('attachment'));
    type Broken = { readonly table: string; readonly parent: string };
    for (const { table, parent } of db.all<Broken>('PRAGMA foreign_key_check'))
      found(bare('reference', `${table} → ${parent}`));
    const step = job.step.bind(job);
    Object.assign(verdict, await verifyHistory(db, { expect: () => undefined, step }));
    if (verdict.flaw === null && !numbersStand(db)) found(bare('file', 'sqlite_sequence'));
    verdict.files = await verifyFiles(db, fileFolder, found, step);
    Object.assign(verdict, await verifyRecords(db, found, step));
  } catch (error) {
    if (!damageCodes.test(String((error as { code?: unknown }).code))) throw error;
    found(bare('file', (error as Error).message));
  }
  return { ...verdict, problemCount };
}

/** Whether nothing is lost or changed; computed values that lag behind are no damage. */
export const isSoundVerdict = ({ flaw, problemCount }: Verdict): boolean => flaw === null && problemCount === 0;

async function verifyRecords(db: WriteDb, found: (problem: Problem) => void, step: Job['step']) {
  const twin = createSearchTwin(db.value<string>("SELECT sql FROM sqlite_schema WHERE name = 'search_index'") ?? '');
  try {
    const { records, outdated } = await compareRecords({ db, twin, step, found });
    return { records, outdated: outdated + twin.differences(db) + undoMarks(db) + orphans(db) };
  } finally {
    twin.close();
  }
}

/** Steps whose mark «taken back» does not name the step that took them back; the mark is no part of the seal. */
const undoMarks = (db: WriteDb): number =>
  db.value<number>(`SELECT count(*) FROM batch b WHERE b.reversed_by IS NOT
    (SELECT r.id FROM batch r WHERE r.target_id = b.id ORDER BY r.seq DESC LIMIT 1)`) ?? 0;

/** Lines of the search about records that do not exist. */
function orphans(db: WriteDb): number {
  const documents = db.value<number>('SELECT count(*) FROM search_document') ?? 0;
  const searched = entityNames.filter(entity => entities[entity].search !== undefined);
  const standing = searched.map(
    entity =>
      db.value<number>(
        `SELECT count(*) FROM search_document WHERE entity = ? AND entity_id IN (SELECT id FROM ${entities[entity].table})`,
        entity,
      ) ?? 0,
  );
  return documents - standing.reduce((sum, count) => sum + count, 0);
}

const filesAtOnce = 20;

/** Reads every printed and every attached file through; answers how many. */
async function verifyFiles(
  db: WriteDb,
  fileFolder: string | null,
  found: (problem: Problem) => void,
  step: Job['step'],
): Promise<number> {
  let files = 0;
  type Kept = {
    readonly hash: string;
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly nameDigest: Buffer | null;
  };
  const keptSql = `SELECT hash, name, bytes, name_digest AS nameDigest FROM letter_file WHERE hash > ? ORDER BY hash LIMIT ${filesAtOnce}`;
  for (let page = db.all<Kept>(keptSql, ''); page.length > 0; page = db.all<Kept>(keptSql, page.at(-1)?.hash)) {
    for (const { hash, name, bytes, nameDigest } of page) {
      const named = nameDigest?.equals(fileNameDigest(hash, name)) === true;
      if (!named || createHash('sha256').update(bytes).digest('hex') !== hash) found(bare('letterFile', name));
    }
    files += page.length;
    // oxlint-disable-next-line no-await-in-loop -- other work gets its turn between two pages
    await step(page.length);
  }
  const unkept = 'SELECT number FROM letter WHERE file_hash NOT IN (SELECT hash FROM letter_file)';
  for (const number of db.column<string>(unkept)) found(bare('letterFile', number));
  if (fileFolder === null) return files;
  type Attached = { readonly name: string; readonly hash: string; readonly bytes: number };
  const attached = db.all<Attached>(
    'SELECT min(name) AS name, hash, max(bytes) AS bytes FROM attachment GROUP BY hash',
  );
  for (const { name, hash, bytes } of attached) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other: each may be large
    if ((await checkFile(fileFolder, hash, bytes)) !== 'sound') found(bare('attachment', name));
    files += 1;
    // oxlint-disable-next-line no-await-in-loop -- see above
    await step();
  }
  return files;
}
