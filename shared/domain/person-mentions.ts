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
  /** The text with every mention replaced by `mark`; the same text when there is none. */
  readonly replaceIn: (text: string, mark: string) => string;
};

const word = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;
/** Digits as people group them: 8 (705) 123-45-67. */
const digitGroup = /\+?\d(?:[\d\s()\u00a0-]*\d)?/gu;
const mailAddress = /[^\s<>,;:"'«»()]+@[^\s<>,;:"'«»()]+[\p{L}\p{N}]/gu;
/** What may stand between the words of one name. */
const betweenWords = /^[\s.\u00a0]{0,3}$/u;
const fewestDigits = 7;
/** Words kept folded at once: more than a college writes. */
const mostFolded = 200_000;

/** «8 705 …» and «+7 705 …» are one number. */
const numberKey = (text: string): string => {
  const digits = text.replace(/\D/gu, '');
  return digits.length === 11 && /^[78]/u.test(digits) ? digits.slice(1) : digits;
};

/** Prepares the search for any number of persons at once: a text is read once, whatever their number. */
export function createMentionFinder(persons: readonly PersonTraces[]): MentionFinder {
  const byFirstWord = new Map<string, string[][]>();
  const numbers = new Set<string>();
  const addresses = new Set<string>();
  for (const person of persons) {
    for (const name of person.names) {
      const words = name.map(fold);
      const [first] = words;
      if (first === undefined || words.length < 2) continue;
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words]);
    }
    for (const number of person.numbers) {
      const key = numberKey(number);
      if (key.length >= fewestDigits) numbers.add(key);
    }
    for (const address of person.addresses) addresses.add(address.trim().toLowerCase());
  }
  // The longest name first, so that «Иванов Иван Иванович» is taken whole.
  for (const names of byFirstWord.values()) names.sort((left, right) => right.length - left.length);

  // Folding is dear and words come again and again: each is folded once.
  const folded = new Map<string, string>();
  function keyOf(typed: string): string {
    const known = folded.get(typed);
    if (known !== undefined) return known;
    const key = fold(typed);
    if (folded.size >= mostFolded) folded.clear();
    folded.set(typed, key);
    return key;
  }
  const mayName = (text: string): boolean => {
    for (const typed of text.match(word) ?? []) if (byFirstWord.has(keyOf(typed))) return true;
    return false;
  };

  function nameSpans(text: string): readonly Span[] {
    if (byFirstWord.size === 0 || !mayName(text)) return [];
    const words = [...text.matchAll(word)].map(match => ({
      from: match.index,
      to: match.index + match[0].length,
      key: keyOf(match[0]),
    }));
    const joins = (at: number): boolean =>
      betweenWords.test(text.slice(words[at - 1]?.to ?? 0, words[at]?.from ?? text.length));
    return words.flatMap(({ from, key }, at) => {
      const name = byFirstWord
        .get(key)
        ?.find(parts =>
          parts.every((part, step) => words[at + step]?.key === part && (step === 0 || joins(at + step))),
        );
      const end = name === undefined ? undefined : words[at + name.length - 1]?.to;
      // The dot of an initial goes with it.
      return end === undefined ? [] : [{ from, to: text[end] === '.' && name?.at(-1)?.length === 1 ? end + 1 : end }];
    });
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
  return {
    isIn: text => spans(text).length > 0,
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
