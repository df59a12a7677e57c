import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchingIds } from '#main/database/list-query.ts';
import { aContact, aFirm, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let student: string;
let firm: string;
let contact: string;
beforeAll(async () => {
  college = world();
  student = (
    await college.call(
      'students.create',
      aStudent({ surname: 'Әбілқасымов', givenName: 'Жәнібек', iin: '070915540009', phone: '+77057257551' }),
    )
  ).id;
  await college.call('students.create', aStudent({ surname: 'Ли', phone: '+77771112233' }));
  firm = (await college.call('firms.create', aFirm({ bin: '971240001315', phone: '+77172742424' }))).id;
  contact = (await college.call('contacts.create', aContact(firm, { phone: '+77015550199' }))).id;
});
afterAll(() => college.close());

test.each([
  ['the last four digits of the phone', '7551'],
  ['the last digits with dashes', '725-75-51'],
  ['the middle of the phone', '5725'],
  ['the phone as it is dialled at home', '8 705 725'],
  ['the phone as it is dialled from abroad', '+7 (705) 725 75 51'],
  ['the end of the IIN', '540009'],
  ['the middle of the IIN', '9155'],
  ['the beginning of the IIN', '0709'],
  ['the surname on a Russian keyboard', 'Абилкасымов'],
  ['the surname in Kazakh letters', 'әбілқасым'],
  ['the given name without Kazakh letters', 'жанибек абилк'],
])('a student is found by %s: «%s»', async (_what, search) => {
  expect(await college.call('students.ids', { search })).toEqual([student]);
});

test('firms and their people are found by a part of a number too, and everything from the one search field', async () => {
  const all = async (text: string): Promise<unknown> =>
    (await college.call('search.all', { text, limit: 10 })).map(hit => hit.id);
  expect([
    await college.call('firms.ids', { search: '0013' }),
    await college.call('firms.ids', { search: '42424' }),
    await college.call('contacts.ids', { search: '0199' }),
    await all('7551'),
    await all('0199'),
    await all('971240001315'),
  ]).toEqual([[firm], [firm], [contact], [student], [contact], [firm]]);
});

test('three digits are too few to look inside numbers, and a number nobody has finds nobody', async () => {
  expect([
    await college.call('students.ids', { search: '551' }),
    await college.call('students.ids', { search: '99999' }),
    await college.call('search.all', { text: '99999', limit: 10 }),
  ]).toEqual([[], [], []]);
});

test('every page says how many are found, be it full, the last, or beyond the end', async () => {
  const totals: [number, number][] = [];
  for (const [offset, limit] of [
    [0, 1],
    [1, 1],
    [0, 2],
    [0, 3],
    [1, 3],
    [2, 3],
    [9, 3],
  ] as const) {
    const { rows, total } = await college.call('students.list', { offset, limit });
    totals.push([rows.length, total]);
  }
  expect(totals).toEqual([
    [1, 2],
    [1, 2],
    [2, 2],
    [2, 2],
    [1, 2],
    [0, 2],
    [0, 2],
  ]);
});

test('a part of a number is looked for in the index that holds the numbers alone, not in the records', () => {
  const db = college.app.db();
  const plans = (['student', 'firm'] as const).map(entity => {
    const found = matchingIds(entity, '7551');
    return db
      .all<{ detail: string }>(
        `EXPLAIN QUERY PLAN SELECT id FROM ${entity} WHERE id IN (${found?.sql})`,
        ...(found?.values ?? []),
      )
      .map(({ detail }) => detail)
      .filter(detail => detail.startsWith(`SCAN ${entity}`));
  });
  expect(plans).toEqual([
    ['SCAN student USING COVERING INDEX student_numbers'],
    ['SCAN firm USING COVERING INDEX firm_numbers'],
  ]);
});

test('an edit that changes no searched word leaves the index alone, and one that does is found by it at once', async () => {
  const db = college.app.db();
  const { run } = db;
  const written: string[] = [];
  Object.assign(db, {
    run: (sql: string, ...values: unknown[]) => {
      if (sql.includes('search_')) written.push(sql.split(' ').slice(0, 4).join(' '));
      return run(sql, ...values);
    },
  });
  const { revision } = await college.call('students.get', { id: student });
  const noted = await college.call('students.update', { id: student, revision, patch: { notes: 'Приходил' } });
  expect(written).toEqual([]);
  await college.call('students.update', { id: student, revision: noted.revision, patch: { phone: '+77051119988' } });
  Object.assign(db, { run });
  expect(written).not.toEqual([]);
  expect(await college.call('students.ids', { search: '77051119988' })).toEqual([student]);
  expect(await college.call('students.ids', { search: '7551' })).toEqual([]);
  await college.call('history.undo', {});
  expect(await college.call('students.ids', { search: '7551' })).toEqual([student]);
});
