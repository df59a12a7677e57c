/** A phone number in E.164 with an extension, empty when there is none. */
export type Phone = { readonly number: string; readonly extension: string };

/** The words before an extension in three languages, and its digits. */
export const extensionMark =
  /[\s,(]*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ішкі|ext(?:ension)?|x|#)[\s.:№]*(\d{1,6})\)?/iu;

/**
 * A phone as people here read it: «+7 701 234 56 78», «+7 (7172) 74-24-24 (12)». A number of another country, several numbers
 * and anything else stand as they were written. Needs no table of the world's numbers, so that a list can call it for every cell.
 */
export function readablePhone(text: string): string {
  const match = extensionMark.exec(text);
  const number = match === null ? text : text.slice(0, match.index);
  const national = /^\s*(?:\+7|[78])((?:[\s().-]*\d){10})[\s().-]*$/u.exec(number)?.[1]?.replaceAll(/\D/gu, '');
  return national === undefined ? text : writeNational(national, match?.[1] ?? '');
}

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
