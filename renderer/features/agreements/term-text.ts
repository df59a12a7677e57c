import type { TermPart } from '#shared/domain/effective.ts';
import type { Tools } from '../record-area/descriptor.ts';

type Places = { readonly code: string; readonly year: number | null; readonly places: number | null };

/** One specialty with its places in words: «07150100: 6, 2025–2026». */
export function specialtyText(tools: Tools, { code, year, places }: Places): string {
  const { t, locale } = tools;
  const many = places === null ? t('relations.noLimit') : locale.number(places);
  return `${code}: ${many}, ${year === null ? t('relations.everyYear') : locale.schoolYear(year)}`;
}

/** The value of one term as the screen shows it. */
export function termText(tools: Tools, part: TermPart, value: unknown): string {
  const { t, locale } = tools;
  if (part === 'specialties') {
    const rows = Array.isArray(value) ? (value as Places[]) : [];
    return rows.length === 0 ? t('relations.nothing') : rows.map(row => specialtyText(tools, row)).join('; ');
  }
  if (value === null || value === undefined || value === '')
    return t(part === 'endsOn' ? 'relations.openEnded' : 'relations.nothing');
  switch (part) {
    case 'startsOn':
    case 'endsOn':
    case 'terminatedOn':
      return locale.date(String(value));
    case 'places':
      return locale.number(Number(value));
    case 'payMinor':
      return locale.money(Number(value));
    default:
      return String(value);
  }
}
