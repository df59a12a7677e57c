import type { LanguageTools } from '#renderer/app/language.tsx';
import type { HoursWhy } from '#shared/contract/placements.ts';

/** Why a day has its hours, in the language of the screen. */
export function reasonText({ t, locale, language }: LanguageTools, why: HoursWhy): string {
  switch (why.kind) {
    case 'holiday': {
      const holiday = { kk: why.nameKk, ru: why.nameRu, en: why.nameEn }[language];
      const moved = why.movedFrom ? `, ${t('holidays.movedFrom', { date: locale.date(why.movedFrom) })}` : '';
      return `${t('holidays.reason.holiday', { holiday })}${moved}`;
    }
    case 'interruption':
      return t('holidays.reason.interruption', { reason: why.reason });
    case 'irregularWeek':
      return t('holidays.reason.irregularWeek', { reason: why.reason });
    case 'override':
      return t('holidays.reason.override', { reason: why.reason, before: locale.number(why.before) });
    default:
      return t(`holidays.reason.${why.kind}`);
  }
}
