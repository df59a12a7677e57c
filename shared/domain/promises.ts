import type { IsoDate } from './iso-date.ts';

export type PromiseState = 'open' | 'late' | 'kept' | 'keptLate';

/** How a promise stands on a day: kept by its due day, kept after it, still open, or late. Without a due day it is never late. */
export function promiseState(
  { dueOn, deliveredOn }: { readonly dueOn: IsoDate | null; readonly deliveredOn: IsoDate | null },
  on: IsoDate,
): PromiseState {
  if (deliveredOn !== null) return dueOn !== null && deliveredOn > dueOn ? 'keptLate' : 'kept';
  return dueOn !== null && dueOn < on ? 'late' : 'open';
}
