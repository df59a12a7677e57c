import { AppError } from '#shared/result.ts';

/**
 * The upper half of the Kazakh code page KZ-1048. It equals windows-1251 except where that page holds Ukrainian, Serbian and
 * Macedonian letters: there stand the Kazakh ones, which is what a file from an office in Kazakhstan means.
 */
const upperHalf =
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\ufffd™љ›њқһџ\u00a0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00ad®Ү°±Ііөµ¶·ё№ғ»әҢңү' +
  'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';

/** Old DOS exports (code page 866), the Cyrillic part; the pseudographics between are frames of printed tables. */
const upperHalfOfDos =
  'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп' +
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00a0';

/** Text of a file in any encoding such exports come in: Unicode by its mark or by its shape, otherwise the Kazakh 1251. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes.subarray(3));
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes.subarray(2), true);
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes.subarray(2), false);
  const wide = looksWide(bytes);
  if (wide !== null) return decodeUtf16(bytes, wide === 'little');
  if (bytes.includes(0)) throw new AppError('fileNotWorkbook');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeSingleByte(bytes, looksLikeDos(bytes) ? upperHalfOfDos : upperHalf);
  }
}

function decodeUtf16(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  let units: number[] = [];
  for (let position = 0; position + 1 < bytes.byteLength; position += 2) {
    units.push(view.getUint16(position, little));
    if (units.length === 8_192) {
      pieces.push(String.fromCharCode(...units));
      units = [];
    }
  }
  pieces.push(String.fromCharCode(...units));
  return pieces.join('');
}

function decodeSingleByte(bytes: Uint8Array, upper: string): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 8_192) {
    let piece = '';
    for (const byte of bytes.subarray(start, start + 8_192)) {
      piece += byte < 128 ? String.fromCharCode(byte) : (upper[byte - 128] ?? '\ufffd');
    }
    pieces.push(piece);
  }
  return pieces.join('');
}

/** UTF-16 without a mark: every other byte of the beginning is 0 (Latin, digits, tabs) or 4 (Cyrillic). */
function looksWide(bytes: Uint8Array): 'little' | 'big' | null {
  const length = Math.min(bytes.length, 2_048) & ~1;
  if (length < 4) return null;
  let highInOdd = 0;
  let highInEven = 0;
  for (let position = 0; position < length; position += 2) {
    if (isHighByte(bytes[position])) highInEven++;
    if (isHighByte(bytes[position + 1])) highInOdd++;
  }
  const pairs = length / 2;
  if (highInOdd > pairs * 0.9 && highInEven < pairs * 0.5) return 'little';
  if (highInEven > pairs * 0.9 && highInOdd < pairs * 0.5) return 'big';
  return null;
}

function isHighByte(byte: number | undefined): boolean {
  return byte === 0 || byte === 4;
}

/** In 1251 small letters are E0–FF; in 866 most of them are A0–AF, where 1251 has rare signs. */
function looksLikeDos(bytes: Uint8Array): boolean {
  let dos = 0;
  let windows = 0;
  for (const byte of bytes.subarray(0, 16_384)) {
    if (byte >= 0xa0 && byte <= 0xaf) dos++;
    else if (byte >= 0xf0) windows++;
  }
  return dos > windows * 2 && dos > 8;
}
