import { isAbsolute, join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import { rollUp } from '#shared/domain/report-roll-up.ts';
import { fileNameOfSpan } from '#shared/domain/report-span.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import { rollUpWorkbook } from '../../documents/roll-up-workbook.ts';
import { writeWorkbook } from '../../documents/write-xlsx.ts';
import type { Paperwork } from '../../jobs/paperwork.ts';
import { trustFolder } from '../files/commands.ts';
import { safeFileName } from '../shared/file-names.ts';
import { replaceFiles } from './replace-files.ts';
import { readReceived, sentBytes, sentEnding, sentFigures } from './sent-report.ts';

type Saved = { readonly folder: string; readonly name: string; readonly path: string; readonly bytes: number };

async function save(folder: string, name: string, bytes: Uint8Array): Promise<Saved> {
  const path = join(folder, name);
  await replaceFiles(folder, [{ path, bytes }]);
  trustFolder(folder);
  return { folder, name, path, bytes: bytes.byteLength };
}

/** A full path. Errors: noAccess. */
function required(folder: string): string {
  if (!isAbsolute(folder)) throw new AppError('noAccess', { name: folder });
  return folder;
}

/**
 * Writes the figures of a frozen report into a file for whoever adds up several colleges: no lists, no persons. A file written
 * before is replaced. Errors: notFound, refused (content that is not what was frozen), fileBusy, noAccess, diskFull.
 */
export async function sendReport(
  { workspace }: Application,
  paperwork: Paperwork,
  { id, folder }: Input<'reports.send'>,
): Promise<Output<'reports.send'>> {
  const shown = await paperwork.answer('frozenReport', { id });
  if (!shown.sound) throw new AppError('refused', { reason: 'unsound' });
  const { report } = shown;
  const figures = sentFigures(shown);
  const years = fileNameOfSpan(report.span ?? { kind: 'schoolYear', year: report.schoolYear });
  const name = createTranslator(report.language)('rollUp.fileName', { years, college: figures.college });
  const place = required(folder ?? workspace.reportFolder);
  return await save(place, `${safeFileName(name)}${sentEnding}`, sentBytes(figures));
}

/** What lies in a folder for the roll-up; nothing is changed. Errors: noAccess. */
export async function lookAtReceived({ folder }: Input<'reports.received'>): Promise<Output<'reports.received'>> {
  return { files: (await readReceived(required(folder))).map(({ received }) => received) };
}

/**
 * Writes the figures of every college for one period side by side into a workbook beside the files.
 * Errors: rollUpEmpty when no file fits, noAccess, fileBusy, diskFull.
 */
export async function writeRollUp(input: Input<'reports.rollUp'>): Promise<Output<'reports.rollUp'>> {
  const { period, language } = input;
  const folder = required(input.folder);
  const t = createTranslator(language);
  const read = await readReceived(folder);
  const taken = read
    .flatMap(({ received, figures }) => (received.state === 'fits' && figures !== null ? [{ received, figures }] : []))
    .filter(({ figures }) => figures.period.start === period.start && figures.period.end === period.end)
    .toSorted((left, right) => t.locale.compare(left.figures.college, right.figures.college));
  const [first] = taken;
  if (first === undefined) throw new AppError('rollUpEmpty', { folder });
  // Names are those of the first college; one that reports in the language of the workbook comes first.
  const inLanguage = taken.toSorted(
    (left, right) => Number(right.figures.language === language) - Number(left.figures.language === language),
  );
  const workbook = rollUpWorkbook(t, {
    periodName: first.figures.periodName,
    colleges: inLanguage.map(({ received: { file }, figures }) => ({ file, figures })),
    tables: rollUp(inLanguage.map(({ figures }) => figures)),
    left: read.filter(one => !taken.some(({ received }) => received === one.received)).map(({ received }) => received),
  });
  const name = safeFileName(t('rollUp.workbookName', { period: first.figures.periodName }));
  const saved = await save(folder, `${name}.xlsx`, await writeWorkbook(workbook));
  return { ...saved, colleges: taken.length, left: read.length - taken.length };
}
