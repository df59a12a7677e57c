import { signingRecord } from '#shared/contract/agreement-paper.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { type Party, partiesOf, signedByAllOn, signingProblems, signingStage } from '#shared/domain/signing.ts';
import { AppError } from '#shared/result.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { fromRow } from '../../database/mapping.ts';
import { readRecord, requireRecord, type Transaction } from '../../database/records.ts';
import { confirmWarnings, type Fields, refuseFields } from '../shared/record-feature.ts';

type Agreement = RecordOf<'agreement'>;
type Signing = RecordOf<'signing'>;
type Saved = Output<'agreements.signOnPaper'>;

/** The lines of the parties that have one. */
export function signingsOf(db: ReadDb, agreementId: string): Signing[] {
  return db
    .all<Record<string, unknown>>('SELECT * FROM signing WHERE agreement_id = ? ORDER BY party', agreementId)
    .map(row => fromRow(signingRecord, row));
}

function requiredParties(db: ReadDb, agreement: Agreement, on: string): readonly Party[] {
  const student = agreement.studentId === null ? undefined : readRecord(db, 'student', agreement.studentId);
  const typeCode = requireRecord(db, 'agreementType', agreement.typeId).code;
  return partiesOf({
    typeCode,
    student: student === undefined ? null : { bornOn: student.bornOn },
    on: agreement.signedOn ?? on,
  });
}

/** Every party that signs or has signed, with its dates. */
export function partyStates(db: ReadDb, agreement: Agreement, today: string): Output<'agreements.get'>['parties'] {
  const rows = signingsOf(db, agreement.id);
  const required = requiredParties(db, agreement, today);
  const extra = rows.map(row => row.party).filter(party => !required.includes(party));
  return [...required, ...extra].map(party => {
    const row = rows.find(candidate => candidate.party === party);
    const { id, revision, signatory, sentOn, signedOn, returnedOn, notes } = row ?? blank;
    return { party, id, revision, signatory, sentOn, signedOn, returnedOn, notes, required: required.includes(party) };
  });
}

const blankLine = { signatory: null, sentOn: null, signedOn: null, returnedOn: null, notes: null } as const;
const blank = { id: null, revision: 0, ...blankLine } as const;

/** An agreement that is over takes no more signatures. Errors: notFound, stale, refused. */
function requireOpen(tx: Transaction, id: string, revision: number): Agreement {
  const agreement = requireRecord(tx.db, 'agreement', id);
  if (agreement.revision !== revision) throw new AppError('stale', { entity: 'agreement' });
  if (agreement.stage === 'cancelled' || agreement.stage === 'terminated') throw new AppError('refused');
  return agreement;
}

/** Lets the stage follow from the parties' lines; the day of signing is the last party's. A day that was given stays. */
function followSignings(tx: Transaction, agreement: Agreement, keptDay: boolean): Saved {
  const rows = signingsOf(tx.db, agreement.id);
  const required = requiredParties(tx.db, agreement, tx.today);
  const missing = required.filter(party => !rows.some(row => row.party === party));
  const stage = signingStage([...rows, ...missing.map(party => ({ ...blank, party }))]);
  const all = missing.length === 0 ? signedByAllOn(rows) : null;
  const signedOn = stage === 'signed' ? (keptDay ? (agreement.signedOn ?? all) : all) : null;
  const { id, revision } = tx.update('agreement', agreement.id, { stage, signedOn });
  return { id, revision };
}

export const label = (tx: Transaction, key: string, agreement: Agreement): void =>
  tx.label(key, { entity: 'agreement', title: agreement.number });

/** Everything signed in one step: lines are made for the parties that must sign, days already noted stay. Errors: stale, refused, validation. */
export function signOnPaper(tx: Transaction, input: Input<'agreements.signOnPaper'>): Saved {
  const agreement = requireOpen(tx, input.id, input.revision);
  if (input.on > tx.today) refuseFields({ on: 'inFuture' });
  const rows = signingsOf(tx.db, agreement.id);
  const signatory = (party: Party): string | null =>
    party === 'firm' && agreement.signatoryId !== null
      ? (readRecord(tx.db, 'contact', agreement.signatoryId)?.name ?? null)
      : null;
  const wanted = new Set([
    ...requiredParties(tx.db, { ...agreement, signedOn: input.on }, input.on),
    ...rows.map(row => row.party),
  ]);
  for (const party of wanted) {
    const row = rows.find(candidate => candidate.party === party);
    if (row !== undefined && row.sentOn !== null && row.sentOn > input.on) refuseFields({ on: 'signedBeforeSent' });
    if (row === undefined)
      tx.insert('signing', {
        agreementId: agreement.id,
        party,
        signatory: signatory(party),
        sentOn: null,
        signedOn: input.on,
        returnedOn: input.on,
        notes: null,
      });
    else
      tx.update('signing', row.id, {
        signedOn: row.signedOn ?? input.on,
        returnedOn: row.returnedOn ?? row.signedOn ?? input.on,
      });
  }
  label(tx, 'signedOnPaper', agreement);
  return followSignings(tx, { ...agreement, signedOn: agreement.signedOn ?? input.on }, true);
}

/** An agreement signed before its parties had lines gets them, so that noting one thing does not unsign it. */
function lines(tx: Transaction, agreement: Agreement): Signing[] {
  const rows = signingsOf(tx.db, agreement.id);
  if (rows.length > 0 || agreement.stage !== 'signed') return rows;
  for (const party of requiredParties(tx.db, agreement, tx.today))
    tx.insert('signing', {
      agreementId: agreement.id,
      party,
      signatory: null,
      sentOn: null,
      signedOn: agreement.signedOn,
      returnedOn: null,
      notes: null,
    });
  return signingsOf(tx.db, agreement.id);
}

/** The stage after a line has changed; an agreement stops being signed only when the officer means it. */
function afterNote(tx: Transaction, agreement: Agreement, accepted: readonly string[] | undefined): Saved {
  const saved = followSignings(tx, agreement, false);
  const stage = requireRecord(tx.db, 'agreement', agreement.id).stage;
  if (agreement.stage === 'signed' && stage !== 'signed') confirmWarnings(['signatureTakenBack'], new Set(accepted));
  label(tx, 'signingNoted', agreement);
  return saved;
}

/** Notes what one party has done. Errors: stale, refused, validation, needsConfirmation. */
export function recordSigning(tx: Transaction, input: Input<'agreements.recordSigning'>): Saved {
  const agreement = requireOpen(tx, input.id, input.revision);
  const row = lines(tx, agreement).find(candidate => candidate.party === input.party);
  const given = Object.fromEntries(Object.entries(input.patch).filter(([, value]) => value !== undefined));
  const next: Fields<'signing'> = { ...blankLine, ...row, agreementId: agreement.id, party: input.party, ...given };
  refuseFields(signingProblems(next, tx.today));
  if (row === undefined) tx.insert('signing', next);
  else tx.update('signing', row.id, next);
  return afterNote(tx, agreement, input.accepted);
}

/** Takes a party's line away. Errors: stale, refused, notFound, needsConfirmation. */
export function dropSigning(tx: Transaction, input: Input<'agreements.dropSigning'>): Saved {
  const agreement = requireOpen(tx, input.id, input.revision);
  const row = lines(tx, agreement).find(candidate => candidate.party === input.party);
  if (row === undefined) throw new AppError('notFound', { entity: 'signing' });
  tx.remove('signing', row.id);
  return afterNote(tx, agreement, input.accepted);
}
