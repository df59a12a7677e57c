import type { IsoDate } from './iso-date.ts';

export type VisitState = 'planned' | 'late' | 'done';

/** How a visit stands on a day: done, late once its planned day is over, planned until then. */
export function visitState(
  { plannedOn, doneOn }: { readonly plannedOn: IsoDate | null; readonly doneOn: IsoDate | null },
  on: IsoDate,
): VisitState {
  if (doneOn !== null) return 'done';
  return plannedOn !== null && plannedOn < on ? 'late' : 'planned';
}
