import type { Locale } from '#shared/locale/locale.ts';

/** A short fact as the database writes it, with its dates as people write them. */
export const readableDates = (text: string, locale: Locale): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/gu, date => locale.date(date));
