import type { IsoDate } from './iso-date.ts';
import { isoDateOf } from './iso-date.ts';

/** A legal entity has a BIN, a person (and so a sole proprietor) an IIN. */
export type IdentifierType = 'bin' | 'iin';

/** What is known about a typed or imported BIN/IIN. */
export type IdentifierCheck =
  | { readonly kind: 'valid'; readonly value: string; readonly type: IdentifierType }
  /** Twelve digits that fail the check: may be kept on purpose. */
  | { readonly kind: 'check-digit'; readonly value: string; readonly type: IdentifierType }
  /** Leading zeros were lost; `value` is the number with them, `from` the digits as given. */
  | { readonly kind: 'padded'; readonly value: string; readonly from: string; readonly type: IdentifierType }
  | { readonly kind: 'length'; readonly value: string; readonly length: number }
  | { readonly kind: 'not-digits'; readonly value: string }
  | { readonly kind: 'empty' };

export type Sex = 'male' | 'female';

const identifierLength = 12;
/** Year 00 and a month below 10 lose three zeros at most. */
const shortestPaddable = 9;
const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

const label = /^(?:бин|иин|бсн|жсн|bin|iin)(?:\s*\/\s*(?:бин|иин|бсн|жсн|bin|iin))?\s*[:№#]*/iu;
const decoration = /[\s="'«»“”„‘’`´ʼ\u200b-\u200f\u2060\ufeff\u00ad]/gu;

/** Cell decoration removed: spaces, quotes, `="…"`, apostrophes, a label, the «.0» of a number cell. */
export function normalizeIdentifier(text: string | number): string {
  return String(text)
    .normalize('NFKC')
    .trim()
    .replace(label, '')
    .replace(decoration, '')
    .replace(/^(\d+)[.,]0+$/u, '$1')
    .replace(powerOfTen, (text, whole: string, rest: string, power: string) =>
      rest.length === Number(power) ? whole + rest : text,
    );
}

/** «8,0140594909E+10», as a spreadsheet writes a long number into text; what has lost digits stays as it is. */
const powerOfTen = /^(\d)[.,](\d+)E\+(1[01])$/iu;

/** The check digit of the first eleven digits; null when no valid number begins with them. */
function checkDigitOf(first11: string): number | null {
  const remainder = (weights: readonly number[]): number =>
    weights.reduce((sum, weight, index) => sum + weight * Number(first11[index]), 0) % 11;
  const first = remainder(firstWeights);
  if (first < 10) return first;
  const second = remainder(secondWeights);
  return second < 10 ? second : null;
}

function typeOf(digits: string): IdentifierType {
  return Number(digits[4]) >= 4 ? 'bin' : 'iin';
}

function passes(digits: string): boolean {
  return Number(digits[4]) <= 6 && checkDigitOf(digits.slice(0, 11)) === Number(digits[11]);
}

/** Stricter than the check digit: a month that exists, and for a person a day that exists. */
function isPlausible(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  if (month < 1 || month > 12) return false;
  const day = Number(digits.slice(4, 6));
  return typeOf(digits) === 'bin' || (day >= 1 && day <= 31);
}

/** Examines a BIN or IIN as people type it and as spreadsheets damage it. */
export function checkIdentifier(text: string | number | null | undefined): IdentifierCheck {
  const value = text === null || text === undefined ? '' : normalizeIdentifier(text);
  if (value === '') return { kind: 'empty' };
  const digits = value.replace(/[-‐-―.]/gu, '');
  if (!/^\d+$/u.test(digits)) return { kind: 'not-digits', value };
  if (digits.length === identifierLength) {
    return { kind: passes(digits) ? 'valid' : 'check-digit', value: digits, type: typeOf(digits) };
  }
  if (digits.length >= shortestPaddable && digits.length < identifierLength) {
    const padded = digits.padStart(identifierLength, '0');
    if (passes(padded) && isPlausible(padded)) {
      return { kind: 'padded', value: padded, from: digits, type: typeOf(padded) };
    }
  }
  return { kind: 'length', value: digits, length: digits.length };
}

/** Whether a text is a BIN with a right check digit. */
export function isBin(text: string): boolean {
  const check = checkIdentifier(text);
  return check.kind === 'valid' && check.type === 'bin';
}

/** Whether a text is an IIN with a right check digit. */
export function isIin(text: string): boolean {
  const check = checkIdentifier(text);
  return check.kind === 'valid' && check.type === 'iin';
}

/** Eleven digits completed with their check digit; null when no valid number begins with them. */
export function withCheckDigit(first11: string): string | null {
  if (!/^\d{11}$/u.test(first11)) return null;
  const digit = checkDigitOf(first11);
  return digit === null ? null : `${first11}${digit}`;
}

/** The date of birth in an IIN; null when the number does not carry one. */
export function birthDateOf(iin: string): IsoDate | null {
  if (!/^\d{12}$/u.test(iin)) return null;
  const mark = Number(iin[6]);
  if (mark < 1 || mark > 6) return null;
  const century = 1800 + Math.floor((mark - 1) / 2) * 100;
  return isoDateOf(century + Number(iin.slice(0, 2)), Number(iin.slice(2, 4)), Number(iin.slice(4, 6)));
}

/** The sex in an IIN; null when the number does not carry one. */
export function sexOf(iin: string): Sex | null {
  if (!/^\d{12}$/u.test(iin)) return null;
  const mark = Number(iin[6]);
  if (mark < 1 || mark > 6) return null;
  return mark % 2 === 1 ? 'male' : 'female';
}

/** Full years of age on a date; negative before birth. Born on 29 February, one grows older on 1 March in common years. */
export function ageAt(birthDate: IsoDate, date: IsoDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether a person is under 18 on a date. */
export function isMinor(birthDate: IsoDate, date: IsoDate): boolean {
  return ageAt(birthDate, date) < 18;
}

export type { CodedName, CodePairCheck } from './specialty-codes.ts';
export {
  checkCodePair,
  isQualificationCode,
  isSpecialtyCode,
  normalizeCode,
  parseSpecialtyCell,
} from './specialty-codes.ts';
