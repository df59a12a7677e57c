import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clear,
  cut,
  fillDown,
  paste,
  pasteByName,
  readBlock,
  writeBlock,
} from '#renderer/features/placements/group/sheet.ts';
import { fold } from '#shared/domain/folding.ts';

const anywhere = (): boolean => true;
const cell = fc.string({ unit: fc.constantFrom('a', 'қ', '"', '\t', '\n', ' ', '1'), maxLength: 6 });
const block = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

test('what is copied is pasted unchanged, with tabs, quotes and lines inside cells', () => {
  fc.assert(
    fc.property(block, cells => {
      expect(readBlock(writeBlock(cells))).toEqual(cells);
    }),
  );
});

test('a pasted block can be cut out again where it was put, and nothing else has changed', () => {
  fc.assert(
    fc.property(block, fc.nat(3), fc.nat(3), (cells, row, column) => {
      const sheet = Array.from({ length: 12 }, (_, y) => Array.from({ length: 10 }, (_, x) => `${y}.${x}`));
      const at = { row, column };
      const to = { row: row + cells.length - 1, column: column + (cells[0]?.length ?? 1) - 1 };
      const result = paste(sheet, { from: at, to: at }, cells, anywhere).sheet;
      expect(cut(result, { from: at, to })).toEqual(cells);
      const outside = result.flatMap((line, y) =>
        line.filter((_, x) => y < at.row || y > to.row || x < at.column || x > to.column),
      );
      expect(outside.every(value => /^\d+\.\d+$/u.test(value))).toBe(true);
    }),
  );
});

test('a workbook’s clipboard with quotes inside names and a last empty line is read as its cells', () => {
  expect(readBlock('ТОО "Болат"\t432\r\n"ИП ""Жылу"""\t\r\n')).toEqual([
    ['ТОО "Болат"', '432'],
    ['ИП "Жылу"', ''],
  ]);
});

const sheet = [
  ['Қасымов Әділ Серікұлы', 'Болат', '432'],
  ['Ли Вера', '', ''],
  ['Ким Анна', '', ''],
];
const notNames = (column: number): boolean => column > 0;
const at = (row: number, column: number) => ({ row, column });

test('one value fills the whole selection, names stay', () => {
  expect(paste(sheet, { from: at(0, 0), to: at(2, 1) }, [['Жылу']], notNames).sheet.map(row => row[1])).toEqual([
    'Жылу',
    'Жылу',
    'Жылу',
  ]);
  expect(paste(sheet, { from: at(0, 0), to: at(2, 1) }, [['Жылу']], notNames).sheet.map(row => row[0])).toEqual(
    sheet.map(row => row[0]),
  );
});

test('rows that find no place below are counted', () => {
  expect(paste(sheet, { from: at(1, 1), to: at(1, 1) }, [['a'], ['b'], ['c']], notNames)).toMatchObject({ lost: 1 });
});

test('filling down takes the first row of the selection, or the row above a single one', () => {
  expect(fillDown(sheet, { from: at(0, 1), to: at(2, 2) }, notNames).map(row => row.slice(1))).toEqual([
    ['Болат', '432'],
    ['Болат', '432'],
    ['Болат', '432'],
  ]);
  expect(fillDown(sheet, { from: at(1, 1), to: at(1, 1) }, notNames)[1]).toEqual(['Ли Вера', 'Болат', '']);
  expect(fillDown(sheet, { from: at(0, 1), to: at(0, 1) }, notNames)).toBe(sheet);
});

test('clearing empties the selection and leaves names', () => {
  expect(clear(sheet, { from: at(0, 0), to: at(0, 2) }, notNames)[0]).toEqual(['Қасымов Әділ Серікұлы', '', '']);
});

test('lines that begin with a name go to the row of that name in any order; a left-out patronymic is no obstacle', () => {
  const pasted = pasteByName(
    sheet,
    [
      ['Ли Вера', 'Жылу', '200'],
      ['касымов адил', 'Ертіс'],
      ['Петров Пётр', 'Болат'],
    ],
    {
      column: 0,
      key: name => fold(name),
      writable: notNames,
    },
  );
  expect(pasted).toEqual({
    sheet: [
      ['Қасымов Әділ Серікұлы', 'Ертіс', '432'],
      ['Ли Вера', 'Жылу', '200'],
      ['Ким Анна', '', ''],
    ],
    unknown: ['Петров Пётр'],
  });
});
