import { isAbsolute, join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { printPage } from '../../documents/print-documents.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import type { Paperwork } from '../../jobs/paperwork.ts';
import { trustFolder } from '../files/commands.ts';
import { writeStream } from '../shared/file-writing.ts';

/**
 * Writes the rows a list shows into a new file. Nothing is left behind when it is stopped or fails.
 * Errors: refused (no such list, a PDF without a printer or of too many rows), validation (a filter the list does not have), noAccess, diskFull, cancelled.
 */
export async function exportList(
  { ports, workspace }: Application,
  jobs: JobBoard,
  paperwork: Paperwork,
  input: Input<'lists.export'>,
): Promise<Output<'lists.export'>> {
  const folder = input.folder ?? join(workspace.folder, 'exports');
  if (!isAbsolute(folder)) throw new AppError('noAccess', { name: folder });
  const { printer } = ports;
  if (input.format === 'pdf' && printer === undefined) throw new AppError('refused', { reason: 'noPrinter' });
  const { file, rows } = await jobs.run('export', async job => {
    const written = await paperwork.write(job, 'list', { ...input, folder });
    if ('file' in written) return written;
    const { page, name } = written;
    async function* content(): AsyncGenerator<Uint8Array> {
      if (printer !== undefined) yield await printPage(page, printer);
      await job.step();
    }
    return { file: await writeStream(folder, name, content()), rows: written.rows };
  });
  trustFolder(folder);
  return { folder, ...file, rows };
}
