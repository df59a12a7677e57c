import { writeXlsxStream } from 'hucre/xlsx';
import { sheetNames } from './write-xlsx.ts';

export type TableColumn = { readonly title: string; readonly type: 'text' | 'integer' | 'decimal' | 'money' | 'date' };
/** Dates as `YYYY-MM-DD`, money in tenge. */
export type TableCell = string | number | null;
export type TableRow = readonly TableCell[];

const formats = { text: '@', integer: '#,##0', decimal: '0.00', money: '#,##0.00', date: 'dd.mm.yyyy' } as const;
const widths = { text: 28, integer: 12, decimal: 12, money: 16, date: 12 } as const;
const font = { name: 'Arial', size: 10 } as const;
const dayMilliseconds = 86_400_000;
/** Excel counts days from 30 December 1899. */
const excelEpoch = Date.UTC(1899, 11, 30);

const isoDay = /^\d{4}-\d\d-\d\d$/u;
const excelDay = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - excelEpoch) / dayMilliseconds;

/** Without the characters XML cannot hold; what Excel cannot keep in one cell is cut. */
const cleanText = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]|\p{Cs}/gu, '').slice(0, 32_767);

function excelCell(cell: TableCell, type: TableColumn['type']): string | number | null {
  if (typeof cell !== 'string') return cell;
  if (cell === '') return null;
  return type === 'date' && isoDay.test(cell) ? excelDay(cell) : cleanText(cell);
}

/** A table of any length as a workbook of one sheet: rows are pulled as the bytes are taken. What `about` says stands below them, apart by an empty row. */
export async function* tableToXlsx(
  name: string,
  columns: readonly TableColumn[],
  rows: AsyncIterable<TableRow>,
  about: readonly string[] = [],
): AsyncGenerator<Uint8Array> {
  async function* cells(): AsyncGenerator<(string | number | null)[]> {
    for await (const row of rows) yield columns.map(({ type }, index) => excelCell(row[index] ?? null, type));
    if (about.length > 0) yield [];
    for (const line of about) yield [cleanText(line)];
  }
  const stream = writeXlsxStream(cells(), {
    name: sheetNames([name])[0] ?? 'Sheet',
    columns: columns.map(({ title, type }) => ({
      header: cleanText(title),
      width: Math.max(widths[type], Math.min(40, title.length + 2)),
      style: { font, numFmt: formats[type], alignment: { vertical: 'top' } },
    })),
    freezePane: { rows: 1, columns: 1 },
  });
  const reader = stream.getReader();
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one chunk after the other is what a stream is
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A phone number begins with a plus and has nothing but digits and their separators. */
const phone = /^\+\d[\d ()-]{5,30}$/u;

/** Text that a spreadsheet would take for a formula is kept as text by an apostrophe; phone numbers stay as they are. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/u.test(text) && !phone.test(text) ? `'${text}` : text);

function csvCell(cell: TableCell, { type }: TableColumn): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (type === 'date' && isoDay.test(cell)) return cell.split('-').toReversed().join('.');
  const text = harmless(cell.replaceAll('\0', ''));
  return /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table of any length as CSV the way Excel opens it here: a byte order mark, «;» between cells, dates as they are written. */
export async function* tableToCsv(
  columns: readonly TableColumn[],
  rows: AsyncIterable<TableRow>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (cells: readonly string[]): string => `${cells.join(';')}\r\n`;
  const heading: TableColumn = { title: '', type: 'text' };
  let text = `\uFEFF${line(columns.map(({ title }) => csvCell(title, heading)))}`;
  for await (const row of rows) {
    text += line(columns.map((column, index) => csvCell(row[index] ?? null, column)));
    if (text.length < 60_000) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}
