import type { Language } from '../locale/language.ts';
import type { Problem } from '../result.ts';
import { en } from './en/index.ts';
import { kk } from './kk/index.ts';
import type { Text } from './ru/index.ts';
import { ru } from './ru/index.ts';
import type { FlatKey, TextParams, Translator as TranslatorOver } from './translate.ts';
import { translatorOver } from './translate.ts';

export type { Text } from './ru/index.ts';
export type { TextParam, TextParams } from './translate.ts';

/** Every key of a visible text: `common.save`. */
export type TextKey = FlatKey<Text>;

/** Text by key in one language, with the language's locale. */
export type Translator = TranslatorOver<Text>;

/** Every visible text in the three languages. */
export const texts = { ru, kk, en } as const;

const made = new Map<Language, Translator>();

/** The translator of a language; one per language is kept. */
export function createTranslator(language: Language): Translator {
  const known = made.get(language);
  if (known !== undefined) return known;
  const translator = translatorOver<Text>(texts, language);
  made.set(language, translator);
  return translator;
}

/** A problem as one text for the user: record kinds are named, the reference is added where the text has room for it. */
export function problemText(t: Translator, problem: Problem): string {
  const params: Record<string, string | number> = { ...problem.params };
  for (const name of ['entity', 'by']) {
    const value = params[name];
    if (typeof value === 'string' && t.has(`entities.${value}`)) params[name] = t.dynamic(`entities.${value}`);
  }
  const reference: TextParams = problem.reference === undefined ? {} : { reference: problem.reference };
  return t.dynamic(`errors.${problem.code}`, { ...params, ...reference });
}

/** Messages beside fields: a bare key is looked up among the validation texts. */
export function fieldProblemText(t: Translator, key: string, params: TextParams = {}): string {
  return t.dynamic(t.has(key) ? key : `validation.${key}`, params);
}
