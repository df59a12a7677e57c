/** What the forms share: text in one language alone or in both, and facts in either way. */
import type { LetterLanguage } from '../../main/documents/letter-fields.ts';
import { inLanguage } from './direction-letter.ts';
import { type Block, facts, factsSideBySide } from './letter-parts.ts';

export type Edition = Exclude<LetterLanguage, 'en'>;
type Language = 'kk' | 'ru';
type Lines = readonly (readonly [label: string, value: string])[];

/** A line to write on by hand. */
export const ruled = '_'.repeat(78);

/** What stands in one language alone, or in both, one over the other. */
export const inBoth = (edition: Edition, text: (language: Language) => string): readonly string[] =>
  edition === 'kk-ru' ? [inLanguage(text('kk'), 'kk'), inLanguage(text('ru'), 'ru')] : [text(edition)];

/** The same words in both languages stand once. */
export const joinedOnce = (edition: Edition, text: (language: Language) => string): string =>
  [...new Set(inBoth(edition, text))].join(' / ');

/** Whom or what a form is about. */
export function aboutLines(edition: Edition, lines: Readonly<Record<Language, Lines>>): Block[] {
  if (edition !== 'kk-ru') return facts(lines[edition]);
  const translated = (language: Language) =>
    lines[language].map(([label, value]) => [label, inLanguage(value, language)] as const);
  const ru = translated('ru');
  return factsSideBySide(translated('kk').map((kk, index) => ({ kk, ru: ru[index] ?? kk })));
}

/** What is asked and room for the answer; the question in both languages on one line, the answer once where it is the same. */
export function answer(
  edition: Edition,
  label: (language: Language) => string,
  field: string,
  differs = false,
): string {
  const value = edition === 'kk-ru' && differs ? `{${field}_kk} / {${field}_ru}` : `{${field}}`;
  return `${joinedOnce(edition, label)}: ${value}`;
}
