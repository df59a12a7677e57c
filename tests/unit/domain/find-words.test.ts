import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords, hasWords } from '#shared/domain/find-words.ts';

describe('words of a query are found where they stand', () => {
  test.each([
    ['Қазақмыс мыс', 'казак мы', ['Қазақ', 'мыс'.slice(0, 2)]],
    ['Дуальды оқыту', 'дуал', ['Дуал']],
    ['Ёлка и ель', 'ел', ['Ёл', 'ел']],
    ['БИН 990140012342', '0012', ['0012']],
    ['+7 705 725 51 51', '51', ['51', '51']],
    ['Сеть сетей', 'еть', []],
    ['anything', ' ', []],
    ['5 ㎏', 'k', ['㎏']],
  ])('%s ← %s', (text, query, expected) => {
    expect(findWords(text, query).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

test('stretches lie inside the text, in order, and never overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 10 }), (text, query) => {
      let last = -1;
      return findWords(text, query).every(({ start, end }) => {
        const sound = start > last && end > start && end <= text.length;
        last = end;
        return sound;
      });
    }),
  );
});

test('every word of the query must begin a word', () => {
  expect([hasWords('Добавить организацию', 'орг доб'), hasWords('Добавить организацию', 'ация')]).toEqual([
    true,
    false,
  ]);
});
