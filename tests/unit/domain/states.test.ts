import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import type { AgreementFacts } from '#shared/domain/states.ts';
import {
  agreementState,
  findMove,
  placementMoves,
  placementStates,
  requestMoves,
  requestStates,
} from '#shared/domain/states.ts';
import { createTranslator } from '#shared/text/index.ts';

const today = '2026-03-10';
const signed: AgreementFacts = {
  stage: 'signed',
  signedOn: '2025-09-01',
  startsOn: '2025-09-01',
  endsOn: '2027-08-31',
  terminatedOn: null,
  renewed: false,
};

describe.each([
  ['placements', placementMoves, placementStates],
  ['requests', requestMoves, requestStates],
] as const)('moves of %s', (_, moves, states) => {
  const table = moves as Readonly<Record<string, readonly { to: string; needsReason: boolean }[]>>;
  const order = states as readonly string[];

  test('lead only to known states, each once, never to the same state', () => {
    for (const [from, list] of Object.entries(table)) {
      const targets = list.map(move => move.to);
      expect(order).toContain(from);
      expect(targets.filter(to => !order.includes(to) || to === from)).toEqual([]);
      expect(new Set(targets).size).toBe(targets.length);
    }
  });

  test('reach every state from the first, and every state can be left, so that nothing is a trap', () => {
    const reached = new Set([order[0] ?? '']);
    for (const state of reached) for (const move of table[state] ?? []) reached.add(move.to);
    expect([...reached].toSorted()).toEqual([...order].toSorted());
    expect(order.filter(state => (table[state] ?? []).length === 0)).toEqual([]);
  });
});

test('a placement goes forward without and backward only with a reason', () => {
  const road = ['planned', 'offered', 'confirmed', 'ordered', 'started', 'completed'] as const;
  for (const [index, from] of road.entries()) {
    const to = road[index + 1];
    if (to === undefined) continue;
    expect(findMove(placementMoves, from, to)?.needsReason).toBe(false);
    expect(findMove(placementMoves, to, from)?.needsReason).toBe(true);
  }
  expect(findMove(placementMoves, 'interrupted', 'started')?.needsReason).toBe(false);
  expect(findMove(placementMoves, 'planned', 'completed')).toBeUndefined();
});

test('a request is rejected, deferred or taken back only with a reason', () => {
  for (const to of ['rejected', 'deferred', 'submitted'] as const) {
    expect(findMove(requestMoves, 'underReview', to)?.needsReason).toBe(true);
  }
  expect(findMove(requestMoves, 'submitted', 'implemented')).toBeUndefined();
  expect(findMove(requestMoves, 'implemented', 'approved')?.needsReason).toBe(true);
});

describe('agreementState', () => {
  test.each([
    ['a signed agreement', {}, 'inForce'],
    ['an open-ended agreement', { endsOn: null }, 'inForce'],
    ['91 days before the end', { endsOn: addDays(today, 91) }, 'inForce'],
    ['90 days before the end', { endsOn: addDays(today, 90) }, 'expiring'],
    ['on the last day', { endsOn: today }, 'expiring'],
    ['the day after the end', { endsOn: addDays(today, -1) }, 'expired'],
    ['after the end, renewed', { endsOn: addDays(today, -1), renewed: true }, 'renewed'],
    ['before the start', { startsOn: addDays(today, 1) }, 'notStarted'],
    ['on the first day', { startsOn: today }, 'inForce'],
    ['signed later, no start given', { startsOn: null, signedOn: addDays(today, 1) }, 'notStarted'],
    ['a draft past its end', { stage: 'draft', endsOn: '2020-01-01' }, 'draft'],
    ['sent', { stage: 'sent' }, 'sent'],
    ['partly signed', { stage: 'partlySigned' }, 'partlySigned'],
    ['cancelled', { stage: 'cancelled' }, 'cancelled'],
    ['terminated', { stage: 'terminated', terminatedOn: today }, 'terminated'],
    ['terminated without a date', { stage: 'terminated' }, 'terminated'],
    ['termination still ahead', { stage: 'terminated', terminatedOn: addDays(today, 1) }, 'inForce'],
  ] as const)('%s: %#', (_, facts, expected) => {
    expect(agreementState({ ...signed, ...facts }, today)).toBe(expected);
  });

  test('the warning time is the officer’s choice', () => {
    const facts = { ...signed, endsOn: addDays(today, 40) };
    expect(agreementState(facts, today, 30)).toBe('inForce');
    expect(agreementState(facts, today, 40)).toBe('expiring');
  });

  test('a signed agreement only ever moves forward in time', () => {
    const rank = { notStarted: 0, inForce: 1, expiring: 2, expired: 3 } as Record<string, number>;
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), fc.nat(400), (day, later, length) => {
        const facts = { ...signed, endsOn: addDays(signed.startsOn ?? today, length) };
        const first = addDays('2025-06-01', Math.min(day, later));
        const second = addDays('2025-06-01', Math.max(day, later));
        expect(rank[agreementState(facts, first)]).toBeLessThanOrEqual(rank[agreementState(facts, second)] ?? -1);
      }),
    );
  });
});

test('every state has its word in the three languages', () => {
  for (const language of ['kk', 'ru', 'en'] as const) {
    const t = createTranslator(language);
    const keys = [
      ...placementStates.map(state => `states.placement.${state}`),
      ...requestStates.map(state => `states.request.${state}`),
    ];
    expect(keys.filter(key => !t.has(key))).toEqual([]);
  }
});
