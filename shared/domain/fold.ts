/** Latin letters that look like Cyrillic ones, as they are mistyped inside Cyrillic words. */
const lookAlikes: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'һ',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  Ə: 'Ә',
  ə: 'ә',
  Ɵ: 'Ө',
  ɵ: 'ө',
};

/** Letters that a search does not tell apart. */
const foldedLetters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
  й: 'и',
};

const word = /[\p{L}\p{M}\p{N}]+/gu;
const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** A Cyrillic and a Latin letter within one word, with nothing between them but signs of other kinds. */
const scriptsMeet =
  /\p{Script=Cyrillic}(?:(?![\p{Script=Cyrillic}\p{Script=Latin}])[\p{L}\p{M}\p{N}])*\p{Script=Latin}|\p{Script=Latin}(?:(?![\p{Script=Cyrillic}\p{Script=Latin}])[\p{L}\p{M}\p{N}])*\p{Script=Cyrillic}/u;

/** Latin look-alikes inside words that also have Cyrillic letters become Cyrillic; other words stay. */
export function repairLookAlikes(text: string): string {
  if (!scriptsMeet.test(text)) return text;
  return text.replace(word, found => (cyrillic.test(found) && latin.test(found) ? toCyrillicLookAlikes(found) : found));
}

/** Latin look-alikes in a code that has Cyrillic letters become Cyrillic: «24ТМ-21p» with a Latin «p». */
export function repairCode(code: string): string {
  return cyrillic.test(code) && latin.test(code) ? toCyrillicLookAlikes(code) : code;
}

function toCyrillicLookAlikes(text: string): string {
  return text.replace(/[A-Za-zƏəƟɵ]/gu, letter => lookAlikes[letter] ?? letter);
}

/** Cyrillic words, digits and plain signs with single spaces: tidy already, in NFC, and without look-alikes. */
const plainCyrillic =
  /^[\u0400-\u0482\u048a-\u04ff0-9.,:;()«»"'/+_-]+(?: [\u0400-\u0482\u048a-\u04ff0-9.,:;()«»"'/+_-]+)*$/u;

/** The same with the signs and letters of a keyboard: tidy already, and Latin. */
const plainTwoScripts = /^[!-~\u0400-\u0482\u048a-\u04ff«»]+(?: [!-~\u0400-\u0482\u048a-\u04ff«»]+)*$/u;
/** What `scriptsMeet` finds in such a text. */
const plainScriptsMeet = /[\u0400-\u04ff]\d*[A-Za-z]|[A-Za-z]\d*[\u0400-\u04ff]/u;

/** NFKC without invisible characters, «№» as a space, runs of white space as one space. */
export function tidy(text: string): string {
  if (plainCyrillic.test(text)) return text;
  return text.replace(invisible, '').replace(/№/gu, ' ').normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** Text as the search index and every query see it: lower case, Kazakh letters as their plain neighbours, look-alikes repaired. */
export function fold(text: string): string {
  const plain = plainCyrillic.test(text) || (plainTwoScripts.test(text) && !plainScriptsMeet.test(text));
  const lower = plain ? text.toLowerCase() : repairLookAlikes(tidy(text)).toLowerCase().normalize('NFC');
  return lower.replace(/[әғқңөұүһіёй]/gu, letter => foldedLetters[letter] ?? letter);
}

/** The folded words of a query, each once, in order; at most twelve. */
export function searchTerms(query: string): string[] {
  return [...new Set(fold(query).match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 12);
}

/**
 * Key under which codes are the same however they were typed: group codes, agreement numbers, codes of modules.
 * Without spaces, dashes alike, look-alikes always Cyrillic, lower case.
 */
export function codeKey(text: string): string {
  const upper = tidy(text)
    .toUpperCase()
    .replace(/\s+/gu, '')
    .replace(/\p{Pd}/gu, '-');
  return toCyrillicLookAlikes(upper).toLowerCase();
}

/** Letters and digits only, folded, words without Cyrillic letters mapped by look too: for comparing names. */
export function compareKey(text: string): string {
  return fold(text)
    .replace(word, found => (cyrillic.test(found) ? found : fold(toCyrillicLookAlikes(found.toUpperCase()))))
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
