import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divide, makeWhole, splitWeek } from '#shared/domain/shares.ts';

const weights = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 });
const hundredths = (hours: number): number => Math.round(hours * 100);

test('parts of whole hours add up to the whole, whatever the shares', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), weights, (whole, shares) => {
      const parts = divide(whole, shares);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
      expect(parts.every(part => Number.isInteger(part) && part >= 0)).toBe(true);
    }),
  );
});

test('each part is less than one step away from its exact share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), weights, (whole, shares) => {
      const all = shares.reduce((sum, share) => sum + share, 0);
      divide(whole, shares).forEach((part, index) => {
        expect(Math.abs(part - (whole * (shares[index] ?? 0)) / all)).toBeLessThanOrEqual(1);
      });
    }),
  );
});

test('the weeks of a split add up to the week, day by day to the hundredth of an hour', () => {
  const day = fc.integer({ min: 0, max: 2400 }).map(value => value / 100);
  fc.assert(
    fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), weights, (week, shares) => {
      const parts = splitWeek(week, shares);
      week.forEach((hours, index) => {
        expect(parts.reduce((sum, part) => sum + hundredths(part[index] ?? 0), 0)).toBe(hundredths(hours));
      });
    }),
  );
});

test('seventy and thirty per cent of a six-hour week are 4.2 and 1.8 hours a day', () => {
  expect(splitWeek([6, 6, 6, 6, 6, 0, 0], [70, 30])).toEqual([
    [4.2, 4.2, 4.2, 4.2, 4.2, 0, 0],
    [1.8, 1.8, 1.8, 1.8, 1.8, 0, 0],
  ]);
});

test('thirds to the hundredth of a per cent make a whole, a lost hundredth does not', () => {
  expect([makeWhole([33.33, 33.33, 33.34]), makeWhole([33.33, 33.33, 33.33]), makeWhole([70, 30])]).toEqual([
    true,
    false,
    true,
  ]);
});

test('a share below nothing is refused', () => {
  expect(() => divide(10, [150, -50])).toThrow(RangeError);
  expect(() => divide(10, [0, 0])).toThrow(RangeError);
});
