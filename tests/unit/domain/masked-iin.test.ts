import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIinOfFirm, isMaskedIin, maskIin, maskIinsIn } from '#shared/domain/masked-iin.ts';

const cases: readonly (readonly [string, string])[] = [
  ['040512500012', '04••••••••12'],
  ['12345', '12•45'],
  ['1234', '••••'],
  ['', ''],
];

test.each(cases)('%s is shown as %s', (iin, shown) => {
  expect(maskIin(iin)).toBe(shown);
});

test('in a text the numbers of persons are masked, those of legal entities and of phones stay', () => {
  expect(maskIinsIn('25ПО-11р · 040512500012, БИН 941240000193, +77051234567, № 0405125000123')).toBe(
    '25ПО-11р · 04••••••••12, БИН 941240000193, +77051234567, № 0405125000123',
  );
});

test('a firm numbered as a person is a sole proprietor', () => {
  expect(['800603378319', '941240000193', ''].map(isIinOfFirm)).toEqual([true, false, false]);
});

test('a masked number keeps its length, tells at most four digits, and is known as masked', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,20}$/u), iin => {
      const shown = maskIin(iin);
      return (
        shown.length === iin.length && shown.replace(/\D/gu, '').length <= 4 && isMaskedIin(shown) && !isMaskedIin(iin)
      );
    }),
  );
});
