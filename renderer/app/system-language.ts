import { guessLanguage, isLanguage, type Language } from '#shared/locale/language.ts';

/** The system's language as the shell knows it; the page's own guess when it was opened without. */
export function systemLanguage(): Language {
  const told = new URLSearchParams(window.location.search).get('system') ?? '';
  return isLanguage(told) ? told : guessLanguage(navigator.languages);
}
