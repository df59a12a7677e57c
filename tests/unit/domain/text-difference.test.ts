import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Piece, textDifference } from '#shared/domain/text-difference.ts';

const side = (pieces: readonly Piece[], dropped: Piece['kind']): string =>
  pieces
    .filter(piece => piece.kind !== dropped)
    .map(piece => piece.text)
    .join('');

const words = fc
  .array(fc.constantFrom('станок', 'ЧПУ', 'ә', 'часы', '40', ' ', '  ', ', ', '\n', '—', '👷'), { maxLength: 40 })
  .map(parts => parts.join(''));

test.each<[string, string, string, Piece[]]>([
  ['nothing', '', '', []],
  ['equal texts', 'Токарное дело', 'Токарное дело', [{ kind: 'same', text: 'Токарное дело' }]],
  ['a first text', '', 'ЧПУ', [{ kind: 'added', text: 'ЧПУ' }]],
  [
    'one word in the middle',
    'Токарные станки, 40 часов',
    'Токарные станки, 60 часов',
    [
      { kind: 'same', text: 'Токарные станки, ' },
      { kind: 'removed', text: '40' },
      { kind: 'added', text: '60' },
      { kind: 'same', text: ' часов' },
    ],
  ],
  [
    'a word put between',
    'Өндірістік оқыту',
    'Өндірістік дуальды оқыту',
    [
      { kind: 'same', text: 'Өндірістік ' },
      { kind: 'added', text: 'дуальды ' },
      { kind: 'same', text: 'оқыту' },
    ],
  ],
  [
    'no word in common',
    'токарь',
    'фрезеровщик',
    [
      { kind: 'removed', text: 'токарь' },
      { kind: 'added', text: 'фрезеровщик' },
    ],
  ],
])('compares %s', (_name, before, after, pieces) => {
  expect(textDifference(before, after)).toEqual(pieces);
});

test('both texts can be read from the pieces, letter by letter', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string()), fc.oneof(words, fc.string()), (before, after) => {
      const pieces = textDifference(before, after);
      expect([side(pieces, 'added'), side(pieces, 'removed')]).toEqual([before, after]);
    }),
  );
});

test('pieces are never empty, and neighbours differ in kind', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = textDifference(before, after);
      expect(pieces.every(piece => piece.text !== '')).toBe(true);
      expect(pieces.some((piece, index) => piece.kind === pieces[index + 1]?.kind)).toBe(false);
    }),
  );
});

test('a text compared with itself differs in nothing, and both directions keep equally much', () => {
  const kept = (pieces: readonly Piece[]): number =>
    pieces.filter(piece => piece.kind === 'same').reduce((sum, piece) => sum + piece.text.length, 0);
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(kept(textDifference(before, before))).toBe(before.length);
      const longest = commonLength(before, after);
      expect([tokensKept(textDifference(before, after)), tokensKept(textDifference(after, before))]).toEqual([
        longest,
        longest,
      ]);
    }),
  );
});

const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
const tokensKept = (pieces: readonly Piece[]): number =>
  pieces.filter(piece => piece.kind === 'same').reduce((sum, piece) => sum + tokens(piece.text).length, 0);

/** The length of the longest common subsequence, by plain recursion over the rows. */
function commonLength(before: string, after: string): number {
  const right = tokens(after);
  let row = right.map(() => 0);
  for (const word of tokens(before)) {
    const next: number[] = [];
    right.forEach((other, column) => {
      next.push(word === other ? (row[column - 1] ?? 0) + 1 : Math.max(row[column] ?? 0, next[column - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

test('very long texts are compared as a whole between their common ends', () => {
  const long = (word: string): string => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ');
  const pieces = textDifference(`Начало ${long('а')} конец`, `Начало ${long('б')} конец`);
  expect(pieces.map(piece => piece.kind)).toEqual(['same', 'removed', 'added', 'same']);
});
