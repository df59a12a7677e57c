import { safeFileName } from '../shared/file-names.ts';

/** The number as it stands on the letter: {n} running number, {yy} and {yyyy} calendar year. */
export function formatLetterNumber(format: string, sequence: number, year: number): string {
  const digits = String(year).padStart(4, '0');
  return format
    .replaceAll('{n}', String(sequence))
    .replaceAll('{yyyy}', digits)
    .replaceAll('{yy}', digits.slice(-2))
    .trim();
}

/** What decides with which others a placement stands in one letter. */
export type Grouping = {
  readonly id: string;
  readonly firmId: string;
  readonly practiceTypeId: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

/** Which placements make one letter to a firm: one per practice and period, in the order of their first placement. */
export function groupPlacements<P extends Grouping>(placements: readonly P[]): P[][] {
  const groups = new Map<string, P[]>();
  for (const placement of placements) {
    const key = [placement.firmId, placement.practiceTypeId, placement.startsOn, placement.endsOn].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [placement]);
    else group.push(placement);
  }
  return [...groups.values()];
}

/** «2025-11-20 12-25-07 Направление Қасымов Әділ», without the ending. */
export function letterFileName(letter: {
  readonly issuedOn: string;
  readonly number: string;
  readonly kindName: string;
  readonly about: string;
}): string {
  return safeFileName(
    `${letter.issuedOn} ${letter.number} ${letter.kindName} ${letter.about.replaceAll(/[«»“”"]/gu, '')}`,
  );
}
