import { Accepted, Id, IsoDay, optionalDay, optionalText, Revision, requiredText } from './primitives.ts';
import { command } from './procedure.ts';
import { recordMeta } from './records.ts';
import { z } from './zod.ts';

export const Party = z.enum(['college', 'firm', 'student', 'representative', 'department']);
export type Party = z.output<typeof Party>;

/** How far the paper has come with one party: sent, signed, back at the college. */
export const signingFields = z.strictObject({
  agreementId: requiredText(64),
  party: Party,
  /** Who signed for the party, as it stands on the paper. */
  signatory: optionalText(200),
  sentOn: optionalDay,
  signedOn: optionalDay,
  returnedOn: optionalDay,
  notes: optionalText(1000),
});
export const signingRecord = z.strictObject({ ...recordMeta, ...signingFields.shape });

/** A party as the record shows it; a party that must sign but has no row yet has no id. */
export const PartyState = signingFields
  .omit({ agreementId: true })
  .extend({ id: z.string().nullable(), revision: z.int(), required: z.boolean() });

const one = { id: Id, revision: Revision } as const;
const saved = z.strictObject(one);
const period = { startsOn: IsoDay, endsOn: optionalDay } as const;

export const agreementPaper = {
  /** The usual way: every party that must sign has signed on this day. Errors: stale, refused, validation. */
  'agreements.signOnPaper': command(z.strictObject({ ...one, on: IsoDay }), saved),
  /** Notes what one party has done with the paper; the agreement's stage follows. Errors: stale, refused, validation. */
  'agreements.recordSigning': command(
    z.strictObject({
      ...one,
      party: Party,
      patch: signingFields.omit({ agreementId: true, party: true }).partial(),
      accepted: Accepted,
    }),
    saved,
  ),
  /** Takes a party off the paper, for example a representative who need not sign. */
  'agreements.dropSigning': command(z.strictObject({ ...one, party: Party, accepted: Accepted }), saved),
  /** A new agreement with everything of this one for a new period, as a draft linked to it. The number follows from the old one when left out. */
  'agreements.renew': command(z.strictObject({ ...one, ...period, number: optionalText(60).optional() }), saved),
  /** The same agreement once more as a draft of its own, without dates. */
  'agreements.duplicate': command(z.strictObject({ ...one, number: optionalText(60).optional() }), saved),
  /** Voids the agreement with a reason and puts a copy in its place; its placements go along. */
  'agreements.replace': command(
    z.strictObject({ ...one, reason: requiredText(1000), number: optionalText(60).optional() }),
    saved,
  ),
} as const;
