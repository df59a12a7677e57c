import { readXlsx as readByLibrary, writeXlsx } from 'hucre/xlsx';
import jszip from 'jszip';
import { expect, test } from 'vitest';
import { toCell, toSheet } from '#main/features/importing/sheet-cells.ts';
import { readXlsx } from '#main/features/importing/xlsx/read-xlsx.ts';
import { isDateFormat } from '#main/features/importing/xlsx/workbook-parts.ts';
import { attributeOf, createXmlScanner } from '#main/features/importing/xlsx/xml-scanner.ts';
import { readZipDirectory } from '#main/features/importing/zip-directory.ts';
import { packBook, unpackBook } from '#main/jobs/packed-book.ts';
import type { RawSheet } from '#shared/domain/importing/cells.ts';
import { agreementBooks } from './other-colleges/agreements.ts';
import { distributionBooks } from './other-colleges/distributions.ts';
import { firmBooks } from './other-colleges/firms.ts';
import { furtherBooks } from './other-colleges/further.ts';
import { otherBooks } from './other-colleges/others.ts';
import { placementBooks } from './other-colleges/placements.ts';
import { bytesOf } from './other-colleges/strange-book.ts';
import { studentBooks } from './other-colleges/students.ts';

const read = (bytes: Uint8Array): Promise<readonly RawSheet[]> => readXlsx(bytes, readZipDirectory(bytes));

/** The same workbook as an independent library reads it. */
async function readOtherwise(bytes: Uint8Array): Promise<readonly RawSheet[]> {
  const book = await readByLibrary(bytes, { dateSystem: 'auto' });
  return book.sheets.map(({ name, hidden, veryHidden, rows, merges = [] }) => {
    const given: readonly (readonly unknown[])[] = rows;
    return toSheet(
      name,
      hidden === true || veryHidden === true,
      given.map((cells, index) => ({ number: index + 1, cells: cells.map(toCell) })),
      merges.map(range => ({
        top: range.startRow + 1,
        left: range.startCol,
        bottom: range.endRow + 1,
        right: range.endCol,
      })),
    );
  });
}

/** A workbook whose only sheet is this XML. */
async function withSheet(sheet: string): Promise<Uint8Array> {
  const rows = [['общая'], ['«вторая»'], [new Date(Date.UTC(2025, 8, 1))]];
  const zip = await jszip.loadAsync(await writeXlsx({ sheets: [{ name: 'Лист', rows }] }));
  zip.file('xl/worksheets/sheet1.xml', sheet);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

test('workbooks of other colleges are read as an independent library reads them, and survive the way to another thread', async () => {
  const all = [
    studentBooks,
    firmBooks,
    agreementBooks,
    distributionBooks,
    placementBooks,
    otherBooks,
    furtherBooks,
  ].flat();
  let compared = 0;
  for (const book of all.filter(({ fileName = '.xlsx' }) => fileName.endsWith('.xlsx'))) {
    const bytes = await bytesOf(book);
    const sheets = await read(bytes);
    expect(sheets, book.what).toEqual(await readOtherwise(bytes));
    const whole = { fileName: book.what, format: 'xlsx', sheets } as const;
    expect(unpackBook(structuredClone(packBook(whole))), book.what).toEqual(whole);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(20);
});

test('prefixes, quoted brackets, comments, CDATA, entities, rich and phonetic text, missing places: read as they are meant', async () => {
  const bytes = await withSheet(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "&e;&e;">]>
    <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
    <x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t='inlineStr' alt='a>b'><x:is><x:r><x:t>две </x:t></x:r><x:r><x:t>части</x:t></x:r><x:rPh><x:t>звук</x:t></x:rPh></x:is></x:c></x:row>
    <!-- <x:row><x:c><x:v>1</x:v></x:c></x:row> -->
    <x:row r="4"><x:c r="C4" t="str"><x:f>A1&amp;B1</x:f><x:v>a &lt; b &#38; &#x4D9; &e;</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c/></x:row>
    <x:row r="3"><x:c r="A3" t="inlineStr"><x:is><x:t><![CDATA[<b>]]>_x000D_</x:t></x:is></x:c><x:c><x:v>1.5E3</x:v></x:c></x:row>
    </x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>`);
  expect(await read(bytes)).toEqual([
    {
      name: 'Лист',
      hidden: false,
      rows: [
        { number: 1, cells: ['общая', 'две части'] },
        { number: 3, cells: ['<b>\r', 1500] },
        { number: 4, cells: [null, null, 'a < b & ә &e;', true, { error: '#N/A' }] },
      ],
      merges: [{ top: 1, left: 0, bottom: 2, right: 1 }],
    },
  ]);
});

test.each([
  ['a sheet cut short', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'],
  ['a tag cut short', '<worksheet><sheetData></sheetData><mergeC'],
  [
    'a cell outside every sheet',
    '<worksheet><sheetData><row r="1"><c r="A9999999"><v>1</v></c></row></sheetData></worksheet>',
  ],
])('%s is left to the more forgiving reader', async (_, sheet) => {
  await expect(read(await withSheet(sheet))).rejects.toThrow();
});

test('a document means the same wherever its pieces are cut', () => {
  const document = '<a x="1>2" y=\'&amp;\'>один<!-- <b> --><b/><![CDATA[<c>&amp;]]>&lt;<?p <d> ?></a>';
  const told = (pieces: readonly string[]): string => {
    let text = '';
    const scanner = createXmlScanner({
      open: (name, attributes) => {
        text += `(${name} ${attributeOf(attributes, 'x') ?? ''} ${attributeOf(attributes, 'y') ?? ''}`;
      },
      text: found => {
        text += found;
      },
      close: name => {
        text += `${name})`;
      },
    });
    for (const piece of pieces) scanner.write(piece);
    scanner.end();
    return text;
  };
  const whole = told([document]);
  expect(whole).toBe('(a 1>2 &один(b  b)<c>&amp;<a)');
  for (let cut = 0; cut <= document.length; cut += 1)
    expect(told([document.slice(0, cut), document.slice(cut)]), String(cut)).toBe(whole);
  expect(told([...document])).toBe(whole);
});

test.each([
  ['General', false],
  ['0.00E+00', false],
  ['#,##0 "дней"', false],
  ['[Red]0', false],
  ['dd.mm.yyyy', true],
  ['[$-419]d mmmm yyyy "г."', true],
  ['[h]:mm', true],
  ['yyyy\\-mm\\-dd;@', true],
])('a number in the format %s is a date: %s', (code, expected) => {
  expect(isDateFormat(code)).toBe(expected);
});
