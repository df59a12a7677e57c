import type { Language } from '../locale/language.ts';
import { en } from './en/index.ts';
import { kk } from './kk/index.ts';
import { ru } from './ru/index.ts';
import { translatorOver } from './translate.ts';
import type { Text, Translator } from './translator.ts';

export * from './translator.ts';

/** Every visible text in the three languages, at once. A page takes the one it needs: renderer/app/translators.ts. */
export const texts = { ru, kk, en } as const;

const made = new Map<Language, Translator>();

/** The translator of a language; one per language is kept. */
export function createTranslator(language: Language): Translator {
  const known = made.get(language);
  if (known !== undefined) return known;
  const translator = translatorOver<Text>(texts[language], language);
  made.set(language, translator);
  return translator;
}
