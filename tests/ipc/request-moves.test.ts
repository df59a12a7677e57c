import { afterEach, beforeEach, expect, test } from 'vitest';
import { findMove, type RequestState, requestMoves, requestStates } from '#shared/domain/states.ts';
import { aFirm, aRequest } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

/** A way from the first state to each of the others. */
const roads: Readonly<Record<RequestState, readonly RequestState[]>> = {
  submitted: [],
  underReview: ['underReview'],
  approved: ['underReview', 'approved'],
  approvedWithChanges: ['underReview', 'approvedWithChanges'],
  rejected: ['rejected'],
  deferred: ['underReview', 'deferred'],
  implemented: ['underReview', 'approved', 'implemented'],
  effectChecked: ['underReview', 'approved', 'implemented', 'effectChecked'],
};

test('every move that the states forbid is refused, and the request stays as it was', async () => {
  const firm = await college.call('firms.create', aFirm());
  const refused: string[] = [];
  const wanted: string[] = [];
  for (const from of requestStates) {
    let request = await college.call('requests.create', aRequest(firm.id, { number: `№ ${from}` }));
    for (const to of roads[from]) {
      await college.call('requests.move', { items: [request], to, reason: 'По делу' });
      const { id, revision } = await college.call('requests.get', { id: request.id });
      request = { id, revision };
    }
    for (const to of requestStates.filter(state => findMove(requestMoves, from, state) === undefined)) {
      wanted.push(`${from} → ${to}`);
      const result = await college.attempt('requests.move', { items: [request], to, reason: 'По делу' });
      const { state, revision } = await college.call('requests.get', { id: request.id });
      if (!result.ok && result.error.code === 'refused' && state === from && revision === request.revision)
        refused.push(`${from} → ${to}`);
    }
  }
  expect(refused).toEqual(wanted);
});

test('a move that needs a reason is not made without one', async () => {
  const firm = await college.call('firms.create', aFirm());
  const request = await college.call('requests.create', aRequest(firm.id));
  const result = await college.attempt('requests.move', { items: [request], to: 'rejected' });
  expect(result).toMatchObject({ ok: false, error: { code: 'validation', fields: { reason: 'required' } } });
});
