import { none, numberOf, type Properties, withProperties } from './docx-properties.ts';
import { child, elements, type XmlElement } from './xml.ts';

/** A paragraph's number or bullet, and the properties its level brings. */
export type ListLabel = { readonly text: string; readonly paragraph: Properties };

export type ListCounter = {
  /** Counts one more paragraph of a list and returns its label; undefined when there is no such list. */
  readonly next: (paragraph: Properties) => ListLabel | undefined;
};

/** Counts the automatic numbers of one document part in reading order. */
export function createListCounter(numbering: XmlElement | undefined): ListCounter {
  const abstracts = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  for (const element of elements(numbering)) {
    if (element.name === 'w:abstractNum') abstracts.set(element.attributes['w:abstractNumId'] ?? '', element);
    if (element.name !== 'w:num') continue;
    const abstract = abstracts.get(child(element, 'w:abstractNumId')?.attributes['w:val'] ?? '');
    if (abstract !== undefined) lists.set(element.attributes['w:numId'] ?? '', abstract);
  }
  const counts = new Map<XmlElement, number[]>();
  return {
    next: paragraph => {
      const list = lists.get(paragraph['w:numPr/w:numId']?.['w:val'] ?? '');
      if (list === undefined) return undefined;
      const depth = numberOf(paragraph, 'w:numPr/w:ilvl') ?? 0;
      const level = levelOf(list, depth);
      if (level === undefined) return undefined;
      const numbers = counts.get(list) ?? [];
      counts.set(list, numbers);
      numbers.length = depth + 1;
      numbers[depth] = (numbers[depth] ?? startOf(level) - 1) + 1;
      return { text: labelText(list, level, numbers), paragraph: withProperties(none, child(level, 'w:pPr')) };
    },
  };
}

function levelOf(list: XmlElement, depth: number): XmlElement | undefined {
  return elements(list).find(({ name, attributes }) => name === 'w:lvl' && attributes['w:ilvl'] === String(depth));
}

function startOf(level: XmlElement): number {
  return Number(child(level, 'w:start')?.attributes['w:val'] ?? '1') || 1;
}

function labelText(list: XmlElement, level: XmlElement, numbers: readonly (number | undefined)[]): string {
  const pattern = child(level, 'w:lvlText')?.attributes['w:val'] ?? '';
  // Bullets often come from the private area of a symbol font; a plain bullet says the same.
  if (child(level, 'w:numFmt')?.attributes['w:val'] === 'bullet')
    return /^[\p{L}–—·•*-]$/u.test(pattern) ? pattern : '•';
  return pattern.replaceAll(/%(\d)/g, (_whole, digit: string) => {
    const depth = Number(digit) - 1;
    const own = levelOf(list, depth);
    const number = numbers[depth] ?? (own === undefined ? 1 : startOf(own));
    return formatNumber(number, own === undefined ? '' : (child(own, 'w:numFmt')?.attributes['w:val'] ?? ''));
  });
}

const RUSSIAN_LETTERS = 'абвгдежзиклмнопрстуфхцчшщэюя';
const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letter(value, LATIN_LETTERS);
    case 'upperLetter':
      return letter(value, LATIN_LETTERS).toUpperCase();
    case 'russianLower':
      return letter(value, RUSSIAN_LETTERS);
    case 'russianUpper':
      return letter(value, RUSSIAN_LETTERS).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

function letter(value: number, alphabet: string): string {
  const index = (value - 1) % alphabet.length;
  return (alphabet[index] ?? '').repeat(Math.floor((value - 1) / alphabet.length) + 1);
}

function roman(value: number): string {
  let rest = Math.min(value, 3999);
  let result = '';
  for (const [size, digits] of ROMAN) {
    while (rest >= size) {
      result += digits;
      rest -= size;
    }
  }
  return result;
}
