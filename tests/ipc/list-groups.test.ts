import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { groupFields } from '#shared/contract/list-groups.ts';
import { placementStates } from '#shared/domain/states.ts';
import { aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeAll(async () => {
  college = world();
  await college.call('app.begin', { with: 'sample', language: 'ru' });
});
afterAll(() => college.close());

type Row = Readonly<Record<string, unknown>>;
const groupings = Object.entries(groupFields).flatMap(([list, fields]) => fields.map(field => ({ list, field })));
const listOf = (list: string) => `${list}.list` as 'placements.list';

test.each(groupings)(
  '$list stand together by $field, each group in one piece, counted and added up',
  async ({ list, field }) => {
    const rows: Row[] = [];
    const { groups = [], total } = await college.call(listOf(list), { group: field, limit: 1 });
    for (let offset = 0; offset < total; offset += 500)
      rows.push(...(await college.call(listOf(list), { group: field, offset, limit: 500 })).rows);
    let first = 0;
    const values = groups.map(({ count, row, sums }) => {
      const members = rows.slice(first, first + count);
      first += count;
      expect([...new Set(members.map(each => each[field]))]).toEqual([(row as Row)[field]]);
      const added = Object.keys(sums).map(key => [key, members.reduce((sum, each) => sum + Number(each[key] ?? 0), 0)]);
      expect(sums).toEqual(Object.fromEntries(added));
      return (row as Row)[field];
    });
    expect([first, new Set(values).size]).toEqual([total, values.length]);
  },
);

test('placements are added up by their hours, agreements by what was agreed', async () => {
  const keys = async (list: 'placements.list' | 'agreements.list') =>
    Object.keys((await college.call(list, { group: 'firmName', limit: 1 })).groups?.[0]?.sums ?? {});
  expect([await keys('placements.list'), await keys('agreements.list')]).toEqual([
    ['hoursPlanned'],
    ['places', 'amendments', 'placements'],
  ]);
});

test('rows have every field their list is grouped by', () => {
  const known = ({ list, field }: (typeof groupings)[number]): boolean =>
    Object.hasOwn(contract[listOf(list)].output.shape.rows.element.shape, field);
  expect(groupings.filter(grouping => !known(grouping))).toEqual([]);
});

test('groups follow the order of their kind, rows without a value come last, and rows keep the order asked for', async () => {
  const { groups = [], rows } = await college.call('placements.list', {
    group: 'state',
    sort: { field: 'endsOn', direction: 'asc' },
    limit: 500,
  });
  const states = groups.map(group => group.row.state);
  expect(states).toEqual(placementStates.filter(state => states.includes(state)));
  const ends = rows.slice(0, groups[0]?.count).map(row => row.endsOn);
  expect(ends).toEqual(ends.toSorted());
  await college.call('students.create', aStudent({ groupId: null }));
  const groupless = (await college.call('students.list', { group: 'groupCode', limit: 1 })).groups ?? [];
  expect(groupless.findIndex(group => group.row.groupCode === null)).toBe(groupless.length - 1);
});

test('the direction of a sort by the same field turns the groups round', async () => {
  const order = async (direction: 'asc' | 'desc') =>
    ((await college.call('firms.list', { group: 'city', sort: { field: 'city', direction } })).groups ?? [])
      .map(group => group.row.city)
      .filter(city => city !== null);
  expect(await order('desc')).toEqual((await order('asc')).toReversed());
});

test('a field that a list does not group by leaves the rows as they are', async () => {
  const plain = await college.call('firms.list', {});
  expect(await college.call('firms.list', { group: 'constructor' })).toEqual(plain);
});
