/** A phone number in E.164 with an extension, empty when there is none. */
export type Phone = { readonly number: string; readonly extension: string };

/** The words before an extension in three languages, and its digits. */
export const extensionMark =
  /[\s,(]*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ішкі|ext(?:ension)?|x|#)[\s.:№]*(\d{1,6})\)?/iu;

/**
 * A phone as people here read it: «+7 701 234 56 78», «+7 (7172) 74-24-24 (12)», «+998 90 123 45 67»; several, each for itself.
 * What was written in any other way stands as it is. Needs no table of the world's numbers, so that a list can call it for every cell.
 */
export function readablePhone(text: string): string {
  if (/^\+\d[^,;]*[,;]\s*\+\d/u.test(text))
    return text
      .split(/\s*[,;]\s*/u)
      .map(readablePhone)
      .join(', ');
  const match = extensionMark.exec(text);
  const number = match === null ? text : text.slice(0, match.index);
  const national = /^\s*(?:\+7|[78])((?:[\s().-]*\d){10})[\s().-]*$/u.exec(number)?.[1]?.replaceAll(/\D/gu, '');
  if (national !== undefined) return writeNational(national, match?.[1] ?? '');
  const foreign = abroad.exec(number);
  if (foreign === null) return text;
  const [, country = '', rest = ''] = foreign;
  // Pairs at the end, threes before them and pairs first where they do not come out even, as numbers are said here.
  const [, pairs = '', threes = '', last = ''] = /^((?:\d\d){0,2}?)((?:\d{3})*)(\d{4})$/u.exec(rest) ?? [];
  const groups = [
    ...(pairs.match(/\d\d/gu) ?? []),
    ...(threes.match(/\d{3}/gu) ?? []),
    last.slice(0, 2),
    last.slice(2),
  ].join(' ');
  return `+${country} ${groups}${match === null ? '' : ` (${match[1]})`}`;
}

/** A number of another country as it is stored: the code of the country has one, two or three digits (ITU-T E.164). */
const abroad = /^\+(1|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-689]\d\d)(\d{6,12})$/u;

/** Ten digits after +7: a mobile in threes and twos, a city number with its area code in brackets. */
export function writeNational(national: string, extension = ''): string {
  const tail = extension === '' ? '' : ` (${extension})`;
  if (/^7[12]/u.test(national)) {
    const areaLength = national.startsWith('727') ? 3 : 4;
    const local = national.slice(areaLength);
    const head = local.slice(0, local.length - 4);
    return `+7 (${national.slice(0, areaLength)}) ${head}-${local.slice(-4, -2)}-${local.slice(-2)}${tail}`;
  }
  return `+7 ${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6, 8)} ${national.slice(8)}${tail}`;
}
