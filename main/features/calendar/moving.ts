import type { Input, Output } from '#shared/contract/index.ts';
import { addDays, daysBetween } from '#shared/domain/dates.ts';
import { createLocale } from '#shared/locale/index.ts';
import { AppError } from '#shared/result.ts';
import { requireRecord, type Transaction } from '../../database/records.ts';
import { prepareMeeting } from '../councils/commands.ts';
import { prepareEngagement, preparePromise } from '../engagement/commands.ts';
import { prepareInteraction } from '../firms/commands.ts';
import { prepareVisit } from '../monitoring/commands.ts';
import { preparePlacement } from '../placements/commands.ts';
import { refuseFields, titleOf, updateRecord } from '../shared/record-feature.ts';
import { placementsOfBar } from './bars.ts';
import { prepareHoliday } from './commands.ts';

type Move = Input<'calendar.move'>;

/** A day as every language of the program writes it in short. */
const written = (day: string): string => createLocale('ru').date(day);

const idOf = ({ entityId }: Move): string => {
  if (entityId === null) throw new AppError('refused', { reason: 'law' });
  return entityId;
};

/** Moves one record to a day by the rules of its kind and names the step of undo. */
function moveRecord(tx: Transaction, move: Move): void {
  const { kind, revision, to, accepted } = move;
  const id = idOf(move);
  const named = (title: string): void => tx.label('calendarMoved', { title, date: written(to) });
  const request = (patch: object) => ({ id, revision, patch, accepted });
  if (move.entity === 'visit') {
    if (kind === 'visit' && requireRecord(tx.db, 'visit', id).doneOn !== null)
      throw new AppError('refused', { reason: 'done' });
    updateRecord(tx, 'visit', prepareVisit, request(kind === 'visit' ? { plannedOn: to } : { nextOn: to }));
    return named(titleOf(tx.db, 'visit', requireRecord(tx.db, 'visit', id)));
  }
  switch (kind) {
    case 'visit':
    case 'meeting':
      updateRecord(tx, 'interaction', prepareInteraction, request({ happenedOn: to }));
      return named(titleOf(tx.db, 'interaction', requireRecord(tx.db, 'interaction', id)));
    case 'nextStep':
      updateRecord(tx, 'interaction', prepareInteraction, request({ nextOn: to }));
      return named(titleOf(tx.db, 'interaction', requireRecord(tx.db, 'interaction', id)));
    case 'council':
      updateRecord(tx, 'meeting', prepareMeeting, request({ heldOn: to }));
      return named(titleOf(tx.db, 'meeting', requireRecord(tx.db, 'meeting', id)));
    case 'promise': {
      const promise = requireRecord(tx.db, 'promise', id);
      if (promise.deliveredOn !== null) throw new AppError('refused', { reason: 'done' });
      updateRecord(tx, 'promise', preparePromise, request({ dueOn: to }));
      return named(promise.promise);
    }
    case 'engagement': {
      const { startsOn, endsOn, topic } = requireRecord(tx.db, 'engagement', id);
      const length = endsOn === null ? null : daysBetween(startsOn, endsOn);
      const end = length === null ? null : addDays(to, length);
      updateRecord(tx, 'engagement', prepareEngagement, request({ startsOn: to, endsOn: end }));
      return named(topic);
    }
    case 'holiday':
      updateRecord(tx, 'holiday', prepareHoliday, request({ day: to }));
      return named(requireRecord(tx.db, 'holiday', id).nameRu);
    case 'task':
      return moveTask(tx, id, revision, to);
    case 'agreementEnd':
      throw new AppError('refused', { reason: 'signed' });
    case 'placement':
      throw new AppError('refused', { reason: 'started' });
  }
}

/** The officer's own task is due on another day; one that was put off is put off to it, which lies in the future. */
function moveTask(tx: Transaction, id: string, revision: number, to: string): void {
  const task = requireRecord(tx.db, 'task', id);
  if (task.state === 'done') throw new AppError('refused', { reason: 'done' });
  const off = task.state === 'snoozed';
  if (off && to <= tx.today && task.kind !== 'own') refuseFields({ until: 'notInFuture' });
  const stillOff = off && to > tx.today;
  const patch = stillOff ? { snoozedUntil: to } : { dueOn: to, state: 'open' as const, snoozedUntil: null };
  tx.update('task', id, patch, revision);
  tx.label('calendarMoved', { title: task.title ?? '', date: written(to) });
}

/** Moves every placement of a bar by the same number of days, by the rules for each of them. */
function moveBar(tx: Transaction, move: Move, bar: NonNullable<Move['bar']>): number {
  const { startsOn, endsOn, to, revision, accepted } = move;
  const placements = placementsOfBar(tx.db, bar, startsOn, endsOn);
  const known = placements.reduce((sum, placement) => sum + placement.revision, 0);
  if (placements.length === 0 || known !== revision) throw new AppError('stale', { entity: 'placement' });
  if (placements.some(({ fixed }) => fixed === 1)) throw new AppError('refused', { reason: 'started' });
  const patch = { startsOn: to, endsOn: addDays(to, daysBetween(startsOn, endsOn)) };
  for (const { id, revision: own } of placements)
    updateRecord(tx, 'placement', preparePlacement, { id, revision: own, patch, accepted });
  tx.label('calendarMovedBar', { count: placements.length, date: written(to) });
  return placements.length;
}

/**
 * Moves an item of the calendar to another day.
 * Errors: stale, notFound, validation, needsConfirmation, refused (a day of the law, an agreement's end, placements under an order, what is done).
 */
export function moveItem(tx: Transaction, move: Move): Output<'calendar.move'> {
  if (move.to === move.startsOn) return { moved: 0 };
  if (move.bar !== null) return { moved: moveBar(tx, move, move.bar) };
  moveRecord(tx, move);
  return { moved: 1 };
}
