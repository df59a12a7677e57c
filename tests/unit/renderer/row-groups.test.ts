import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridSlots, type RowGroup } from '#renderer/ui/row-groups.ts';

const group = (title: string, count: number, folded = false): RowGroup => ({ key: title, title, count, folded });
const shownBy = (slots: ReturnType<typeof gridSlots>): (string | number)[] =>
  Array.from({ length: slots.count }, (_, place) => {
    const slot = slots.at(place);
    return slot.kind === 'heading' ? slot.group.title : slot.index;
  });

test.each([
  ['open', false, ['A', 0, 1, 'B', 2, 3, 4, 'C', 5]],
  ['folded', true, ['A', 0, 1, 'B', 'C', 5]],
] as const)(
  'headings stand before the first row of their group, and rows keep their numbers, %s',
  (_, folded, shown) => {
    expect(shownBy(gridSlots(6, [group('A', 2), group('B', 3, folded), group('C', 1)]))).toEqual(shown);
  },
);

test('a row of a folded group is found at its heading, and a paste ends before it', () => {
  const slots = gridSlots(9, [group('A', 2), group('B', 2), group('C', 3, true), group('D', 2)]);
  expect([slots.of(5), slots.headingOf(4), slots.headingOf(6), slots.count]).toEqual([6, 3, 6, 10]);
  expect([slots.room(1), slots.room(5), slots.room(7)]).toEqual([3, 0, 2]);
});

test('without groups a row stands at its own number', () => {
  const slots = gridSlots(3);
  expect([slots.count, slots.of(2), slots.at(2), slots.headingOf(2), slots.room(1)]).toEqual([
    3,
    2,
    { kind: 'row', index: 2 },
    undefined,
    2,
  ]);
});

test('every row of an open group is found at the place it is given, whatever the groups', () => {
  const someGroups = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(someGroups, fc.nat(20), (drawn, extra) => {
      const groups = drawn.map(([count, folded], place) => group(String(place), count, folded));
      const total = groups.reduce((sum, { count }) => sum + count, extra);
      const slots = gridSlots(total, groups);
      const owner = groups.flatMap(({ count, folded }) => Array.from({ length: count }, () => folded));
      const open = Array.from({ length: total }, (_, index) => index).filter(
        index => (owner[index] ?? groups.at(-1)?.folded) !== true,
      );
      expect(open.map(index => slots.at(slots.of(index)))).toEqual(open.map(index => ({ kind: 'row', index })));
      expect(shownBy(slots).filter(shown => typeof shown === 'string')).toEqual(groups.map(({ title }) => title));
      expect(slots.count).toBe(open.length + groups.length);
    }),
  );
});
