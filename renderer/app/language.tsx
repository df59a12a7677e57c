import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Language } from '#shared/contract/primitives.ts';
import type { Locale } from '#shared/locale/locale.ts';
import type { TextParams, Translator } from '#shared/text/translator.ts';
import { useTranslator } from './translators.ts';

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

/** Gives every screen below the texts and formats of a language; shows nothing until the first texts are there. */
export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const t = useTranslator(language);
  const tools = useMemo(
    () => (t === undefined ? null : { language: t.language, locale: t.locale, t, word: t.dynamic, hasWord: t.has }),
    [t],
  );
  return tools && <Context value={tools}>{children}</Context>;
}

export function useLanguage(): LanguageTools {
  const tools = useContext(Context);
  if (!tools) throw new Error('There is no LanguageProvider above.');
  return tools;
}

/** The texts of another language than the screen's, such as a report's; the screen's own until they are there. */
export function useTextsOf(language: Language): Translator {
  const { t } = useLanguage();
  return useTranslator(language) ?? t;
}
