import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#shared/domain/folding.ts';
import { otherSpellings } from '#shared/domain/spellings.ts';

describe('a name is known in the spelling of the other language', () => {
  test.for([
    ['Жусупов', 'Жүсіпов'],
    ['Жүсіпов', 'Жусупов'],
    ['Zhusupov', 'Жусупов'],
    ['Zhusupov', 'Жүсіпов'],
    ['Jusipov', 'Жүсіпов'],
    ['Кидирбек', 'Қыдырбек'],
    ['Ахмедов', 'Ахметов'],
    ['Асель', 'Әсел'],
    ['Джумабаев', 'Жұмабаев'],
    ['Хайрат', 'Қайрат'],
    ['Sholpan', 'Шолпан'],
    ['Yerzhan', 'Ержан'],
    ['Qasymov', 'Қасымов'],
    ['Gúlnar', 'Гүлнар'],
    ['Даниар', 'Данияр'],
    ['Меруэрт', 'Меруерт'],
  ] as const)('%s finds %s', ([typed, written]) => {
    expect(otherSpellings(fold(typed))).toContain(fold(written));
  });
});

describe('other names stay other names', () => {
  test.for([
    ['Серік', 'Берік'],
    ['Нұрлан', 'Нұржан'],
    ['Петров', 'Петрова'],
    ['Асанов', 'Есенов'],
    ['Болат', 'Болот'],
    ['Жанар', 'Жанна'],
  ] as const)('%s does not find %s', ([typed, written]) => {
    expect(otherSpellings(fold(typed))).not.toContain(fold(written));
  });

  test.for(['ахм', 'у', '0612', '25по11', 'үй'])('«%s» is taken as it stands', typed => {
    expect(otherSpellings(fold(typed))).toEqual([]);
  });
});

test('ё and й are folded already, so that they need no other spelling', () => {
  expect([fold('Семёнов'), fold('Сергей')]).toEqual([fold('Семенов'), fold('Сергеи')]);
});

test('a word has few other spellings, each once, and never itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'абдежзийкнорстухыьэяzhus'), maxLength: 24 }), text => {
      const word = fold(text);
      const spellings = otherSpellings(word);
      expect(spellings).not.toContain(word);
      expect(new Set(spellings).size).toBe(spellings.length);
      expect(spellings.length).toBeLessThanOrEqual(24);
    }),
  );
});
