import type { RequestState } from './states.ts';

/** How long a request has waited for its decision; `settled` when it waits for none. */
export type Ageing = 'fresh' | 'waiting' | 'overdue' | 'settled';

/** States in which somebody waits for an answer. */
export const openStates: readonly RequestState[] = ['submitted', 'underReview', 'deferred'];

/** Days after which an open request counts as waiting, and as overdue: half a month and a month, the usual term of an answer. */
export const waitingAfterDays = 15;
export const overdueAfterDays = 30;

/** The ageing of a request by its state and its age in days. */
export function ageingOf(state: RequestState, ageDays: number): Ageing {
  if (!openStates.includes(state)) return 'settled';
  if (ageDays > overdueAfterDays) return 'overdue';
  return ageDays > waitingAfterDays ? 'waiting' : 'fresh';
}
