import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import * as sheetjs from '@e965/xlsx';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readFileBytes } from '#main/features/importing/read-file.ts';
import { readWorkbook, readWorkbookBytes } from '#main/jobs/read-workbook.ts';
import { type Cell, cellText, type RawBook } from '#shared/domain/importing/cells.ts';
import { AppError } from '#shared/result.ts';

const cellsOf = (book: RawBook) => book.sheets.map(sheet => sheet.rows.map(row => row.cells.map(cellText)));
const text = (content: string) => new TextEncoder().encode(content);
const refusal = async (bytes: Uint8Array, name = 'x.xlsx'): Promise<string> => {
  try {
    await readFileBytes(bytes, name);
    return 'read';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

describe('workbooks', () => {
  test('dates are the days the officer sees, numbers stay numbers, rows keep the numbers of Excel', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Лист',
          rows: [['Дата', 'БИН'], [], [new Date('2025-09-01T00:00:00Z'), 51140229729, true, ' текст\u00a0 ']],
        },
      ],
    });
    const book = await readFileBytes(bytes, 'x.xlsx');
    expect(book.format).toBe('xlsx');
    expect(book.sheets[0]?.rows).toEqual([
      { number: 1, cells: ['Дата', 'БИН'] },
      { number: 3, cells: [{ date: '2025-09-01' }, 51140229729, true, ' текст\u00a0 '] },
    ]);
    expect(cellText(book.sheets[0]?.rows[1]?.cells[3])).toBe('текст');
  });

  test('the date system of 1904 gives the same days', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'a', rows: [[new Date('2025-09-01T00:00:00Z')]] }],
      dateSystem: '1904',
    });
    expect((await readFileBytes(bytes, 'x.xlsx')).sheets[0]?.rows[0]?.cells).toEqual([{ date: '2025-09-01' }]);
  });

  test.each(['biff8', 'ods', 'xlsb', 'xlml', 'html'] as const)(
    '.%s files are read by their content, whatever they are called',
    async bookType => {
      const sheet = sheetjs.utils.aoa_to_sheet([
        ['Предприятие', 'БИН'],
        ['ТОО «Дәнекер»', '051140229729'],
      ]);
      const book = sheetjs.utils.book_new();
      sheetjs.utils.book_append_sheet(book, sheet, 'Партнёры');
      const written: unknown = sheetjs.write(book, {
        type: 'buffer',
        bookType,
      });
      const read = await readFileBytes(written as Uint8Array, 'таблица.xlsx');
      expect(cellsOf(read)).toEqual([
        [
          ['Предприятие', 'БИН'],
          ['ТОО «Дәнекер»', '051140229729'],
        ],
      ]);
    },
  );

  test('a value merged down over rows stands for each of them, a merged title stays where it is', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['Заголовок', null, null],
            ['Фирма', 'Студент', 'Часы'],
            ['ТОО «Болат»', 'Ахметов', 10],
            [null, 'Смирнов', 20],
            [null, null, null],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
            { startRow: 2, startCol: 0, endRow: 4, endCol: 0 },
          ],
        },
      ],
    });
    expect(cellsOf(await readFileBytes(bytes, 'x.xlsx'))).toEqual([
      [['Заголовок'], ['Фирма', 'Студент', 'Часы'], ['ТОО «Болат»', 'Ахметов', '10'], ['ТОО «Болат»', 'Смирнов', '20']],
    ]);
  });

  test('hidden sheets are marked', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'a', rows: [['x']] },
        { name: 'b', rows: [['y']], hidden: true },
      ],
    });
    expect((await readFileBytes(bytes, 'x.xlsx')).sheets.map(sheet => sheet.hidden)).toEqual([false, true]);
  });
});

test('lines of a cell of an HTML table stay lines, however the table breaks them', async () => {
  const cells = ["87012345678<br style='mso-data-placement:same-cell'>87172742424", '<p>а</p> <p>б</p>', 'в<BR/>г'];
  const table = `<html><table><tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr></table></html>`;
  const { format, sheets } = await readFileBytes(text(table), 'x.xls');
  expect([format, sheets[0]?.rows[0]?.cells]).toEqual(['html', ['87012345678\n87172742424', 'а\nб', 'в\nг']]);
});

describe('text tables', () => {
  const table = 'Предприятие;БИН\r\n"ТОО ""Дәнекер""; цех";="051140229729"';
  const rows = [
    ['Предприятие', 'БИН'],
    ['ТОО "Дәнекер"; цех', '051140229729'],
  ];
  const utf16 = (mark: boolean, little: boolean): Uint8Array => {
    const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${table}`, 'utf16le');
    return little ? bytes : bytes.swap16();
  };

  test.each([
    ['UTF-8', text(table)],
    ['UTF-8 with a mark', text(`\ufeff${table}`)],
    ['UTF-16 LE with a mark', utf16(true, true)],
    ['UTF-16 BE with a mark', utf16(true, false)],
    ['UTF-16 LE without a mark', utf16(false, true)],
    ['UTF-16 BE without a mark', utf16(false, false)],
  ])('%s is told by its bytes', async (_, bytes) => {
    expect(cellsOf(await readFileBytes(bytes, 'x.csv'))).toEqual([rows]);
  });

  test('windows-1251 keeps Russian, and the Kazakh letters of its Kazakh variant', async () => {
    const bytes = Uint8Array.from([0xd2, 0xce, 0xce, 0x3b, 0xaa, 0xe0, 0xe1, 0xe8, 0xf2, 0x3b, 0xb9, 0x31]);
    expect(cellsOf(await readFileBytes(bytes, 'x.csv'))).toEqual([[['ТОО', 'Ғабит', '№1']]]);
  });

  test.each([
    ['tab', 'a\tb\tc\n1,5\t2;3\tx'],
    ['semicolon', 'a;b;c\n1,5;"2;3";x,y'],
    ['comma', 'a,b,c\n"1,5",2;3,x'],
    ['announced', 'sep=|\na|b|c\n1,5|2;3|x'],
  ])('the delimiter is found: %s', async (_, content) => {
    const read = cellsOf(await readFileBytes(text(content), 'x.txt'));
    expect(read[0]?.map(row => row.length)).toEqual([3, 3]);
  });

  test('a lone quotation mark does not swallow the rest of the file', async () => {
    const read = cellsOf(await readFileBytes(text('a;b\n"ТОО Болат;1\nАО Темір;2\nИП Үміт;3'), 'x.csv'));
    expect(read[0]).toHaveLength(4);
  });
});

/** A zip of one stored or deflated entry whose directory says whatever the test wants it to say. */
function zipOf(
  entries: readonly { name: string; content: Uint8Array; size?: number; packed?: number }[],
  count = entries.length,
): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size, packed } of entries) {
    const deflated = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(deflated.length, 18);
    local.writeUInt32LE(size ?? content.length, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed ?? deflated.length, 20);
    central.writeUInt32LE(size ?? content.length, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), deflated);
    centrals.push(central, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + deflated.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

test('sheets an .ods workbook hides by their style are marked', async () => {
  const style = (name: string, display: boolean) =>
    `<style:style style:name="${name}" style:family="table" style:master-page-name="Default"><style:table-properties table:display="${display}" style:writing-mode="lr-tb"/></style:style>`;
  const table = (name: string, kind: string) =>
    `<table:table table:name="${name}" table:style-name="${kind}"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`;
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="co1" style:family="table-column"/>${style('ta1', true)}${style('ta2', false)}</office:automatic-styles><office:body><office:spreadsheet>${table('Партнёры', 'ta1')}${table('Черновик &amp; архив', 'ta2')}${table('Договоры', 'ta1')}</office:spreadsheet></office:body></office:document-content>`;
  const bytes = zipOf([
    { name: 'content.xml', content: text(content) },
    { name: 'META-INF/manifest.xml', content: text('<manifest:manifest/>') },
    { name: 'styles.xml', content: text('<office:document-styles/>') },
  ]);
  const { format, sheets } = await readFileBytes(bytes, 'x.ods');
  expect([format, sheets.map(sheet => [sheet.name, sheet.hidden])]).toEqual([
    'ods',
    [
      ['Партнёры', false],
      ['Черновик & архив', true],
      ['Договоры', false],
    ],
  ]);
});

describe('bad and hostile files', () => {
  test('each says what it is', async () => {
    const workbook = await writeXlsx({ sheets: [{ name: 'a', rows: [['x', 'y']] }] });
    const locked = await writeXlsx({
      sheets: [{ name: 'a', rows: [['x']] }],
      encryption: { password: 'тайна', spinCount: 1 },
    });
    const empty = await writeXlsx({ sheets: [{ name: 'a', rows: [] }] });
    expect({
      nothing: await refusal(new Uint8Array()),
      blank: await refusal(text('   \r\n \r\n')),
      emptySheet: await refusal(empty),
      truncated: await refusal(workbook.subarray(0, workbook.length - 200)),
      locked: await refusal(locked),
      pdf: await refusal(text('%PDF-1.7 …')),
      picture: await refusal(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])),
      page: await refusal(text('<html><body><p>Ошибка 404</p></body></html>')),
      letter: await refusal(zipOf([{ name: 'word/document.xml', content: text('<w:document/>') }])),
      binary: await refusal(Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251)),
    }).toEqual({
      nothing: 'fileEmpty',
      blank: 'fileEmpty',
      emptySheet: 'fileEmpty',
      truncated: 'fileUnreadable',
      locked: 'fileEncrypted',
      pdf: 'fileNotWorkbook',
      picture: 'fileNotWorkbook',
      page: 'fileNotWorkbook',
      letter: 'fileNotWorkbook',
      binary: 'fileNotWorkbook',
    });
  });

  test('a zip that declares too much, or more than it packs, is refused before a reader opens it', async () => {
    const sheet = { name: 'xl/workbook.xml', content: text('<workbook/>') };
    const many = Array.from({ length: 2_001 }, (_, index) => ({ name: `xl/${index}.xml`, content: text('x') }));
    expect({
      huge: await refusal(zipOf([{ ...sheet, size: 600 * 1024 * 1024 }])),
      ratio: await refusal(zipOf([{ ...sheet, size: 20 * 1024 * 1024 }])),
      many: await refusal(zipOf(many)),
      lying: await refusal(zipOf([{ name: 'xl/workbook.xml', content: new Uint8Array(5_000_000), size: 20 }])),
      outside: await refusal(zipOf([{ ...sheet, packed: 1_000_000 }])),
    }).toEqual({
      huge: 'fileTooLarge',
      ratio: 'fileTooLarge',
      many: 'fileTooLarge',
      lying: 'fileTooLarge',
      outside: 'fileUnreadable',
    });
  });

  test('a sheet of two cells at the far corners of Excel is read without spreading it out', async () => {
    const far = await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }] });
    const corner = await replacePart(far, 'xl/worksheets/sheet1.xml', xml =>
      xml.replace('</row>', '</row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>y</t></is></c></row>'),
    );
    const book = await readWorkbookBytes(corner, 'x.xlsx', { timeoutMs: 20_000 });
    expect(book.sheets[0]?.rows).toEqual([{ number: 1, cells: ['x'] }]);
  });

  test('a reader that takes too long is stopped', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`строка ${index}`, index, 'x', 'y', 'z']);
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows }] });
    await expect(readWorkbookBytes(bytes, 'x.xlsx', { timeoutMs: 1 })).rejects.toMatchObject({ code: 'fileTooLarge' });
  });

  test('files that are missing, are folders or are the mark of an open workbook say so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seriktes-read-'));
    writeFileSync(join(folder, '~$книга.xlsx'), 'owner');
    const code = (path: string) =>
      readWorkbook(path).then(
        () => 'read',
        (error: unknown) => (error instanceof AppError ? error.code : 'thrown'),
      );
    expect([
      await code(join(folder, 'нет.xlsx')),
      await code(folder),
      await code(join(folder, '~$книга.xlsx')),
    ]).toEqual(['fileMissing', 'fileIsFolder', 'fileBusy']);
  });

  test('three hundred damaged workbooks and tables each end in rows or in a message', async () => {
    const workbook = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['Предприятие', 'БИН'],
            ['ТОО «Болат»', 80140594909],
          ],
        },
      ],
    });
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Uint8Array>(
          workbook,
          text('Предприятие;БИН\r\nТОО;080140594909'),
          Buffer.from('\ufeffИИН\tФИО\r\n1\t2', 'utf16le'),
        ),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.option(fc.nat(), { freq: 3 }),
        async (original, changes, cut) => {
          const bytes = Uint8Array.from(original);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const damaged = cut === null ? bytes : bytes.subarray(0, cut % (bytes.length + 1));
          codes.add(await refusal(damaged));
        },
      ),
      { seed: 77, numRuns: 300 },
    );
    const known = ['read', 'fileEmpty', 'fileUnreadable', 'fileNotWorkbook', 'fileTooLarge', 'fileEncrypted'];
    expect([...codes].filter(code => !known.includes(code))).toEqual([]);
    expect(codes.size).toBeGreaterThan(3);
  });
});

/** The same workbook with one part rewritten. */
async function replacePart(bytes: Uint8Array, name: string, change: (xml: string) => string): Promise<Uint8Array> {
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(bytes);
  const part = await zip.file(name)?.async('string');
  zip.file(name, change(part ?? ''));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

test('cells are plain data that crosses to another thread unchanged', () => {
  const cells: readonly Cell[] = ['x', 1, true, null, { date: '2025-09-01' }, { error: '#N/A' }];
  expect(structuredClone(cells)).toEqual(cells);
});
