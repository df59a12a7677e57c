import { repairLookAlikes } from './fold.ts';

/** Kazakh and Russian letters in one order. */
const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

/** Neighbours of letters that neither alphabet has. */
const strangers: Readonly<Record<string, string>> = { ґ: 'г', є: 'е', ї: 'і', ў: 'у', ə: 'ә', ɵ: 'ө', ß: 'ss', ı: 'i' };

/** First code point for Cyrillic letters: right after the digits and «:», so that every key is plain ASCII. */
const firstLetter = 0x3b;
const firstLatin = firstLetter + alphabet.length;

const codes = new Map<string, string>([
  ...[...alphabet].map((letter, index) => [letter, String.fromCharCode(firstLetter + index)] as const),
  ...[...'abcdefghijklmnopqrstuvwxyz'].map(
    (letter, index) => [letter, String.fromCharCode(firstLatin + index)] as const,
  ),
]);

/** Words of Kazakh and Russian letters with single spaces, as nearly all names are: nothing of them has to be made plain. */
const plainWords = new RegExp(`^[${alphabet}]+(?: [${alphabet}]+)*$`, 'iu');

/**
 * Key whose plain binary order is the order of the Kazakh and Russian alphabets: numbers first and by value,
 * then Cyrillic, then Latin; case, quotes and punctuation do not count, a space comes before any letter.
 */
export function sortKey(text: string): string {
  let key = '';
  if (plainWords.test(text)) {
    for (const letter of text.toLowerCase()) key += codes.get(letter) ?? letter;
    return key;
  }
  const plain = repairLookAlikes(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[ґєїўəɵßı]/gu, letter => strangers[letter] ?? letter)
    .replace(/(?<=\p{N})[\p{P}\p{S}]+|[\p{P}\p{S}]+(?=\p{N})/gu, ' ')
    .replace(/[\p{P}\p{S}\p{C}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  for (const part of plain.match(/[0-9]+|[^0-9]/gu) ?? []) key += keyOfPart(part);
  return key;
}

function keyOfPart(part: string): string {
  const known = codes.get(part);
  if (known !== undefined) return known;
  if (part >= '0' && part < ':') return numberKey(part);
  const base = part.normalize('NFD').replace(/\p{M}/gu, '');
  return [...base].map(letter => codes.get(letter) ?? letter).join('');
}

/** Digits preceded by their count, so that 9 comes before 10. */
function numberKey(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/u, '');
  if (significant.length < 9) return `${significant.length}${significant}`;
  return `9${String(Math.min(significant.length, 99)).padStart(2, '0')}${significant}`;
}

/** Order of two keys. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
