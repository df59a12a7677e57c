import type { Input, Output } from '#shared/contract/index.ts';
import type { CouncilDecision } from '#shared/domain/council.ts';
import { decidedStates, findMove, requestMoves } from '#shared/domain/states.ts';
import { AppError } from '#shared/result.ts';
import type { RecordOf } from '../../database/entities.ts';
import { requireRecord, type Transaction } from '../../database/records.ts';
import { type Prepare, refuseFields } from '../shared/record-feature.ts';

export const prepareRequest: Prepare<'request'> = (tx, next) => {
  const problems: Record<string, string> = {};
  if (next.decidedOn !== null && next.decidedOn < next.receivedOn) problems['decidedOn'] = 'endBeforeStart';
  if (next.implementedOn !== null && next.implementedOn < next.receivedOn) problems['implementedOn'] = 'endBeforeStart';
  const belongs =
    next.contactId === null ||
    tx.db.value('SELECT 1 FROM contact WHERE id = ? AND firm_id IS ?', next.contactId, next.firmId) !== undefined;
  if (!belongs) problems['contactId'] = 'otherFirm';
  refuseFields(problems);
  return next;
};

/** What a request learns when it is implemented or its effect checked; a step back forgets the check. */
function outcomeOf(
  request: RecordOf<'request'>,
  { to, proof, curriculumVersion, effect }: Input<'requests.move'>,
  on: string,
): Partial<RecordOf<'request'>> {
  const told = <K extends string>(field: K, text: string | null | undefined) =>
    text == null ? {} : ({ [field]: text } as Record<K, string>);
  if (to === 'effectChecked') return { effectCheckedOn: on, ...told('effect', effect) };
  if (to !== 'implemented') return {};
  if (request.state === 'effectChecked') return { effectCheckedOn: null };
  return {
    implementedOn: on,
    ...told('implementationProof', proof),
    ...told('curriculumVersion', curriculumVersion),
  };
}

/** Moves requests along their states, dating decisions, implementation and the check of its effect. Errors: validation, stale, refused. */
export function moveRequests(tx: Transaction, input: Input<'requests.move'>): Output<'requests.move'> {
  const on = input.on ?? tx.today;
  for (const { id, revision } of input.items) {
    const request = requireRecord(tx.db, 'request', id);
    if (request.revision !== revision) throw new AppError('stale', { entity: 'request' });
    const move = findMove(requestMoves, request.state, input.to);
    if (move === undefined) throw new AppError('refused', { from: request.state, to: input.to });
    const reason = input.reason ?? null;
    if (move.needsReason && reason === null) refuseFields({ reason: 'required' });
    if (on < request.receivedOn) refuseFields({ on: 'endBeforeStart' });
    const decided = decidedStates.includes(input.to);
    const undecided = input.to === 'submitted' || input.to === 'underReview' || input.to === 'deferred';
    tx.update(
      'request',
      id,
      {
        state: input.to,
        stateReason: reason,
        ...(decided ? { decidedOn: on } : {}),
        ...(undecided ? { decidedOn: null } : {}),
        ...outcomeOf(request, input, on),
      },
      revision,
    );
  }
  tx.label('moved', { entity: 'request', count: input.items.length, state: input.to });
  return { moved: input.items.length };
}

/** Brings an open request under review, as being on an agenda means. Errors: refused when it is not open. */
export function reviewRequest(tx: Transaction, request: RecordOf<'request'>): void {
  if (request.state === 'underReview') return;
  if (request.state !== 'submitted' && request.state !== 'deferred')
    throw new AppError('refused', { from: request.state, to: 'underReview' });
  tx.update('request', request.id, { state: 'underReview', stateReason: null });
}

/** Brings a request whose decision is taken back under review again. */
export function reopenRequest(tx: Transaction, request: RecordOf<'request'>): void {
  tx.update('request', request.id, {
    state: 'underReview',
    stateReason: null,
    decidedOn: null,
    minuteNumber: null,
    decisionText: null,
  });
}

/** Enters what a council has decided on a request that `canDecide` allows. */
export function decideRequest(
  tx: Transaction,
  request: RecordOf<'request'>,
  decided: {
    readonly decision: CouncilDecision;
    readonly on: string;
    readonly minuteNumber: string;
    readonly text: string | null;
    readonly effectiveYear?: number | null;
  },
): void {
  const { decision, on, minuteNumber, text, effectiveYear } = decided;
  tx.update('request', request.id, {
    state: decision,
    stateReason: decision === 'rejected' || decision === 'deferred' ? text : null,
    // A deferred request still waits: the day counts as a decision only when one was made.
    decidedOn: decision === 'deferred' ? null : on,
    minuteNumber,
    decisionText: text,
    ...(effectiveYear === undefined ? {} : { effectiveYear }),
  });
}
