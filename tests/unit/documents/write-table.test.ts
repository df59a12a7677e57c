import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { reportWords } from '#main/documents/report-format.ts';
import { listToHtml } from '#main/documents/table-html.ts';
import { tableToXlsx } from '#main/documents/table-workbook.ts';
import { type TableColumn, type TableRow, tableToCsv } from '#main/documents/write-table.ts';
import { partOf, sheetsByLibreOffice } from './office-tools.ts';

const columns: readonly TableColumn[] = [
  { title: 'Наименование', type: 'text' },
  { title: 'Мест', type: 'integer' },
  { title: 'Подписан', type: 'date' },
  { title: 'Сумма', type: 'money' },
];

async function* rowsOf(...rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  for (const row of rows) yield [row];
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return new Uint8Array(Buffer.concat(parts));
}

test('LibreOffice reads the workbook: numbers and days as such, text as text, also when it looks like a formula', async () => {
  const bytes = await bytesOf(
    tableToXlsx(
      'Ұйымдар: 2025/26',
      columns,
      rowsOf(
        ['ТОО «Құрылыс»', 1234, '2025-03-01', 1_250_000.5],
        ['=1+1', null, null, null],
        ['061240003006', -5, '1899-12-31', 0],
        ['две\nстроки\u0001', 0, 'не дата', null],
      ),
    ),
  );
  const [[name, lines] = ['', []]] = [...sheetsByLibreOffice(bytes)];
  expect(name).toBe('Ұйымдар 2025 26');
  // LibreOffice writes values here, not what is shown: a day in its own order shows that the cell is a day.
  expect(lines).toEqual([
    'Наименование;Мест;Подписан;Сумма',
    'ТОО «Құрылыс»;1234;03/01/2025;1250000.5',
    '=1+1;;;',
    '061240003006;-5;12/31/1899;0',
    '"две',
    'строки";0;не дата;',
  ]);
  expect(await partOf(bytes, 'xl/styles.xml')).toMatch(/formatCode="dd.mm.yyyy"/u);
});

test('rows are pulled only as the bytes are taken, and no more when nobody takes them', async () => {
  let pulled = 0;
  async function* endless(): AsyncGenerator<readonly TableRow[]> {
    for (;;) {
      pulled += 1;
      yield [['ТОО «Құрылыс»', pulled, '2025-03-01', null]];
    }
  }
  for (const chunks of [tableToXlsx('Список', columns, endless()), tableToCsv(columns, endless())]) {
    for await (const chunk of chunks) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    const left = pulled;
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(pulled).toBe(left);
  }
});

test('which rows a list shows is said under its heading, and in a workbook below its rows', async () => {
  const about = ['Состояние: истекает', 'Порядок: <Мест>'];
  const page = { title: 'Договоры', facts: ['Колледж'], about, language: 'ru' };
  expect(listToHtml(page, columns, [], reportWords({ language: 'ru' }))).toContain(
    '<p class="about"><span>Состояние: истекает</span> · <span>Порядок: &lt;Мест&gt;</span></p><table>',
  );
  const bytes = await bytesOf(tableToXlsx('Договоры', columns, rowsOf(['ТОО', 1, null, null]), about));
  const [[, lines] = ['', []]] = [...sheetsByLibreOffice(bytes)];
  expect(lines.map(line => line.replace(/;+$/u, ''))).toEqual([
    'Наименование;Мест;Подписан;Сумма',
    'ТОО;1',
    '',
    ...about,
  ]);
});

test('a long workbook is packed in pieces that any reader joins: every text, figure and day stands where it was', async () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, place): TableRow => [
      ` Ұйым <${place}> & «${'ә'.repeat(place % 40)}»\t😀\uD800`,
      place % 7 === 0 ? null : place,
      place % 2 === 0 ? '2025-03-01' : 'не дата',
      place / 4,
    ],
  );
  const bytes = await bytesOf(tableToXlsx('Список', columns, rowsOf(...rows), ['Порядок: <Мест>']));
  const sheet = (await readXlsx(bytes)).sheets[0];
  expect(sheet?.rows.length).toBe(rows.length + 3);
  const read = sheet?.rows.slice(1, rows.length + 1).map(([name, number, day, sum]) => [name, number, day, sum]);
  expect(read).toEqual(
    rows.map(([name, number, day, sum]) => [
      String(name).replace('\uD800', ''),
      number,
      day === '2025-03-01' ? new Date('2025-03-01T00:00:00Z') : day,
      sum,
    ]),
  );
  expect(sheet?.rows.at(-1)?.[0]).toBe('Порядок: <Мест>');
});

test('a table without rows is a file with its heading', async () => {
  const csv = Buffer.from(await bytesOf(tableToCsv(columns, rowsOf()))).toString('utf8');
  expect(csv).toBe('\uFEFFНаименование;Мест;Подписан;Сумма\r\n');
  const [[, lines] = ['', []]] = [...sheetsByLibreOffice(await bytesOf(tableToXlsx('Список', columns, rowsOf())))];
  expect(lines).toEqual(['Наименование;Мест;Подписан;Сумма']);
});
