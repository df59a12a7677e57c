import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, type Route, routeOf, screenNames } from '#renderer/state/routes.ts';

test('every place survives the way into the address and back', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' });
  const route: fc.Arbitrary<Route> = fc.record(
    {
      area: fc.constantFrom(...screenNames),
      id: fc.uuid(),
      tab: text,
      full: fc.constant(true),
      filter: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text)), {
        noNullPrototype: true,
      }),
      title: text,
      from: fc.constantFrom('report' as const, 'record' as const),
    },
    { requiredKeys: ['area'] },
  ) as fc.Arbitrary<Route>;
  fc.assert(
    fc.property(route, place => {
      expect(routeOf(hashOf(place))).toEqual(place);
    }),
  );
});

test('a damaged filter opens the list without it', () => {
  expect(routeOf('#/agreements?filter=%7Bbroken&title=x')).toEqual({ area: 'agreements', title: 'x' });
});

test('an address that names no screen names no place', () => {
  expect([routeOf(''), routeOf('#/nowhere'), routeOf('#//id')]).toEqual([null, null, null]);
});
