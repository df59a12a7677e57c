import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Depth, depthOf, depthRungs, nextRung, type RungsHeld } from '#shared/domain/depth-ladder.ts';
import { milestoneState } from '#shared/domain/milestones.ts';

const holding = (...held: readonly string[]): RungsHeld =>
  Object.fromEntries(depthRungs.map(rung => [rung, held.includes(rung)])) as RungsHeld;

test.each<[held: readonly string[], depth: Depth, next: string | null]>([
  [[], 'none', 'contact'],
  [['contact'], 'contact', 'memorandum'],
  [['contact', 'memorandum', 'practice'], 'practice', 'dual'],
  [['contact', 'practice', 'dual'], 'contact', 'memorandum'],
  [['memorandum', 'practice'], 'none', 'contact'],
  [['contact', 'memorandum', 'practice', 'dual', 'curriculum'], 'curriculum', 'hub'],
  [[...depthRungs], 'hub', null],
])('with %j the partnership is at «%s», and %s comes next', (held, depth, next) => {
  expect([depthOf(holding(...held)), nextRung(holding(...held))]).toEqual([depth, next]);
});

test('one rung more never makes a partnership shallower', () => {
  const order = ['none', ...depthRungs];
  fc.assert(
    fc.property(fc.subarray([...depthRungs]), fc.constantFrom(...depthRungs), (held, more) => {
      expect(order.indexOf(depthOf(holding(...held, more)))).toBeGreaterThanOrEqual(
        order.indexOf(depthOf(holding(...held))),
      );
    }),
  );
});

test.each([
  ['2025-11-20', null, 'open'],
  ['2025-11-19', null, 'late'],
  ['2025-11-20', '2025-11-20', 'done'],
  ['2025-11-19', '2025-11-20', 'doneLate'],
] as const)('a milestone due on %s and done on %s is %s', (dueOn, doneOn, state) => {
  expect(milestoneState({ dueOn, doneOn }, '2025-11-20')).toBe(state);
});
