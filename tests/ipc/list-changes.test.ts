import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFirm, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

async function students() {
  const first = await college.call('students.create', aStudent({ surname: 'Әлиев', town: 'Ақтөбе' }));
  const second = await college.call('students.create', aStudent({ surname: 'Бекова', town: 'Астана' }));
  return { first, second };
}

const townOf = async (id: string): Promise<string | null> => (await college.call('students.get', { id })).town;
const lines = (): number => college.app.db().value<number>('SELECT count(*) FROM audit') ?? 0;

test('a change is shown before it is made: old and new values, rows that stay, rows that are refused, and nothing is written', async () => {
  const { first, second } = await students();
  const before = lines();
  const preview = await college.call('lists.previewChange', {
    list: 'students',
    items: [
      { ...first, patch: { town: 'Астана' } },
      { ...second, patch: { town: 'Астана' } },
      { id: second.id, revision: 7, patch: { town: 'Алматы' } },
      { ...first, patch: { surname: '' } },
      { ...first, patch: { revision: 3 } },
    ],
  });
  expect([
    preview.rows.map(({ outcome, before: old, after, problem }) => ({ outcome, old, after, problem })),
    lines(),
    await townOf(first.id),
  ]).toEqual([
    [
      { outcome: 'changed', old: { town: 'Ақтөбе' }, after: { town: 'Астана' }, problem: null },
      { outcome: 'same', old: { town: 'Астана' }, after: { town: 'Астана' }, problem: null },
      {
        outcome: 'refused',
        old: { town: 'Астана' },
        after: { town: 'Алматы' },
        problem: { code: 'stale', params: { entity: 'student' }, fields: {} },
      },
      {
        outcome: 'refused',
        old: { surname: 'Әлиев' },
        after: { surname: '' },
        problem: { code: 'validation', params: {}, fields: { surname: 'required' } },
      },
      {
        outcome: 'refused',
        old: { revision: 1 },
        after: { revision: 3 },
        problem: { code: 'validation', params: {}, fields: { _: 'form' } },
      },
    ],
    before,
    'Ақтөбе',
  ]);
});

test('rows change as one batch, and one undo gives every old value back', async () => {
  const { first, second } = await students();
  const change = { list: 'students', items: [first, second].map(row => ({ ...row, patch: { town: 'Алматы' } })) };
  expect(await college.call('lists.change', change)).toEqual({ changed: 2 });
  const changed = [await townOf(first.id), await townOf(second.id)];
  const state = await college.call('history.state', {});
  await college.call('history.undo', {});
  expect([changed, state.undo?.label, await townOf(first.id), await townOf(second.id)]).toEqual([
    ['Алматы', 'Алматы'],
    { key: 'updatedMany', params: { count: 2 } },
    'Ақтөбе',
    'Астана',
  ]);
});

test('one row that cannot be changed leaves all of them as they were', async () => {
  const { first, second } = await students();
  const items = [
    { ...first, patch: { town: 'Алматы' } },
    { id: second.id, revision: second.revision + 1, patch: { town: 'Алматы' } },
  ];
  const result = await college.attempt('lists.change', { list: 'students', items });
  expect([result.ok ? null : result.error.code, await townOf(first.id)]).toEqual(['stale', 'Ақтөбе']);
});

test('what a rule warns of is told apart from what it refuses, and can be accepted for all rows', async () => {
  const { first } = await students();
  const items = [{ ...first, patch: { iin: '050101500011' } }];
  const [warned] = (await college.call('lists.previewChange', { list: 'students', items })).rows;
  const accepted = warned?.warnings ?? [];
  const [agreed] = (await college.call('lists.previewChange', { list: 'students', items, accepted })).rows;
  expect([warned?.outcome, accepted.length > 0, agreed?.outcome]).toEqual(['warned', true, 'changed']);
});

test('values that refer to records come with their names', async () => {
  const { first } = await students();
  const group = await college.call('groups.create', {
    code: 'АТ-21',
    specialtyId: null,
    qualificationId: null,
    course: 2,
    language: null,
    curator: null,
    active: true,
  });
  const items = [{ ...first, patch: { groupId: group.id } }];
  const preview = await college.call('lists.previewChange', { list: 'students', items });
  expect(preview.names).toEqual({ [group.id]: 'АТ-21' });
});

test('states keep their own commands: a placement cannot be moved by a bulk change', async () => {
  const { first } = await students();
  const firm = await college.call('firms.create', aFirm());
  const placement = await college.call('placements.create', aPlacement(first.id, firm.id));
  const items = [{ ...placement, patch: { state: 'completed' } }];
  const preview = await college.call('lists.previewChange', { list: 'placements', items });
  expect(preview.rows.map(row => row.outcome)).toEqual(['refused']);
});

test('rows are removed as one batch that one undo brings back, and none when one is in use', async () => {
  const { first, second } = await students();
  const firm = await college.call('firms.create', aFirm());
  expect(await college.call('lists.remove', { list: 'students', items: [first, second] })).toEqual({ removed: 2 });
  await college.call('history.undo', {});
  const found = await college.call('students.list', {});
  await college.call('placements.create', aPlacement(first.id, firm.id));
  const { rows } = await college.call('students.list', {});
  const items = rows.map(({ id, revision }) => ({ id, revision }));
  const refused = await college.attempt('lists.remove', { list: 'students', items });
  const left = await college.call('students.list', {});
  expect([found.total, refused.ok ? null : refused.error.code, left.total]).toEqual([2, 'inUse', 2]);
});

test('a list that cannot be changed in bulk is refused by name', async () => {
  const result = await college.attempt('lists.remove', { list: 'toString', items: [{ id: 'x', revision: 0 }] });
  expect(result.ok ? null : result.error.code).toBe('refused');
});
