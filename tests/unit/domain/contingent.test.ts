import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closedState, offeredStep } from '#shared/domain/contingent.ts';
import { findMove, placementMoves, placementStates } from '#shared/domain/states.ts';

test.each([
  [{ course: 1, lastCourse: 4, movedOn: null }, 'up'],
  [{ course: 3, lastCourse: 4, movedOn: null }, 'up'],
  [{ course: 4, lastCourse: 4, movedOn: null }, 'graduate'],
  [{ course: 3, lastCourse: 3, movedOn: null }, 'graduate'],
  [{ course: 5, lastCourse: 4, movedOn: null }, 'graduate'],
  [{ course: null, lastCourse: 4, movedOn: null }, 'stay'],
  [{ course: 2, lastCourse: 4, movedOn: '2025-07-01' }, 'stay'],
] as const)('%o is offered «%s»', (group, step) => {
  expect(offeredStep(group)).toBe(step);
});

test('whatever becomes of an open placement is a move that its state allows, and what has ended is left alone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...placementStates), fc.constantFrom('keep', 'end', 'interrupt'), (state, how) => {
      const to = closedState(state, how);
      const over = ['completed', 'endedEarly', 'didNotStart'].includes(state);
      return to === null ? true : !over && how !== 'keep' && findMove(placementMoves, state, to) !== undefined;
    }),
  );
  expect(placementStates.map(state => closedState(state, 'end'))).toEqual([
    'didNotStart',
    'didNotStart',
    'didNotStart',
    'didNotStart',
    'endedEarly',
    'endedEarly',
    null,
    null,
    null,
  ]);
});
