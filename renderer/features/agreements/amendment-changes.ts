import type { AmendmentChanges, EffectiveTerms } from '#shared/contract/agreement-terms.ts';
import { termParts } from '#shared/domain/effective.ts';

export type SpecialtyRow = {
  readonly specialtyId: string;
  readonly year: number | null;
  readonly places: number | null;
};

/** The parts of an agreement that an amendment's form shows as single fields. */
export const plainParts = termParts.filter(part => part !== 'specialties');

const plain = (rows: readonly SpecialtyRow[]): SpecialtyRow[] =>
  rows.map(({ specialtyId, year, places }) => ({ specialtyId, year, places }));

/** What an amendment changes: the parts of the form that differ from the terms in effect. */
export function changesFrom(
  terms: EffectiveTerms,
  values: Readonly<Record<string, unknown>>,
  specialties: readonly SpecialtyRow[],
): AmendmentChanges {
  const empty = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
  const changed = plainParts
    .filter(part => empty(values[part]) !== terms[part])
    .map(part => [part, empty(values[part])] as const);
  const same = JSON.stringify(plain(specialties)) === JSON.stringify(plain(terms.specialties));
  return { ...Object.fromEntries(changed), ...(same ? {} : { specialties: plain(specialties) }) };
}
