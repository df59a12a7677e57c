import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, deviationOf, differenceOf } from '#shared/domain/report-variance.ts';

type Change = readonly [now: number | null, before: number | null, kind: string, by?: number];
const changes: readonly Change[] = [
  [12, 10, 'more', 2],
  [10, 12, 'less', 2],
  [0, 0, 'same'],
  [60.3, 60.1, 'more', 0.2],
  [null, 4, 'unknown'],
  [4, null, 'unknown'],
];
test.each(changes.map(change => [change] as const))('the change and how large it is: %j', ([now, before, kind, by]) => {
  expect(changeOf(now, before)).toEqual(by === undefined ? { kind } : { kind, by });
});

type Deviation = readonly [number | null, number, 'atLeast' | 'atMost', string, number?];
const deviations: readonly Deviation[] = [
  [10, 10, 'atLeast', 'met'],
  [12, 10, 'atLeast', 'above', 2],
  [9.5, 10, 'atLeast', 'below', 0.5],
  [10, 10, 'atMost', 'met'],
  [3, 10, 'atMost', 'met'],
  [11, 10, 'atMost', 'over', 1],
  [null, 10, 'atLeast', 'unknown'],
];
test.each(deviations.map(deviation => [deviation] as const))(
  'the figure, its target and how it stands to it: %j',
  ([value, target, direction, kind, by]) => {
    expect(deviationOf(value, { value: target, direction })).toEqual(by === undefined ? { kind } : { kind, by });
  },
);

test('a change and its signed difference agree for any two figures', () => {
  const figure = fc.integer({ min: -10_000, max: 10_000 }).map(tenths => tenths / 10);
  fc.assert(
    fc.property(figure, figure, (now, before) => {
      const change = changeOf(now, before);
      const by = 'by' in change ? change.by : 0;
      expect(differenceOf(now, before)).toBeCloseTo(change.kind === 'less' ? -by : by, 6);
    }),
  );
});
