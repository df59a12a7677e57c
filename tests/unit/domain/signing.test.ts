import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followingNumber } from '#shared/domain/agreement-number.ts';
import {
  parties,
  partiesOf,
  type SigningFacts,
  signedByAllOn,
  signingProblems,
  signingStage,
} from '#shared/domain/signing.ts';

const line = (party: SigningFacts['party'], dates: Partial<SigningFacts> = {}): SigningFacts => ({
  party,
  sentOn: null,
  signedOn: null,
  returnedOn: null,
  ...dates,
});

describe('signingStage', () => {
  test.each([
    ['no lines', [], 'draft'],
    ['nothing noted', [line('college'), line('firm')], 'draft'],
    ['sent to one', [line('college'), line('firm', { sentOn: '2025-09-01' })], 'sent'],
    ['one has signed', [line('college', { signedOn: '2025-09-02' }), line('firm')], 'partlySigned'],
    ['all have', [line('college', { signedOn: '2025-09-02' }), line('firm', { signedOn: '2025-09-05' })], 'signed'],
  ] as const)('%s: %#', (_, rows, stage) => {
    expect(signingStage(rows)).toBe(stage);
  });

  test('the day of signing is the last party’s', () => {
    const rows = [line('college', { signedOn: '2025-09-07' }), line('firm', { signedOn: '2025-09-05' })];
    expect(signedByAllOn(rows)).toBe('2025-09-07');
  });

  test('a further date never takes an agreement back', () => {
    const rank = ['draft', 'sent', 'partlySigned', 'signed'];
    const date = fc.constantFrom(null, '2025-09-01', '2025-10-01');
    const row = fc.record({ party: fc.constantFrom(...parties), sentOn: date, signedOn: date, returnedOn: date });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.nat(4), (rows, index) => {
        const more = rows.map((one, at) => (at === index % rows.length ? { ...one, signedOn: '2025-11-01' } : one));
        expect(rank.indexOf(signingStage(more))).toBeGreaterThanOrEqual(rank.indexOf(signingStage(rows)));
      }),
    );
  });
});

test.each([
  ['memorandum', null, ['college', 'firm']],
  ['patronage', null, ['college', 'firm', 'department']],
  ['dual', { bornOn: '2006-01-01' }, ['college', 'firm', 'student']],
  ['dual', { bornOn: '2009-01-01' }, ['college', 'firm', 'student', 'representative']],
  ['dual', { bornOn: null }, ['college', 'firm', 'student']],
] as const)('who signs: %s, %j', (typeCode, student, expected) => {
  expect(partiesOf({ typeCode, student, on: '2025-09-01' })).toEqual(expected);
});

test('dates that cannot be are named beside their fields', () => {
  const dates = { sentOn: '2025-09-10', signedOn: '2025-09-09', returnedOn: '2025-12-01' };
  expect(signingProblems(dates, '2025-11-20')).toEqual({ signedOn: 'signedBeforeSent', returnedOn: 'inFuture' });
});

describe('followingNumber', () => {
  test.each([
    ['12/2025', [], '12/2026'],
    ['12/25', [], '12/26'],
    ['Д-25-25', [], 'Д-25-26'],
    ['М-7', [], 'М-7/2026'],
    ['12/2025', ['12/2026', '12/2026-2'], '12/2026-3'],
    ['2025 № 125', [], '2026 № 125'],
  ])('%s with %j taken: %s', (number, taken, expected) => {
    expect(followingNumber(number, 2025, 2026, candidate => taken.some(one => one === candidate))).toBe(expected);
  });

  test('never gives the old number or a taken one', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), fc.integer({ min: 2024, max: 2026 }), (number, year) => {
        const first = followingNumber(number, 2025, year, candidate => candidate === number);
        const second = followingNumber(number, 2025, year, candidate => [number, first].includes(candidate));
        expect(new Set([number, first, second]).size).toBe(3);
      }),
    );
  });
});
