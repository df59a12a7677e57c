/** The languages a template comes in, and how a text is set in two of them at once. */
import type { LetterLanguage } from '../../main/documents/letter-fields.ts';

export type Edition = LetterLanguage;
export const editions: readonly Edition[] = ['kk', 'ru', 'kk-ru', 'en'];
export type Language = Exclude<Edition, 'kk-ru'>;
export type InLanguages<Text> = Readonly<Record<Language, Text>>;

/** Puts the ending of a language on every field of a text, also on those that open and close a conditional part. */
export const inLanguage = (text: string, language: Language | 'both'): string =>
  text.replaceAll(/\{([#/]?)([A-Za-z]+)\}/g, `{$1$2_${language}}`);

/** A wording with the ending of one language on every field it has, for a paper in two languages. */
export function inEdition<Wording>(wording: Wording, language: Language): Wording {
  const marked = (value: unknown): unknown => {
    if (typeof value === 'string') return inLanguage(value, language);
    if (Array.isArray(value)) return value.map(marked);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
  };
  return marked(wording) as Wording;
}

/** What stands in one language alone, or in both, Kazakh first. */
export const inBoth = (edition: Edition, text: (language: Language) => string): readonly string[] =>
  edition === 'kk-ru' ? [inLanguage(text('kk'), 'kk'), inLanguage(text('ru'), 'ru')] : [text(edition)];

/** The words of an edition on one line; the same words in both languages stand once. */
export const joinedOnce = (edition: Edition, text: (language: Language) => string): string =>
  [...new Set(inBoth(edition, text))].join(' / ');

/** The language that leads in an edition: the state language where there are two. */
export const leading = (edition: Edition): Language => (edition === 'kk-ru' ? 'kk' : edition);

/** The place of the seal, and whom to ask. */
export const seals: InLanguages<string> = { kk: 'М.О.', ru: 'М.П.', en: 'Seal' };
export const executors: Readonly<Record<Edition, string>> = {
  kk: 'Орынд.: {executor}, тел.: {executorPhone}',
  ru: 'Исп.: {executor}, тел.: {executorPhone}',
  'kk-ru': 'Орынд. / Исп.: {executor}, тел.: {executorPhone}',
  en: 'Contact: {executor}, tel. {executorPhone}',
};

export const sealIn = (edition: Edition): string => joinedOnce(edition, language => seals[language]);

/** What stands around the number of a page and their count. */
export type PageWords = { readonly before: string; readonly between: string; readonly after: string };
export const pageWords: Readonly<Record<Edition, PageWords>> = {
  kk: { before: '', between: '-бет, барлығы ', after: ' бет' },
  ru: { before: 'Стр. ', between: ' из ', after: '' },
  'kk-ru': { before: '', between: ' / ', after: '' },
  en: { before: 'Page ', between: ' of ', after: '' },
};

/** A letter's number and its day, as the foot of its later pages says them. */
export const letterFoot: Readonly<Record<Edition, string>> = {
  kk: '{date}, № {number}',
  ru: '{date}, № {number}',
  'kk-ru': '{date}, № {number}',
  en: '{date}, No. {number}',
};
