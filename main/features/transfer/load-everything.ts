import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Input } from '#shared/contract/index.ts';
import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import { entities } from '../../database/entities.ts';
import { explainDatabaseFailure } from '../../database/failures.ts';
import type { WriteDb } from '../../database/handles.ts';
import { filePath, holdsFile } from '../../database/kept-files.ts';
import { keyFor } from '../../database/key-ring.ts';
import { runBatch, type Transaction } from '../../database/records.ts';
import { writeSafely } from '../../database/safe-files.ts';
import { sealNow } from '../../database/sealed-files.ts';
import { withZip } from '../../documents/zip-reader.ts';
import { ZipError } from '../../documents/zip-records.ts';
import { readWorkbook } from '../../jobs/read-workbook.ts';
import type { Steps } from '../../jobs/work-signal.ts';
import type { Ports } from '../../ports.ts';
import { readEverything, type Table } from './everything-workbook.ts';
import { inOrderOfReference } from './merge-plan.ts';
import { filesOf } from './write-everything.ts';

const limits = { entries: 1_000_600, unpackedBytes: 200 * 2 ** 30, ratio: 300 } as const;

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
export function requireEmpty(tx: Pick<Transaction, 'db'>): void {
  for (const entity of entityNames) {
    if (mayExist.has(entity)) continue;
    if (tx.db.value(`SELECT 1 FROM ${entities[entity].table} LIMIT 1`) !== undefined)
      throw new AppError('collegeNotEmpty');
  }
}

/** Makes the empty college what the workbook says, every field of every record, with the times it was written. */
function replaceAll(tx: Transaction, tables: readonly Table[], { expect, step }: Steps): number {
  const ordered = inOrderOfReference();
  for (const entity of ordered.toReversed())
    for (const id of tx.db.column<string>(`SELECT id FROM ${entities[entity].table}`)) tx.remove(entity, id);
  expect(tables.reduce((sum, { rows }) => sum + rows.length, 0));
  let records = 0;
  for (const entity of ordered)
    for (const row of tables.find(table => table.entity === entity)?.rows ?? []) {
      step();
      tx.insert(entity, row, 'kept');
      records += 1;
    }
  return records;
}

type Unpacked = { readonly printed: ReadonlyMap<string, Uint8Array>; readonly attached: number };

/** Reads the zip beside the workbook: attached files go to their folder, printed ones wait for their records. Errors: archiveBroken, archiveForeign. */
async function readFiles(fileFolder: string, path: string): Promise<Unpacked> {
  const printed = new Map<string, Uint8Array>();
  if (!existsSync(path) || !statSync(path).isFile()) return { printed, attached: 0 };
  let attached = 0;
  try {
    await withZip(path, limits, async archive => {
      for (const file of archive.files) {
        const [, kind, hash] = /^(files|printed)\/([0-9a-f]{64})$/u.exec(file.name) ?? [];
        if (kind === undefined || hash === undefined) throw new ZipError('foreign');
        const chunks: Uint8Array[] = [];
        for await (const chunk of archive.read(file)) chunks.push(chunk);
        const bytes = Buffer.concat(chunks);
        if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new ZipError('damaged');
        if (kind === 'printed') printed.set(hash, bytes);
        else {
          if (!holdsFile(fileFolder, { hash, bytes: bytes.length }))
            writeSafely(filePath(fileFolder, hash), sealNow(bytes, keyFor(fileFolder)));
          attached += 1;
        }
      }
    });
  } catch (error) {
    if (error instanceof ZipError)
      throw new AppError(error.problem === 'damaged' ? 'archiveBroken' : 'archiveForeign', { name: basename(path) });
    throw explainDatabaseFailure(error, dirname(path));
  }
  return { printed, attached };
}

/**
 * Writes what a full export holds into empty data, record by record in one transaction. It is recorded, but no step of undo: the
 * numbers of letters in it are given out. Errors: collegeNotEmpty, archiveForeign, archiveBroken, archiveNewer, cancelled, and
 * those of reading.
 */
export async function loadEverything(
  db: WriteDb,
  ports: Ports,
  fileFolder: string,
  { path }: Input<'everything.import'>,
  steps: Steps,
) {
  const { tables, printed } = readEverything(await readWorkbook(path));
  const kept = await readFiles(fileFolder, filesOf(path));
  const { value, changed, batchId } = runBatch(db, ports, tx => {
    requireEmpty(tx);
    for (const { hash, name } of printed) {
      const bytes = kept.printed.get(hash);
      if (bytes === undefined) throw new AppError('archiveBroken', { name: basename(filesOf(path)) });
      tx.keepFile({ hash, name, bytes });
    }
    const records = replaceAll(tx, tables, steps);
    tx.label('everythingLoaded', { file: basename(path) });
    tx.aside();
    return records;
  });
  return { value: { batchId, records: value, files: kept.attached }, changed };
}
