import type { Input } from '#shared/contract/index.ts';
import type { ReportFormat } from '#shared/contract/reports.ts';
import { fileNameOfSpan } from '#shared/domain/report-span.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { Printable } from '../../documents/print-documents.ts';
import { reportToDocx } from '../../documents/report-docx.ts';
import { reportToPrint } from '../../documents/report-html.ts';
import { reportToXlsx } from '../../documents/report-workbook.ts';
import type { Steps } from '../../jobs/work-signal.ts';
import { openFrozen } from './frozen-content.ts';
import { annualReport } from './queries.ts';
import { toReportDocument } from './report-document.ts';

/** A report as the files that are wanted of it; a PDF still has to be printed. */
export type ReportFiles = {
  /** The name of each file without its ending. */
  readonly stem: string;
  readonly files: readonly { readonly format: Exclude<ReportFormat, 'pdf'>; readonly bytes: Uint8Array }[];
  readonly page: Printable | null;
};

/** Works out the report of a period, or opens a frozen one, and writes it. Errors: notFound, refused (content that is not what was frozen), cancelled. */
export async function makeReportFiles(
  db: ReadDb,
  { frozenId, formats, ...subject }: Input<'reports.export'>,
  today: string,
  steps: Steps,
): Promise<ReportFiles> {
  const wanted = [...new Set(formats)];
  steps.expect(wanted.length + 1);
  const frozen = frozenId === undefined ? null : openFrozen(db, frozenId);
  if (frozen?.sound === false) throw new AppError('refused', { reason: 'unsound' });
  const report = frozen?.content.report ?? annualReport(db, subject, today);
  const fingerprint = frozen?.frozen.hash.slice(0, 12);
  const document = toReportDocument(report, fingerprint);
  steps.step();
  const t = createTranslator(report.language);
  const span = report.span ?? { kind: 'schoolYear', year: report.schoolYear };
  const name = t('reports.fileName', { years: fileNameOfSpan(span) });
  const files: ReportFiles['files'][number][] = [];
  let page: Printable | null = null;
  for (const format of wanted) {
    if (format === 'pdf') page = reportToPrint(document);
    // oxlint-disable-next-line no-await-in-loop -- one document in memory after the other
    else files.push({ format, bytes: await (format === 'xlsx' ? reportToXlsx(document) : reportToDocx(document)) });
    steps.step();
  }
  return { stem: fingerprint === undefined ? name : `${name} ${fingerprint}`, files, page };
}
