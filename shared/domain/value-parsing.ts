import { fold, tidy } from './fold.ts';

/** Reads a number with spaces or apostrophes between thousands and a comma or a dot before decimals; null when it is none. */
export function parseNumber(input: string | number | null | undefined): number | null {
  if (input === null || input === undefined) return null;
  if (typeof input === 'number') return Number.isFinite(input) ? input : null;
  const text = tidy(input)
    .replace(/^="(.*)"$/u, '$1')
    .replace(/[−–]/gu, '-')
    .replace(/[\s'’_]/gu, '');
  const plain = decimalPoint(text);
  return plain !== null && /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/u.test(plain) ? Number(plain) : null;
}

/** The text with one decimal point; null when the separators contradict each other. */
function decimalPoint(text: string): string | null {
  const commas = text.split(',').length - 1;
  const dots = text.split('.').length - 1;
  if (commas > 0 && dots > 0) {
    const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
    const thousands = decimal === ',' ? '.' : ',';
    if ((decimal === ',' ? commas : dots) > 1) return null;
    const [whole = '', rest = ''] = text.split(decimal);
    return isGrouped(whole, thousands) ? `${whole.split(thousands).join('')}.${rest}` : null;
  }
  if (commas > 1) return isGrouped(text, ',') ? text.split(',').join('') : null;
  if (dots > 1) return isGrouped(text, '.') ? text.split('.').join('') : null;
  return text.replace(',', '.');
}

function isGrouped(text: string, separator: string): boolean {
  const [first = '', ...rest] = text.replace(/^[+-]/u, '').split(separator);
  return /^\d{1,3}$/u.test(first) && rest.every(group => /^\d{3}$/u.test(group));
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/(?:млрд|billion|bn)\.?$/u, 1_000_000_000],
  [/(?:млн|миллион\p{L}*|million|mln)\.?$/u, 1_000_000],
  [/(?:тыс|тысяч\p{L}*|мын|thousand)\.?$/u, 1000],
];

/** Reads an amount in tenge as tiyn (hundredths): «1 250 000,50 тг», «2,5 млн ₸»; null when it is none. */
export function parseMoney(input: string | number | null | undefined): number | null {
  if (typeof input === 'number') return toMinorUnits(input, 1);
  if (input === null || input === undefined) return null;
  let text = fold(input)
    .replace(/(?:₸|kzt|тенге|теңге|тг)\.?$|^(?:₸|kzt)/gu, '')
    .trim();
  let factor = 1;
  for (const [pattern, scale] of scales) {
    if (pattern.test(text)) {
      text = text.replace(pattern, '').trim();
      factor = scale;
      break;
    }
  }
  // «1.250» in money is a group of thousands; nobody writes tiyn with three digits.
  const grouped = factor === 1 && /^[+-]?\d{1,3}[.,]\d{3}$/u.test(text) ? text.replace(/[.,]/u, '') : text;
  const value = parseNumber(grouped);
  return value === null ? null : toMinorUnits(value, factor);
}

function toMinorUnits(value: number, factor: number): number | null {
  const units = Math.round(Number((value * factor * 100).toFixed(3)));
  return Number.isSafeInteger(units) ? units : null;
}

const yesWords = new Set([
  'да',
  'д',
  'yes',
  'y',
  'true',
  '1',
  '+',
  '✓',
  '✔',
  '☑',
  'v',
  'истина',
  'иа',
  'ия',
  'бар',
  'есть',
  'имеется',
  'ақиқат',
  'акикат',
]);
const noWords = new Set([
  'нет',
  'н',
  'no',
  'n',
  'false',
  '0',
  '-',
  '–',
  '—',
  '✗',
  '☐',
  'ложь',
  'жок',
  'не',
  'не имеется',
  'отсутствует',
  'жалган',
  'емес',
]);

/** Reads a yes or no in Russian, Kazakh or English, also ticks, 1/0 and +/−; null when it is neither. */
export function parseYesNo(input: string | number | boolean | null | undefined): boolean | null {
  if (typeof input === 'boolean') return input;
  if (input === null || input === undefined) return null;
  const text = fold(String(input)).replace(/[.!]+$/u, '');
  if (yesWords.has(text)) return true;
  return noWords.has(text) ? false : null;
}
