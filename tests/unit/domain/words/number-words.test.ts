import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberInWords } from '#shared/domain/words/number-words.ts';

describe('numbers in words', () => {
  test.for([
    [0, 'нөл', 'ноль'],
    [7, 'жеті', 'семь'],
    [19, 'он тоғыз', 'девятнадцать'],
    [100, 'жүз', 'сто'],
    [432, 'төрт жүз отыз екі', 'четыреста тридцать два'],
    [1000, 'бір мың', 'одна тысяча'],
    [2101, 'екі мың жүз бір', 'две тысячи сто один'],
    [1_250_000, 'бір миллион екі жүз елу мың', 'один миллион двести пятьдесят тысяч'],
    [-5, 'минус бес', 'минус пять'],
  ] as const)('%i is «%s» and «%s»', ([value, kazakh, russian]) => {
    expect([numberInWords(value, 'kk'), numberInWords(value, 'ru')]).toEqual([kazakh, russian]);
  });

  test('the gender of the counted thing is heard in Russian', () => {
    expect([numberInWords(1, 'ru', 'feminine'), numberInWords(42, 'ru', 'feminine')]).toEqual(['одна', 'сорок две']);
  });

  test('different numbers never share their words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999_999 }), (one, other) => {
        fc.pre(one !== other);
        return numberInWords(one, 'kk') !== numberInWords(other, 'kk');
      }),
    );
  });

  test('a fraction is refused instead of being rounded', () => {
    expect(() => numberInWords(1.5, 'kk')).toThrow(RangeError);
  });
});
