import { toCardinal } from 'n2words/ru-RU';

const units = ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'] as const;
const tens = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'] as const;
const scales = ['', 'мың', 'миллион', 'миллиард', 'триллион'] as const;

/**
 * A whole number in words: 432 → «төрт жүз отыз екі», «четыреста тридцать два». Throws `RangeError` for fractions and for numbers
 * beyond 999 trillion. The gender matters in Russian only («один час», «одна неделя»).
 */
export function numberInWords(
  value: number,
  language: 'kk' | 'ru',
  gender: 'masculine' | 'feminine' = 'masculine',
): string {
  if (!Number.isSafeInteger(value) || Math.abs(value) >= 1e15)
    throw new RangeError('Only whole numbers have words here');
  return language === 'ru' ? toCardinal(value, { gender }) : inKazakh(value);
}

function inKazakh(value: number): string {
  if (value === 0) return 'нөл';
  const words: string[] = [];
  let rest = Math.abs(value);
  for (let scale = 0; rest > 0; scale += 1) {
    const group = rest % 1000;
    rest = Math.floor(rest / 1000);
    if (group > 0) words.unshift([belowThousand(group), scales[scale] ?? ''].filter(word => word !== '').join(' '));
  }
  return [value < 0 ? 'минус' : '', ...words].filter(word => word !== '').join(' ');
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const parts = [
    hundreds > 1 ? (units[hundreds] ?? '') : '',
    hundreds > 0 ? 'жүз' : '',
    tens[Math.floor((value % 100) / 10)] ?? '',
    units[value % 10] ?? '',
  ];
  return parts.filter(part => part !== '').join(' ');
}
