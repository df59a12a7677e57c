import { basename, isAbsolute } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import type { ReadDb } from '../../database/handles.ts';
import { docxToPrintable } from '../../documents/docx-to-html.ts';
import { mergePdf } from '../../documents/merge-pdf.ts';
import { type PrintToPdf, printDocuments } from '../../documents/print-documents.ts';
import type { Written } from '../../ipc/router.ts';
import type { Job, JobBoard } from '../../jobs/job-board.ts';
import { trustFolder } from '../files/commands.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';
import { type FolderWriter, writeInto } from '../shared/file-writing.ts';
import { storedFile } from './queries.ts';

type StoredLetter = {
  readonly number: string;
  readonly issuedOn: string;
  readonly fileHash: string;
  readonly name: string;
};

/** How many letters go through the printer in one run of a combined PDF. */
const lettersPerRun = 50;

/** The letters in the order asked for. Errors: notFound. */
function storedLetters(db: ReadDb, ids: readonly string[]): readonly StoredLetter[] {
  const found = db.all<StoredLetter>(
    `SELECT l.number, l.issued_on AS issuedOn, l.file_hash AS fileHash, f.name FROM json_each(?) wanted
       CROSS JOIN letter l ON l.id = wanted.value JOIN letter_file f ON f.hash = l.file_hash ORDER BY wanted.key`,
    JSON.stringify(ids),
  );
  if (found.length < ids.length) throw new AppError('notFound', { entity: 'letter' });
  return found;
}

const stemOf = (letter: StoredLetter): string => basename(letter.name, '.docx');

type Work = {
  readonly db: ReadDb;
  readonly letters: readonly StoredLetter[];
  readonly writer: FolderWriter;
  readonly job: Job;
};

async function writeWord({ db, letters, writer, job }: Work): Promise<string[]> {
  const files: string[] = [];
  for (const letter of letters) {
    files.push(await writer.write(`${stemOf(letter)}.docx`, storedFile(db, letter.fileHash)));
    await job.step();
  }
  return files;
}

async function writePdf({ db, letters, writer, job }: Work, print: PrintToPdf): Promise<string[]> {
  const files: string[] = [];
  for (const letter of letters) {
    const document = docxToPrintable(storedFile(db, letter.fileHash));
    files.push(await writer.write(`${stemOf(letter)}.pdf`, await printDocuments([document], stemOf(letter), print)));
    await job.step();
  }
  return files;
}

async function writeCombined({ db, letters, writer, job }: Work, print: PrintToPdf): Promise<string[]> {
  const [first] = letters;
  const last = letters.at(-1);
  if (first === undefined || last === undefined) return [];
  const several = letters.length > 1;
  const word = createTranslator(readSettings(db).language)('letters.fileKind.combined');
  const title = several ? `${first.issuedOn} ${word} ${first.number} – ${last.number}` : stemOf(first);
  const parts: Uint8Array[] = [];
  for (let start = 0; start < letters.length; start += lettersPerRun) {
    const run = letters.slice(start, start + lettersPerRun);
    const documents = run.map(letter => docxToPrintable(storedFile(db, letter.fileHash)));
    parts.push(await printDocuments(documents, title, print));
    for (const _letter of run) await job.step();
  }
  const [only] = parts;
  const bytes =
    parts.length === 1 && only !== undefined
      ? only
      : mergePdf(
          parts.map(part => ({ bytes: part })),
          title,
        );
  return [await writer.write(`${safeFileName(title)}.pdf`, bytes)];
}

/**
 * Writes letters as files, from what was kept when they were issued. All files or none: a cancel or a failure takes back those
 * already written. Errors: notFound, refused (no printer), noAccess, diskFull, cancelled.
 */
export async function exportLetters(
  application: Application,
  jobs: JobBoard,
  input: Input<'letters.export'>,
): Promise<Written<Output<'letters.export'>>> {
  const { ports, workspace } = application;
  const folder = input.folder ?? workspace.letterFolder;
  if (!isAbsolute(folder)) throw new AppError('noAccess', { name: folder });
  const print = ports.printer;
  if (input.format !== 'docx' && print === undefined) throw new AppError('refused', { reason: 'noPrinter' });
  const db = application.db();
  const letters = storedLetters(db, input.ids);
  return jobs.run('export', async job => {
    job.expect(letters.length);
    const writer = await writeInto(folder);
    try {
      const work: Work = { db, letters, writer, job };
      const files =
        input.format === 'docx' || print === undefined
          ? await writeWord(work)
          : input.format === 'pdf'
            ? await writePdf(work, print)
            : await writeCombined(work, print);
      trustFolder(folder);
      return { value: { folder, files }, changed: [] };
    } catch (error) {
      await writer.takeBack();
      throw error;
    }
  });
}
