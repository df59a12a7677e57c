import { fold } from '../folding.ts';
import type { RequestDraft } from './drafts.ts';
import { type Ledger, type LedgerRecord, sameMeaning } from './ledger.ts';
import type { ExistingRecords } from './plan-types.ts';
import { Shelf } from './row-outcome.ts';

/** Key under which numbers of documents are the same however they were typed. */
export function numberKey(number: string): string {
  return fold(number).replace(/\s+/gu, '');
}

/** Finds the request to change a programme that a row means. */
export class RequestFinder {
  readonly #ledger: Ledger;
  readonly #existing: ExistingRecords;
  readonly #received = new Shelf();

  constructor(ledger: Ledger, existing: ExistingRecords) {
    this.#ledger = ledger;
    this.#existing = existing;
  }

  remember(receivedOn: string, record: LedgerRecord): void {
    this.#received.add(receivedOn, record);
  }

  /** Number and day, or, where there is no number, day and text. Running numbers of two lists are not one request. */
  find(draft: RequestDraft, firmId: string | null): LedgerRecord | null {
    const stored =
      draft.number === null
        ? this.#existing.requestsReceivedOn(draft.receivedOn)
        : this.#existing.requestsByNumber(numberKey(draft.number));
    for (const record of stored) this.#ledger.take('request', record);
    const found = this.#ledger.touched('request').find(record => {
      if (record.values['receivedOn'] !== draft.receivedOn || (record.values['firmId'] ?? null) !== firmId)
        return false;
      return draft.number === null
        ? sameMeaning(record.values['proposedText'], draft.proposedText)
        : numberKey(String(record.values['number'])) === numberKey(draft.number);
    });
    return found ?? null;
  }

  nextNumber(receivedOn: string): string {
    return `${receivedOn}/${this.#received.of(receivedOn).length + 1}`;
  }
}
