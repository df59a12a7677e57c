import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { tidy } from './fold.ts';
import { extensionMark, type Phone, writeNational } from './phone-text.ts';

export type PhoneReading =
  | { readonly kind: 'ok'; readonly phone: Phone }
  | { readonly kind: 'problem'; readonly problem: 'empty' | 'notPhone' | 'several' };

const nationalLength = 10;

/** Reads one phone number, Kazakhstan by default: «87012345678», «+7 701 234 56 78», «8 (7172) 74-24-24 вн. 12». */
export function parsePhone(input: string | number | null | undefined): PhoneReading {
  const text = input === null || input === undefined ? '' : tidy(String(input));
  if (text === '') return { kind: 'problem', problem: 'empty' };
  const phones = parsePhones(text);
  const [phone] = phones;
  if (phone === undefined) return { kind: 'problem', problem: 'notPhone' };
  return phones.length > 1 ? { kind: 'problem', problem: 'several' } : { kind: 'ok', phone };
}

/** Every phone number in a cell; a short number after a comma takes the area code of the one before. */
export function parsePhones(input: string | number | null | undefined): Phone[] {
  if (input === null || input === undefined) return [];
  const found: Phone[] = [];
  const pieces = String(input).split(/[;\n\r/|]|,(?!\s*(?:доб|вн|ішкі|ext))|\s+(?:и|және|немесе|или|and)\s+/iu);
  for (const piece of pieces) {
    for (const phone of phonesOfPiece(tidy(piece), found.at(-1))) {
      if (!found.some(known => known.number === phone.number && known.extension === phone.extension)) found.push(phone);
    }
  }
  return found;
}

function phonesOfPiece(piece: string, previous: Phone | undefined): Phone[] {
  const match = extensionMark.exec(piece);
  const extension = match?.[1] ?? '';
  const text = match === null ? piece : piece.slice(0, match.index);
  const whole = numberOf(text, previous);
  if (whole !== null) return [{ number: whole, extension }];
  return numbersInRow(text).map((number, index, all) => ({
    number,
    extension: index === all.length - 1 ? extension : '',
  }));
}

/** Numbers separated by spaces only: words are taken together until they make a number. */
function numbersInRow(text: string): string[] {
  const found: string[] = [];
  let pending = '';
  for (const word of text.split(/\s+/u)) {
    pending = `${pending} ${word}`.trim();
    const number = numberOf(pending, undefined);
    if (number === null) continue;
    found.push(number);
    pending = '';
  }
  return found;
}

function numberOf(text: string, previous: Phone | undefined): string | null {
  const digits = text.replace(/\D/gu, '');
  if (text.includes('+')) return validNumber(`+${digits}`);
  if (digits.length === nationalLength + 1 && /^[78]/u.test(digits)) return validNumber(`+7${digits.slice(1)}`);
  if (digits.length === nationalLength && /^[79]/u.test(digits)) return validNumber(`+7${digits}`);
  if (digits.length > nationalLength + 1 && /^(?:00|810)/u.test(digits)) {
    return validNumber(`+${digits.replace(/^(?:00|810)/u, '')}`);
  }
  if (digits.length >= 5 && digits.length <= 7 && previous?.number.startsWith('+7') === true) {
    return validNumber(previous.number.slice(0, previous.number.length - digits.length) + digits);
  }
  return null;
}

/** Every such number is one of Kazakhstan; asking the library takes a hundred times as long, which a list of thousands feels. */
const kazakhstani = /^\+77\d{9}$/u;

function validNumber(text: string): string | null {
  if (kazakhstani.test(text)) return text;
  const parsed = parsePhoneNumberFromString(text);
  return parsed?.isValid() === true ? parsed.number : null;
}

/** A number as people read it: «+7 701 234 56 78», «+7 (7172) 74-24-24»; anything unknown is returned as it is. */
export function formatPhone(number: string, extension = ''): string {
  const national = /^\+7(\d{10})$/u.exec(number)?.[1];
  if (national !== undefined) return writeNational(national, extension);
  const tail = extension === '' ? '' : ` (${extension})`;
  return (parsePhoneNumberFromString(number)?.formatInternational() ?? number) + tail;
}

/** Digits under which a number is found however it was typed: without the country code. */
export function phoneSearchDigits(number: string): string {
  return number.replace(/\D/gu, '').replace(/^7(?=\d{10}$)/u, '');
}
