import { fold, searchTerms } from './fold.ts';

/** A stretch of a text: from the first place to the one behind the last, in UTF-16 units. */
export type Stretch = { readonly start: number; readonly end: number };

/** Folded letters with the place each one has in the text. */
function foldedLetters(text: string): { readonly folded: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let folded = '';
  let place = 0;
  for (const letter of text) {
    const plain = fold(letter);
    folded += plain === '' ? ' ' : plain;
    for (let unit = 0; unit < Math.max(1, plain.length); unit += 1) places.push(place);
    place += letter.length;
  }
  places.push(place);
  return { folded, places };
}

const startsWord = (folded: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '');

/**
 * Where the words of a query stand in a text, for marking them: at the beginning of a word, letters folded as the search
 * folds them; numbers of three digits and more anywhere. Stretches come in order and do not overlap.
 */
export function findWords(text: string, query: string): readonly Stretch[] {
  const terms = searchTerms(query);
  if (terms.length === 0) return [];
  const { folded, places } = foldedLetters(text);
  const found: Stretch[] = [];
  for (const term of terms) {
    const anywhere = /^\d{3,}$/u.test(term);
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      if (!anywhere && !startsWord(folded, at)) continue;
      // A letter such as «㎏» folds to several and is marked as a whole.
      let next = at + term.length;
      while (places[next] === places[next - 1]) next += 1;
      found.push({ start: places[at] ?? 0, end: places[next] ?? text.length });
    }
  }
  return merged(found.toSorted((left, right) => left.start - right.start || right.end - left.end));
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last !== undefined && stretch.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    else result.push(stretch);
  }
  return result;
}

/** Whether every word of the query begins a word of the text. */
export function hasWords(text: string, query: string): boolean {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return searchTerms(query).every(term => words.some(word => word.startsWith(term)));
}
