/** The three languages of the program. */
export const languages = ['kk', 'ru', 'en'] as const;

export type Language = (typeof languages)[number];

/** Each language named in itself. */
export const languageNames: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** Languages whose readers are served better by Russian than by English. */
const readRussian = new Set(['be', 'uk', 'ky', 'uz', 'tg', 'tk', 'tt', 'ba', 'az', 'hy', 'ka', 'mo']);

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** The first preferred language the program speaks («kk-KZ», «ru_RU»); Russian when none is known. */
export function guessLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.trim().toLowerCase().split(/[-_.]/u)[0] ?? '';
    if (isLanguage(base)) return base;
    if (readRussian.has(base)) return 'ru';
  }
  return 'ru';
}
