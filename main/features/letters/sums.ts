import { numberInWords } from '#shared/domain/words/number-words.ts';
import { kept, locales, type One } from './letterhead.ts';

/** «12 (двенадцать)»; English papers say the number only. */
export function countInWords(value: number | null, language: One): string {
  if (value === null) return '';
  const digits = locales.ru.number(value);
  return language === 'en' ? digits : `${digits} (${numberInWords(value, kept(language))})`;
}

/** A sum in tiyn: «85 000 (восемьдесят пять тысяч) тенге», «85 000 (сексен бес мың) теңге 50 тиын». */
export function sumInWords(minor: number | null, language: One): string {
  if (minor === null) return '';
  if (language === 'en') return locales.en.money(minor);
  const [whole, rest] = [Math.trunc(minor / 100), Math.abs(minor % 100)];
  const tenge = language === 'kk' ? 'теңге' : 'тенге';
  const tiyn = language === 'kk' ? 'тиын' : locales.ru.plural(rest, ['тиын', 'тиына', 'тиынов']);
  const fraction = rest === 0 ? '' : ` ${String(rest).padStart(2, '0')} ${tiyn}`;
  return `${locales.ru.number(whole)} (${numberInWords(whole, kept(language))}) ${tenge}${fraction}`;
}
