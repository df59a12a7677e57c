import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Language } from '#shared/contract/primitives.ts';
import type { Locale } from '#shared/locale/locale.ts';
import { createTranslator, type TextParams, type Translator } from '#shared/text/index.ts';

/** The texts and formats of the language of the screen. */
export type LanguageTools = {
  readonly language: Language;
  readonly locale: Locale;
  /** A text by a key the compiler knows. */
  readonly t: Translator;
  /** A text by a key that is put together at run time; the key itself when there is no such text. */
  readonly word: (key: string, parameters?: TextParams) => string;
  readonly hasWord: (key: string) => boolean;
};

const Context = createContext<LanguageTools | null>(null);

/** Gives every screen below the texts and formats of a language. */
export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const tools = useMemo(() => createLanguageTools(language), [language]);
  return <Context value={tools}>{children}</Context>;
}

export function createLanguageTools(language: Language): LanguageTools {
  const t = createTranslator(language);
  return { language, locale: t.locale, t, word: t.dynamic, hasWord: t.has };
}

export function useLanguage(): LanguageTools {
  const tools = useContext(Context);
  if (!tools) throw new Error('There is no LanguageProvider above.');
  return tools;
}
