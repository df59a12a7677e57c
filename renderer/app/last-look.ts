import type { Settings } from '#shared/contract/settings.ts';
import { isLanguage, type Language } from '#shared/locale/language.ts';
import { firstScreens } from './screens.tsx';
import { systemLanguage } from './system-language.ts';
import { loadTranslator } from './translators.ts';

/** What a window shows first: in which language, and where it opens. */
type Look = { readonly language: Language; readonly openOn: Settings['openOn'] };

const storageKey = 'seriktes.look';

/** How the window looked first last time; the system's language and «Today» when nothing is known. */
export function lastLook(): Look {
  try {
    const { language, openOn } = JSON.parse(window.localStorage.getItem(storageKey) ?? '{}') as Record<string, unknown>;
    return {
      language: typeof language === 'string' && isLanguage(language) ? language : systemLanguage(),
      openOn: openOn === 'firms' || openOn === 'calendar' ? openOn : 'today',
    };
  } catch {
    return { language: systemLanguage(), openOn: 'today' };
  }
}

/**
 * Brings in the texts and the screen the window showed first last time, while the college is still being opened: how it wants to
 * look is known only after that. A wrong guess costs nothing but the reading.
 */
export function bringLastLook(): void {
  const { language, openOn } = lastLook();
  void Promise.all([loadTranslator(language), firstScreens[openOn]()]);
}

/** Remembers for the next start how the window looks first. */
export function keepLook({ language, openOn }: Look): void {
  try {
    window.localStorage.setItem(storageKey, JSON.stringify({ language, openOn }));
  } catch {
    // The next start begins in the system's language.
  }
}
