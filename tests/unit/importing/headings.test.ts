import { beforeAll, expect, test } from 'vitest';
import { readFileBytes } from '#main/features/importing/read-file.ts';
import type { RawSheet } from '#shared/domain/importing/cells.ts';
import { recogniseSheet } from '#shared/domain/importing/recognise.ts';
import { makeCollege, renderWorkbook } from './made-workbook.ts';
import { headings } from './other-colleges/headings.ts';

/** What counts as found too: a register may keep its end in a column for terms, a list its numbers in the running ones. */
const alike: Readonly<Record<string, string>> = { endsOn: 'term', number: 'rowNumber' };

let sheets: readonly RawSheet[];
beforeAll(async () => {
  const bytes = await renderWorkbook(makeCollege(3), { seed: 1, tongue: 'ru', plain: true });
  sheets = (await readFileBytes(bytes, 'книга.xlsx')).sheets;
});

test.each(Object.keys(headings))('a column under any of its usual headings is still that column: %s', entity => {
  const sheet = sheets.find(candidate => recogniseSheet(candidate).entity === entity);
  if (sheet === undefined) throw new Error(`no sheet of ${entity}`);
  const usual = recogniseSheet(sheet);
  const lost = Object.entries(headings[entity as keyof typeof headings] ?? {}).flatMap(([field, words]) => {
    const column = usual.columns.find(found => found.field === field)?.column;
    if (column === undefined) return [];
    return words.split('|').flatMap(word => {
      const rows = sheet.rows.map(row =>
        usual.headerRows.includes(row.number)
          ? { ...row, cells: row.cells.map((cell, at) => (at === column ? word : cell)) }
          : row,
      );
      const found = recogniseSheet({ ...sheet, rows }).columns[column]?.field ?? null;
      return found === field || found === alike[field] ? [] : [`${word}: ${String(found)}, not ${field}`];
    });
  });
  expect(lost).toEqual([]);
});
