import { deflateRawSync } from 'node:zlib';
import * as sheetjs from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import jszip from 'jszip';
import type { Random } from '#main/sample/random.ts';
import { makeCollege, renderWorkbook } from './made-workbook.ts';

/** A file of the corpus: what it is, what it is called, what is in it. */
export type HostileFile = {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Made to harm, not only damaged. */
  readonly trick?: boolean;
};

const firms = [
  ['Предприятие', 'БИН', 'Город', 'Дата'],
  ['ТОО «Дәнекер»', '051140229729', 'Темиртау', '01.09.2025'],
  ['ТОО «Болат»', '080140594909', 'Шымкент', '02.09.2025'],
];
const csv = firms.map(row => row.join(';')).join('\r\n');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function sheetJsFile(bookType: sheetjs.BookType): Uint8Array {
  const book = sheetjs.utils.book_new();
  sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(firms), 'Партнёры');
  return new Uint8Array(sheetjs.write(book, { type: 'buffer', bookType }) as Uint8Array);
}

/** A workbook one part of which is put through `change`. */
async function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await jszip.loadAsync(bytes);
  zip.file(part, change((await zip.file(part)?.async('string')) ?? ''));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A workbook with one part left out. */
async function without(bytes: Uint8Array, part: string): Promise<Uint8Array> {
  const zip = await jszip.loadAsync(bytes);
  zip.remove(part);
  return zip.generateAsync({ type: 'uint8array' });
}

function damage(bytes: Uint8Array, random: Random): readonly [string, Uint8Array] {
  const copy = bytes.slice();
  const at = random.between(0, copy.length - 1);
  const kinds: Readonly<Record<string, () => Uint8Array>> = {
    'cut off': () => copy.slice(0, at),
    'beginning lost': () => copy.slice(at),
    'one bit turned': () => {
      copy[at] = (copy[at] ?? 0) ^ (1 << random.between(0, 7));
      return copy;
    },
    'twenty bytes turned': () => {
      for (let index = 0; index < 20; index++) copy[random.between(0, copy.length - 1)] = random.between(0, 255);
      return copy;
    },
    'a block of zeros': () => copy.fill(0, at, Math.min(copy.length, at + random.between(1, 400))),
    'a block twice': () => {
      const twice = new Uint8Array(copy.length + (copy.length - at));
      twice.set(copy);
      twice.set(copy.subarray(at), copy.length);
      return twice;
    },
    'a block missing': () => {
      const end = Math.min(copy.length, at + random.between(1, 300));
      return Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(end)]);
    },
    'bytes after the end': () =>
      Uint8Array.from([...copy, ...Array.from({ length: 64 }, () => random.between(0, 255))]),
  };
  const names = Object.keys(kinds);
  const name = names[random.between(0, names.length - 1)] ?? 'cut off';
  return [`${name} at ${at}`, kinds[name]?.() ?? copy];
}

const sheetPart = 'xl/worksheets/sheet1.xml';

/** Files made to harm: each is a known trick. */
async function tricks(plain: Uint8Array): Promise<readonly HostileFile[]> {
  const xlsx = async (what: string, change: (xml: string) => string, part = sheetPart): Promise<HostileFile> => ({
    what,
    name: 'x.xlsx',
    bytes: await changed(plain, part, change),
  });
  const rows = (xml: string, content: string): string =>
    xml.replace(/<sheetData>.*<\/sheetData>/su, `<sheetData>${content}</sheetData>`);
  const bomb = new jszip();
  bomb.file('[Content_Types].xml', '<Types/>').file(sheetPart, '0'.repeat(300 * 1024 * 1024));
  const entities = ['<!DOCTYPE x [<!ENTITY a0 "ха">'];
  for (let level = 1; level < 12; level++) entities.push(`<!ENTITY a${level} "${`&a${level - 1};`.repeat(10)}">`);
  const declared = `${entities.join('')}]>`;
  const wide = [
    Array.from({ length: 1000 }, (_, column) => `Столбец ${column}`),
    Array.from({ length: 1000 }, () => 'х'),
  ];
  const formulas = [
    ['Предприятие', 'БИН', 'Город'],
    ['ТОО «Болат»', '080140594909', '=HYPERLINK("http://example.invalid";"x")'],
    ["=cmd|' /C calc'!A0", '051140229729', '@SUM(1+1)*cmd'],
  ];
  const zipOf = (name: string, content: Uint8Array): Promise<Uint8Array> =>
    new jszip().file(name, content).generateAsync({ type: 'uint8array' });
  return [
    {
      what: 'a zip bomb',
      name: 'x.xlsx',
      bytes: await bomb.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }),
    },
    { what: 'a zip in a zip', name: 'x.xlsx', bytes: await zipOf('a.xlsx', await zipOf('b.xlsx', plain)) },
    { what: 'a zip of nothing', name: 'x.xlsx', bytes: await new jszip().generateAsync({ type: 'uint8array' }) },
    { what: 'names that leave the folder', name: 'x.xlsx', bytes: await zipOf('../../../../etc/passwd', utf8('x')) },
    await xlsx('an entity bomb', xml =>
      rows(
        xml.replace(/<\?xml[^>]*\?>/u, `<?xml version="1.0"?>${declared}`),
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&a11;</t></is></c></row>',
      ),
    ),
    await xlsx('an external entity', xml =>
      rows(
        xml.replace(/<\?xml[^>]*\?>/u, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>',
      ),
    ),
    await xlsx('a sheet with one cell in its last corner', xml =>
      rows(xml, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    ),
    await xlsx('a sheet that says it is full', xml =>
      xml.replace(/<dimension[^>]*>/u, '').replace('<sheetData', '<dimension ref="A1:XFD1048576"/><sheetData'),
    ),
    await xlsx('rows beyond the last', xml => rows(xml, '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>')),
    await xlsx('negative rows', xml => rows(xml, '<row r="-5"><c r="A-5"><v>1</v></c></row>')),
    await xlsx('a merge of everything', xml =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ),
    await xlsx('strings that are not there', xml => rows(xml, '<row r="1"><c r="A1" t="s"><v>987654321</v></c></row>')),
    await xlsx('deep nesting', xml => rows(xml, `${'<x>'.repeat(50_000)}${'</x>'.repeat(50_000)}`)),
    await xlsx('numbers that are none', xml =>
      rows(xml, '<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>NaN</v></c></row>'),
    ),
    await xlsx('dates beyond time', xml => rows(xml, '<row r="1"><c r="A1" s="1"><v>999999999999</v></c></row>')),
    await xlsx(
      'a workbook without sheets',
      xml => xml.replace(/<sheets>.*<\/sheets>/su, '<sheets/>'),
      'xl/workbook.xml',
    ),
    ...(await Promise.all(
      [
        sheetPart,
        'xl/workbook.xml',
        '[Content_Types].xml',
        'xl/_rels/workbook.xml.rels',
        'xl/styles.xml',
        'xl/sharedStrings.xml',
      ].map(async part => ({ what: `${part} left out`, name: 'x.xlsx', bytes: await without(plain, part) })),
    )),
    { what: '1,000 columns', name: 'x.xlsx', bytes: await writeXlsx({ sheets: [{ name: 'a', rows: wide }] }) },
    { what: 'formulas as text', name: 'x.xlsx', bytes: await writeXlsx({ sheets: [{ name: 'a', rows: formulas }] }) },
    {
      what: 'a formula of the file',
      name: 'x.xlsx',
      bytes: await changed(plain, sheetPart, xml =>
        rows(xml, '<row r="1"><c r="A1"><f>WEBSERVICE("http://example.invalid")</f><v>7</v></c></row>'),
      ),
    },
    {
      what: 'hidden sheets only',
      name: 'x.xlsx',
      bytes: await writeXlsx({
        sheets: [
          { name: 'a', rows: firms, hidden: true },
          { name: 'b', rows: [[]] },
        ],
      }),
    },
    {
      what: 'dates since 1904',
      name: 'x.xlsx',
      bytes: await writeXlsx({
        sheets: [{ name: 'a', rows: [['Дата'], [new Date('2025-09-01T00:00:00Z')]] }],
        dateSystem: '1904',
      }),
    },
    {
      what: 'a text of a million letters in a cell',
      name: 'x.csv',
      bytes: utf8(`Предприятие;БИН\r\n${'я'.repeat(1_000_000)};1`),
    },
    { what: 'a quote that never ends', name: 'x.csv', bytes: utf8(`Предприятие;БИН\r\n"${'x;\r\n'.repeat(50_000)}`) },
    { what: 'nothing but separators', name: 'x.csv', bytes: utf8(';'.repeat(100_000)) },
    { what: 'nothing but line ends', name: 'x.csv', bytes: utf8('\r\n'.repeat(100_000)) },
    { what: 'control characters', name: 'x.csv', bytes: Uint8Array.from({ length: 4000 }, (_, index) => index % 32) },
    { what: 'lone surrogates', name: 'x.csv', bytes: Buffer.from('\ufeffa\ud800;b\udc00\r\n', 'utf16le') },
    { what: 'text turned right to left', name: 'x.csv', bytes: utf8(csv.replaceAll('ТОО', '\u202eООТ\u202c')) },
    { what: 'a raw deflate stream', name: 'x.xlsx', bytes: deflateRawSync(utf8(csv)) },
    { what: 'an empty file', name: 'x.xlsx', bytes: new Uint8Array() },
    { what: 'one byte', name: 'x.csv', bytes: Uint8Array.of(65) },
    { what: 'a byte order mark alone', name: 'x.csv', bytes: Uint8Array.of(0xff, 0xfe) },
    { what: 'a PDF', name: 'x.xlsx', bytes: utf8('%PDF-1.7\n1 0 obj\n') },
    { what: 'a program', name: 'x.xls', bytes: utf8('MZ\u0090\u0000\u0003') },
    { what: 'a Word file', name: 'x.docx', bytes: await zipOf('word/document.xml', utf8('<w:document/>')) },
  ];
}

/** The corpus: damaged files of every format and every trick, at least `count` of them. */
export async function hostileFiles(random: Random, count: number): Promise<readonly HostileFile[]> {
  const plain = await renderWorkbook(makeCollege(1, 6), { seed: 3, tongue: 'ru' });
  const sources: readonly (readonly [string, Uint8Array])[] = [
    ['книга.xlsx', plain],
    ['книга.xls', sheetJsFile('biff8')],
    ['книга.ods', sheetJsFile('ods')],
    ['книга.xlsb', sheetJsFile('xlsb')],
    ['книга.xml', sheetJsFile('xlml')],
    ['книга.html', sheetJsFile('html')],
    ['список.csv', utf8(csv)],
    ['выгрузка.txt', Buffer.from(`\ufeff${csv.replaceAll(';', '\t')}`, 'utf16le')],
  ];
  const files: HostileFile[] = (await tricks(plain)).map(file => ({ ...file, trick: true }));
  for (const [name, bytes] of sources)
    for (const [other] of sources) files.push({ what: `${name} called ${other}`, name: other, bytes });
  for (let index = 0; files.length < count; index++) {
    const [name, bytes] = sources[index % sources.length] ?? ['x', plain];
    const [what, harmed] = damage(bytes, random);
    files.push({ what: `${name}: ${what}`, name, bytes: harmed });
  }
  return files;
}
