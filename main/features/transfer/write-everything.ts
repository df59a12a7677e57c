import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output } from '#shared/contract/index.ts';
import { entityNames } from '#shared/contract/procedure.ts';
import { createTranslator } from '#shared/text/index.ts';
import { explainDatabaseFailure } from '../../database/failures.ts';
import type { ReadDb } from '../../database/handles.ts';
import { attachedFiles, filePath, holdsFile } from '../../database/kept-files.ts';
import { unfinished, writeSafely } from '../../database/safe-files.ts';
import { readInside } from '../../database/sealed-files.ts';
import { writeZip, type ZipSource } from '../../documents/zip-writer.ts';
import type { DeskCall } from '../../jobs/serve-desk.ts';
import type { Steps } from '../../jobs/work-signal.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';
import { type Table, writeEverything } from './everything-workbook.ts';
import { readAll } from './merge-plan.ts';

/** The zip of files that belongs to a workbook: the same name with another ending. */
export const filesOf = (workbook: string): string => `${workbook.replace(/\.xlsx$/iu, '')}.files.zip`;

type Place = {
  readonly folder: string;
  /** Where the attached files lie. */
  readonly fileFolder: string;
  /** The version of the program. */
  readonly program: string;
};

/** Writes all records as a workbook and all files as a zip into a folder that exists. Errors: diskFull, noAccess, cancelled. */
export async function writeEverythingFiles(
  db: ReadDb,
  { folder, fileFolder, program }: Place,
  { now, today }: DeskCall,
  steps: Steps,
): Promise<Output<'everything.export'>> {
  const t = createTranslator(readSettings(db).language);
  const workbook = join(folder, safeFileName(`${t('transfer.everything')} ${t.locale.date(today)}.xlsx`));
  const files = filesOf(workbook);
  const attached = attachedFiles(db);
  const present = attached.filter(file => holdsFile(fileFolder, file));
  steps.expect(present.length + 2);
  const tables = entityNames.map((entity): Table => ({ entity, rows: readAll(db, entity) }));
  steps.step();
  const printed = db.all<{ hash: string; name: string; bytes: Uint8Array }>(
    'SELECT hash, name, bytes FROM letter_file ORDER BY hash',
  );
  try {
    writeSafely(workbook, await writeEverything({ tables, printed, createdAt: now, program, t, db }));
    steps.step();
    const sources = async function* (): AsyncGenerator<ZipSource> {
      for (const { hash } of present) {
        steps.step();
        yield { name: `files/${hash}`, packed: false, chunks: readInside(filePath(fileFolder, hash)) };
      }
      for (const { hash, bytes } of printed) yield { name: `printed/${hash}`, packed: true, chunks: [bytes] };
    };
    await writeZip(files + unfinished, sources());
    await rename(files + unfinished, files);
  } catch (error) {
    await rm(files + unfinished, { force: true }).catch(() => undefined);
    throw explainDatabaseFailure(error, folder);
  }
  return {
    workbook,
    files,
    records: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    missing: attached.length - present.length,
  };
}
