import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageAt,
  birthDateOf,
  checkIdentifier,
  isBin,
  isIin,
  isMinor,
  sexOf,
  withCheckDigit,
} from '#shared/domain/identifiers.ts';

const eleven = fc.stringMatching(/^\d{11}$/u);

describe('checkIdentifier', () => {
  test.each([
    ['971240001315', 'bin'],
    ['940140000385', 'bin'],
    ['941240000193', 'bin'],
    ['020240000555', 'bin'],
    ['071014524150', 'iin'],
    ['800603378319', 'iin'],
  ])('accepts %s as a %s', (value, type) => {
    expect(checkIdentifier(value)).toEqual({ kind: 'valid', value, type });
  });

  test.each([
    ['123456789012', 'bin'],
    ['060101500001', 'iin'],
    ['971240001316', 'bin'],
  ])('reports the check digit of %s', (value, type) => {
    expect(checkIdentifier(value)).toEqual({ kind: 'check-digit', value, type });
  });

  test('refuses a fifth digit that no identifier has, even when the check digit fits', () => {
    expect(checkIdentifier(withCheckDigit('97129000131') ?? '').kind).toBe('check-digit');
  });

  test.each([
    '="071014524150"',
    '071014 524150',
    '071014\u00a0524150',
    "'071014524150",
    '«071014524150»',
    'ИИН 071014524150',
    'ЖСН: 071014524150',
    '\ufeff071014524150\u200b',
    '０７１０１４５２４１５０',
    '071-014-524150',
  ])('reads %s through its decoration', text => {
    expect(checkIdentifier(text)).toEqual({ kind: 'valid', value: '071014524150', type: 'iin' });
  });

  test.each([
    [30_840_335_739, '030840335739', '30840335739'],
    ['80140594909', '080140594909', '80140594909'],
    [1_140_146_763, '001140146763', '1140146763'],
    ['30840335739.0', '030840335739', '30840335739'],
    ['3,0840335739E+10', '030840335739', '30840335739'],
  ])('offers %s with its zeros back', (text, value, from) => {
    expect(checkIdentifier(text)).toEqual({ kind: 'padded', value, from, type: 'bin' });
  });

  test('brings three zeros back for a person born in January 2000', () => {
    const iin = withCheckDigit('00010150012') ?? '';
    expect(iin).toHaveLength(12);
    expect(checkIdentifier(Number(iin))).toEqual({
      kind: 'padded',
      value: iin,
      from: String(Number(iin)),
      type: 'iin',
    });
  });

  test('does not take a phone number for a damaged identifier', () => {
    for (let last = 0; last < 100; last += 1) {
      expect(checkIdentifier(`870123456${String(last).padStart(2, '0')}`).kind).toBe('length');
    }
  });

  test.each([
    ['12345', { kind: 'length', value: '12345', length: 5 }],
    ['0710145241500', { kind: 'length', value: '0710145241500', length: 13 }],
    ['нет', { kind: 'not-digits', value: 'нет' }],
    ['1.2E+11', { kind: 'not-digits', value: '1.2E+11' }],
    ['  ', { kind: 'empty' }],
    ['=""', { kind: 'empty' }],
    [null, { kind: 'empty' }],
  ])('says what is wrong with %j', (text, expected) => {
    expect(checkIdentifier(text)).toEqual(expected);
  });

  test('changing one digit is noticed, except the eleventh, which the official weights ignore', () => {
    fc.assert(
      fc.property(
        eleven,
        fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11),
        fc.integer({ min: 1, max: 9 }),
        (first, position, step) => {
          const value = withCheckDigit(first);
          fc.pre(value !== null && checkIdentifier(value).kind === 'valid');
          const digits = [...(value ?? '')];
          digits[position] = String((Number(digits[position]) + step) % 10);
          const changed = digits.join('');
          // Between the two sets of weights some errors slip through; within the first set none does.
          const usesFirst = (text: string): boolean =>
            [...text].slice(0, 11).reduce((sum, digit, index) => sum + Number(digit) * (index + 1), 0) % 11 !== 10;
          fc.pre(usesFirst(value ?? '') && usesFirst(changed));
          expect(checkIdentifier(changed).kind).toBe('check-digit');
        },
      ),
    );
  });

  test('losing the leading zero never changes which number is meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), seed => {
        const value = withCheckDigit(
          `0${(seed % 9) + 1}0${(seed % 9) + 1}4${String(seed % 1_000_000).padStart(6, '0')}`,
        );
        fc.pre(value !== null);
        expect(checkIdentifier((value ?? '').replace(/^0+/u, ''))).toMatchObject({ kind: 'padded', value });
      }),
    );
  });
});

describe('withCheckDigit', () => {
  test('gives twelve digits that pass, or nothing', () => {
    fc.assert(
      fc.property(eleven, first => {
        const value = withCheckDigit(first);
        if (value === null) {
          for (let digit = 0; digit < 10; digit += 1) {
            expect(checkIdentifier(`${first}${digit}`).kind).toBe('check-digit');
          }
        } else {
          expect(value.startsWith(first)).toBe(true);
          expect(checkIdentifier(value).kind).toBe(Number(first[4]) <= 6 ? 'valid' : 'check-digit');
        }
      }),
    );
  });

  test('wants exactly eleven digits', () => {
    expect(withCheckDigit('1234567890')).toBeNull();
    expect(withCheckDigit('12345678901a')).toBeNull();
  });
});

test('isBin and isIin tell the two apart', () => {
  expect([isBin('971240001315'), isIin('971240001315')]).toEqual([true, false]);
  expect([isBin('071014524150'), isIin('071014524150')]).toEqual([false, true]);
  expect(isIin('060101500001')).toBe(false);
});

describe('what an IIN tells about a person', () => {
  test.each([
    ['071014524150', '2007-10-14', 'male'],
    ['080802668151', '2008-08-02', 'female'],
    ['800603378319', '1980-06-03', 'male'],
    ['991231200000', '1899-12-31', 'female'],
    ['070230500000', null, 'male'],
    ['070214000000', null, null],
    ['07021450000', null, null],
  ])('%s → %s, %s', (iin, birthDate, sex) => {
    expect(birthDateOf(iin)).toBe(birthDate);
    expect(sexOf(iin)).toBe(sex);
  });

  test('age changes on the birthday', () => {
    expect(ageAt('2008-09-02', '2026-09-01')).toBe(17);
    expect(ageAt('2008-09-02', '2026-09-02')).toBe(18);
    expect(isMinor('2008-09-02', '2026-09-01')).toBe(true);
    expect(isMinor('2008-09-02', '2026-09-02')).toBe(false);
    expect(ageAt('2008-02-29', '2026-02-28')).toBe(17);
  });
});
