import { fold } from './folding.ts';

/** How one person may be met in a text. */
export type PersonTraces = {
  /** Names as words: «Иванов Иван», «Иванову Ивану», «И. И. Иванов»; names of one word are too common to be told. */
  readonly names: readonly (readonly string[])[];
  /** IINs, phones and the like; only their digits count. */
  readonly numbers: readonly string[];
  /** Mail addresses. */
  readonly addresses: readonly string[];
};

type Span = { readonly from: number; readonly to: number };

/** Finds persons in texts; made once for many texts. */
export type MentionFinder = {
  readonly isIn: (text: string) => boolean;
  /** The same for a text of JSON, in which a line may begin with what looks like a letter: «\\nИванов». */
  readonly isInJson: (json: string) => boolean;
  /** The text with every mention replaced by `mark`; the same text when there is none. */
  readonly replaceIn: (text: string, mark: string) => string;
};

const word = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;
/** Digits as people group them: 8 (705) 123-45-67. */
const digitGroup = /\+?\d(?:[\d\s()\u00a0-]*\d)?/gu;
const mailAddress = /[^\s<>,;:"'«»()]+@[^\s<>,;:"'«»()]+[\p{L}\p{N}]/gu;
/** What JSON writes for breaks of lines, tabulators and the like; a quoted backslash is taken along, lest it lend itself to the next letter. */
const escape = /\\(?:[bfnrt\\]|u[0-9a-f]{4})/gu;
const beyondAscii = /[^\0-\x7f]/u;
const inTwoHalves = /[\u{10000}-\u{10ffff}]/u;
/** What may stand between the words of one name. */
const betweenWords = /^[\s.\u00a0]{0,3}$/u;
const mostBetween = 3;
const fewestDigits = 7;
/** Words kept folded at once: more than a college writes. */
const mostFolded = 200_000;

/** «8 705 …» and «+7 705 …» are one number. */
const numberKey = (text: string): string => {
  const digits = text.replace(/\D/gu, '');
  return digits.length === 11 && /^[78]/u.test(digits) ? digits.slice(1) : digits;
};

let letters: Uint8Array | undefined;
/** For each of the first 65,536 characters whether it stands in words; halves of pairs are told by neither. Made when it is first needed. */
function inWords(): Uint8Array {
  letters ??= Uint8Array.from({ length: 0x1_00_00 }, (_, code) =>
    /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0,
  );
  return letters;
}
const isJoint = (code: number): boolean => code === 0x2d || code === 0x27 || code === 0x20_19;

type Word = { readonly text: string; readonly from: number; readonly to: number };

/** The words of a text, as the pattern `word` finds them but many times as fast; `plain`: also those of Latin letters and digits alone. */
function* wordsOf(text: string, plain: boolean): Generator<Word> {
  const { length } = text;
  const inWord = inWords();
  for (let at = 0; at < length; at += 1) {
    const from = at;
    let wanted = plain;
    for (; at < length; at += 1) {
      const code = text.charCodeAt(at);
      wanted ||= code > 0x7f;
      if (inWord[code] === 1) continue;
      if (at === from || !isJoint(code) || inWord[text.charCodeAt(at + 1)] !== 1) break;
    }
    if (wanted && at > from) yield { text: text.slice(from, at), from, to: at };
  }
}

/** A name as it is looked for: where two words that follow one another in it are met, the others must stand around them. */
type Name = { readonly words: readonly string[]; readonly pair: number };

/** Which two words of a name are the longest: of «И. И. Иванов» the last two. */
function longestPair(words: readonly string[]): number {
  const lengthAt = (at: number): number => (words[at]?.length ?? 0) + (words[at + 1]?.length ?? 0);
  return words.slice(1).reduce((best, _word, at) => (lengthAt(at) > lengthAt(best) ? at : best), 0);
}

/** Prepares the search for any number of persons at once: a text is read once, whatever their number. */
export function createMentionFinder(persons: readonly PersonTraces[]): MentionFinder {
  const names = persons
    .flatMap(person => person.names)
    .filter(name => name.length > 1)
    .map(name => name.map(fold));
  /** The words of the names by number, from 1. */
  const numbered = new Map([...new Set(names.flat())].map((text, at) => [text, at + 1] as const));
  const plain = [...numbered.keys()].some(text => !beyondAscii.test(text));
  const pairOf = (left: number, right: number): number => left * 2 ** 20 + right;
  const byPair = new Map<number, Name[]>();
  for (const words of names) {
    const pair = longestPair(words);
    const key = pairOf(numbered.get(words[pair] ?? '') ?? 0, numbered.get(words[pair + 1] ?? '') ?? 0);
    byPair.set(key, [...(byPair.get(key) ?? []), { words, pair }]);
  }
  const numbers = new Set<string>();
  const addresses = new Set<string>();
  for (const person of persons) {
    for (const number of person.numbers) {
      const key = numberKey(number);
      if (key.length >= fewestDigits) numbers.add(key);
    }
    for (const address of person.addresses) addresses.add(address.trim().toLowerCase());
  }

  // Folding is dear and words come again and again: each is folded once.
  const known = new Map<string, number>();
  function numberOf(typed: string): number {
    const before = known.get(typed);
    if (before !== undefined) return before;
    const number = numbered.get(fold(typed)) ?? 0;
    if (known.size >= mostFolded) known.clear();
    known.set(typed, number);
    return number;
  }

  /** Where two words of a name follow one another; all the words are asked for only then. */
  function mayName(text: string): boolean {
    let [before, end] = [0, 0];
    for (const { text: typed, from, to } of wordsOf(text, plain)) {
      const number = numberOf(typed);
      if (number > 0 && before > 0 && from - end <= mostBetween && byPair.has(pairOf(before, number))) return true;
      [before, end] = [number, to];
    }
    return false;
  }

  function nameSpans(text: string): readonly Span[] {
    // Characters in two halves are rare: only the pattern knows which of them are letters.
    if (byPair.size === 0 || !(inTwoHalves.test(text) || mayName(text))) return [];
    const words = [...text.matchAll(word)].map(match => ({
      from: match.index,
      to: match.index + match[0].length,
      number: numberOf(match[0]),
    }));
    const joins = (at: number): boolean =>
      betweenWords.test(text.slice(words[at - 1]?.to ?? 0, words[at]?.from ?? text.length));
    return words.flatMap(({ number }, at) =>
      (byPair.get(pairOf(number, words[at + 1]?.number ?? 0)) ?? []).flatMap(({ words: parts, pair }): Span[] => {
        const first = at - pair;
        const stands = parts.every(
          (part, step) => words[first + step]?.number === numbered.get(part) && (step === 0 || joins(first + step)),
        );
        const [begin, end] = [words[first]?.from, words[first + parts.length - 1]?.to];
        if (!stands || begin === undefined || end === undefined) return [];
        // The dot of an initial goes with it.
        return [{ from: begin, to: text[end] === '.' && parts.at(-1)?.length === 1 ? end + 1 : end }];
      }),
    );
  }
  function spansOf(text: string, pattern: RegExp, isKnown: (found: string) => boolean): readonly Span[] {
    return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      isKnown(found) ? [{ from: index, to: index + found.length }] : [],
    );
  }
  const spans = (text: string): readonly Span[] => [
    ...nameSpans(text),
    ...(numbers.size === 0 ? [] : spansOf(text, digitGroup, found => numbers.has(numberKey(found)))),
    ...(addresses.size === 0 || !text.includes('@')
      ? []
      : spansOf(text, mailAddress, found => addresses.has(found.toLowerCase()))),
  ];
  const isIn = (text: string): boolean => spans(text).length > 0;
  return {
    isIn,
    isInJson: json => isIn(json.includes('\\') ? json.replaceAll(escape, ' ') : json),
    replaceIn: (text, mark) => {
      let [result, end] = ['', 0];
      for (const span of [...spans(text)].toSorted((left, right) => left.from - right.from || right.to - left.to)) {
        if (span.from < end) continue;
        result += text.slice(end, span.from) + mark;
        end = span.to;
      }
      return end === 0 ? text : result + text.slice(end);
    },
  };
}

/** Forms in which one name is written: whole, without the patronymic, with initials, the other way round. */
export function namesOf(surname: string, given: string, patronymic: string): readonly (readonly string[])[] {
  if (surname === '' || given === '') return [];
  const initials = [given, patronymic].filter(part => part !== '').map(part => [...part][0] ?? '');
  const [first = ''] = initials;
  const words = (text: string): string[] => text.match(word) ?? [];
  const [family, own, fathers] = [words(surname), words(given), words(patronymic)];
  const whole =
    fathers.length === 0
      ? []
      : [
          [...family, ...own, ...fathers],
          [...own, ...fathers, ...family],
        ];
  return [
    ...whole,
    [...family, ...own],
    [...own, ...family],
    [...family, ...initials],
    [...initials, ...family],
    [...family, first],
    [first, ...family],
  ];
}
