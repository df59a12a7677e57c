import { fold } from '../folding.ts';

/** Words that carry no meaning in a heading or a value. */
const fillers = new Set([
  'и',
  'на',
  'в',
  'о',
  'об',
  'от',
  'для',
  'при',
  'the',
  'of',
  'and',
  'for',
  'an',
  'a',
  'жане',
  'мен',
  'бойынша',
  'туралы',
]);

/** Words of the three languages that mean one thing and stand beside «№» in headings. */
const sameAs: ReadonlyMap<string, string> = new Map(
  ['no', 'nr', 'num', 'number', 'номера', 'ном', 'номир', 'номири', 'номери', 'нумери'].map(word => [word, 'номер']),
);

/** How well a phrase is found in a text: 1 when they are the same words, less for each further word; 0 when it is not there. */
export type Phrase = { readonly words: readonly string[]; readonly headLast: boolean };

/** Codes in square brackets, as the national export carries them: «Код группы [6159]» gives ['6159']. */
export function bracketCodes(text: string): readonly string[] {
  return [...text.matchAll(/\[([\p{L}\p{N}_]+)\]/gu)].map(match => (match[1] ?? '').toLowerCase());
}

/** The folded words of a heading or a value: «№» counts as the word, dots of «Ф.И.О.» do not part it. */
export function wordsIn(text: string): readonly string[] {
  const plain = text
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/№|#|(?<![\p{L}])N[°º]|(?<![\p{L}\p{N}])N(?=\s*(?:п|\d|$))/gu, ' номер ')
    .replace(/(?<![\p{L}])Ф\s*\.?\s*И\s*\.?\s*О(?![\p{L}])\.?/giu, ' фио ')
    // «Т.А.Ә.», «ТАӘ», «аты-жөні», «тегі, аты, әкесінің аты»: one thing.
    .replace(/(?<![\p{L}])Т\s*\.?\s*А\s*\.?\s*[ӘА](?![\p{L}])\.?/giu, ' таә ')
    .replace(
      /(?<![\p{L}])(?:тегі,?\s+(?:мен\s+|және\s+)?аты,?(?:\s+әкесінің\s+аты)?|аты[\s-]*(?:жөні|тегі))(?![\p{L}])/giu,
      ' таә ',
    )
    .replace(/(?<![\p{L}])е-?mail/giu, ' email ')
    .replace(/e-mail/giu, ' email ')
    .replace(/([\p{Ll}])-\s*\n\s*([\p{Ll}])/gu, '$1$2');
  const found = fold(plain).match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = found.map(word => sameAs.get(word) ?? word);
  const meant = words.filter(word => !fillers.has(word));
  return meant.length > 0 ? meant : words;
}

/** Prepares wordings separated by «|»; in Kazakh and English the main word stands last. */
export function phrasesOf(wordings: string, headLast: boolean): readonly Phrase[] {
  return wordings
    .split('|')
    .map(wording => ({ words: wordsIn(wording), headLast }))
    .filter(phrase => phrase.words.length > 0);
}

/** How well a phrase answers for the words of a text, 0 to 1. */
export function phraseScore(words: readonly string[], phrase: Phrase): number {
  if (words.length === 0 || words.length > 14) return 0;
  const used = new Set<number>();
  let quality = 0;
  for (const wanted of phrase.words) {
    let bestIndex = -1;
    let best = 0;
    for (let index = 0; index < words.length; index++) {
      if (used.has(index)) continue;
      const score = wordScore(words[index] ?? '', wanted);
      if (score > best) {
        best = score;
        bestIndex = index;
      }
    }
    if (bestIndex < 0) return 0;
    used.add(bestIndex);
    quality += best;
  }
  const extra = words.length - phrase.words.length;
  const head = phrase.headLast ? words.length - 1 : 0;
  const headMissed = extra > 0 && !used.has(head);
  const base = quality / phrase.words.length - 0.1 * extra - (headMissed ? 0.15 : 0);
  // Among phrases that are found, the one that says more is right.
  return Math.max(0, Math.min(1, base + (extra > 0 ? 0.02 * (phrase.words.length - 1) : 0)));
}

/** The best score of several phrases. */
export function bestPhraseScore(words: readonly string[], phrases: readonly Phrase[]): number {
  let best = 0;
  for (const phrase of phrases) {
    const score = phraseScore(words, phrase);
    if (score > best) best = score;
    if (best === 1) break;
  }
  return best;
}

/** 1 for the same word, less for another ending or an abbreviation, 0 for another word. */
export function wordScore(found: string, wanted: string): number {
  if (found === wanted) return 1;
  const shorter = Math.min(found.length, wanted.length);
  if (shorter < 3) return 0;
  let common = 0;
  while (common < shorter && found[common] === wanted[common]) common++;
  if (common === shorter) {
    // A whole word with a Kazakh or English ending, or an abbreviation such as «тел» and «предпр».
    if (shorter >= 4) return 0.93;
    return found.length < wanted.length ? 0.85 : 0;
  }
  const ending = Math.abs(found.length - wanted.length) <= 2;
  if (ending && common >= 4 && common >= shorter - 1) return 0.95;
  if (ending && common >= 5 && common >= shorter - 2) return 0.9;
  return 0;
}
