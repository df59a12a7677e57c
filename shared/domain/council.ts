import type { RequestState } from './states.ts';

/** What a council can decide on a request. */
export const councilDecisions = ['approved', 'approvedWithChanges', 'rejected', 'deferred'] as const;
export type CouncilDecision = (typeof councilDecisions)[number];

/** Votes on one item of the agenda; null where nothing was written down. */
export type Votes = {
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
};

/** Votes that were cast; null when none are written down. */
export function votesCast({ votesFor, votesAgainst, votesAbstained }: Votes): number | null {
  if (votesFor === null && votesAgainst === null && votesAbstained === null) return null;
  return (votesFor ?? 0) + (votesAgainst ?? 0) + (votesAbstained ?? 0);
}

/** Whether more votes are written down than members were present; without an attendance list nothing can be said. */
export function hasTooManyVotes(votes: Votes, present: number): boolean {
  const cast = votesCast(votes);
  return present > 0 && cast !== null && cast > present;
}

/** Whether the votes speak against the decision: approved without more votes for it than against, rejected in spite of a majority. */
export function contradictsVotes(decision: CouncilDecision, votes: Votes): boolean {
  if (votesCast(votes) === null) return false;
  const won = (votes.votesFor ?? 0) > (votes.votesAgainst ?? 0);
  if (decision === 'approved' || decision === 'approvedWithChanges') return !won;
  return decision === 'rejected' && won;
}

/** A decision that turns a request down must say why. */
export const needsExplanation = (decision: CouncilDecision): boolean =>
  decision === 'rejected' || decision === 'deferred';

/**
 * Whether a decision can be recorded or corrected: the request is under review, or it still stands where these minutes left it.
 * What has been implemented, or decided by a later meeting, is no longer this meeting's to change.
 */
export function canDecide(
  request: { readonly state: RequestState; readonly minuteNumber: string | null },
  item: { readonly decision: CouncilDecision | null; readonly minuteNumber: string },
): boolean {
  if (item.decision === null) return request.state === 'underReview';
  return request.state === item.decision && request.minuteNumber === item.minuteNumber;
}

type Mandate = { readonly fromOn: string | null; readonly toOn: string | null };

/** Whether a member's mandate holds on a day; a mandate without a day of beginning or end is open on that side. */
export function holdsMandate({ fromOn, toOn }: Mandate, on: string): boolean {
  return (fromOn === null || fromOn <= on) && (toOn === null || toOn >= on);
}
