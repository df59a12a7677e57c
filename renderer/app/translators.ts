import { useEffect, useState } from 'react';
import type { Language } from '#shared/locale/language.ts';
import { translatorOver } from '#shared/text/translate.ts';
import type { Text, Translator } from '#shared/text/translator.ts';

const dictionaries = {
  kk: async () => (await import('#shared/text/kk/index.ts')).kk,
  ru: async () => (await import('#shared/text/ru/index.ts')).ru,
  en: async () => (await import('#shared/text/en/index.ts')).en,
} as const;

const loaded = new Map<Language, Translator>();

/** Brings the texts of one language into the page; the others stay on the disk. */
export async function loadTranslator(language: Language): Promise<Translator> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const translator = translatorOver<Text>(await dictionaries[language](), language);
  loaded.set(language, translator);
  return translator;
}

/** The translator of a language; until its texts are there, the one shown before, if any. */
export function useTranslator(language: Language): Translator | undefined {
  const [shown, setShown] = useState(() => loaded.get(language));
  useEffect(() => {
    let wanted = true;
    void loadTranslator(language).then(translator => {
      if (wanted) setShown(() => translator);
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return loaded.get(language) ?? shown;
}
