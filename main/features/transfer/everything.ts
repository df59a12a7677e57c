import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import { entities } from '../../database/entities.ts';
import { explainDatabaseFailure } from '../../database/failures.ts';
import { attachedFiles, filePath, holdsFile } from '../../database/kept-files.ts';
import { keyFor } from '../../database/key-ring.ts';
import { runBatch, type Transaction } from '../../database/records.ts';
import { unfinished, writeSafely } from '../../database/safe-files.ts';
import { readInside, sealNow } from '../../database/sealed-files.ts';
import { ArchiveError, withZip } from '../../documents/zip-reader.ts';
import { writeZip, type ZipSource } from '../../documents/zip-writer.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { readWorkbook } from '../../jobs/read-workbook.ts';
import { backUpFor } from '../backup/commands.ts';
import { trustFolder } from '../files/commands.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';
import { readEverything, type Table, writeEverything } from './everything-workbook.ts';
import { inOrderOfReference, readAll } from './merge-plan.ts';

const limits = { entries: 1_000_600, unpackedBytes: 200 * 2 ** 30, ratio: 300 } as const;

/** The zip of files that belongs to a workbook: the same name with another ending. */
const filesOf = (workbook: string): string => `${workbook.replace(/\.xlsx$/iu, '')}.files.zip`;

/** Writes all records as a workbook and all files as a zip beside it. Errors: folderAbsent, diskFull, noAccess, cancelled. */
export async function exportEverything(
  { db, ports, workspace, info }: Application,
  jobs: JobBoard,
  { folder }: Input<'everything.export'>,
): Promise<Output<'everything.export'>> {
  if (!existsSync(folder)) throw new AppError('folderAbsent', { name: folder });
  const t = createTranslator(readSettings(db()).language);
  const name = safeFileName(`${t('transfer.everything')} ${t.locale.date(ports.clock.today())}.xlsx`);
  const workbook = join(folder, name);
  const files = filesOf(workbook);
  return await jobs.run('transfer', async job => {
    const attached = attachedFiles(db());
    const present = attached.filter(file => holdsFile(workspace.fileFolder, file));
    job.expect(present.length + 2);
    const tables = entityNames.map((entity): Table => ({ entity, rows: readAll(db(), entity) }));
    const printed = db().all<{ hash: string; name: string; bytes: Uint8Array }>(
      'SELECT hash, name, bytes FROM letter_file ORDER BY hash',
    );
    const createdAt = ports.clock.now();
    try {
      writeSafely(workbook, await writeEverything({ tables, printed, createdAt, program: info.version, t, db: db() }));
      await job.step();
      const sources = async function* (): AsyncGenerator<ZipSource> {
        for (const { hash } of present) {
          await job.step();
          yield { name: `files/${hash}`, packed: false, chunks: readInside(filePath(workspace.fileFolder, hash)) };
        }
        for (const { hash, bytes } of printed) yield { name: `printed/${hash}`, packed: true, chunks: [bytes] };
      };
      await writeZip(files + unfinished, sources());
      await rename(files + unfinished, files);
    } catch (error) {
      await rm(files + unfinished, { force: true }).catch(() => undefined);
      throw explainDatabaseFailure(error, folder);
    }
    trustFolder(folder);
    return {
      workbook,
      files,
      records: tables.reduce((sum, { rows }) => sum + rows.length, 0),
      missing: attached.length - present.length,
    };
  });
}

/** Kinds an untouched college may have rows of: its first dictionaries and what the program notes by itself. */
const mayExist: ReadonlySet<EntityName> = new Set<EntityName>([
  'setting',
  'savedView',
  'importProfile',
  'importAnswer',
  'agreementType',
  'practiceType',
  'engagementKind',
  'evaluationCriterion',
  'task',
  'holiday',
]);

/** Errors: collegeNotEmpty. */
function requireEmpty(tx: Pick<Transaction, 'db'>): void {
  for (const entity of entityNames) {
    if (mayExist.has(entity)) continue;
    if (tx.db.value(`SELECT 1 FROM ${entities[entity].table} LIMIT 1`) !== undefined)
      throw new AppError('collegeNotEmpty');
  }
}

/** Makes the empty college what the workbook says, every field of every record, with the times it was written. */
function replaceAll(tx: Transaction, tables: readonly Table[]): number {
  const ordered = inOrderOfReference();
  for (const entity of ordered.toReversed())
    for (const id of tx.db.column<string>(`SELECT id FROM ${entities[entity].table}`)) tx.remove(entity, id);
  let records = 0;
  for (const entity of ordered)
    for (const row of tables.find(table => table.entity === entity)?.rows ?? []) {
      tx.insert(entity, row, 'kept');
      records += 1;
    }
  return records;
}

type Unpacked = { readonly printed: ReadonlyMap<string, Uint8Array>; readonly attached: number };

/** Reads the zip beside the workbook: attached files go to their folder, printed ones wait for their records. Errors: archiveBroken, archiveForeign. */
async function readFiles({ workspace }: Application, path: string): Promise<Unpacked> {
  const printed = new Map<string, Uint8Array>();
  if (!existsSync(path) || !statSync(path).isFile()) return { printed, attached: 0 };
  let attached = 0;
  try {
    await withZip(path, limits, async archive => {
      for (const file of archive.files) {
        const [, kind, hash] = /^(files|printed)\/([0-9a-f]{64})$/u.exec(file.name) ?? [];
        if (kind === undefined || hash === undefined) throw new ArchiveError('foreign');
        const chunks: Uint8Array[] = [];
        for await (const chunk of archive.read(file)) chunks.push(chunk);
        const bytes = Buffer.concat(chunks);
        if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new ArchiveError('damaged');
        if (kind === 'printed') printed.set(hash, bytes);
        else {
          if (!holdsFile(workspace.fileFolder, { hash, bytes: bytes.length }))
            writeSafely(filePath(workspace.fileFolder, hash), sealNow(bytes, keyFor(workspace.fileFolder)));
          attached += 1;
        }
      }
    });
  } catch (error) {
    if (error instanceof ArchiveError)
      throw new AppError(error.problem === 'damaged' ? 'archiveBroken' : 'archiveForeign', { name: basename(path) });
    throw explainDatabaseFailure(error, dirname(path));
  }
  return { printed, attached };
}

/**
 * Loads a full export into empty data. It is recorded, but no step of undo: the numbers of letters in it are given out; the
 * backup made before takes it back. Errors: collegeNotEmpty, archiveForeign, archiveBroken, archiveNewer, and those of reading.
 */
export async function importEverything(application: Application, jobs: JobBoard, { path }: Input<'everything.import'>) {
  const { db, ports } = application;
  requireEmpty({ db: db() });
  return await jobs.run('transfer', async job => {
    const { tables, printed } = readEverything(await readWorkbook(path));
    const kept = await readFiles(application, filesOf(path));
    await backUpFor(application, 'import', job);
    const { value, changed, batchId } = runBatch(db(), ports, tx => {
      requireEmpty(tx);
      for (const { hash, name } of printed) {
        const bytes = kept.printed.get(hash);
        if (bytes === undefined) throw new AppError('archiveBroken', { name: basename(filesOf(path)) });
        tx.keepFile({ hash, name, bytes });
      }
      const records = replaceAll(tx, tables);
      tx.label('everythingLoaded', { file: basename(path) });
      tx.aside();
      return records;
    });
    return { value: { batchId, records: value, files: kept.attached }, changed };
  });
}
