import type { Input, Output } from '#shared/contract/index.ts';
import { findMove, placementMoves } from '#shared/domain/states.ts';
import { AppError } from '#shared/result.ts';
import { requireRecord, type Transaction } from '../../database/records.ts';
import { confirmWarnings, type Fields, type Prepare, refuseFields } from '../shared/record-feature.ts';

type Draft = Fields<'placement'>;

/** Fields that contradict each other, field → text key under `validation`. */
export function placementProblems(tx: Transaction, placement: Draft): Record<string, string> {
  const problems: Record<string, string> = {};
  if (placement.endsOn < placement.startsOn) problems['endsOn'] = 'endBeforeStart';
  if (
    placement.hoursEnterprise !== null &&
    placement.hoursPlanned !== null &&
    placement.hoursEnterprise > placement.hoursPlanned
  )
    problems['hoursEnterprise'] = 'moreThanPlanned';
  const belongs = (table: 'site' | 'agreement' | 'contact', id: string | null): boolean =>
    id === null ||
    tx.db.value(`SELECT 1 FROM ${table} WHERE id = ? AND firm_id = ?`, id, placement.firmId) !== undefined;
  if (!belongs('site', placement.siteId)) problems['siteId'] = 'otherFirm';
  if (!belongs('agreement', placement.agreementId)) problems['agreementId'] = 'otherFirm';
  if (!belongs('contact', placement.mentorId)) problems['mentorId'] = 'otherFirm';
  return problems;
}

/** Codes of what deserves a second look: the student is elsewhere in these days, or the firm has no more places. */
export function placementWarnings(tx: Transaction, placement: Draft, own: string): readonly string[] {
  const warnings: string[] = [];
  const period = [placement.endsOn, placement.startsOn, own] as const;
  const overlap = tx.db.value(
    "SELECT 1 FROM placement WHERE student_id = ? AND starts_on <= ? AND ends_on >= ? AND id <> ? AND state NOT IN ('didNotStart', 'endedEarly') LIMIT 1",
    placement.studentId,
    ...period,
  );
  if (overlap !== undefined) warnings.push('placementOverlap');
  const places =
    placement.agreementId === null
      ? undefined
      : tx.db.value<number | null>('SELECT places FROM agreement WHERE id = ?', placement.agreementId);
  if (places !== undefined && places !== null) {
    const taken = tx.db.value<number>(
      "SELECT count(*) FROM placement WHERE agreement_id = ? AND starts_on <= ? AND ends_on >= ? AND id <> ? AND state NOT IN ('didNotStart', 'endedEarly')",
      placement.agreementId,
      ...period,
    );
    if ((taken ?? 0) >= places) warnings.push('placesTaken');
  }
  return warnings;
}

/** Completes a placement from its student and checks it before it is written. */
export const preparePlacement: Prepare<'placement'> = (tx, next, { before, accepted }) => {
  refuseFields(placementProblems(tx, next));
  const moved =
    before === null ||
    before.studentId !== next.studentId ||
    before.startsOn !== next.startsOn ||
    before.endsOn !== next.endsOn ||
    before.agreementId !== next.agreementId;
  if (moved) {
    const warnings = placementWarnings(tx, next, before?.id ?? '');
    confirmWarnings(warnings, accepted, { startsOn: warnings[0] ?? '' });
  }
  if (before !== null) return next;
  const student = requireRecord(tx.db, 'student', next.studentId);
  return {
    ...next,
    specialtyId: next.specialtyId ?? student.specialtyId,
    qualificationId: next.qualificationId ?? student.qualificationId,
    course: next.course ?? student.course,
  };
};

/** Moves placements along their states: one wrong item stops all. Errors: validation, stale, refused. */
export function movePlacements(tx: Transaction, input: Input<'placements.move'>): Output<'placements.move'> {
  for (const { id, revision } of input.items) {
    const placement = requireRecord(tx.db, 'placement', id);
    if (placement.revision !== revision) throw new AppError('stale', { entity: 'placement' });
    const move = findMove(placementMoves, placement.state, input.to);
    if (move === undefined) throw new AppError('refused', { from: placement.state, to: input.to });
    const reason = input.reason ?? null;
    if (move.needsReason && reason === null) refuseFields({ reason: 'required' });
    const orderNumber = input.orderNumber ?? placement.orderNumber;
    const orderDate = input.orderDate ?? placement.orderDate;
    if (input.to === 'ordered' && orderNumber === null) refuseFields({ orderNumber: 'required' });
    if (input.to === 'ordered' && orderDate === null) refuseFields({ orderDate: 'required' });
    tx.update('placement', id, { state: input.to, stateReason: reason, orderNumber, orderDate }, revision);
  }
  tx.label('moved', { entity: 'placement', count: input.items.length, state: input.to });
  return { moved: input.items.length };
}
