import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Channel, contract, type Input } from '#shared/contract/index.ts';
import { mostPrintedRows } from '#shared/contract/lists.ts';
import type { z } from '#shared/contract/zod.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { ListRequest } from '../../database/list-query.ts';
import { listToWorkbook, mostLaidOut } from '../../documents/list-workbook.ts';
import type { Printable } from '../../documents/print-documents.ts';
import { reportWords } from '../../documents/report-format.ts';
import { listToPrint } from '../../documents/table-html.ts';
import { tableToXlsx } from '../../documents/table-workbook.ts';
import { type TableColumn, type TableRow, tableToCsv } from '../../documents/write-table.ts';
import type { Steps } from '../../jobs/work-signal.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';
import { type WrittenFile, writeStream } from '../shared/file-writing.ts';
import { cellReader, columnType, readNames } from './cells.ts';
import { listSources } from './sources.ts';

/** Rows read at once: a list of a college so small that it is written here, not in a thread with a state of its own, is of one state of the data. */
const windowSize = 5000;
/** Rows written before other calls get their turn. */
const stepSize = 500;

type ListProcedure = {
  readonly input: z.ZodType;
  readonly output: { readonly shape: { readonly rows: { readonly element: z.ZodObject } } };
};

export type ListToWrite = Input<'lists.export'> & { readonly folder: string };

/** A list as a file, or as a page that still has to be printed into one of that name. */
export type WrittenList = { readonly rows: number } & (
  | { readonly file: WrittenFile }
  | { readonly page: Printable; readonly name: string }
);

/** Writes the rows a list shows. Errors: refused (no such list, too many rows to print), validation (a filter the list does not have), noAccess, diskFull, cancelled. */
export async function writeList(db: ReadDb, input: ListToWrite, today: string, steps: Steps): Promise<WrittenList> {
  const { list, search, filter, sort, group, ids, columns, about, format, folder } = input;
  const source = Object.hasOwn(listSources, list) ? listSources[list] : undefined;
  if (source === undefined) throw new AppError('refused', { reason: list });
  const procedure = contract[`${list}.list` as Channel] as unknown as ListProcedure;
  const request = procedure.input.safeParse({ search, filter, sort, group });
  if (!request.success) throw new AppError('validation', {}, { filter: 'form' });

  const settings = readSettings(db);
  const t = createTranslator(settings.language);
  const names = readNames(db, t);
  const shape = procedure.output.shape.rows.element.shape as Readonly<Record<string, z.ZodType>>;
  const table = columns.map(({ key, title }): TableColumn => ({ title, type: columnType(list, key, shape[key]) }));
  const found = source.ids(db, request.data as ListRequest<never>, today);
  const chosen = ids === undefined ? null : new Set(ids);
  const wanted = chosen === null ? found : found.filter(id => chosen.has(id));
  const title = t.dynamic(`shell.screens.${list}`);
  const name = safeFileName(`${title} ${t.locale.date(today)}.${format}`);
  const { fields, cells } = cellReader(
    list,
    columns.map(({ key }) => key),
    names,
  );
  let written = 0;
  async function* rows(): AsyncGenerator<readonly TableRow[]> {
    for (let first = 0; first < wanted.length; first += windowSize) {
      const read = source?.rows(db, fields, wanted.slice(first, first + windowSize), today) ?? [];
      for (let next = 0; next < read.length; next += stepSize) {
        const some = read.slice(next, next + stepSize);
        written += some.length;
        yield some.map(cells);
        steps.step();
        // oxlint-disable-next-line no-await-in-loop -- rows follow one another, and other calls get their turn
        await nextTurn();
      }
    }
  }
  steps.expect(Math.ceil(wanted.length / stepSize));
  const save = async (content: AsyncIterable<Uint8Array>): Promise<WrittenList> => ({
    file: await writeStream(folder, name, content),
    rows: written,
  });
  if (format === 'csv') return await save(tableToCsv(table, rows()));
  if (format === 'xlsx' && wanted.length > mostLaidOut) return await save(tableToXlsx(title, table, rows(), about));
  if (format === 'pdf' && wanted.length > mostPrintedRows)
    throw new AppError('refused', { reason: 'tooManyRows', count: wanted.length });
  const all: TableRow[] = [];
  for await (const some of rows()) all.push(...some);
  const { collegeRu, collegeKk, language } = settings;
  const college = (language === 'kk' ? collegeKk : '') || collegeRu;
  const facts = [college, t.locale.date(today), t('lists.printedRows', { count: all.length })];
  const heading = { title, facts, about: about ?? [], language };
  if (format === 'xlsx') {
    async function* content(): AsyncGenerator<Uint8Array> {
      yield await listToWorkbook(heading, table, all);
    }
    return await save(content());
  }
  return { page: listToPrint(heading, table, all, reportWords({ language })), name, rows: written };
}
