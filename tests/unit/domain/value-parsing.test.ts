import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMoney, parseNumber, parseYesNo } from '#shared/domain/dates.ts';

test.each([
  ['432', 432],
  ['1 234', 1234],
  ['1\u00a0234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1,234,567', 1_234_567],
  ["1'234", 1234],
  ['0,7', 0.7],
  ['-12', -12],
  ['−12', -12],
  ['="40"', 40],
  [12.5, 12.5],
  ['1,23,4', null],
  ['1.2.3', null],
  ['12 часов', null],
  ['', null],
  ['-', null],
  [null, null],
  [Number.POSITIVE_INFINITY, null],
])('parseNumber(%j) is %s', (text, expected) => {
  expect(parseNumber(text)).toBe(expected);
});

test.each([
  ['1 250 000,50 тг', 125_000_050],
  ['1 250 000 ₸', 125_000_000],
  ['₸ 1,250,000.50', 125_000_050],
  ['85000 теңге', 8_500_000],
  ['85 000 тенге.', 8_500_000],
  ['2,5 млн тг', 250_000_000],
  ['300 тыс. тг', 30_000_000],
  ['1.250', 125_000],
  ['0.1', 10],
  [19.99, 1999],
  [1.005, 101],
  ['даром', null],
  ['', null],
  [undefined, null],
])('parseMoney(%j) is %s tiyn', (text, expected) => {
  expect(parseMoney(text)).toBe(expected);
});

test('every amount survives being written with spaces and a comma', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 13 }), units => {
      const whole = String(Math.floor(units / 100)).replace(/\B(?=(?:\d{3})+$)/gu, ' ');
      expect(parseMoney(`${whole},${String(units % 100).padStart(2, '0')} ₸`)).toBe(units);
    }),
  );
});

test.each([
  ['да', true],
  ['Иә', true],
  ['Ия', true],
  ['yes', true],
  ['+', true],
  [1, true],
  [true, true],
  ['Нет', false],
  ['жоқ', false],
  ['no', false],
  ['0', false],
  ['-', false],
  [false, false],
  ['может быть', null],
  ['', null],
  [null, null],
])('parseYesNo(%j) is %s', (text, expected) => {
  expect(parseYesNo(text)).toBe(expected);
});
