import { expect, test } from 'vitest';
import { agreementBooks } from './other-colleges/agreements.ts';
import { faultsOf } from './other-colleges/compare.ts';
import { distributionBooks } from './other-colleges/distributions.ts';
import { firmBooks } from './other-colleges/firms.ts';
import { otherBooks } from './other-colleges/others.ts';
import { placementBooks } from './other-colleges/placements.ts';
import { studentBooks } from './other-colleges/students.ts';

const books = [
  ...placementBooks,
  ...distributionBooks,
  ...firmBooks,
  ...agreementBooks,
  ...studentBooks,
  ...otherBooks,
];

test.each(books.map(book => [book.what, book] as const))(
  'everything in a workbook of another college is found: %s',
  async (_, book) => {
    expect(await faultsOf(book)).toEqual([]);
  },
);
