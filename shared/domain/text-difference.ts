/** A piece of text that both versions have, or only one of them. */
export type Piece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Longest middle part, in words of both versions together, that is compared word by word. */
const largest = 4000;

/** Words, the white space between them, and single punctuation marks. */
const split = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

/**
 * What changed between two texts, word by word: the longest common subsequence of their words (Hunt and McIlroy 1976).
 * The pieces without `added` give the first text, those without `removed` the second, letter by letter.
 */
export function textDifference(before: string, after: string): readonly Piece[] {
  const left = split(before);
  const right = split(after);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  const shorter = Math.min(left.length, right.length) - start;
  while (end < shorter && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string): void => {
    if (text === '') return;
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  add('same', left.slice(0, start).join(''));
  compare(left.slice(start, left.length - end), right.slice(start, right.length - end), add);
  add('same', left.slice(left.length - end).join(''));
  return pieces;
}

/** The middle parts, which differ at both ends. Removals come before what replaces them. */
function compare(
  left: readonly string[],
  right: readonly string[],
  add: (kind: Piece['kind'], text: string) => void,
): void {
  if (left.length === 0 || right.length === 0 || left.length + right.length > largest) {
    add('removed', left.join(''));
    add('added', right.join(''));
    return;
  }
  const width = right.length + 1;
  // lengths[row * width + column]: words in common of left from `row` and right from `column`.
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const below = lengths[(row + 1) * width + column] ?? 0;
      const beside = lengths[row * width + column + 1] ?? 0;
      const diagonal = (lengths[(row + 1) * width + column + 1] ?? 0) + 1;
      lengths[row * width + column] = left[row] === right[column] ? diagonal : Math.max(below, beside);
    }
  }
  let row = 0;
  let column = 0;
  while (row < left.length || column < right.length) {
    const from = left[row];
    const to = right[column];
    if (from !== undefined && from === to) {
      add('same', from);
      row += 1;
      column += 1;
    } else if (
      from !== undefined &&
      (to === undefined || (lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0))
    ) {
      add('removed', from);
      row += 1;
    } else {
      add('added', to ?? '');
      column += 1;
    }
  }
}
