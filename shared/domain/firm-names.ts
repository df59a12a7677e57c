import { codeKey, compareKey, fold, tidy } from './fold.ts';
import type { LegalForm, LegalFormCode } from './legal-forms.ts';
import { legalForms } from './legal-forms.ts';

/** A firm's name without its legal form and the quotes around it. */
export type FirmName = { readonly form: LegalFormCode | null; readonly name: string };

type Side = 'start' | 'end';
type Spelling = { readonly form: LegalForm; readonly words: readonly string[]; readonly isShort: boolean };
type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Key for short names: Kazakh letters count, Latin look-alikes do not. */
  readonly exact: string;
  /** Key for long names. */
  readonly folded: string;
};

const quotes = '«»"“”„\'‘’‹›';

/** English short names that are also ordinary abbreviations are not looked for. */
const ambiguousEnglish = new Set(['SE', 'SI', 'PI', 'AC', 'PC', 'PF', 'PA', 'CF', 'GP', 'LP', 'Farm', 'PrF', 'IE']);

/** Two-letter forms common enough to be believed after a name without quotes. */
const believedAtEnd = new Set<LegalFormCode>([
  'jsc',
  'soleProprietor',
  'peasantFarm',
  'farm',
  'productionCooperative',
  'stateInstitution',
]);

/** Kazakh two-letter forms believed before a name without quotes: none begins a name, but for «АҚ», which is also the word «ақ». */
const believedAtStart = new Set(['АҚ', 'ЖК', 'ММ', 'ШҚ', 'ФҚ', 'ҚБ', 'ҚҚ', 'ЖҚ', 'КҚ', 'ӨК']);

const spellings: readonly Spelling[] = legalForms
  .flatMap(form => [
    ...shortNamesOf(form).map(text => ({ form, words: wordsOf(text).map(word => word.exact), isShort: true })),
    ...form.long.map(text => ({ form, words: wordsOf(text).map(word => word.folded), isShort: false })),
  ])
  .toSorted((a, b) => b.words.length - a.words.length || Number(a.isShort) - Number(b.isShort));

function shortNamesOf(form: LegalForm): string[] {
  const names = [form.ru, form.kk, ...(form.aliases ?? [])];
  return ambiguousEnglish.has(form.en) ? names : [...names, form.en];
}

/** Words with their places; a hyphenated or slashed word is one word. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-/][\p{L}\p{M}\p{N}]+)*/gu)].map(match => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    exact: codeKey(match[0]),
    folded: fold(match[0]),
  }));
}

function matches(spelling: Spelling, words: readonly Word[], first: number): boolean {
  return spelling.words.every((key, index) => {
    const word = words[first + index];
    return word !== undefined && key === (spelling.isShort ? word.exact : word.folded);
  });
}

/** Two letters may also begin or end a proper name (Ақ Жол, Чу): they need a quote beside them or capitals at the usual place. */
function isCredible(spelling: Spelling, text: string, found: Word, side: Side): boolean {
  if (!spelling.isShort || found.text.length > 2) return true;
  const neighbour =
    side === 'start' ? text.slice(found.end).trimStart()[0] : text.slice(0, found.start).trimEnd().at(-1);
  if (neighbour !== undefined && quotes.includes(neighbour)) return true;
  if (side === 'start') {
    if (found.exact === codeKey(spelling.form.ru))
      return found.text === found.text.toUpperCase() || found.exact === 'ип' || found.exact === 'ао';
    // In a name written in capitals throughout, «АҚ» is a word like any other.
    return believedAtStart.has(found.text) && (found.text !== 'АҚ' || /\p{Ll}|\s[«"“„]/u.test(text.slice(found.end)));
  }
  return found.text === found.text.toUpperCase() && believedAtEnd.has(spelling.form.code);
}

/** Separates the legal form, short or long, in Kazakh, Russian or English, before or after the name. */
export function splitLegalForm(name: string): FirmName {
  const text = tidy(name);
  const words = wordsOf(text);
  for (const spelling of spellings) {
    const count = spelling.words.length;
    if (count >= words.length) continue;
    for (const side of ['start', 'end'] as const) {
      const index = side === 'start' ? 0 : words.length - count;
      const first = words[index];
      const last = words[index + count - 1];
      if (first === undefined || last === undefined) continue;
      if (!matches(spelling, words, index) || !isCredible(spelling, text, first, side)) continue;
      const rest = side === 'start' ? text.slice(last.end) : text.slice(0, first.start);
      return { form: spelling.form.code, name: unwrap(rest) };
    }
  }
  return { form: null, name: unwrap(text) };
}

/** Removes separators and the quotes around a name, never a quote of a pair inside it. */
function unwrap(rest: string): string {
  let text = rest.replace(/^[\s,;:)–—-]+|[\s,;:(–—-]+$/gu, '');
  for (;;) {
    const partners = quotePairs(text);
    const last = text.length - 1;
    if (partners.get(0) === last) text = text.slice(1, -1).trim();
    else if (partners.get(0) === null) text = text.slice(1).trim();
    else if (partners.get(last) === null) text = text.slice(0, -1).trim();
    else return text;
  }
}

/** For each quote the place of its partner, or null when it has none; undirected quotes open at the beginning of a word. */
function quotePairs(text: string): Map<number, number | null> {
  const pairs = new Map<number, number | null>();
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    if (!quotes.includes(letter) || isApostrophe(text, index)) continue;
    pairs.set(index, null);
    if (opens(text, index, letter)) {
      open.push(index);
      continue;
    }
    const partner = open.pop();
    if (partner === undefined) continue;
    pairs.set(partner, index);
    pairs.set(index, partner);
  }
  return pairs;
}

function opens(text: string, index: number, letter: string): boolean {
  if ('«„‹'.includes(letter)) return true;
  if ('»›'.includes(letter)) return false;
  const before = text[index - 1] ?? ' ';
  return /[\s(«„‹]/u.test(before) || (quotes.includes(before) && /[\p{L}\p{N}]/u.test(text[index + 1] ?? ''));
}

function isApostrophe(text: string, index: number): boolean {
  return (
    /['’‘]/u.test(text[index] ?? '') && /\p{L}/u.test(text[index - 1] ?? '') && /\p{L}/u.test(text[index + 1] ?? '')
  );
}

/** The key two spellings of one firm share: legal form, quotes, case, spaces and punctuation removed, folded. */
export function firmNameKey(name: string): string {
  return compareKey(splitLegalForm(name).name) || compareKey(name);
}
