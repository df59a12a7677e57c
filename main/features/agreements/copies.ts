import type { Input, Output } from '#shared/contract/index.ts';
import { followingNumber } from '#shared/domain/agreement-number.ts';
import { versionOn } from '#shared/domain/effective.ts';
import { AppError } from '#shared/result.ts';
import { versionsOf } from '../../database/agreement-versions.ts';
import type { RecordOf } from '../../database/entities.ts';
import { requireRecord, type Transaction } from '../../database/records.ts';
import { refuseFields } from '../shared/record-feature.ts';
import { label } from './paper.ts';

type Agreement = RecordOf<'agreement'>;
type Saved = Output<'agreements.renew'>;

type CopyOptions = {
  readonly number: string | null | undefined;
  readonly changes: Partial<Agreement>;
  /** The day whose terms are copied. */
  readonly on: string;
};

const isNumberTaken =
  (tx: Transaction, firmId: string) =>
  (number: string): boolean =>
    tx.db.value('SELECT 1 FROM agreement WHERE firm_id = ? AND number = ? LIMIT 1', firmId, number) !== undefined;

/** A further agreement with everything of another one: terms, specialties and what is noted about it. */
function copyAgreement(tx: Transaction, agreement: Agreement, { number, changes, on }: CopyOptions): Agreement {
  const { id: _id, revision: _revision, createdAt: _created, updatedAt: _updated, ...fields } = agreement;
  const { terms } = versionOn(versionsOf(tx.db, agreement), on);
  const { startsOn, endsOn, places, place, signatoryId } = terms;
  const year = (day: string | null | undefined): number => Number((day ?? tx.today).slice(0, 4));
  const next = {
    ...fields,
    startsOn,
    endsOn,
    places,
    place,
    signatoryId,
    stage: 'draft' as const,
    signedOn: null,
    terminatedOn: null,
    terminationReason: null,
    ...changes,
  };
  const oldYear = year(agreement.startsOn ?? agreement.signedOn);
  const copy = tx.insert('agreement', {
    ...next,
    number:
      number ?? followingNumber(agreement.number, oldYear, year(next.startsOn), isNumberTaken(tx, agreement.firmId)),
  });
  for (const { specialtyId, year: of, places: offered } of terms.specialties)
    tx.insert('agreementSpecialty', { agreementId: copy.id, specialtyId, year: of, places: offered });
  return copy;
}

function current(tx: Transaction, input: { readonly id: string; readonly revision: number }): Agreement {
  const agreement = requireRecord(tx.db, 'agreement', input.id);
  if (agreement.revision !== input.revision) throw new AppError('stale', { entity: 'agreement' });
  return agreement;
}

/** A draft for the next period, linked to this agreement, with the terms in effect at its end. Errors: stale, refused, validation. */
export function renewAgreement(tx: Transaction, input: Input<'agreements.renew'>): Saved {
  const agreement = current(tx, input);
  if (agreement.stage !== 'signed') throw new AppError('refused');
  const { startsOn, endsOn } = input;
  if (endsOn !== null && endsOn < startsOn) refuseFields({ endsOn: 'endBeforeStart' });
  const first = agreement.startsOn ?? agreement.signedOn;
  if (first !== null && startsOn <= first) refuseFields({ startsOn: 'renewalTooEarly' });
  const copy = copyAgreement(tx, agreement, {
    number: input.number,
    changes: { startsOn, endsOn, parentId: agreement.id },
    on: startsOn,
  });
  label(tx, 'renewed', agreement);
  return { id: copy.id, revision: copy.revision };
}

/** The same once more, without dates and without a link. Errors: stale. */
export function duplicateAgreement(tx: Transaction, input: Input<'agreements.duplicate'>): Saved {
  const agreement = current(tx, input);
  const copy = copyAgreement(tx, agreement, {
    number: input.number,
    changes: { startsOn: null, endsOn: null },
    on: tx.today,
  });
  label(tx, 'duplicated', agreement);
  return { id: copy.id, revision: copy.revision };
}

/** Voids an agreement and puts a copy in its place; placements and the agreements below it go along. Errors: stale, refused. */
export function replaceAgreement(tx: Transaction, input: Input<'agreements.replace'>): Saved {
  const agreement = current(tx, input);
  if (agreement.stage === 'cancelled') throw new AppError('refused');
  const copy = copyAgreement(tx, agreement, {
    number: input.number ?? agreement.number,
    changes: { parentId: agreement.id },
    on: tx.today,
  });
  for (const placement of tx.db.column<string>('SELECT id FROM placement WHERE agreement_id = ?', agreement.id))
    tx.update('placement', placement, { agreementId: copy.id });
  for (const child of tx.db.column<string>(
    'SELECT id FROM agreement WHERE parent_id = ? AND id <> ?',
    agreement.id,
    copy.id,
  ))
    tx.update('agreement', child, { parentId: copy.id });
  tx.update('agreement', agreement.id, { stage: 'cancelled', terminationReason: input.reason });
  label(tx, 'replaced', agreement);
  return { id: copy.id, revision: copy.revision };
}
