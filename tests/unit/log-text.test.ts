import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureText, statementText, withoutData } from '#main/log-text.ts';

const cases: readonly (readonly [string, string])[] = [
  ['Unexpected token \'Ы\', "Ыбырайханов Жәмш"... is not valid JSON', 'Unexpected token … is not valid JSON'],
  [
    "ENOENT: no such file or directory, open '/home/a/letters/Ivanov.docx'",
    'ENOENT: no such file or directory, open …',
  ],
  ['fts5: syntax error near "Иванов"', 'fts5: syntax error near …'],
  ['UNIQUE constraint failed: student.iin', 'UNIQUE constraint failed: student.iin'],
  ['cannot open C:\\Users\\Айгерим\\seriktes.db', 'cannot open …'],
  ['no column named Ivanov', 'no column named …'],
  ['call 8 705 725 11 99 or a@b.kz', 'call … or …'],
  ["Cannot read properties of undefined (reading 'iin')", 'Cannot read properties of undefined (reading …)'],
];

test.each(cases)('«%s» is kept as «%s»', (message, kept) => {
  expect(withoutData(message)).toBe(kept);
});

test('of a stack the functions and the places stay, not the folders of the user', () => {
  const error = new TypeError('Ыбырайханов');
  error.stack = `TypeError: Ыбырайханов\n    at readRow (/home/Айгерим/app/out/main/index.js:12:7)\n    at file:///C:/Users/a/x.js:1:2`;
  expect(failureText(error)).toBe('TypeError: …\n    at readRow (index.js:12:7)\n    at (x.js:1:2)');
});

test('causes are followed, and what is no error is named by its kind only', () => {
  const failure = new Error('outer', { cause: new Error('inner «Иванов»') });
  failure.stack = '';
  (failure.cause as Error).stack = '';
  expect([
    failureText(failure),
    failureText({ name: 'Иванов' }),
    failureText('Иванов failed'),
    failureText(null),
  ]).toEqual(['Error: outer\ncaused by Error: inner …', 'a object', '… failed', 'nothing']);
});

test('no letter beyond the Latin ones, no address and no long number survives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => {
      const kept = withoutData(text);
      return !/\p{Script=Cyrillic}/u.test(kept) && !/\d{5}/u.test(kept) && !/\S@\S/u.test(kept);
    }),
  );
});

test('a statement keeps the words of the program and loses others', () => {
  expect(statementText("SELECT 1 FROM s WHERE state = 'didNotStart' AND name = 'Иванов'")).toBe(
    "SELECT 1 FROM s WHERE state = 'didNotStart' AND name = '…'",
  );
});
