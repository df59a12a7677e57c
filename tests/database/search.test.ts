import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold } from '#shared/domain/folding.ts';
import { aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeAll(async () => {
  college = world();
  await college.call('app.begin', { with: 'sample', language: 'ru' });
});
afterAll(() => college.close());

type Named = { readonly id: string; readonly name: string };
const students = (): Named[] =>
  college.app
    .db()
    .all<Named>(`SELECT id, surname || ' ' || given_name || ' ' || ifnull(patronymic, '') AS name FROM student`);
const firms = (): Named[] => college.app.db().all<Named>("SELECT id, name_ru || ' ' || name_kk AS name FROM firm");

/** What reading every record finds: each word of the query begins a word of the name, letters compared as plain ones. */
const expected = (records: readonly Named[], query: string): string[] => {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  return records
    .filter(record => {
      const own = fold(record.name).split(/[^\p{L}\p{N}]+/u);
      return words.every(word => own.some(part => part.startsWith(word)));
    })
    .map(record => record.id)
    .toSorted();
};

const foundStudents = async (search: string): Promise<string[]> =>
  (await college.call('students.ids', { search })).toSorted();
const foundFirms = async (search: string): Promise<string[]> =>
  (await college.call('firms.ids', { search })).toSorted();

const plain = 'ә>а ғ>г қ>к ң>н ө>о ұ>у ү>у һ>х і>и ё>е й>и'.split(' ').map(pair => pair.split('>') as [string, string]);
/** How somebody types a name on a Russian keyboard. */
const typedPlainly = (text: string): string =>
  plain.reduce((typed, [letter, instead]) => typed.replaceAll(letter, instead), text.toLowerCase());

test('every student is found by surname and given name, as written and as typed on a Russian keyboard', async () => {
  const lost: string[] = [];
  for (const { id, name } of students()) {
    const [surname = '', given = ''] = name.split(' ');
    for (const query of [
      `${surname} ${given}`,
      typedPlainly(`${surname} ${given}`),
      `${given} ${surname}`.toUpperCase(),
    ])
      if (!(await foundStudents(query)).includes(id)) lost.push(`${query} → ${name}`);
  }
  expect(lost).toEqual([]);
});

test('the beginnings of words find exactly what reading all names finds', async () => {
  const all = students();
  const surprises: string[] = [];
  for (const query of [
    'а',
    'құ',
    'ку',
    'ахм',
    'ӘЛІ',
    'али',
    'ерасыл қ',
    'сер ұ',
    'ёл',
    'ел',
    'юр',
    'мұқа',
    'жиһ',
    'жих',
  ]) {
    const [found, wanted] = [await foundStudents(query), expected(all, query)];
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      surprises.push(`${query}: ${found.length} for ${wanted.length}`);
  }
  expect(surprises).toEqual([]);
});

test('a firm is found in both languages, with and without Kazakh letters, whatever the quotes', async () => {
  const all = firms();
  const surprises: string[] = [];
  for (const query of [
    'дәнекер',
    'данекер',
    'ДӘНЕКЕР',
    '«дәнекер»',
    'көктас',
    'коктас',
    'жиһаз',
    'жихаз',
    'ұшқын',
    'ушкын',
    'шахта ынт',
  ]) {
    const [found, wanted] = [await foundFirms(query), expected(all, query.replaceAll(/[«»]/gu, ''))];
    if (wanted.length === 0 || JSON.stringify(found) !== JSON.stringify(wanted))
      surprises.push(`${query}: ${found.length} for ${wanted.length}`);
  }
  expect(surprises).toEqual([]);
});

test('the look-alike Latin letters of a careless keyboard find the Cyrillic name', async () => {
  const latin = 'Сарыарка'.replaceAll('С', 'C').replaceAll('а', 'a').replaceAll('р', 'p');
  expect(await foundFirms(latin)).toEqual(await foundFirms('Сарыарка'));
  expect(await foundFirms(latin)).toHaveLength(1);
});

test('every number an officer may have at hand leads to its record', async () => {
  const db = college.app.db();
  const firm = db.get<{ id: string; bin: string; phone: string }>(
    'SELECT id, bin, phone FROM firm ORDER BY bin LIMIT 1',
  );
  const student = db.get<{ id: string; iin: string; phone: string }>('SELECT id, iin, phone FROM student LIMIT 1');
  const agreement = db.get<{ id: string; number: string }>('SELECT id, number FROM agreement LIMIT 1');
  const ids = async (text: string): Promise<string[]> =>
    (await college.call('search.all', { text, limit: 50 })).map(hit => hit.id);
  expect([
    (await ids(firm?.bin ?? '')).includes(firm?.id ?? ''),
    (await ids((firm?.bin ?? '').slice(0, 9))).includes(firm?.id ?? ''),
    (await ids((firm?.phone ?? '').slice(1))).includes(firm?.id ?? ''),
    (await ids(student?.iin ?? '')).includes(student?.id ?? ''),
    (await ids((student?.phone ?? '').slice(1))).includes(student?.id ?? ''),
    (await ids(agreement?.number ?? '')).includes(agreement?.id ?? ''),
  ]).toEqual([true, true, true, true, true, true]);
});

test('text that means something to the search engine is only text', async () => {
  const results = await Promise.all(
    ['"', '*', 'а" OR "б', 'NEAR(а б)', 'kind:firm', '-а', '(', '^а', "'; DROP TABLE firm; --", '%', '_'].map(text =>
      college.attempt('search.all', { text }),
    ),
  );
  expect([results.every(result => result.ok), firms().length]).toEqual([true, 40]);
});

test('a record that was renamed is found by its new name only, one that was removed not at all', async () => {
  const { id, revision } = await college.call('specialties.create', {
    code: '07110100',
    nameRu: 'Щелочное производство',
    nameKk: null,
    practiceHours: null,
    validFrom: null,
    validTo: null,
  });
  const hits = async (text: string): Promise<number> =>
    (await college.call('search.all', { text })).filter(hit => hit.id === id).length;
  const made = await hits('щелочн');
  const renamed = await college.call('specialties.update', {
    id,
    revision,
    patch: { nameRu: 'Кислотное производство' },
  });
  const after = [await hits('щелочн'), await hits('кислотн')];
  await college.call('specialties.remove', renamed);
  expect([made, after, await hits('кислотн')]).toEqual([1, [0, 1], 0]);
});

test('a firm that is asked for by name comes before the people and agreements that mention it', async () => {
  const surprises: string[] = [];
  for (const { id, name } of firms().slice(0, 25)) {
    const word = name.replace(/^[^«]*«|».*$/gu, '');
    const hits = await college.call('search.all', { text: word, limit: 20 });
    const others = hits.findIndex(hit => hit.entity !== 'firm');
    const own = hits.findIndex(hit => hit.id === id);
    if (own === -1 || (others !== -1 && others < own)) surprises.push(`${word}: ${own} after ${others}`);
  }
  expect(surprises).toEqual([]);
});

test('a phone number is found in groups, with either country code, and by its beginning', async () => {
  const [contact] = college.app
    .db()
    .all<{ id: string; phone: string }>("SELECT id, phone FROM contact WHERE phone LIKE '+77%' ORDER BY id LIMIT 1");
  const own = contact?.phone.slice(2) ?? '';
  const groups = `${own.slice(0, 3)} ${own.slice(3, 6)} ${own.slice(6, 8)} ${own.slice(8)}`;
  for (const query of [groups, `8 ${groups}`, `+7 (${own.slice(0, 3)}) ${own.slice(3, 6)}-${own.slice(6, 8)}`, own]) {
    const hits = await college.call('search.all', { text: query, limit: 20 });
    expect(
      hits.map(hit => hit.id),
      query,
    ).toContain(contact?.id);
  }
});

test('a name is found in the spelling of the other language and in Latin letters, after those written as typed', async () => {
  const add = (surname: string) => college.call('students.create', aStudent({ surname, givenName: 'Бауыржан' }));
  const [kazakh, russian] = [await add('Жүсіпхан'), await add('Жусупхан')];
  await add('Жүнісхан');
  const listed = async (search: string) =>
    (await college.call('students.list', { search })).rows.map(({ id }) => id).toSorted();
  const ranked = async (text: string) =>
    (await college.call('search.all', { text })).filter(({ entity }) => entity === 'student').map(({ id }) => id);
  const both = [kazakh.id, russian.id].toSorted();
  expect({
    listed: [
      await listed('Жүсіпхан'),
      await listed('Жусупхан'),
      await listed('Zhusupkhan'),
      await listed('zhusupkhan бауыр'),
    ],
    ranked: [await ranked('Жүсіпхан'), await ranked('Жусупхан')],
  }).toEqual({
    listed: [both, both, both, both],
    ranked: [
      [kazakh.id, russian.id],
      [russian.id, kazakh.id],
    ],
  });
});
