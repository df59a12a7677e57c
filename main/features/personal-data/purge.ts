import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { createMentionFinder, type MentionFinder } from '#shared/domain/person-mentions.ts';
import type { Application } from '../../application.ts';
import type { RecordOf } from '../../database/entities.ts';
import { explainDatabaseFailure } from '../../database/failures.ts';
import type { ReadDb, WriteDb } from '../../database/handles.ts';
import { dropDrafts } from '../../database/kept-drafts.ts';
import { filePath } from '../../database/kept-files.ts';
import {
  dropKeptLetters,
  emptyLabels,
  emptyLines,
  linesUpTo,
  rewriteFile,
  type ToldLine,
} from '../../database/purge-history.ts';
import { readRecord, requireRecord, runBatch } from '../../database/records.ts';
import type { Written } from '../../ipc/router.ts';
import type { Job, JobBoard } from '../../jobs/job-board.ts';
import { readNameForms } from '../letters/queries.ts';
import { identityOf, ownRecords, tracesOf } from './person.ts';
import { noteUnfinished, readUnfinished } from './unfinished-purge.ts';

type Erasure = RecordOf<'erasure'>;
type Values = Readonly<Record<string, unknown>>;

/** What is searched the history for. */
type Quarry = {
  readonly finder: MentionFinder;
  /** Records about these persons alone, also those that are gone. */
  readonly own: ReadonlySet<string>;
  /** The newest line of the history that an erasure wrote: what came later knows nothing of the persons. */
  readonly last: number;
  /** Letters whose text was kept because it names others too: they keep their history. */
  readonly spared: ReadonlySet<string>;
};

const read = (json: string | null): Values => (json === null ? {} : (JSON.parse(json) as Values));

/** Kinds that are about one person whenever they name one by id. */
const aboutOne: ReadonlySet<string> = new Set<EntityName>([
  'placement',
  'agreement',
  'visit',
  'evaluation',
  'monthAttendance',
  'interruption',
  'dayOverride',
  'irregularWeek',
  'signing',
  'amendment',
  'attachment',
  'task',
  'letter',
  'importAnswer',
]);

/** From the history of the erasures themselves: who the persons were, and which records were theirs. */
function quarryOf(db: ReadDb, erasures: readonly Erasure[]): Quarry {
  const names = readNameForms(db);
  const own = new Set<string>();
  const traces = erasures.map(({ entity, entityId, batchId }) => {
    const record: Values = readRecord(db, entity, entityId) ?? {};
    const lines = db.column<string>(
      'SELECT before FROM audit WHERE batch_id = ? AND entity = ? AND entity_id = ? AND before IS NOT NULL',
      batchId,
      entity,
      entityId,
    );
    own.add(entityId);
    if (readRecord(db, entity, entityId) !== undefined)
      for (const { id } of ownRecords(db, { entity, id: entityId })) own.add(id);
    return tracesOf(
      identityOf(
        entity,
        lines.reduce<Values>((known, before) => ({ ...known, ...read(before) }), record),
      ),
      names,
    );
  });
  const batches = JSON.stringify([...new Set(erasures.map(({ batchId }) => batchId))]);
  // What the erasures removed, and the letters they emptied.
  const emptied = db.column<string>(
    `SELECT entity_id FROM audit WHERE batch_id IN (SELECT value FROM json_each(?)) AND (action = 'delete' OR (entity = 'letter' AND after LIKE '%"fields":{}%'))`,
    batches,
  );
  for (const id of emptied) own.add(id);
  const last = db.value<number | null>(
    `SELECT max(a.seq) FROM audit a WHERE a.batch_id IN
       (SELECT batch_id FROM audit WHERE entity = 'erasure' AND action = 'insert' AND entity_id IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(erasures.map(({ id }) => id)),
  );
  const spared = db.column<string>("SELECT id FROM letter WHERE fields <> '{}'").filter(id => !own.has(id));
  return { finder: createMentionFinder(traces), own, last: last ?? 0, spared: new Set(spared) };
}

const quoted = /"([^"\\]{8,64})"/gu;

/** Whether a line tells of the persons: it is of a record of theirs, names one of them, or refers to one. */
function tells({ finder, own, spared }: Quarry, { entity, entityId, title, before, after }: ToldLine): boolean {
  if (own.has(entityId)) return true;
  if (spared.has(entityId)) return false;
  const said = `${title}\n${before ?? ''}\n${after ?? ''}`;
  if (aboutOne.has(entity) && [...said.matchAll(quoted)].some(([, id = '']) => own.has(id))) return true;
  return finder.isInJson(said);
}

/** Whether a text the page keeps tells of the persons, by name or by the number of a record. */
const isAbout = ({ finder, own }: Quarry, text: string): boolean =>
  finder.isInJson(text) || [...own].some(id => text.includes(id));

type Found = {
  readonly seqs: readonly number[];
  readonly hashes: readonly string[];
  readonly fileHashes: readonly string[];
};

/** Reads the history through; other calls get their turn between two pages. */
async function search(db: ReadDb, quarry: Quarry, job: Job): Promise<Found> {
  const seqs: number[] = [];
  const mine = { attachment: new Set<string>(), letter: new Set<string>() };
  const elsewhere = new Set<string>();
  for (const page of linesUpTo(db, quarry.last)) {
    for (const line of page) {
      const told = tells(quarry, line);
      if (told) seqs.push(line.seq);
      if (line.entity !== 'attachment' && line.entity !== 'letter') continue;
      for (const values of [read(line.before), read(line.after)]) {
        const hash = values[line.entity === 'attachment' ? 'hash' : 'fileHash'];
        if (typeof hash !== 'string') continue;
        if (told) mine[line.entity].add(hash);
        else elsewhere.add(hash);
      }
    }
    // oxlint-disable-next-line no-await-in-loop -- other work gets its turn between two pages
    await job.step(page.length);
  }
  // The same bytes may belong to somebody else, also to a record that an undo would bring back.
  const free = (hashes: ReadonlySet<string>): string[] => [...hashes].filter(hash => !elsewhere.has(hash));
  return { seqs, hashes: free(mine.letter), fileHashes: free(mine.attachment) };
}

/** Removes the bytes of attached files that no record names, and the copies that were opened. */
function dropFiles({ db, workspace }: Application, hashes: readonly string[]): number {
  const unused = hashes.filter(
    hash => db().value('SELECT 1 FROM attachment WHERE hash = ? LIMIT 1', hash) === undefined,
  );
  for (const hash of unused) rmSync(filePath(workspace.fileFolder, hash), { force: true });
  rmSync(join(workspace.fileFolder, 'opened'), { recursive: true, force: true });
  return unused.length;
}

function write(db: WriteDb, run: () => void): void {
  try {
    run();
  } catch (error) {
    throw explainDatabaseFailure(error, db.file);
  }
}

/**
 * Takes everything the history still tells of erased persons out of it, in one transaction, then their files, then writes the data
 * file anew. Of persons purged before, and of a purge that was cut short, the last two are done again.
 * Errors: notFound, cancelled, diskFull.
 */
export async function purgePersons(
  application: Application,
  jobs: JobBoard,
  { ids }: Input<'personalData.purge'>,
): Promise<Written<Output<'personalData.purge'>>> {
  const { db, ports, workspace } = application;
  return await jobs.run('purge', async job => {
    const erasures = ids.map(id => requireRecord(db(), 'erasure', id)).filter(({ purgedOn }) => purgedOn === null);
    const quarry = quarryOf(db(), erasures);
    job.expect(quarry.last);
    const { seqs, hashes, fileHashes } = await search(db(), quarry, job);
    const before = readUnfinished(workspace);
    const begun = {
      ids: [...new Set([...before.ids, ...ids])],
      fileHashes: [...new Set([...before.fileHashes, ...fileHashes])],
    };
    write(db(), () => noteUnfinished(workspace, begun));
    runBatch(
      db(),
      ports,
      tx => {
        emptyLines(db(), seqs, tx.now);
        if (erasures.length > 0) emptyLabels(db(), label => quarry.finder.isInJson(label), tx.now);
        dropKeptLetters(db(), hashes);
        for (const { id } of erasures) tx.update('erasure', id, { purgedOn: tx.today });
        tx.label('personsPurged', { count: erasures.length });
      },
      { kind: 'auto' },
    );
    dropDrafts(application.workspace.folder, text => isAbout(quarry, text));
    const files = dropFiles(application, begun.fileHashes);
    // A thread that still reads an older state keeps the log from being emptied.
    await application.beside.end();
    write(db(), () => rewriteFile(db()));
    noteUnfinished(workspace, { ids: [], fileHashes: [] });
    return { value: { people: erasures.length, lines: seqs.length, files }, changed: ['erasure'] };
  });
}
