import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportToDocx } from '#main/documents/report-docx.ts';
import { reportToHtml } from '#main/documents/report-html.ts';
import { reportToXlsx } from '#main/documents/report-workbook.ts';
import { columnName, sheetNames, writeWorkbook } from '#main/documents/write-xlsx.ts';
import { descendant, elements, parseXml, textOf } from '#main/documents/xml.ts';
import { partOf, sheetsByLibreOffice, textByLibreOffice } from './office-tools.ts';
import { KAZAKH_LETTERS } from './sample-letters.ts';
import { sampleReport } from './sample-report.ts';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the report as a workbook', () => {
  let bytes: Uint8Array;
  let sheets: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    bytes = await reportToXlsx(sampleReport('ru'));
    sheets = sheetsByLibreOffice(bytes);
  }, 600_000);

  test('has a sheet of contents and one per indicator', () => {
    expect([...sheets.keys()].toSorted()).toEqual([
      '1. Места практики по специально',
      '2. =1+1 Equipment 2025 2026 ₸',
      '3. Dual students by year',
      '4. Requests by state',
      '5. Nothing happened',
      'Показатели',
    ]);
  });

  test('recalculates its totals in another program, and keeps shares as they are', () => {
    expect(sheets.get('1. Места практики по специально')?.at(-1)).toBe('Всего;156;63632;61.9%');
  });

  test('writes totals as formulas over the rows', async () => {
    const xml = await partOf(bytes, 'xl/worksheets/sheet2.xml');
    expect([...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)).toEqual(['SUM(B7:B10)', 'SUM(C7:C10)']);
  });

  test('gives dates, money and shares their types', async () => {
    const { sheets: read } = await readXlsx(bytes);
    const rows = read[2]?.rows ?? [];
    expect(rows[6]).toEqual([new Date(Date.UTC(2025, 8, 15)), '=HYPERLINK("http://x")', 1_250_000.5]);
  });

  test('never turns a text into a formula', async () => {
    const xml = await partOf(bytes, 'xl/worksheets/sheet3.xml');
    expect([...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)).toEqual(['SUM(C7:C8)']);
  });

  test('freezes the heading, offers a filter and draws the chart from the cells', async () => {
    const xml = await partOf(bytes, 'xl/worksheets/sheet2.xml');
    const chart = await partOf(bytes, 'xl/charts/chart1.xml');
    expect({
      frozen: /<pane [^>]*ySplit="6"/.test(xml),
      filter: /<autoFilter ref="([^"]*)"/.exec(xml)?.[1],
      values: /<c:val>.*?<c:f>([^<]*)<\/c:f>/s.exec(chart)?.[1],
    }).toEqual({ frozen: true, filter: 'A6:D10', values: "'1. Места практики по специально'!$B$7:$B$10" });
  });
});

describe('a workbook', () => {
  test('names its sheets so that Excel takes them, each once', () => {
    expect(sheetNames(['a/b:c', 'A B C', '', "'x'", 'History', 'ы'.repeat(40), 'ы'.repeat(40)])).toEqual([
      'a b c',
      'A B C (2)',
      '3',
      'x',
      'History 5',
      'ы'.repeat(31),
      `${'ы'.repeat(27)} (2)`,
    ]);
  });

  test('letters its columns as Excel does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  test('repeats its headings on every page by a reference that Excel takes, and is marked on each', async () => {
    const bytes = await writeWorkbook({
      title: 'x',
      sheets: [
        {
          name: "1. Let's see",
          title: 't',
          mark: 'Draft',
          columns: [{ key: 'a', title: 'A', type: 'text' }],
          rows: [],
        },
      ],
    });
    const workbook = await partOf(bytes, 'xl/workbook.xml');
    const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect([
      /<definedName name="_xlnm.Print_Titles"[^>]*>([^<]*)</.exec(workbook)?.[1]?.replaceAll('&apos;', "'"),
      /<oddFooter>([^<]*)</.exec(sheet)?.[1],
    ]).toEqual(["'1. Let''s see'!$3:$3", '&amp;L&amp;A&amp;CDraft&amp;R&amp;P / &amp;N']);
  });

  test('puts a line that is longer than its table over the columns, as high as it needs', async () => {
    const bytes = await writeWorkbook({
      title: 'x',
      sheets: [
        {
          name: 's',
          title: 't',
          lines: ['слово '.repeat(40), 'коротко'],
          columns: [
            { key: 'a', title: 'A', type: 'text', width: 40 },
            { key: 'b', title: 'B', type: 'integer', width: 40 },
          ],
          rows: [{ a: 'x', b: 1 }],
        },
      ],
    });
    const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect([
      [...sheet.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, range]) => range),
      /<row r="2" ht="(\d+)"/.exec(sheet)?.[1],
    ]).toEqual([['A2:B2'], '41']);
  });

  test('shows decimals only where there are any', async () => {
    const bytes = await writeWorkbook({
      title: 'x',
      sheets: [
        {
          name: 's',
          title: 't',
          columns: [
            { key: 'a', title: 'A', type: 'text' },
            { key: 'b', title: 'B', type: 'number' },
          ],
          rows: [
            { a: 'x', b: 32 },
            { a: 'y', b: 39.2 },
          ],
        },
      ],
    });
    const shown = [...sheetsByLibreOffice(bytes).values()][0]?.slice(-2);
    expect([shown, await partOf(bytes, 'xl/styles.xml')]).toEqual([
      ['x;32', 'y;39.2'],
      expect.not.stringContaining('#.##'),
    ]);
  });

  test('drops what XML cannot hold and keeps what is no date as text', async () => {
    const bytes = await writeWorkbook({
      title: 'x',
      sheets: [
        {
          name: 's',
          title: 't',
          columns: [
            { key: 'a', title: 'A', type: 'text' },
            { key: 'b', title: 'B', type: 'date' },
          ],
          rows: [{ a: 'x\u0000\u0007y', b: '2025-02-30' }],
        },
      ],
    });
    expect((await readXlsx(bytes)).sheets[0]?.rows.at(-1)).toEqual(['xy', '2025-02-30']);
  });
});

describe('the report as a Word file', () => {
  test('shows cover, contents with pages, figures, sources and draft mark in LibreOffice', async () => {
    const text = plain(textByLibreOffice('report.docx', await reportToDocx(sampleReport('kk'))));
    for (const wanted of [
      'Әлеуметтік серіктестік туралы',
      '1. Тәжірибе орындары мамандықтар бойынша',
      KAZAKH_LETTERS,
      '27 648',
      '1 250 000,50 ₸',
      '15.09.2025',
      'Барлығы',
      'Осы кезеңде жазба жоқ.',
      'Дереккөздер мен анықтамалар',
      'Жоба',
    ]) {
      expect(text).toContain(wanted);
    }
    expect(text).toMatch(/2\. =1\+1 Equipment: 2025\/2026 \[₸\][ .]*\d/);
    expect(text).toMatch(/Бет 3 \/ \d/);
  });

  test('has a native chart with its figures for each chart of the model', async () => {
    const bytes = await reportToDocx(sampleReport('ru'));
    const charts = await Promise.all([1, 2, 3].map(number => partOf(bytes, `word/charts/chart${number}.xml`)));
    expect(charts.map(xml => /<c:(bar|line)Chart>/.exec(xml)?.[1])).toEqual(['bar', 'line', 'bar']);
    expect(charts[1]).toContain('<c:v>140</c:v>');
  });

  test('describes its charts in words', async () => {
    const xml = await partOf(await reportToDocx(sampleReport('ru')), 'word/document.xml');
    expect(xml).toContain('Қабылданды: 4, Енгізілді: 9, Қайтарылды: 1');
  });
});

test('a long table of the Word file has every row in its place, whatever its texts hold, and its last rows stay with the total', async () => {
  const sample = sampleReport('ru');
  const hostile = ['<w:p>', '&amp;', '"$&$1"', '\u0001\uE0F02\uE0F0', '😀\uD800'];
  const written = ['<w:p>', '&amp;', '"$&$1"', '\uE0F02\uE0F0', '😀'];
  const rows = Array.from({ length: 1000 }, (_, place) => ({
    year: `${hostile[place % 5]} ${place}`,
    kk: place,
    ru: 1,
  }));
  const sections = sample.sections.map(section =>
    section.id === 'years' ? { ...section, rows, total: { kk: 7, ru: 1000 } } : section,
  );
  const root = parseXml(await partOf(await reportToDocx({ ...sample, sections }), 'word/document.xml'));
  const body = elements(root)[0];
  const tables = elements(body).filter(({ name }) => name === 'w:tbl');
  expect(tables.map(table => elements(table).filter(({ name }) => name === 'w:tr').length)).toEqual([
    ...sections.flatMap(({ rows: own, total }) => (own.length === 0 ? [] : [1 + own.length + (total ? 1 : 0)])),
  ]);
  const long = elements(tables[2]).filter(({ name }) => name === 'w:tr');
  const texts = long.slice(1, -1).map(row => textOf(elements(row)[1] ?? row));
  expect(texts).toEqual(rows.map((_, place) => `${written[place % 5]} ${place}`));
  const keeps = long.slice(1).map(row => descendant(row, 'w:keepNext') !== undefined);
  expect(keeps.flatMap((keep, place) => (keep ? [place] : []))).toEqual([998, 999]);
});

describe('the report as HTML', () => {
  test('shows text as text and runs nothing', () => {
    const html = reportToHtml(sampleReport('kk'));
    expect(html).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt;');
    expect(html).not.toMatch(/<script|\son\w+=|url\((?!data:)/i);
  });

  test('carries the fingerprint when frozen and the draft mark when not', () => {
    expect(reportToHtml(sampleReport('ru', false))).toContain('Контрольная сумма a1b2c3d4');
    expect(reportToHtml(sampleReport('ru', true))).toContain('<p class="mark">Черновик</p>');
  });
});
