import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tiedWords } from '#shared/domain/tied-words.ts';

const shown = (text: string): string => tiedWords(text).replaceAll('\u00a0', '~');

describe('a line does not end', () => {
  test.for([
    ['between a number sign and its number', 'приказ № 215-Ө, order No. 5', 'приказ №~215-Ө, order No.~5'],
    [
      'between initials and surname',
      'С. А. Хамитов; Директору Хамитову С. А.',
      'С.~А.~Хамитов; Директору Хамитову~С.~А.',
    ],
    ['within a Russian date', 'от 1 сентября 2025 года', 'от~1~сентября 2025~года'],
    ['within a Kazakh date', '2025 жылғы 3 қыркүйектегі', '2025~жылғы 3~қыркүйектегі'],
    ['between month and day in English', 'September 3, 2025', 'September~3, 2025'],
    ['before a dash', 'с 1.09.2025 – 2.10.2025', 'с~1.09.2025~– 2.10.2025'],
    ['between legal form and name', 'ТОО «Ертіс», «Ертіс» ЖШС', 'ТОО~«Ертіс», «Ертіс»~ЖШС'],
    [
      'within a date to be written',
      '«____» ______ 20___ года, 20___ жылғы «____» ______ келді, № ____',
      '«____»~______~20___~года, 20___~жылғы~«____»~______ келді, №~____',
    ],
    ['within a phone number', 'тел.: +7 (7232) 00-00-01', 'тел.:~+7~(7232)~00-00-01'],
    ['between a figure and its unit', '432 ч, 3 курс', '432~ч, 3~курс'],
  ])('%s', ([, text, tied]) => {
    expect(shown(text ?? '')).toBe(tied);
  });
});

test('a line may end anywhere else', () => {
  for (const text of ['два слова', '10 человек', 'в 2025 и 2026', 'класс А и Б', 'ТООО «Ертіс»'])
    expect(tiedWords(text)).toBe(text);
});

test('nothing but spaces changes, and a second time changes nothing', () => {
  const piece = fc.constantFrom(...' №.–«»«ТОО»АБиб15ж+7()-\n{}'.split(''), ' 2025 года', 'С. А. ', 'мамыр');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const text = pieces.join('');
      const tied = tiedWords(text);
      expect(tied.replaceAll('\u00a0', ' ')).toBe(text);
      expect(tiedWords(tied)).toBe(tied);
    }),
  );
});
