import { notAFormula } from '#shared/domain/spreadsheet-text.ts';
export type TableColumn = { readonly title: string; readonly type: 'text' | 'integer' | 'decimal' | 'money' | 'date' };
/** Dates as `YYYY-MM-DD`, money in tenge. */
export type TableCell = string | number | null;
export type TableRow = readonly TableCell[];
/** Rows as they come, some at a time. */
export type TableRows = AsyncIterable<readonly TableRow[]>;

export const isoDay = /^\d{4}-\d\d-\d\d$/u;

function csvCell(cell: TableCell, { type }: TableColumn): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (type === 'date' && isoDay.test(cell)) return cell.split('-').toReversed().join('.');
  const text = notAFormula(cell.replaceAll('\0', ''));
  return /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table of any length as CSV the way Excel opens it here: a byte order mark, «;» between cells, dates as they are written. */
export async function* tableToCsv(columns: readonly TableColumn[], rows: TableRows): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (cells: readonly string[]): string => `${cells.join(';')}\r\n`;
  const heading: TableColumn = { title: '', type: 'text' };
  let text = `\uFEFF${line(columns.map(({ title }) => csvCell(title, heading)))}`;
  for await (const some of rows) {
    for (const row of some) text += line(columns.map((column, index) => csvCell(row[index] ?? null, column)));
    if (text.length < 60_000) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}
