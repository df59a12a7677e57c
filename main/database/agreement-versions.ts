import { amendmentRecord } from '#shared/contract/agreement-terms.ts';
import { agreementRecord } from '#shared/contract/agreements.ts';
import type { z } from '#shared/contract/zod.ts';
import {
  type AgreedSpecialty,
  type AgreementTerms,
  type AmendmentFacts,
  endOfTime,
  lastHeldDay,
  type TermVersion,
  termVersions,
} from '#shared/domain/effective.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { fromRow } from './mapping.ts';

type Agreement = z.output<typeof agreementRecord>;
type Amendment = z.output<typeof amendmentRecord>;

/** The terms an agreement was signed with. */
export function originalTerms(db: ReadDb, agreement: Agreement): AgreementTerms {
  const specialties = db.all<AgreedSpecialty>(
    'SELECT specialty_id AS specialtyId, year, places FROM agreement_specialty WHERE agreement_id = ? ORDER BY year, id',
    agreement.id,
  );
  const { startsOn, endsOn, places, place, signatoryId } = agreement;
  const terminatedOn = agreement.stage === 'terminated' ? agreement.terminatedOn : null;
  return { startsOn, endsOn, terminatedOn, places, place, signatoryId, mentorId: null, payMinor: null, specialties };
}

/** The amendments of an agreement, signed or not, by the day they take effect. */
export function amendmentsOf(db: ReadDb, agreementId: string): Amendment[] {
  return db
    .all<Record<string, unknown>>(
      'SELECT * FROM amendment WHERE agreement_id = ? ORDER BY effective_on, id',
      agreementId,
    )
    .map(row => fromRow(amendmentRecord, row));
}

export const toFacts = ({ id, signedOn, effectiveOn, changes }: Amendment): AmendmentFacts => ({
  id,
  signedOn,
  effectiveOn,
  changes,
});

/** The versions of an agreement, computed from its record and its amendments. */
export function versionsOf(db: ReadDb, agreement: Agreement): readonly TermVersion[] {
  return termVersions(originalTerms(db, agreement), agreement.signedOn, amendmentsOf(db, agreement.id).map(toFacts));
}

const versionColumns =
  'from_on, until_on, amendment_id, starts_on, ends_on, terminated_on, places, place, signatory_id, mentor_id, pay_minor, specialties, held_from, held_until, last_on';

/** The rows of an agreement's versions as the database keeps them, in the order of `versionColumns`. */
function versionRows(db: ReadDb, agreement: Agreement): readonly (readonly unknown[])[] {
  const versions = versionsOf(db, agreement);
  const held = versions.some(version => version.heldUntil !== null);
  const lastOn = held ? (lastHeldDay(versions) ?? endOfTime) : null;
  return versions.map(({ fromOn, untilOn, amendmentId, terms, heldFrom, heldUntil }) => [
    fromOn,
    untilOn,
    amendmentId,
    terms.startsOn,
    terms.endsOn,
    terms.terminatedOn,
    terms.places,
    terms.place,
    terms.signatoryId,
    terms.mentorId,
    terms.payMinor,
    JSON.stringify(terms.specialties),
    heldFrom,
    heldUntil,
    lastOn,
  ]);
}

/** Writes the versions of an agreement anew; called whenever the agreement, an amendment or a specialty of it is written (ADR-0007). */
export function rebuildAgreementVersions(db: WriteDb, agreementId: string): void {
  db.run('DELETE FROM agreement_version WHERE agreement_id = ?', agreementId);
  const row = db.get<Record<string, unknown>>('SELECT * FROM agreement WHERE id = ?', agreementId);
  if (row === undefined) return;
  for (const values of versionRows(db, fromRow(agreementRecord, row)))
    db.run(
      `INSERT INTO agreement_version (agreement_id, ${versionColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      agreementId,
      ...values,
    );
}

/** Whether the stored versions of an agreement are those its record and its amendments give. */
export function versionsStand(db: ReadDb, agreement: Agreement): boolean {
  const stored = db.all<Record<string, unknown>>(
    `SELECT ${versionColumns} FROM agreement_version WHERE agreement_id = ? ORDER BY from_on`,
    agreement.id,
  );
  const wanted = versionRows(db, agreement).toSorted((left, right) => (String(left[0]) < String(right[0]) ? -1 : 1));
  return JSON.stringify(stored.map(row => Object.values(row))) === JSON.stringify(wanted);
}
