import { addDays } from '#shared/domain/dates.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { Transaction } from '../../database/records.ts';

/** A break opens with its state and closes with the return, so that hours follow the states. */
function keepInterruption(
  tx: Transaction,
  placement: RecordOf<'placement'>,
  to: string,
  on: string,
  reason: string | null,
): void {
  const open = tx.db.get<{ id: string; startsOn: string }>(
    'SELECT id, starts_on AS startsOn FROM interruption WHERE placement_id = ? AND ends_on IS NULL',
    placement.id,
  );
  if (to === 'interrupted' && open === undefined && on >= placement.startsOn && on <= placement.endsOn)
    tx.insert('interruption', { placementId: placement.id, startsOn: on, endsOn: null, reason: reason ?? '' });
  if (placement.state !== 'interrupted' || open === undefined) return;
  const last = addDays(on, -1);
  if (last < open.startsOn) tx.remove('interruption', open.id);
  else tx.update('interruption', open.id, { endsOn: last < placement.endsOn ? last : placement.endsOn });
}

type MoveTo = Pick<Partial<RecordOf<'placement'>>, 'orderNumber' | 'orderDate'> & {
  readonly to: RecordOf<'placement'>['state'];
  readonly on?: string | undefined;
  readonly reason: string | null;
};

/** Writes one move that has been checked; an early end on a day of the placement makes that day its last one. */
export function moveOne(tx: Transaction, placement: RecordOf<'placement'>, move: MoveTo): void {
  const { to, on, reason, ...order } = move;
  keepInterruption(tx, placement, to, on ?? tx.today, reason);
  const shorter = to === 'endedEarly' && on !== undefined && on >= placement.startsOn && on < placement.endsOn;
  const patch = { state: to, stateReason: reason, ...order, ...(shorter ? { endsOn: on } : {}) };
  tx.update('placement', placement.id, patch, placement.revision);
}
