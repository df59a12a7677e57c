import { sep } from 'node:path';
import { expect, test } from 'vitest';
import { archiveAmong, noteArchive, takeArchive } from '#main/shell/launched-with.ts';

test.each<[string, readonly string[], string | null]>([
  ['nothing', [], null],
  ['switches alone', ['--lang=ru', '--no-sandbox'], null],
  ['the project folder of a test start', ['.', '--lang=ru'], null],
  ['an archive', ['/home/a/Коллеж 2025.seriktes'], '/home/a/Коллеж 2025.seriktes'],
  ['an archive in capitals, after switches', ['--lang=kk', '/a/B.SERIKTES'], '/a/B.SERIKTES'],
  ['the last of two', ['/a.seriktes', '/b.seriktes'], '/b.seriktes'],
  ['a switch that ends like one', ['--open=/a.seriktes'], null],
  ['a path with a zero', ['/a\0.seriktes'], null],
])('of %s the right archive is taken', (_what, args, found) => {
  expect(archiveAmong(args, '/work')).toBe(found);
});

test('a path is looked for where the second program was started', () => {
  expect(archiveAmong(['копия.seriktes'], `${sep}flash`)).toBe(`${sep}flash${sep}копия.seriktes`);
});

test('an archive is handed over once', () => {
  expect([noteArchive(null), noteArchive('/a.seriktes'), takeArchive(), takeArchive()]).toEqual([
    false,
    true,
    '/a.seriktes',
    null,
  ]);
});
