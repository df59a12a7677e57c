import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import {
  type AgreementTerms,
  type AmendmentFacts,
  agreedPlaces,
  amendedState,
  beginningOfTime,
  effectiveTerms,
  endOfTime,
  holdsWithin,
  lastHeldDay,
  termVersions,
  versionOn,
} from '#shared/domain/effective.ts';

const original: AgreementTerms = {
  startsOn: '2025-09-01',
  endsOn: '2026-06-30',
  terminatedOn: null,
  places: 10,
  place: 'Астана',
  signatoryId: 'head',
  mentorId: null,
  payMinor: null,
  specialties: [{ specialtyId: 'welding', year: 2025, places: 6 }],
};

const amendment = (
  effectiveOn: string,
  changes: AmendmentFacts['changes'],
  rest: Partial<AmendmentFacts> = {},
): AmendmentFacts => ({ id: `${effectiveOn}-a`, signedOn: effectiveOn, effectiveOn, changes, ...rest });

describe('effectiveTerms', () => {
  const chain = [
    amendment('2026-03-01', { endsOn: '2027-06-30', places: 25 }),
    amendment('2026-01-15', { places: 15 }),
    amendment('2026-05-01', { endsOn: null }),
    amendment('2026-02-01', { places: 99 }, { signedOn: null }),
  ];

  test.each([
    ['2026-01-14', '2026-06-30', 10],
    ['2026-01-15', '2026-06-30', 15],
    ['2026-02-28', '2026-06-30', 15],
    ['2026-03-01', '2027-06-30', 25],
    ['2026-05-01', null, 25],
  ])('on %s the end is %s and there are %s places', (on, endsOn, places) => {
    expect(effectiveTerms(original, chain, on)).toEqual({ ...original, endsOn, places });
  });

  test('of two amendments for one day the one signed later wins', () => {
    const earlier = amendment('2026-03-01', { places: 1 }, { id: 'b', signedOn: '2026-02-01' });
    const later = amendment('2026-03-01', { places: 2 }, { id: 'a', signedOn: '2026-02-02' });
    expect(effectiveTerms(original, [later, earlier], '2026-03-01').places).toBe(2);
  });
});

describe('termVersions', () => {
  test('an extension after a gap leaves the gap open', () => {
    const versions = termVersions(original, '2025-08-20', [amendment('2026-09-01', { endsOn: '2026-12-31' })]);
    expect([
      holdsWithin(versions, '2026-06-30', '2026-06-30'),
      holdsWithin(versions, '2026-07-01', '2026-08-31'),
      holdsWithin(versions, '2026-09-01', '2026-09-01'),
      lastHeldDay(versions),
    ]).toEqual([true, false, true, '2026-12-31']);
  });

  test('an early end by amendment is the last day', () => {
    const versions = termVersions(original, '2025-08-20', [amendment('2026-02-01', { terminatedOn: '2026-02-10' })]);
    expect(lastHeldDay(versions)).toBe('2026-02-10');
  });
});

describe('amendedState', () => {
  const facts = { stage: 'signed', signedOn: '2025-08-20', renewed: false } as const;
  const stateOn = (on: string, ...chain: AmendmentFacts[]): string =>
    amendedState(facts, termVersions(original, facts.signedOn, chain), on);

  test.each([
    ['2025-08-31', [], 'notStarted'],
    ['2026-01-10', [], 'inForce'],
    ['2026-04-15', [], 'expiring'],
    ['2026-07-01', [], 'expired'],
    ['2026-04-15', [amendment('2026-06-01', { endsOn: '2027-06-30' })], 'inForce'],
    ['2026-07-01', [amendment('2026-06-01', { endsOn: '2027-06-30' })], 'inForce'],
    ['2026-07-01', [amendment('2026-06-01', { endsOn: '2027-06-30' }, { signedOn: null })], 'expired'],
    ['2026-07-01', [amendment('2026-09-01', { endsOn: '2027-06-30' })], 'expired'],
    ['2028-01-01', [amendment('2026-06-01', { endsOn: null })], 'inForce'],
    ['2026-02-09', [amendment('2026-02-01', { terminatedOn: '2026-02-10' })], 'expiring'],
    ['2026-02-10', [amendment('2026-02-01', { terminatedOn: '2026-02-10' })], 'terminated'],
    ['2025-09-15', [amendment('2025-08-25', { startsOn: '2025-10-01' })], 'notStarted'],
  ])('on %s: %#', (on, chain, state) => {
    expect(stateOn(on, ...chain)).toBe(state);
  });
});

describe('agreedPlaces', () => {
  const terms: AgreementTerms = {
    ...original,
    specialties: [
      { specialtyId: 'welding', year: null, places: 4 },
      { specialtyId: 'welding', year: 2025, places: 6 },
      { specialtyId: 'it', year: null, places: null },
    ],
  };
  test.each([
    ['welding', 2025, 6],
    ['welding', 2026, 4],
    ['it', 2026, null],
    ['cooks', 2026, 10],
    [null, 2026, 10],
  ])('%s in %s: %s', (specialty, year, places) => {
    expect(agreedPlaces(terms, specialty, year)).toBe(places);
  });
});

const day = fc.integer({ min: 0, max: 1500 }).map(days => addDays('2024-01-01', days));
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const changes = fc.record(
  { startsOn: day, endsOn: optional(day), terminatedOn: optional(day), places: optional(fc.nat(50)) },
  { requiredKeys: [] },
);
const amendments = fc.array(fc.record({ id: fc.uuid(), signedOn: optional(day), effectiveOn: day, changes }), {
  maxLength: 6,
});
const terms = fc.record({ startsOn: optional(day), endsOn: optional(day) }).map(dates => ({ ...original, ...dates }));

test('versions follow one another without a gap and say on each day what the amendments up to it say', () => {
  fc.assert(
    fc.property(terms, amendments, day, (first, chain, on) => {
      const versions = termVersions(first, '2024-01-01', chain);
      expect([versions[0]?.fromOn, versions.at(-1)?.untilOn]).toEqual([beginningOfTime, endOfTime]);
      for (const [index, version] of versions.slice(1).entries())
        expect(version.fromOn).toBe(addDays(versions[index]?.untilOn ?? '', 1));
      expect(versionOn(versions, on).terms).toEqual(effectiveTerms(first, chain, on));
    }),
  );
});

test('an agreement holds on a day exactly when its terms of that day include it', () => {
  fc.assert(
    fc.property(terms, amendments, day, (first, chain, on) => {
      const now = effectiveTerms(first, chain, on);
      const holds =
        (now.startsOn ?? '2024-01-01') <= on &&
        on <= (now.endsOn ?? endOfTime) &&
        on <= (now.terminatedOn ?? endOfTime);
      expect(holdsWithin(termVersions(first, '2024-01-01', chain), on, on)).toBe(holds);
    }),
  );
});

test('the order in which amendments are entered does not matter', () => {
  fc.assert(
    fc.property(terms, amendments, day, (first, chain, on) => {
      expect(effectiveTerms(first, chain.toReversed(), on)).toEqual(effectiveTerms(first, chain, on));
    }),
  );
});
