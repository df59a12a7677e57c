import { expect, test } from 'vitest';
import type { Preview } from '#main/features/importing/previews.ts';
import { rejectedWorkbook } from '#main/features/importing/rejected-workbook.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { agreementBooks } from './other-colleges/agreements.ts';
import { arrangedBooks } from './other-colleges/arrangements.ts';
import { faultsOf, planOf } from './other-colleges/compare.ts';
import { distributionBooks } from './other-colleges/distributions.ts';
import { dressed } from './other-colleges/dress.ts';
import { firmBooks } from './other-colleges/firms.ts';
import { furtherBooks } from './other-colleges/further.ts';
import { otherBooks } from './other-colleges/others.ts';
import { placementBooks } from './other-colleges/placements.ts';
import { bytesOf } from './other-colleges/strange-book.ts';
import { studentBooks } from './other-colleges/students.ts';

const books = [
  ...placementBooks,
  ...distributionBooks,
  ...firmBooks,
  ...agreementBooks,
  ...studentBooks,
  ...otherBooks,
  ...furtherBooks,
  ...arrangedBooks,
];

/** «ТР-21-1»: the name of the sheet is the group of its students. */
const namesGroup = (name: string): boolean => /\d/u.test(name) && !/20\d\d|Лист/u.test(name);

test.each(books.map(book => [book.what, book] as const))(
  'everything in a workbook of another college is found: %s',
  async (_, book) => {
    const { plan } = await planOf(await bytesOf(book), book.fileName);
    expect(faultsOf(book, plan)).toEqual([]);
  },
);

test.each(books.map(book => [book.what, book] as const))(
  'rows handed back as refused mean the same when they come again: %s',
  async (_, book) => {
    const { plan, ...understood } = await planOf(await bytesOf(book), book.fileName);
    const sheets = plan.sheets.map(sheet => ({
      ...sheet,
      rows: sheet.rows.map(row => (row.skip === null ? { ...row, action: 'reject' as const } : row)),
    }));
    const preview: Preview = {
      ...understood,
      plan: { ...plan, sheets },
      id: '',
      revision: 0,
      overrides: {},
      remembered: [],
      decisions: {},
      version: 0,
      answers: { firms: {}, students: {} },
    };
    const workbook = await rejectedWorkbook(preview, 'ru');
    const again = await planOf(workbook?.bytes ?? new Uint8Array());
    expect(faultsOf(book, again.plan)).toEqual([]);
  },
);

test('sheets that are called Sheet1 and Sheet2 are known by what is in them', async () => {
  const untold = books.filter(
    ({ fileName, sheets }) => fileName === undefined && !Object.keys(sheets).some(namesGroup),
  );
  const faults: string[] = [];
  for (const book of untold) {
    const plain = (name: string) => `Лист${Object.keys(book.sheets).indexOf(name) + 1}`;
    const renamed = <T>(given: Readonly<Record<string, T>> = {}) =>
      Object.fromEntries(Object.entries(given).map(([name, value]) => [plain(name), value]));
    const hidden = (book.hidden ?? []).map(plain);
    const bytes = await bytesOf({ ...book, sheets: renamed(book.sheets), merges: renamed(book.merges), hidden });
    const { plan } = await planOf(bytes, 'Книга1.xlsx');
    faults.push(...faultsOf(book, plan).map(fault => `${book.what}: ${fault}`));
  }
  expect(faults).toEqual([]);
}, 14_400_000);

test('letterheads, empty columns and rows, signatures and stray spaces change nothing', async () => {
  const random = seededRandom('other-colleges');
  const faults: string[] = [];
  for (const book of books.filter(({ fileName }) => fileName === undefined)) {
    const { plan } = await planOf(await bytesOf(dressed(book, random)));
    faults.push(...faultsOf(book, plan).map(fault => `${book.what}: ${fault}`));
  }
  expect(faults).toEqual([]);
}, 14_400_000);
