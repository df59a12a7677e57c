import { addDays, type IsoDate } from './dates.ts';

/** A move that a state allows; backward moves and breaks need a reason. */
export type Move<State extends string> = { readonly to: State; readonly needsReason: boolean };

type Moves<State extends string> = Readonly<Record<State, readonly Move<State>[]>>;

const forward = <State extends string>(to: State): Move<State> => ({ to, needsReason: false });
const because = <State extends string>(to: State): Move<State> => ({ to, needsReason: true });

export const placementStates = [
  'planned',
  'offered',
  'confirmed',
  'ordered',
  'started',
  'interrupted',
  'completed',
  'endedEarly',
  'didNotStart',
] as const;
export type PlacementState = (typeof placementStates)[number];

/** Life of a placement: planned → offered → confirmed → order issued → started (⇄ interrupted) → an end. */
export const placementMoves: Moves<PlacementState> = {
  planned: [forward('offered'), forward('confirmed'), because('didNotStart')],
  offered: [forward('confirmed'), because('planned'), because('didNotStart')],
  confirmed: [forward('ordered'), because('offered'), because('planned'), because('didNotStart')],
  ordered: [forward('started'), because('confirmed'), because('didNotStart')],
  started: [forward('completed'), because('interrupted'), because('endedEarly'), because('ordered')],
  interrupted: [forward('started'), because('endedEarly')],
  completed: [because('started')],
  endedEarly: [because('started')],
  didNotStart: [because('planned')],
};

export const requestStates = [
  'submitted',
  'underReview',
  'approved',
  'approvedWithChanges',
  'rejected',
  'deferred',
  'implemented',
  'effectChecked',
] as const;
export type RequestState = (typeof requestStates)[number];

const decisions: readonly Move<RequestState>[] = [
  forward('approved'),
  forward('approvedWithChanges'),
  because('rejected'),
  because('deferred'),
];

/** Life of a curriculum change request: submitted → under review → decision → implemented → effect checked. */
export const requestMoves: Moves<RequestState> = {
  submitted: [forward('underReview'), because('rejected')],
  underReview: [...decisions, because('submitted')],
  approved: [forward('implemented'), because('underReview')],
  approvedWithChanges: [forward('implemented'), because('underReview')],
  rejected: [because('underReview')],
  deferred: [forward('underReview'), because('rejected')],
  implemented: [forward('effectChecked'), because('approved')],
  effectChecked: [because('implemented')],
};

/** States in which a council has decided. */
export const decidedStates: readonly RequestState[] = ['approved', 'approvedWithChanges', 'rejected'];

/** Whether a move of a placement happens on a day of its own: the break begins, the student is back, the last day at the enterprise. */
export const asksDay = (from: PlacementState, to: PlacementState): boolean =>
  to === 'interrupted' || to === 'endedEarly' || (from === 'interrupted' && to === 'started');

/** The move from one state to another, or undefined when there is none. */
export function findMove<State extends string>(moves: Moves<State>, from: State, to: State): Move<State> | undefined {
  return moves[from].find(move => move.to === to);
}

export type AgreementFacts = {
  readonly stage: 'draft' | 'sent' | 'partlySigned' | 'signed' | 'terminated' | 'cancelled';
  readonly signedOn: IsoDate | null;
  readonly startsOn: IsoDate | null;
  /** Null: open-ended. */
  readonly endsOn: IsoDate | null;
  readonly terminatedOn: IsoDate | null;
  /** A signed agreement of the same kind that continues this one. */
  readonly renewed: boolean;
};

export type AgreementState =
  | 'draft'
  | 'sent'
  | 'partlySigned'
  | 'notStarted'
  | 'inForce'
  | 'expiring'
  | 'expired'
  | 'terminated'
  | 'renewed'
  | 'cancelled';

/** The state of an agreement on a day: computed from dates, never stored. `expiringDays`: how long before its end it counts as expiring. */
export function agreementState(facts: AgreementFacts, on: IsoDate, expiringDays = 90): AgreementState {
  const { stage, endsOn, terminatedOn } = facts;
  if (stage !== 'signed' && stage !== 'terminated') return stage;
  if (stage === 'terminated' && (terminatedOn === null || terminatedOn <= on)) return 'terminated';
  if (endsOn !== null && endsOn < on) return facts.renewed ? 'renewed' : 'expired';
  const startsOn = facts.startsOn ?? facts.signedOn;
  if (startsOn !== null && startsOn > on) return 'notStarted';
  if (endsOn !== null && endsOn <= addDays(on, expiringDays)) return 'expiring';
  return 'inForce';
}
