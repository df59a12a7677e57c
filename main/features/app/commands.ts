import type { Input, Output } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/primitives.ts';
import type { Transaction } from '../../database/records.ts';
import { writeSetting } from '../settings/commands.ts';
import { countRecords } from './queries.ts';

/** Fills the transaction with the invented college; given from outside so that the records have one builder for app, tests and benches. */
export type SampleCollege = (tx: Transaction, language: Language) => void;

/** The officer's first choice. The sample college is one batch: one undo takes it away. */
export function begin(tx: Transaction, input: Input<'app.begin'>, sample: SampleCollege): Output<'app.begin'> {
  if (input.with === 'sample') sample(tx, input.language);
  writeSetting(tx, 'begunWith', input.with);
  writeSetting(tx, 'language', input.language);
  tx.label(input.with === 'sample' ? 'sampleOpened' : 'begun');
  if (input.with === 'empty') tx.aside();
  return { counts: countRecords(tx.db) };
}
