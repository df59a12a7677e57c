import type { LocaleWords } from './words.ts';

/** Half away from zero at a number of decimals, without the surprises of binary fractions (1.005 → 1.01). */
export function roundTo(value: number, digits: number): number {
  const shifted = Number(`${Math.abs(value)}e${digits}`);
  const rounded = Number.isNaN(shifted)
    ? Number(Math.abs(value).toFixed(digits))
    : Number(`${Math.round(shifted)}e-${digits}`);
  return value < 0 && rounded !== 0 ? -rounded : Math.abs(rounded);
}

/** A number with grouped thousands; a fixed number of decimals, or up to two without trailing zeros. */
export function formatNumber(value: number, words: LocaleWords, digits?: number): string {
  if (!Number.isFinite(value)) return '';
  const rounded = roundTo(value, digits ?? 2);
  const text = digits === undefined ? plainDigits(Math.abs(rounded)) : Math.abs(rounded).toFixed(digits);
  const [whole = '0', fraction = ''] = text.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, words.thousands);
  return `${rounded < 0 ? '-' : ''}${grouped}${fraction === '' ? '' : words.decimal + fraction}`;
}

function plainDigits(value: number): string {
  return value >= 1e21 ? BigInt(value).toString() : String(value);
}

/** Which of the given forms goes with a number: Russian one/few/many, English one/other, Kazakh has one, rarely two (1 and the rest). */
export function pluralIndex(language: 'kk' | 'ru' | 'en', value: number): 0 | 1 | 2 {
  const count = Math.abs(value);
  if (language !== 'ru') return count === 1 ? 0 : 1;
  if (!Number.isInteger(count)) return 1;
  const tens = count % 100;
  const ones = count % 10;
  if (ones === 1 && tens !== 11) return 0;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}
