import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridSlots } from '#renderer/ui/row-groups.ts';

test('headings stand before the first row of their group, and rows keep their numbers', () => {
  const slots = gridSlots(5, [
    { title: 'A', count: 2 },
    { title: 'B', count: 3 },
  ]);
  const shown = Array.from({ length: slots.count }, (_, slot) => slots.at(slot));
  expect(shown.map(slot => (slot.kind === 'heading' ? slot.group.title : slot.index))).toEqual([
    'A',
    0,
    1,
    'B',
    2,
    3,
    4,
  ]);
});

test('without groups a row stands at its own number', () => {
  const slots = gridSlots(3);
  expect([slots.count, slots.of(2), slots.at(2)]).toEqual([3, 2, { kind: 'row', index: 2 }]);
});

test('every row is found at the place it is given, whatever the groups', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }), fc.nat(20), (counts, extra) => {
      const total = counts.reduce((sum, count) => sum + count, 0) + extra;
      const slots = gridSlots(
        total,
        counts.map((count, place) => ({ title: String(place), count })),
      );
      const places = Array.from({ length: total }, (_, index) => slots.of(index));
      expect(places.map(place => slots.at(place))).toEqual(places.map((_, index) => ({ kind: 'row', index })));
      const headings = Array.from({ length: slots.count }, (_, slot) => slots.at(slot)).filter(
        slot => slot.kind === 'heading',
      );
      expect(headings.length).toBe(counts.length);
    }),
  );
});
