import type { Input, Output } from '#shared/contract/index.ts';
import { canDecide, contradictsVotes, hasTooManyVotes, needsExplanation } from '#shared/domain/council.ts';
import { AppError } from '#shared/result.ts';
import type { RecordOf } from '../../database/entities.ts';
import { requireRecord, type Transaction } from '../../database/records.ts';
import { decideRequest, reopenRequest, reviewRequest } from '../curriculum/commands.ts';
import { confirmWarnings, type Prepare, refuseFields } from '../shared/record-feature.ts';
import { waitingRequests } from './queries.ts';

export const prepareCouncilMember: Prepare<'councilMember'> = (_tx, next) => {
  if (next.fromOn !== null && next.toOn !== null && next.toOn < next.fromOn) refuseFields({ toOn: 'endBeforeStart' });
  return next;
};

/** A meeting's date and minute number stand on the requests it decided: they follow a correction. */
export const prepareMeeting: Prepare<'meeting'> = (tx, next, { before }) => {
  const taken = tx.db.value(
    'SELECT 1 FROM meeting WHERE council_id = ? AND minute_number = ? AND substr(held_on, 1, 4) = substr(?, 1, 4) AND id IS NOT ?',
    next.councilId,
    next.minuteNumber,
    next.heldOn,
    before?.id ?? null,
  );
  if (taken !== undefined) refuseFields({ minuteNumber: 'numberTaken' });
  if (before === null) return next;
  if (before.councilId !== next.councilId && hasAttendance(tx, before.id)) refuseFields({ councilId: 'fixed' });
  if (before.heldOn === next.heldOn && before.minuteNumber === next.minuteNumber) return next;
  for (const item of decidedItems(tx, before.id)) {
    const request = requireRecord(tx.db, 'request', item.requestId);
    if (request.decidedOn !== before.heldOn || request.minuteNumber !== before.minuteNumber) continue;
    if (next.heldOn < request.receivedOn) refuseFields({ heldOn: 'beforeRequest' });
    tx.update('request', request.id, { decidedOn: next.heldOn, minuteNumber: next.minuteNumber });
  }
  return next;
};

const hasAttendance = (tx: Transaction, meetingId: string): boolean =>
  tx.db.value('SELECT 1 FROM attendance WHERE meeting_id = ? LIMIT 1', meetingId) !== undefined;

const decidedItems = (tx: Transaction, meetingId: string): readonly { id: string; requestId: string }[] =>
  tx.db.all(
    'SELECT id, request_id AS requestId FROM agenda_item WHERE meeting_id = ? AND decision IS NOT NULL',
    meetingId,
  );

/** Removes a meeting that has decided nothing yet. Errors: refused, notFound, stale. */
export function removeMeeting(tx: Transaction, { id, revision }: Input<'meetings.remove'>): Output<'meetings.remove'> {
  const meeting = requireRecord(tx.db, 'meeting', id);
  if (decidedItems(tx, id).length > 0) throw new AppError('refused', { reason: 'decided' });
  tx.label('removed', { entity: 'meeting', title: `№ ${meeting.minuteNumber}` });
  tx.remove('meeting', id, revision);
  return { id };
}

/** Puts requests on the agenda behind what is there, and under review. Errors: notFound, refused (not open). */
export function fillAgenda(tx: Transaction, input: Input<'meetings.fillAgenda'>): Output<'meetings.fillAgenda'> {
  const meeting = requireRecord(tx.db, 'meeting', input.id);
  const ids = input.requestIds ?? waitingRequests(tx.db);
  let position =
    tx.db.value<number>('SELECT ifnull(max(position), 0) FROM agenda_item WHERE meeting_id = ?', meeting.id) ?? 0;
  let added = 0;
  for (const requestId of ids) {
    const there = tx.db.value(
      'SELECT 1 FROM agenda_item WHERE meeting_id = ? AND request_id = ?',
      meeting.id,
      requestId,
    );
    if (there !== undefined) continue;
    const request = requireRecord(tx.db, 'request', requestId);
    if (request.receivedOn > meeting.heldOn) {
      // What arrived after the meeting cannot have been on its agenda; asked for by name, it is refused.
      if (input.requestIds === undefined) continue;
      refuseFields({ requestIds: 'beforeRequest' });
    }
    reviewRequest(tx, request);
    position += 1;
    added += 1;
    tx.insert('agendaItem', {
      meetingId: meeting.id,
      requestId,
      position,
      decision: null,
      votesFor: null,
      votesAgainst: null,
      votesAbstained: null,
      decisionText: null,
    });
  }
  tx.label('agendaFilled', { count: added, title: `№ ${meeting.minuteNumber}` });
  return { added };
}

/** Takes a question off the agenda; its request stays under review. Errors: refused when it is decided, stale. */
export function dropAgendaItem(tx: Transaction, input: Input<'meetings.dropItem'>): Output<'meetings.dropItem'> {
  const item = requireRecord(tx.db, 'agendaItem', input.id);
  if (item.decision !== null) throw new AppError('refused', { reason: 'decided' });
  tx.label('agendaDropped', { title: requestTitle(tx, item) });
  tx.remove('agendaItem', input.id, input.revision);
  return { id: input.id };
}

const requestTitle = (tx: Transaction, item: RecordOf<'agendaItem'>): string =>
  `№ ${requireRecord(tx.db, 'request', item.requestId).number}`;

/** Numbers the questions of a meeting in the given order. Errors: notFound, stale when the agenda holds others. */
export function orderAgenda(tx: Transaction, input: Input<'meetings.orderAgenda'>): Output<'meetings.orderAgenda'> {
  const meeting = requireRecord(tx.db, 'meeting', input.id);
  const present = tx.db.column<string>('SELECT id FROM agenda_item WHERE meeting_id = ?', input.id);
  const wanted = new Set(input.itemIds);
  if (wanted.size !== present.length || present.some(id => !wanted.has(id)))
    throw new AppError('stale', { entity: 'meeting' });
  input.itemIds.forEach((id, index) => tx.update('agendaItem', id, { position: index + 1 }));
  tx.label('agendaOrdered', { title: `№ ${meeting.minuteNumber}` });
  return { id: input.id };
}

/** Records, corrects or takes back a decision together with the state of its request. Errors: see the contract. */
export function decideItem(tx: Transaction, input: Input<'meetings.decide'>): Output<'meetings.decide'> {
  const item = requireRecord(tx.db, 'agendaItem', input.id);
  const meeting = requireRecord(tx.db, 'meeting', item.meetingId);
  const request = requireRecord(tx.db, 'request', item.requestId);
  const next = {
    decision: input.decision,
    votesFor: input.votesFor === undefined ? item.votesFor : input.votesFor,
    votesAgainst: input.votesAgainst === undefined ? item.votesAgainst : input.votesAgainst,
    votesAbstained: input.votesAbstained === undefined ? item.votesAbstained : input.votesAbstained,
    decisionText: input.decisionText === undefined ? item.decisionText : input.decisionText,
  };
  const { decision } = next;
  if (!canDecide(request, { decision: item.decision, minuteNumber: meeting.minuteNumber }))
    throw new AppError('refused', { from: request.state, to: decision ?? '' });
  const present =
    tx.db.value<number>('SELECT count(*) FROM attendance WHERE meeting_id = ? AND present = 1', meeting.id) ?? 0;
  refuseFields({
    ...(hasTooManyVotes(next, present) ? { votesFor: 'tooManyVotes' } : {}),
    ...(decision !== null && needsExplanation(decision) && next.decisionText === null
      ? { decisionText: 'reasonRequired' }
      : {}),
    ...(decision !== null && meeting.heldOn < request.receivedOn ? { decision: 'beforeRequest' } : {}),
  });
  if (decision !== null && contradictsVotes(decision, next))
    confirmWarnings(['againstVotes'], new Set(input.accepted), { decision: 'againstVotes' });
  if (decision === null) reopenRequest(tx, request);
  else
    decideRequest(tx, request, {
      decision,
      on: meeting.heldOn,
      minuteNumber: meeting.minuteNumber,
      text: next.decisionText,
      ...(input.effectiveYear === undefined ? {} : { effectiveYear: input.effectiveYear }),
    });
  const written = tx.update('agendaItem', item.id, next, input.revision);
  tx.label(decision === null ? 'decisionTakenBack' : 'decided', {
    title: `№ ${request.number}`,
    state: decision ?? request.state,
    entity: 'request',
  });
  return { id: written.id, revision: written.revision };
}

/** Writes down who was present; null forgets what was written. Errors: notFound, validation (no mandate). */
export function attendMeeting(tx: Transaction, input: Input<'meetings.attend'>): Output<'meetings.attend'> {
  const meeting = requireRecord(tx.db, 'meeting', input.id);
  for (const { memberId, present } of input.members) {
    const member = requireRecord(tx.db, 'councilMember', memberId);
    if (member.councilId !== meeting.councilId) refuseFields({ members: 'otherCouncil' });
    const known = tx.db.value<string>(
      'SELECT id FROM attendance WHERE meeting_id = ? AND member_id = ?',
      meeting.id,
      memberId,
    );
    if (present === null) {
      if (known !== undefined) tx.remove('attendance', known);
    } else if (known === undefined) tx.insert('attendance', { meetingId: meeting.id, memberId, present });
    else tx.update('attendance', known, { present });
  }
  tx.label('attendanceWritten', { title: `№ ${meeting.minuteNumber}` });
  return { id: meeting.id };
}
