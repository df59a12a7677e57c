import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { readablePhone } from '#shared/domain/phone-text.ts';
import { formatPhone, parsePhone, parsePhones, phoneSearchDigits } from '#shared/domain/phones.ts';

describe('parsePhone', () => {
  test('takes every number that begins with +77 for one, as the library does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), rest => {
        const number = `+77${String(rest).padStart(9, '0')}`;
        expect(parsePhoneNumberFromString(number)?.isValid()).toBe(true);
        expect(parsePhones(number)).toEqual([{ number, extension: '' }]);
      }),
    );
  });

  test.each([
    ['87012345678', '+77012345678', ''],
    [87_012_345_678, '+77012345678', ''],
    ['+7 701 234 56 78', '+77012345678', ''],
    ['7 701 234-56-78', '+77012345678', ''],
    ['7012345678', '+77012345678', ''],
    ['8 (7172) 74-24-24', '+77172742424', ''],
    ['8(727)2742424', '+77272742424', ''],
    ['тел.: 8 (747) 379-31-40', '+77473793140', ''],
    ['8 (7172) 74-24-24 вн. 12', '+77172742424', '12'],
    ['8 (7172) 74-24-24, доб. 105', '+77172742424', '105'],
    ['8 (7172) 74-24-24 (ішкі 7)', '+77172742424', '7'],
    ['+7 912 345-67-89', '+79123456789', ''],
    ['+998 90 123 45 67', '+998901234567', ''],
    ['87012345678 (Айгүл)', '+77012345678', ''],
  ])('%s', (text, number, extension) => {
    expect(parsePhone(text)).toEqual({ kind: 'ok', phone: { number, extension } });
  });

  test.each([
    ['', 'empty'],
    [null, 'empty'],
    ['нет', 'notPhone'],
    ['74-24-24', 'notPhone'],
    ['8701234567', 'notPhone'],
    ['87012345678, 87771234567', 'several'],
  ])('%j: %s', (text, problem) => {
    expect(parsePhone(text)).toEqual({ kind: 'problem', problem });
  });
});

test.each([
  ['87012345678, 87771234567', ['+77012345678', '+77771234567']],
  ['87012345678; +7 777 123 45 67', ['+77012345678', '+77771234567']],
  ['87012345678 87771234567', ['+77012345678', '+77771234567']],
  ['8 701 234 56 78 8 777 123 45 67', ['+77012345678', '+77771234567']],
  ['8 (7172) 74-24-24, 74-24-25', ['+77172742424', '+77172742425']],
  ['87012345678\n87012345678', ['+77012345678']],
  ['нет', []],
])('parsePhones(%j)', (text, numbers) => {
  expect(parsePhones(text).map(phone => phone.number)).toEqual(numbers);
});

test.each([
  ['+77012345678', '', '+7 701 234 56 78'],
  ['+77172742424', '', '+7 (7172) 74-24-24'],
  ['+77172742424', '12', '+7 (7172) 74-24-24 (12)'],
  ['+77272742424', '', '+7 (727) 274-24-24'],
  ['+998901234567', '', '+998 90 123 45 67'],
  ['не звонить', '', 'не звонить'],
])('formatPhone(%s, %s)', (number, extension, expected) => {
  expect(formatPhone(number, extension)).toBe(expected);
});

test.each([
  ['87012345678', '+7 701 234 56 78'],
  ['+7 (701) 234-56-78', '+7 701 234 56 78'],
  ['+77172742424', '+7 (7172) 74-24-24'],
  ['8 (727) 274-24-24, доб. 12', '+7 (727) 274-24-24 (12)'],
  ['+998 90 123 45 67', '+998 90 123 45 67'],
  ['87012345678, 87771234567', '87012345678, 87771234567'],
  ['74-24-24', '74-24-24'],
  ['не звонить', 'не звонить'],
  ['', ''],
  ['+998901234567', '+998 90 123 45 67'],
  ['+4930123456', '+49 30 12 34 56'],
  ['+12125550123 доб. 7', '+1 212 555 01 23 (7)'],
  ['+998 (90) 1234567', '+998 (90) 1234567'],
  ['+77012345678, +77172742424', '+7 701 234 56 78, +7 (7172) 74-24-24'],
])('readablePhone(%j)', (text, expected) => {
  expect(readablePhone(text)).toBe(expected);
});

test('a phone of the country is written the same with the table of the world and without it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.constantFrom('701', '747', '717', '727'),
      (local, prefix) => {
        const number = `+7${prefix}${String(local).padStart(7, '0')}`;
        expect(readablePhone(number)).toBe(formatPhone(number));
      },
    ),
  );
});

test('a formatted number reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.constantFrom('701', '747', '777', '705'),
      (local, prefix) => {
        const number = `+7${prefix}${String(local).padStart(7, '0')}`;
        expect(parsePhone(formatPhone(number))).toEqual({ kind: 'ok', phone: { number, extension: '' } });
      },
    ),
  );
});

test('search digits are the same with and without the country code', () => {
  expect(phoneSearchDigits('+77012345678')).toBe('7012345678');
  expect(phoneSearchDigits('+998901234567')).toBe('998901234567');
});
