import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { docxToPrintable } from '../../documents/docx-to-html.ts';
import { handoverDocx } from '../../documents/handover-docx.ts';
import { printDocument } from '../../documents/print-documents.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { safeFileName } from '../shared/file-names.ts';
import { writeInto } from '../shared/file-writing.ts';
import { deskSql, handoverPack } from './handover-data.ts';

/**
 * Writes the handover pack of firms, or of the whole desk when none is named: a file that is whole, or none. Errors: refused (no
 * printer, nothing to hand over), noAccess, diskFull, cancelled.
 */
export async function writeHandover(
  application: Application,
  jobs: JobBoard,
  input: Input<'partnership.handover'>,
): Promise<Output<'partnership.handover'>> {
  const { ports, workspace } = application;
  const print = ports.printer;
  if (input.format === 'pdf' && print === undefined) throw new AppError('refused', { reason: 'noPrinter' });
  const db = application.db();
  const today = ports.clock.today();
  const ids = input.ids.length > 0 ? input.ids : db.column<string>(deskSql);
  return jobs.run('handover', async job => {
    // Each firm is read, set on its pages, and the whole is packed.
    job.expect(ids.length * 2 + 1);
    const pack = await handoverPack(db, ids, { language: input.language, today, job });
    const [first] = pack.parts;
    if (first === undefined) throw new AppError('notFound', { entity: 'firm' });
    const docx = await handoverDocx(pack, () => job.step());
    await job.step(0);
    const about = pack.parts.length === 1 ? ` ${first.title.replaceAll(/[«»“”"]/gu, '')}` : '';
    const title = safeFileName(`${today} ${pack.title}${about}`);
    const bytes =
      input.format === 'docx' || print === undefined ? docx : await printDocument(docxToPrintable(docx), title, print);
    await job.step();
    const writer = await writeInto(workspace.letterFolder);
    return { path: await writer.write(`${title}.${input.format}`, bytes), firms: pack.parts.length };
  });
}
