import type { EffectiveTerms } from '#shared/contract/agreement-terms.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { schoolYearOf } from '#shared/domain/dates.ts';
import {
  type AgreedSpecialty,
  type AgreementTerms,
  agreedPlaces,
  amended,
  inOrder,
  lastHeldDay,
  type TermPart,
  type TermVersion,
  termParts,
  termVersions,
  versionOn,
} from '#shared/domain/effective.ts';
import { AppError } from '#shared/result.ts';
import { amendmentsOf, originalTerms, versionsOf } from '../../database/agreement-versions.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { nameOf } from '../../database/localized-name.ts';
import { readRecord, requireRecord } from '../../database/records.ts';
import { readSettings } from '../settings/queries.ts';
import { stateSql } from './conditions.ts';

const contactName = (db: ReadDb, id: string | null): string | null =>
  id === null ? null : (db.value<string>('SELECT name FROM contact WHERE id = ?', id) ?? null);

type NamedSpecialty = EffectiveTerms['specialties'][number];

function named(db: ReadDb, rows: readonly AgreedSpecialty[]): NamedSpecialty[] {
  return rows
    .map(row => {
      const specialty = readRecord(db, 'specialty', row.specialtyId);
      return { ...row, code: specialty?.code ?? '', name: nameOf(db, specialty) };
    })
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.code < b.code ? -1 : 1));
}

/** The terms of an agreement on a day, with names. */
export function termsOn(db: ReadDb, agreement: RecordOf<'agreement'>, on: string): EffectiveTerms {
  const versions = versionsOf(db, agreement);
  return { on, lastOn: lastHeldDay(versions), ...namedTerms(db, versionOn(versions, on)) };
}

/** The terms an amendment finds: those before it, without what it changes itself. Errors: notFound. */
function termsBefore(db: ReadDb, agreement: RecordOf<'agreement'>, amendmentId: string): EffectiveTerms {
  const amendments = inOrder(amendmentsOf(db, agreement.id));
  const place = amendments.findIndex(({ id }) => id === amendmentId);
  const own = amendments[place];
  if (own === undefined) throw new AppError('notFound', { entity: 'amendment' });
  const earlier = amendments.slice(0, place);
  const versions = termVersions(originalTerms(db, agreement), agreement.signedOn, earlier);
  const found = versionOn(versions, own.effectiveOn);
  return { on: own.effectiveOn, lastOn: lastHeldDay(versions), ...namedTerms(db, found) };
}

function namedTerms(
  db: ReadDb,
  { terms, amendmentId }: Pick<TermVersion, 'terms' | 'amendmentId'>,
): Omit<EffectiveTerms, 'on' | 'lastOn'> {
  return {
    amendmentId,
    startsOn: terms.startsOn,
    endsOn: terms.endsOn,
    terminatedOn: terms.terminatedOn,
    places: terms.places,
    place: terms.place,
    signatoryId: terms.signatoryId,
    signatoryName: contactName(db, terms.signatoryId),
    mentorId: terms.mentorId,
    mentorName: contactName(db, terms.mentorId),
    payMinor: terms.payMinor,
    specialties: named(db, terms.specialties),
  };
}

/** What an agreement says on a day, or what one of its amendments finds. Errors: notFound. */
export function effectiveAgreement(db: ReadDb, input: Input<'agreements.effective'>, today: string): EffectiveTerms {
  const agreement = requireRecord(db, 'agreement', input.id);
  return input.before === undefined
    ? termsOn(db, agreement, input.on ?? today)
    : termsBefore(db, agreement, input.before);
}

type Asked = { readonly agreementId: string; readonly specialtyId: string | null; readonly on: string };

/** Student places an agreement offers on a day: in all, and for a specialty that has places of its own; null: not limited. Errors: notFound. */
export function placesOn(
  db: ReadDb,
  { agreementId, specialtyId, on }: Asked,
): { readonly total: number | null; readonly ofSpecialty: number | null } {
  const agreement = requireRecord(db, 'agreement', agreementId);
  const { terms } = versionOn(versionsOf(db, agreement), on);
  const own = terms.specialties.some(row => row.specialtyId === specialtyId);
  const year = schoolYearOf(on, readSettings(db).schoolYearStartMonth);
  return { total: terms.places, ofSpecialty: own ? agreedPlaces(terms, specialtyId, year) : null };
}

function shown(db: ReadDb, part: TermPart, terms: AgreementTerms): unknown {
  switch (part) {
    case 'signatoryId':
    case 'mentorId':
      return contactName(db, terms[part]);
    case 'specialties':
      return named(db, terms.specialties).map(({ code, year, places }) => ({ code, year, places }));
    default:
      return terms[part];
  }
}

type Chain = Output<'agreements.chain'>;

/** Every amendment in the order in which they apply, each with what it found and what it left. */
function amendmentChain(db: ReadDb, agreement: RecordOf<'agreement'>, today: string): Chain['amendments'] {
  let terms = originalTerms(db, agreement);
  return inOrder(amendmentsOf(db, agreement.id)).map(amendment => {
    const before = terms;
    const after = amended(before, amendment.changes);
    if (amendment.signedOn !== null) terms = after;
    const { id, revision, number, signedOn, effectiveOn, reason } = amendment;
    return {
      id,
      revision,
      number,
      signedOn,
      effectiveOn,
      reason,
      standing: signedOn === null ? 'unsigned' : effectiveOn > today ? 'ahead' : 'inEffect',
      changes: termParts
        .filter(part => amendment.changes[part] !== undefined)
        .map(part => ({ part, before: shown(db, part, before), after: shown(db, part, after) })),
    } as const;
  });
}

type LinkRow = Omit<Chain['links'][number], 'relation'>;

/** The agreements above and below an agreement, and its amendments with before and after. Errors: notFound. */
export function agreementChain(db: ReadDb, { id }: Input<'agreements.chain'>, today: string): Chain {
  const agreement = requireRecord(db, 'agreement', id);
  const state = stateSql('a', today, readSettings(db).expiringDays);
  const link = (where: string, ...values: unknown[]): LinkRow[] =>
    db.all<LinkRow>(
      `SELECT a.id, a.number, t.code AS typeCode, a.signed_on AS signedOn, ${state} AS state,
          (SELECT surname || ifnull(' ' || given_name, '') FROM student WHERE id = a.student_id) AS studentName
         FROM agreement a JOIN agreement_type t ON t.id = a.type_id WHERE ${where}`,
      ...values,
    );
  const ancestors = db.column<string>(
    `WITH RECURSIVE above (id, depth) AS (
       SELECT parent_id, 1 FROM agreement WHERE id = ? AND parent_id IS NOT NULL
       UNION SELECT a.parent_id, depth + 1 FROM agreement a JOIN above ON a.id = above.id WHERE a.parent_id IS NOT NULL AND depth < 20)
     SELECT id FROM above ORDER BY depth DESC`,
    id,
  );
  return {
    links: [
      ...ancestors.flatMap(above => link('a.id = ?', above).map(row => ({ ...row, relation: 'ancestor' as const }))),
      ...link('a.id = ?', id).map(row => ({ ...row, relation: 'self' as const })),
      ...link('a.parent_id = ? ORDER BY a.signed_on, a.sort_key LIMIT 500', id).map(row => ({
        ...row,
        relation: 'child' as const,
      })),
    ],
    amendments: amendmentChain(db, agreement, today),
  };
}
