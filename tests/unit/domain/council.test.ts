import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  canDecide,
  contradictsVotes,
  councilDecisions,
  hasTooManyVotes,
  holdsMandate,
  needsExplanation,
} from '#shared/domain/council.ts';
import { ageingOf, openStates } from '#shared/domain/request-ageing.ts';
import { requestStates } from '#shared/domain/states.ts';

const votes = (votesFor: number | null, votesAgainst: number | null, votesAbstained: number | null) => ({
  votesFor,
  votesAgainst,
  votesAbstained,
});

test.each([
  ['approved', votes(3, 1, 0), false],
  ['approved', votes(1, 1, 0), true],
  ['approvedWithChanges', votes(0, 0, 5), true],
  ['approvedWithChanges', votes(1, null, 5), false],
  ['rejected', votes(1, 2, 0), false],
  ['rejected', votes(2, 1, 0), true],
  ['deferred', votes(2, 1, 0), false],
  ['approved', votes(null, null, null), false],
] as const)('%s with %o contradicts the votes: %s', (decision, cast, expected) => {
  expect(contradictsVotes(decision, cast)).toBe(expected);
});

test('votes exceed the members present only where both are written down', () => {
  expect([
    hasTooManyVotes(votes(2, 1, 1), 4),
    hasTooManyVotes(votes(3, 1, 1), 4),
    hasTooManyVotes(votes(9, 0, 0), 0),
    hasTooManyVotes(votes(null, null, null), 1),
  ]).toEqual([false, true, false, false]);
});

test('only a refusal and a delay have to be explained', () => {
  expect(councilDecisions.filter(needsExplanation)).toEqual(['rejected', 'deferred']);
});

test('a first decision needs a request under review; a correction one that stands as these minutes left it', () => {
  const table = requestStates.flatMap(state =>
    [null, ...councilDecisions].flatMap(decision =>
      ['3', '4'].map(minuteNumber => ({ state, decision, minuteNumber })),
    ),
  );
  const open = table.filter(({ state, decision, minuteNumber }) =>
    canDecide({ state, minuteNumber }, { decision, minuteNumber: '3' }),
  );
  expect(open).toEqual([
    { state: 'underReview', decision: null, minuteNumber: '3' },
    { state: 'underReview', decision: null, minuteNumber: '4' },
    { state: 'approved', decision: 'approved', minuteNumber: '3' },
    { state: 'approvedWithChanges', decision: 'approvedWithChanges', minuteNumber: '3' },
    { state: 'rejected', decision: 'rejected', minuteNumber: '3' },
    { state: 'deferred', decision: 'deferred', minuteNumber: '3' },
  ]);
});

test('a mandate holds from its first to its last day, and without end where none is given', () => {
  const on = '2025-11-18';
  const table: readonly (readonly [string | null, string | null, boolean])[] = [
    [null, null, true],
    ['2025-11-18', null, true],
    ['2025-11-19', null, false],
    [null, '2025-11-18', true],
    [null, '2025-11-17', false],
  ];
  expect(table.map(([fromOn, toOn]) => holdsMandate({ fromOn, toOn }, on))).toEqual(table.map(row => row[2]));
});

test('an open request ages with its days and never becomes younger; a settled one does not age', () => {
  const order = ['fresh', 'waiting', 'overdue'];
  fc.assert(
    fc.property(fc.constantFrom(...requestStates), fc.nat(400), fc.nat(400), (state, days, more) => {
      const ages = [ageingOf(state, days), ageingOf(state, days + more)];
      if (!openStates.includes(state)) expect(ages).toEqual(['settled', 'settled']);
      else expect(order.indexOf(ages[0] ?? '')).toBeLessThanOrEqual(order.indexOf(ages[1] ?? ''));
    }),
  );
  expect([15, 16, 30, 31].map(days => ageingOf('underReview', days))).toEqual([
    'fresh',
    'waiting',
    'waiting',
    'overdue',
  ]);
});
