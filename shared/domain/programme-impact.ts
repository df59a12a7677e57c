import { schoolYearOf } from './iso-date.ts';

/** A change that stands in the curriculum. */
export type ImplementedChange = {
  readonly id: string;
  readonly effectiveYear: number | null;
  readonly implementedOn: string | null;
  readonly hoursBefore: number | null;
  readonly hoursAfter: number | null;
};

/** What the changes of one academic year, named by its first calendar year, do to a programme. */
export type ImpactYear = {
  readonly year: number;
  readonly ids: readonly string[];
  /** Hours that are no longer what they were, added and taken away alike. */
  readonly hours: number;
  /** Per cent of the programme's hours, to a tenth; null while these are not known. */
  readonly percent: number | null;
  readonly overLimit: boolean;
};

/** Hours a change moves in either direction; hours that are not given count as none, as in the annual report. */
export const changedHours = ({ hoursBefore, hoursAfter }: ImplementedChange): number =>
  Math.abs((hoursAfter ?? 0) - (hoursBefore ?? 0));

/**
 * The implemented changes of a programme by the academic year they take effect in, or in which they were implemented when none is
 * given; newest first. The limit is met at exactly `limitPercent`.
 */
export function programmeImpact(
  changes: readonly ImplementedChange[],
  programmeHours: number | null,
  limitPercent: number,
  startMonth = 9,
): readonly ImpactYear[] {
  const years = new Map<number, ImplementedChange[]>();
  for (const change of changes) {
    const year =
      change.effectiveYear ?? (change.implementedOn === null ? null : schoolYearOf(change.implementedOn, startMonth));
    if (year === null) continue;
    years.set(year, [...(years.get(year) ?? []), change]);
  }
  return [...years]
    .toSorted(([left], [right]) => right - left)
    .map(([year, own]) => {
      const hours = own.reduce((sum, change) => sum + changedHours(change), 0);
      const known = programmeHours !== null && programmeHours > 0;
      return {
        year,
        ids: own.map(change => change.id),
        hours,
        percent: known ? Math.round((hours * 1000) / programmeHours) / 10 : null,
        overLimit: known && hours * 100 > programmeHours * limitPercent,
      };
    });
}
