import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFirm, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

const iin = '071014524150';
const shown = '07••••••••50';
let college: World;
let studentId: string;

beforeEach(async () => {
  college = world();
  const group = await college.call('groups.create', {
    code: '25ПО-11р',
    specialtyId: null,
    qualificationId: null,
    course: 1,
    language: null,
    curator: null,
    active: true,
  });
  const student = await college.call('students.create', aStudent({ iin, groupId: group.id }));
  studentId = student.id;
  await college.call('firms.create', aFirm({ nameRu: 'ИП «Нұр»', bin: '800603378319' }));
  await college.call('settings.update', { iinInLists: 'masked' });
});
afterEach(() => college.close());

/** Everything lists, pickers, the search and the history say, as one text. */
async function everywhere(): Promise<string> {
  const said = [
    await college.call('students.list', {}),
    await college.call('students.list', { search: '524150' }),
    await college.call('students.pick', { search: '524150' }),
    await college.call('firms.list', {}),
    await college.call('firms.pick', { search: 'Нұр' }),
    await college.call('firms.duplicates', {}),
    await college.call('search.all', { text: iin }),
    await college.call('search.named', { records: [{ entity: 'student', id: studentId }] }),
    await college.call('audit.list', {}),
  ];
  return JSON.stringify(said);
}

test('masked, no list, picker, search or history tells the whole IIN; it is still found by its digits, and the record keeps it', async () => {
  const said = await everywhere();
  expect([
    said.includes(iin),
    said.includes('800603378319'),
    said.includes(shown),
    said.includes('80••••••••19'),
  ]).toEqual([false, false, true, true]);
  const found = await college.call('students.list', { search: '524150' });
  expect([found.rows.map(row => row.iin), (await college.call('students.get', { id: studentId })).iin]).toEqual([
    [shown],
    iin,
  ]);
});

test('shown in full, they tell it again', async () => {
  await college.call('settings.update', { iinInLists: 'full' });
  expect((await everywhere()).includes(iin)).toBe(true);
});

test('a list that is written into a file says what the screen says', async () => {
  const columns = [{ key: 'iin', title: 'ИИН' }];
  const request = { list: 'students', search: '', columns, format: 'csv' } as const;
  const { path } = await college.call('lists.export', request);
  const written = readFileSync(path, 'utf8');
  expect([written.includes(shown), written.includes(iin)]).toEqual([true, false]);
});
