import { isAbsolute, join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { printPage } from '../../documents/print-documents.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import type { Paperwork } from '../../jobs/paperwork.ts';
import { trustFolder } from '../files/commands.ts';
import { replaceFiles } from './replace-files.ts';

/**
 * Writes the report of a period into a folder, one file per format; a report written before is replaced.
 * A frozen report is written as it was frozen, under a name with the beginning of its hash. Errors: refused (no printer, content that is not what was frozen), fileBusy, noAccess, diskFull, cancelled. Nothing is written when one of the files cannot be.
 */
export async function exportReport(
  application: Application,
  jobs: JobBoard,
  paperwork: Paperwork,
  input: Input<'reports.export'>,
): Promise<Output<'reports.export'>> {
  const { ports, workspace } = application;
  const folder = input.folder ?? workspace.reportFolder;
  if (!isAbsolute(folder)) throw new AppError('noAccess', { name: folder });
  const { printer } = ports;
  if (input.formats.includes('pdf') && printer === undefined) throw new AppError('refused', { reason: 'noPrinter' });
  const files = await jobs.run('report', async job => {
    const { stem, files: made, page } = await paperwork.write(job, 'reportFiles', input);
    const printed = page === null || printer === undefined ? null : await printPage(page, printer);
    await job.step();
    const all = [...made, ...(printed === null ? [] : [{ format: 'pdf' as const, bytes: printed }])].map(file => ({
      ...file,
      name: `${stem}.${file.format}`,
      path: join(folder, `${stem}.${file.format}`),
    }));
    await replaceFiles(folder, all);
    return all;
  });
  trustFolder(folder);
  return {
    folder,
    files: files.map(({ format, name, path, bytes }) => ({ format, name, path, bytes: bytes.byteLength })),
  };
}
