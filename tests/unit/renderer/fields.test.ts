import { expect, test } from 'vitest';
import { clampWidth, type GridColumn, tableText, toggleColumn, visibleColumns } from '#renderer/ui/column-layout.ts';
import { readNumber } from '#renderer/ui/fields/read-number.ts';

const range = { min: 0, max: 5000 };

test.for([
  ['216', { value: 216, problem: null }],
  ['1 200', { value: 1200, problem: null }],
  ['', { value: null, problem: null }],
  ['двести', { value: null, problem: 'number' }],
  ['1,5', { value: null, problem: 'wholeNumber' }],
  ['-1', { value: -1, problem: 'tooSmall' }],
  ['5001', { value: 5001, problem: 'tooLarge' }],
] as const)('«%s» reads as %o', ([text, expected]) => {
  expect(readNumber(text, range)).toEqual(expected);
});

test('money is typed in tenge and stored in tiyn', () => {
  expect(readNumber('85 000,50 ₸', { min: 0, max: 1e11, scale: 100 })).toEqual({ value: 8_500_050, problem: null });
});

test('a third decimal of money is refused instead of rounded', () => {
  expect(readNumber('10,005', { min: 0, max: 1e11, scale: 100 }).problem).toBe('wholeNumber');
});

type Row = { readonly name: string; readonly phone: string };
const columns: readonly GridColumn<Row>[] = [
  { key: 'name', label: 'Организация', width: 200, text: row => row.name },
  { key: 'phone', label: 'Телефон', width: 150, hidden: true, text: row => row.phone },
];

test('the first column always shows, hidden ones show when they are asked for, widths are kept', () => {
  const layout = toggleColumn(columns, { widths: { phone: 99 } }, 'phone');
  expect([
    visibleColumns(columns, undefined).map(column => column.key),
    visibleColumns(columns, layout).map(column => [column.key, column.width]),
    visibleColumns(columns, { hidden: ['name', 'phone'] }).map(column => column.key),
  ]).toEqual([
    ['name'],
    [
      ['name', 200],
      ['phone', 99],
    ],
    ['name'],
  ]);
});

test('copied rows keep one line each: tabs and line breaks inside a cell become spaces', () => {
  expect(tableText(columns, [{ name: 'ТОО\n«Дала»', phone: '+7\t701' }])).toBe(
    'Организация\tТелефон\r\nТОО «Дала»\t+7 701',
  );
});

test.each([
  ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
  ["\n=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"],
  ['@SUM(1+1)', "'@SUM(1+1)"],
  ['+1+cmd', "'+1+cmd"],
  ['-2+3+cmd', "'-2+3+cmd"],
  ['-5', '-5'],
  ['+12,5 %', '+12,5 %'],
  ['+7 (701) 123-45-67', '+7 (701) 123-45-67'],
])('%s is no formula when it is copied', (name, copied) => {
  expect(tableText(columns, [{ name, phone: '' }])).toBe(`Организация\tТелефон\r\n${copied}\t`);
});

test('a column is never dragged out of sight', () => {
  expect([clampWidth(-50), clampWidth(300.4), clampWidth(9000)]).toEqual([64, 300, 720]);
});
