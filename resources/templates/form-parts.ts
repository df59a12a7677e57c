/** What the forms share: whom they are about, what is asked, and room for the answer. */
import { type Edition, type InLanguages, inEdition, inLanguage, joinedOnce, type Language } from './editions.ts';
import { type Block, facts, factsSideBySide, paragraph, writingLines } from './letter-parts.ts';

type Lines = readonly (readonly [label: string, value: string])[];

/** Facts about whom or what a paper is. */
export function aboutLines(edition: Edition, lines: InLanguages<Lines>): Block[] {
  if (edition !== 'kk-ru') return facts(lines[edition]);
  const ru = inEdition(lines.ru, 'ru');
  return factsSideBySide(inEdition(lines.kk, 'kk').map((kk, index) => ({ kk, ru: ru[index] ?? kk })));
}

type Asked = {
  readonly label: (language: Language) => string;
  readonly field: string;
  /** Where its words differ between the languages. */
  readonly differs?: boolean;
  /** Lines to write on when there is no answer yet. */
  readonly lines?: number;
};

/** What is asked, in both languages on one line, with the answer or room for it. */
export function question(edition: Edition, { label, field, differs = false, lines = 0 }: Asked): Block[] {
  const plain = edition === 'kk-ru' && differs ? inLanguage(`{${field}}`, 'both') : `{${field}}`;
  // With lines to write on there is no need of a blank.
  const tag = lines > 0 ? `{#${field}}${plain}{/${field}}` : plain;
  return [
    paragraph(`${joinedOnce(edition, label)}: ${tag}`, { size: 11, after: lines > 0 ? 0 : 4, keepNext: lines > 0 }),
    ...(lines > 0 ? writingLines(lines) : []),
  ];
}
