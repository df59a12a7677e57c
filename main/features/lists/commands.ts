import { isAbsolute, join } from 'node:path';
import { type Channel, contract, type Input, type Output } from '#shared/contract/index.ts';
import { mostPrintedRows } from '#shared/contract/lists.ts';
import type { z } from '#shared/contract/zod.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import type { ListRequest } from '../../database/list-query.ts';
import { reportWords } from '../../documents/report-format.ts';
import { listToPdf } from '../../documents/table-html.ts';
import { type TableColumn, type TableRow, tableToCsv, tableToXlsx } from '../../documents/write-table.ts';
import type { Job, JobBoard } from '../../jobs/job-board.ts';
import { trustFolder } from '../files/commands.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';
import { writeStream } from '../shared/file-writing.ts';
import { cellOf, columnType, readNames } from './cells.ts';
import { listSources } from './sources.ts';

/** Rows read at once: large enough to be quick, small enough that other calls get their turn. */
const windowSize = 500;

type ListProcedure = {
  readonly input: z.ZodType;
  readonly output: { readonly shape: { readonly rows: { readonly element: z.ZodObject } } };
};

/**
 * Writes the rows a list shows into a new file. Nothing is left behind when it is stopped or fails.
 * Errors: refused (no such list, a PDF without a printer or of too many rows), validation (a filter the list does not have), noAccess, diskFull, cancelled.
 */
export async function exportList(
  application: Application,
  jobs: JobBoard,
  input: Input<'lists.export'>,
): Promise<Output<'lists.export'>> {
  const { ports, workspace } = application;
  const source = Object.hasOwn(listSources, input.list) ? listSources[input.list] : undefined;
  if (source === undefined) throw new AppError('refused', { reason: input.list });
  const { list, search, filter, sort, group, ids, columns, about, format } = input;
  const procedure = contract[`${list}.list` as Channel] as unknown as ListProcedure;
  const request = procedure.input.safeParse({ search, filter, sort, group });
  if (!request.success) throw new AppError('validation', {}, { filter: 'form' });
  const folder = input.folder ?? join(workspace.folder, 'exports');
  if (!isAbsolute(folder)) throw new AppError('noAccess', { name: folder });

  const today = ports.clock.today();
  const t = createTranslator(readSettings(application.db()).language);
  const names = readNames(application.db(), t);
  const fields = procedure.output.shape.rows.element.shape as Readonly<Record<string, z.ZodType>>;
  const table = columns.map(({ key, title }): TableColumn => ({ title, type: columnType(list, key, fields[key]) }));
  const found = source.ids(application.db(), request.data as ListRequest<never>, today);
  const chosen = ids === undefined ? null : new Set(ids);
  const wanted = chosen === null ? found : found.filter(id => chosen.has(id));
  if (format === 'pdf' && ports.printer === undefined) throw new AppError('refused', { reason: 'noPrinter' });
  if (format === 'pdf' && wanted.length > mostPrintedRows)
    throw new AppError('refused', { reason: 'tooManyRows', count: wanted.length });
  let written = 0;

  async function* rows(job: Job): AsyncGenerator<TableRow> {
    for (let first = 0; first < wanted.length; first += windowSize) {
      // The database may be replaced by a restore between two windows, so it is asked for each time.
      for (const row of source?.rows(application.db(), wanted.slice(first, first + windowSize), today) ?? []) {
        written += 1;
        yield columns.map(({ key }) => cellOf(list, key, row, names));
      }
      // oxlint-disable-next-line no-await-in-loop -- windows follow one another
      await job.step();
    }
  }
  const title = t.dynamic(`shell.screens.${list}`);
  async function* printed(job: Job): AsyncGenerator<Uint8Array> {
    if (ports.printer === undefined) return;
    const all: TableRow[] = [];
    for await (const row of rows(job)) all.push(row);
    const { collegeRu, collegeKk, language } = readSettings(application.db());
    const college = (language === 'kk' ? collegeKk : '') || collegeRu;
    const facts = [college, t.locale.date(today), t('lists.printedRows', { count: all.length })];
    yield await listToPdf({ title, facts, about, language }, table, all, reportWords({ language }), ports.printer);
  }
  function contentOf(job: Job): AsyncIterable<Uint8Array> {
    switch (format) {
      case 'csv':
        return tableToCsv(table, rows(job));
      case 'xlsx':
        return tableToXlsx(title, table, rows(job), about);
      case 'pdf':
        return printed(job);
    }
  }
  const file = await jobs.run('export', async job => {
    job.expect(Math.ceil(wanted.length / windowSize));
    const content = contentOf(job);
    return await writeStream(folder, safeFileName(`${title} ${t.locale.date(today)}.${format}`), content);
  });
  trustFolder(folder);
  return { folder, ...file, rows: written };
}
