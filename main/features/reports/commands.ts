import { isAbsolute, join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import type { ReportFormat } from '#shared/contract/reports.ts';
import { fileNameOfSpan } from '#shared/domain/report-span.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import { reportToDocx } from '../../documents/report-docx.ts';
import { reportToPdf } from '../../documents/report-html.ts';
import type { ReportDocument } from '../../documents/report-model.ts';
import { reportToXlsx } from '../../documents/report-workbook.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import type { Ports } from '../../ports.ts';
import { trustFolder } from '../files/commands.ts';
import { openFrozen } from './frozen-content.ts';
import { annualReport } from './queries.ts';
import { replaceFiles } from './replace-files.ts';
import { toReportDocument } from './report-document.ts';

/** The report as a file of one kind. Errors: refused without a printer. */
async function toBytes(document: ReportDocument, format: ReportFormat, ports: Ports): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return await reportToXlsx(document);
    case 'docx':
      return await reportToDocx(document);
    case 'pdf':
      if (ports.printer === undefined) throw new AppError('refused', { reason: 'noPrinter' });
      return await reportToPdf(document, ports.printer);
  }
}

/**
 * Writes the report of a period into a folder, one file per format; a report written before is replaced.
 * A frozen report is written as it was frozen, under a name with the beginning of its hash. Errors: refused (no printer, content that is not what was frozen), fileBusy, noAccess, diskFull, cancelled. Nothing is written when one of the files cannot be.
 */
export async function exportReport(
  application: Application,
  jobs: JobBoard,
  input: Input<'reports.export'>,
): Promise<Output<'reports.export'>> {
  const { ports, workspace } = application;
  const folder = input.folder ?? workspace.reportFolder;
  if (!isAbsolute(folder)) throw new AppError('noAccess', { name: folder });
  const formats = [...new Set(input.formats)];
  if (formats.includes('pdf') && ports.printer === undefined) throw new AppError('refused', { reason: 'noPrinter' });
  const frozen = input.frozenId === undefined ? null : openFrozen(application.db(), input.frozenId);
  if (frozen?.sound === false) throw new AppError('refused', { reason: 'unsound' });
  const report = frozen?.content.report ?? annualReport(application.db(), input, ports.clock.today());
  const fingerprint = frozen?.frozen.hash.slice(0, 12);
  const document = toReportDocument(report, fingerprint);
  const t = createTranslator(report.language);
  const span = report.span ?? { kind: 'schoolYear', year: report.schoolYear };
  const name = t('reports.fileName', { years: fileNameOfSpan(span) });
  const stem = fingerprint === undefined ? name : `${name} ${fingerprint}`;
  const files = await jobs.run('report', async job => {
    job.expect(formats.length);
    const made: Array<{ format: ReportFormat; name: string; path: string; bytes: Uint8Array }> = [];
    for (const format of formats) {
      const name = `${stem}.${format}`;
      made.push({ format, name, path: join(folder, name), bytes: await toBytes(document, format, ports) });
      await job.step();
    }
    await replaceFiles(folder, made);
    return made;
  });
  trustFolder(folder);
  return {
    folder,
    files: files.map(({ format, name, path, bytes }) => ({ format, name, path, bytes: bytes.byteLength })),
  };
}
