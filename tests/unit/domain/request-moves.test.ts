import { expect, test } from 'vitest';
import { findMove, type RequestState, requestMoves, requestStates } from '#shared/domain/states.ts';

/** How each state may be left: `→` freely, `?` with a reason, `.` not at all. Columns are in the order of the states. */
const table: Readonly<Record<RequestState, string>> = {
  //                     sub rev app ach rej def imp eff
  submitted: '            .   →   .   .   ?   .   .   .',
  underReview: '          ?   .   →   →   ?   ?   .   .',
  approved: '             .   ?   .   .   .   .   →   .',
  approvedWithChanges: '  .   ?   .   .   .   .   →   .',
  rejected: '             .   ?   .   .   .   .   .   .',
  deferred: '             .   →   .   .   ?   .   .   .',
  implemented: '          .   .   ?   .   .   .   .   →',
  effectChecked: '        .   .   .   .   .   .   ?   .',
};

const cells = requestStates.flatMap(from =>
  table[from]
    .trim()
    .split(/\s+/u)
    .map((mark, index) => [from, requestStates[index] ?? from, mark] as const),
);

test('the table has a cell for every pair of states', () => {
  expect(cells.length).toBe(requestStates.length ** 2);
});

test.each(cells.filter(([, , mark]) => mark === '.'))('a request cannot go from «%s» to «%s»', (from, to) => {
  expect(findMove(requestMoves, from, to)).toBeUndefined();
});

test.each(cells.filter(([, , mark]) => mark !== '.'))('a request goes from «%s» to «%s» (%s)', (from, to, mark) => {
  expect(findMove(requestMoves, from, to)).toEqual({ to, needsReason: mark === '?' });
});
