import type { Transaction } from '../database/records.ts';

export function fillSampleCollege(tx: Transaction): void {
  tx.label('sampleOpened');
}
