import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMentionFinder, namesOf } from '#shared/domain/person-mentions.ts';

const finder = createMentionFinder([
  {
    names: [...namesOf('Қасымов', 'Әділ', 'Серікұлы'), ...namesOf('Касымову', 'Адилю', '')],
    numbers: ['071014524150', '+77051234567'],
    addresses: ['adil@mail.kz'],
  },
]);

const cases: readonly (readonly [string, string])[] = [
  ['Звонил Қасымов Әділ Серікұлы, просил место', 'Звонил […], просил место'],
  ['Звонил Әділ Қасымов.', 'Звонил […].'],
  ['ҚАСЫМОВ Ә. С. опоздал', '[…] опоздал'],
  ['подпись: Ә.С. Қасымов', 'подпись: […]'],
  ['Қасымов Ә.', '[…]'],
  ['Передать Касымову  Адилю справку', 'Передать […] справку'],
  ['ИИН 071014524150', 'ИИН […]'],
  ['тел. 8 (705) 123-45-67 или +7 705 123 45 67', 'тел. […] или […]'],
  ['писать на Adil@mail.kz.', 'писать на […].'],
  ['😀Қасымов Әділ😀', '😀[…]😀'],
  ['x Қасымов\u00a0Әділ-x', 'x Қасымов\u00a0Әділ-x'],
  // What is not this person stays.
  ['Қасымова Әділ', 'Қасымова Әділ'],
  ['Қасымов Асхат', 'Қасымов Асхат'],
  ['Қасымов, Әділ', 'Қасымов, Әділ'],
  ['1071014524150', '1071014524150'],
  ['Қасымов', 'Қасымов'],
  ['notadil@mail.kz', 'notadil@mail.kz'],
];

test.each(cases)('%s → %s', (text, result) => {
  expect([finder.replaceIn(text, '[…]'), finder.isIn(text)]).toEqual([result, text !== result]);
});

test('whatever surrounds a mention stays, and the result holds no mention', () => {
  const around = fc.string({
    unit: fc.constantFrom('а', 'Ң', 'q', ' ', '.', '-', '’', '7', '@', '\n', '😀', '\u0301'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(around, around, (before, after) => {
      const text = `${before} | Қасымов Әділ | ${after}`;
      const result = finder.replaceIn(text, '[…]');
      return result === `${before} | […] | ${after}` && !finder.isIn(result);
    }),
  );
});

test('a surname alone is no name to look for', () => {
  expect(namesOf('Қасымов', '', '')).toEqual([]);
});

test('a name is found in JSON after whatever is written there as a letter', () => {
  const around = fc.string({ unit: fc.constantFrom('а', ' ', '\n', '\t', '\\', '"', '\u0007', '😀'), maxLength: 6 });
  fc.assert(
    fc.property(around, around, (before, after) => {
      const notes = `${before}\n\\\tҚасымов Әділ\r${after}`;
      return finder.isInJson(JSON.stringify({ notes })) && finder.isIn(notes);
    }),
  );
  // A backslash somebody has typed belongs to no letter after it.
  expect(finder.isInJson(JSON.stringify({ notes: 'C:\\nҚасымов Әділ' }))).toBe(false);
});
