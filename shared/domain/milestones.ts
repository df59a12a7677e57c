import type { IsoDate } from './iso-date.ts';

export type MilestoneState = 'open' | 'late' | 'done' | 'doneLate';

/** How a milestone stands on a day: done by its due day, done after it, still open, or late. */
export function milestoneState(
  { dueOn, doneOn }: { readonly dueOn: IsoDate; readonly doneOn: IsoDate | null },
  on: IsoDate,
): MilestoneState {
  if (doneOn !== null) return doneOn > dueOn ? 'doneLate' : 'done';
  return dueOn < on ? 'late' : 'open';
}
