import type { Input, Output } from '#shared/contract/index.ts';
import { requireRecord, type Transaction } from '../../database/records.ts';
import { refuseFields } from '../shared/record-feature.ts';

/** Leaves a firm out of the list of calls until a day; today puts it back. Errors: notFound, validation. */
export function pauseCalls(tx: Transaction, input: Input<'partnership.pause'>): Output<'partnership.pause'> {
  const firm = requireRecord(tx.db, 'firm', input.id);
  if (input.until < tx.today) refuseFields({ until: 'notInFuture' });
  const note = input.note ?? null;
  const known = tx.db.column<string>('SELECT id FROM call_pause WHERE firm_id = ? ORDER BY until_on DESC', firm.id);
  const [first, ...others] = known;
  for (const id of others) tx.remove('callPause', id);
  if (first === undefined) tx.insert('callPause', { firmId: firm.id, untilOn: input.until, note });
  else tx.update('callPause', first, { untilOn: input.until, note });
  tx.label('callsPaused', { title: firm.nameRu });
  return { id: firm.id };
}
