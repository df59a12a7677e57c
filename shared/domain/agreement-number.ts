const yearOf = (text: string, year: number): string => String(year).slice(-text.length);

/**
 * A number for the agreement that follows another: the old year in it is replaced («12/2025» → «12/2026»), else the new year is
 * put after it; a number that is taken already gets «-2», «-3» …
 */
export function followingNumber(
  number: string,
  oldYear: number,
  newYear: number,
  isTaken: (number: string) => boolean,
): string {
  const written = [String(oldYear), String(oldYear).slice(-2)]
    .map(text => new RegExp(`(?<!\\d)${text}(?!\\d)(?!.*(?<!\\d)${text}(?!\\d))`, 'u'))
    .find(pattern => pattern.test(number));
  const next =
    written === undefined ? `${number}/${newYear}` : number.replace(written, found => yearOf(found, newYear));
  const candidate = next === number ? `${number}-2` : next;
  if (!isTaken(candidate)) return candidate;
  const stem = candidate.replace(/-\d{1,2}$/u, '');
  for (let count = 2; ; count += 1) if (!isTaken(`${stem}-${count}`)) return `${stem}-${count}`;
}
