/** The door to the one locale module. */

export type { Language } from './language.ts';
export { guessLanguage, isLanguage, languageNames, languages } from './language.ts';
export type { Locale, LocaleOptions, Moment } from './locale.ts';
export { createLocale } from './locale.ts';
export { roundTo } from './numbers.ts';
export type { LocaleWords } from './words.ts';
