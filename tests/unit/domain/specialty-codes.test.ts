import { describe, expect, test } from 'vitest';
import { checkCodePair, normalizeCode, parseSpecialtyCell } from '#shared/domain/specialty-codes.ts';

describe('checkCodePair', () => {
  test.each([
    ['06130100', '4S06130103', { kind: 'agree', scheme: 'current' }],
    ['07130100', '3W07130103', { kind: 'agree', scheme: 'current' }],
    ['07130100', '5АВ07130105', { kind: 'agree', scheme: 'current' }],
    ['6130100', '4s06130103', { kind: 'agree', scheme: 'current' }],
    ['1304000', '1304043', { kind: 'agree', scheme: 'legacy' }],
    ['06130100', '4S06130203', { kind: 'disagree', specialty: '06130100', qualification: '4S06130203' }],
    ['1304000', '1305043', { kind: 'disagree', specialty: '1304000', qualification: '1305043' }],
    ['06130100', '1304043', { kind: 'disagree', specialty: '06130100', qualification: '1304043' }],
    ['061301', '4S06130103', { kind: 'specialty-form', specialty: '061301' }],
    ['06130100', '2W06130103', { kind: 'qualification-form', qualification: '2W06130103' }],
    ['', '4S06130103', { kind: 'incomplete' }],
    ['06130100', ' ', { kind: 'incomplete' }],
  ])('%s with %s', (specialty, qualification, expected) => {
    expect(checkCodePair(specialty, qualification)).toEqual(expected);
  });
});

test.each([
  ['7150100', '07150100'],
  [7_150_100, '07150100'],
  ['1304000', '1304000'],
  [101_000, '0101000'],
  ['1304043', '1304043'],
  [' 4s 07150104 ', '4S07150104'],
  ['="07150100"', '07150100'],
])('normalizeCode(%j) is %s', (text, expected) => {
  expect(normalizeCode(text)).toBe(expected);
});

test.each([
  ['07150100 Технология машиностроения', '07150100', 'Технология машиностроения'],
  ['="07150100" - Технология машиностроения', '07150100', 'Технология машиностроения'],
  ['07150100 – «Машина жасау технологиясы»', '07150100', 'Машина жасау технологиясы'],
  ['Технология машиностроения (07150100)', '07150100', 'Технология машиностроения'],
  ['4S07150104 Техник-механик', '4S07150104', 'Техник-механик'],
  ['4S 07150104 - Техник-механик', '4S07150104', 'Техник-механик'],
  [
    '1304000 Вычислительная техника и программное обеспечение (по видам)',
    '1304000',
    'Вычислительная техника и программное обеспечение (по видам)',
  ],
  ['7150100', '07150100', ''],
  ['Токарь 3 разряда', '', 'Токарь 3 разряда'],
  ['', '', ''],
])('parseSpecialtyCell(%j)', (text, code, name) => {
  expect(parseSpecialtyCell(text)).toEqual({ code, name });
});
