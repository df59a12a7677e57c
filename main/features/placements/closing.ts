import type { Output } from '#shared/contract/index.ts';
import { closedState, type OpenPlacements } from '#shared/domain/contingent.ts';
import type { ReadDb } from '../../database/handles.ts';
import { nameSql } from '../../database/localized-name.ts';
import { requireRecord, type Transaction } from '../../database/records.ts';
import { moveOne } from './moving.ts';

/** Placements of students that have not ended by a day and would go on after it. */
export function openPlacements(
  db: ReadDb,
  { ids, on }: { readonly ids: readonly string[]; readonly on: string },
): Output<'students.openPlacements'> {
  return db.all(
    `SELECT p.id, s.surname || ifnull(' ' || s.given_name, '') AS studentName, ${nameSql('f')} AS firmName, p.practice_type_id AS practiceTypeId,
        p.starts_on AS startsOn, p.ends_on AS endsOn, p.state
       FROM placement p JOIN student s ON s.id = p.student_id JOIN firm f ON f.id = p.firm_id
      WHERE p.student_id IN (SELECT value FROM json_each(?)) AND p.ends_on > ?
        AND p.state IN ('planned', 'offered', 'confirmed', 'ordered', 'started', 'interrupted')
      ORDER BY s.sort_key, p.starts_on, p.id`,
    JSON.stringify(ids),
    on,
  );
}

/** Ends or interrupts placements that go on after a day; answers how many were changed. */
export function closePlacements(
  tx: Transaction,
  open: Output<'students.openPlacements'>,
  how: OpenPlacements,
  { on, reason }: { readonly on: string; readonly reason: string },
): number {
  const moves = open.flatMap(({ id, state }) => {
    const to = closedState(state, how);
    return to === null ? [] : [{ id, to }];
  });
  for (const { id, to } of moves) moveOne(tx, requireRecord(tx.db, 'placement', id), { to, on, reason });
  return moves.length;
}
