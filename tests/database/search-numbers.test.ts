import { afterAll, beforeAll, expect, test } from 'vitest';
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
