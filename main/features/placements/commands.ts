import type { Input, Output } from '#shared/contract/index.ts';
import { isMinor } from '#shared/domain/identifiers.ts';
import { divide, makeWhole, splitWeek } from '#shared/domain/shares.ts';
import { startChecklist } from '#shared/domain/start-checklist.ts';
import { asksDay, findMove, placementMoves } from '#shared/domain/states.ts';
import { AppError } from '#shared/result.ts';
import type { RecordOf } from '../../database/entities.ts';
import { type NewRecord, requireRecord, type Transaction } from '../../database/records.ts';
import { readSettings } from '../settings/queries.ts';
import { confirmWarnings, type Prepare, refuseFields, titleOf } from '../shared/record-feature.ts';
import { checkRows, type PlacementDraft, placementProblems, placementWarnings, siblingShares } from './checks.ts';
import { weekOf } from './hours.ts';
import { moveOne } from './moving.ts';

export { closePlacements, openPlacements } from './closing.ts';

/** Specialty, qualification and course follow from the student unless they are given. */
function completed(tx: Transaction, draft: PlacementDraft): PlacementDraft {
  const student = requireRecord(tx.db, 'student', draft.studentId);
  return {
    ...draft,
    specialtyId: draft.specialtyId ?? student.specialtyId,
    qualificationId: draft.qualificationId ?? student.qualificationId,
    course: draft.course ?? student.course,
  };
}

const watched = ['studentId', 'startsOn', 'endsOn', 'agreementId', 'practiceTypeId', 'sharePercent'] as const;

/** Completes a placement from its student and checks it before it is written. */
export const preparePlacement: Prepare<'placement'> = (tx, next, { before, accepted }) => {
  refuseFields(placementProblems(tx.db, next));
  const own = before?.id ?? '';
  if (before === null || watched.some(field => before[field] !== next[field])) {
    const warnings = placementWarnings(tx.db, next, own);
    confirmWarnings(warnings, accepted, { startsOn: warnings[0] ?? '' });
    if (next.sharePercent !== null && !makeWhole([next.sharePercent, ...siblingShares(tx.db, next, own)]))
      confirmWarnings(['shareSum'], accepted, { sharePercent: 'shareSum' });
  }
  return before === null ? completed(tx, next) : next;
};

const newPlacement = { state: 'planned', stateReason: null } as const;

/** Writes many placements as one batch: all or none. Errors: validation and needsConfirmation with fields `rows.<index>.<field>`. */
export function createPlacements(
  tx: Transaction,
  input: Input<'placements.createMany'>,
): Output<'placements.createMany'> {
  const accepted = new Set(input.accepted);
  const checks = checkRows(tx.db, input.rows);
  const problems: Record<string, string> = {};
  const doubts: Record<string, string> = {};
  const warnings = new Set<string>();
  checks.forEach((check, index) => {
    for (const [field, problem] of Object.entries(check.problems)) problems[`rows.${index}.${field}`] = problem;
    for (const code of check.warnings.filter(known => !accepted.has(known))) {
      warnings.add(code);
      doubts[`rows.${index}.startsOn`] ??= code;
    }
  });
  refuseFields(problems);
  confirmWarnings([...warnings], accepted, doubts);
  const written = input.rows.map(row => tx.insert('placement', completed(tx, { ...row, ...newPlacement })));
  const [only] = written;
  if (only !== undefined && written.length === 1)
    tx.label('created', { entity: 'placement', title: titleOf(tx.db, 'placement', only) });
  else tx.label('createdMany', { entity: 'placement', count: written.length });
  return { ids: written.map(({ id }) => id) };
}

/**
 * Divides a placement among firms. Hours by programme, hours at the enterprise and the hours of each weekday are divided by the
 * shares, so that the parts add up to what there was. Errors: validation, needsConfirmation, stale.
 */
export function splitPlacement(tx: Transaction, input: Input<'placements.split'>): Output<'placements.split'> {
  const whole = requireRecord(tx.db, 'placement', input.id);
  if (whole.revision !== input.revision) throw new AppError('stale', { entity: 'placement' });
  if (whole.sharePercent !== null) throw new AppError('refused', { reason: 'alreadySplit' });
  const shares = input.parts.map(part => part.sharePercent);
  if (!makeWhole(shares)) refuseFields({ [`parts.${input.parts.length - 1}.sharePercent`]: 'sharesNot100' });
  const doubled = input.parts.findIndex((part, index) =>
    input.parts.some((other, before) => before < index && other.firmId === part.firmId),
  );
  if (doubled >= 0) refuseFields({ [`parts.${doubled}.firmId`]: 'sameFirm' });

  const weeks = splitWeek(weekOf(whole, readSettings(tx.db)), shares);
  const planned = whole.hoursPlanned === null ? null : divide(whole.hoursPlanned, shares);
  const enterprise = whole.hoursEnterprise === null ? null : divide(whole.hoursEnterprise, shares);
  const parts = input.parts.map((part, index): PlacementDraft => {
    const { id: _id, revision: _revision, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = whole;
    return {
      ...fields,
      ...part,
      weekPattern: weeks[index] ?? null,
      hoursPlanned: planned?.[index] ?? null,
      hoursEnterprise: enterprise?.[index] ?? null,
      ...(part.firmId === whole.firmId ? {} : { workplace: null }),
    };
  });
  parts.forEach((part, index) => {
    const problems = Object.entries(placementProblems(tx.db, part));
    refuseFields(Object.fromEntries(problems.map(([field, problem]) => [`parts.${index}.${field}`, problem])));
    confirmWarnings(placementWarnings(tx.db, part, whole.id), new Set(input.accepted), {
      [`parts.${index}.firmId`]: 'placesTaken',
    });
  });
  const [first, ...rest] = parts;
  if (first === undefined) throw new AppError('validation', {}, { parts: 'required' });
  tx.update('placement', whole.id, first, input.revision);
  const ids = [whole.id, ...rest.map(part => tx.insert('placement', copyDays(part)).id)];
  tx.label('split', { entity: 'placement', title: titleOf(tx.db, 'placement', whole) });
  return { ids };
}

/** A part begins its own life: order and checklist go with the student, the outcome is asked of each firm. */
const copyDays = (part: PlacementDraft): NewRecord<'placement'> => ({
  ...part,
  hired: null,
  hiredOn: null,
  hiredInSpecialty: null,
  contractType: null,
});

/** Warnings that stand in the way of «started». */
function missingBeforeStart(tx: Transaction, placement: RecordOf<'placement'>): string[] {
  const bornOn = tx.db.value<string | null>('SELECT born_on FROM student WHERE id = ?', placement.studentId) ?? null;
  const minor = bornOn !== null && isMinor(bornOn, placement.startsOn);
  return startChecklist(placement, minor)
    .filter(({ done }) => !done)
    .map(({ item }) => `${item}Missing`);
}

/**
 * Moves placements along their states: one wrong item stops all. «Started» wants the checklist complete, or the warnings
 * accepted and a reason. Errors: validation, needsConfirmation, stale, refused.
 */
export function movePlacements(tx: Transaction, input: Input<'placements.move'>): Output<'placements.move'> {
  const accepted = new Set(input.accepted);
  const reason = input.reason ?? null;
  const placements = input.items.map(({ id, revision }) => {
    const placement = requireRecord(tx.db, 'placement', id);
    if (placement.revision !== revision) throw new AppError('stale', { entity: 'placement' });
    const move = findMove(placementMoves, placement.state, input.to);
    if (move === undefined) throw new AppError('refused', { from: placement.state, to: input.to });
    if (move.needsReason && reason === null) refuseFields({ reason: 'required' });
    const { on } = input;
    const outside = on !== undefined && (on < placement.startsOn || on > placement.endsOn);
    if (outside && asksDay(placement.state, input.to)) refuseFields({ on: 'outsidePlacement' });
    return placement;
  });
  const missing = placements.flatMap(placement =>
    input.to === 'started' && placement.state === 'ordered' ? missingBeforeStart(tx, placement) : [],
  );
  if (missing.length > 0) {
    confirmWarnings([...new Set(missing)], accepted, reason === null ? { reason: 'reasonRequired' } : undefined);
    if (reason === null) refuseFields({ reason: 'reasonRequired' });
  }
  for (const placement of placements) {
    const orderNumber = input.orderNumber ?? placement.orderNumber;
    const orderDate = input.orderDate ?? placement.orderDate;
    if (input.to === 'ordered' && orderNumber === null) refuseFields({ orderNumber: 'required' });
    if (input.to === 'ordered' && orderDate === null) refuseFields({ orderDate: 'required' });
    moveOne(tx, placement, { to: input.to, on: input.on, reason, orderNumber, orderDate });
  }
  const [only] = placements;
  tx.label('moved', {
    entity: 'placement',
    count: placements.length,
    state: input.to,
    ...(placements.length === 1 && only !== undefined ? { title: titleOf(tx.db, 'placement', only) } : {}),
  });
  return { moved: placements.length };
}
