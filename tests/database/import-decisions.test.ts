import { afterEach, beforeEach, expect, test } from 'vitest';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

const preview = (text: string, name = 'a.csv') => college.call('importing.preview', { source: { name, text } });
const adjust = (previewId: string, decisions: Record<string, unknown>) =>
  college.call('importing.adjust', { previewId, decisions });
const rowsOf = async (previewId: string) => (await college.call('importing.rows', { previewId })).rows;

async function imported(text: string, name = 'a.csv') {
  const { previewId } = await preview(text, name);
  return college.call('importing.commit', { previewId });
}

const table = (...lines: readonly string[]) => lines.join('\r\n');

test('a cell typed over is checked at once, survives other decisions and can be taken back', async () => {
  const text = table('Предприятие;БИН;Город', 'ТОО «Болат»;12345;Темиртау', 'ТОО «Темір»;121240083006;Шымкент');
  const first = await preview(text);
  expect(first.sheets).toMatchObject([
    { counts: { create: 1, reject: 1 }, causes: [{ reason: 'identifierLength', rows: 1 }] },
  ]);
  const edits = { 'a.csv!2': { 1: '080140594909' } };
  const mended = await adjust(first.previewId, { edits });
  expect(mended.sheets).toMatchObject([{ counts: { create: 2, reject: 0 }, causes: [] }]);
  const later = await adjust(first.previewId, { edits, leaveOut: ['a.csv!3'] });
  expect(later.counts).toMatchObject({ create: 1, skip: 1 });
  expect(await rowsOf(first.previewId)).toMatchObject([
    { row: 2, action: 'create', edited: [1], shown: ['ТОО «Болат»', '080140594909', 'Темиртау'] },
    { row: 3, edited: [] },
  ]);
  const back = await adjust(first.previewId, { edits: {}, leaveOut: [] });
  expect(back.counts).toMatchObject({ create: 1, reject: 1 });
});

test('rows can be asked for by what was found in them', async () => {
  const text = table('Предприятие;БИН;Город', 'ТОО «Болат»;12345;Темиртау', 'ТОО «Темір»;121240083006;Шымкент');
  const { previewId } = await preview(text);
  const found = await college.call('importing.rows', { previewId, reason: 'identifierLength' });
  expect(found.rows).toMatchObject([{ row: 2 }]);
});

test('words that may mean two firms are asked once, and the answer is used by the next import until it is forgotten', async () => {
  await imported(
    table('Предприятие;БИН;Город', 'ТОО «Болат»;080140594909;Темиртау', 'ТОО «Болат»;121240083006;Шымкент'),
  );
  const firms = (await college.call('firms.list', {})).rows;
  const wanted = firms.find(firm => firm.bin === '121240083006');
  const agreements = (first: number) =>
    table(
      '№ договора;Предприятие;Дата договора;Срок действия',
      ...[0, 1].map(at => `${first + at}-Д;ТОО «Болат»;01.02.2024;31.12.2026`),
    );
  const asked = await preview(agreements(1));
  expect(asked.counts).toMatchObject({ reject: 2 });
  expect(asked.questions).toMatchObject([
    { kind: 'firms', words: 'ТОО «Болат»', rows: 2, answer: null, mayBeNew: false },
  ]);
  expect(asked.questions[0]?.candidates).toHaveLength(2);
  const answered = await adjust(asked.previewId, { firms: { 'ТОО «Болат»': wanted?.id ?? '' } });
  expect(answered.counts).toMatchObject({ create: 2, reject: 0 });
  expect(answered.questions).toMatchObject([{ rows: 2, answer: wanted?.id, remembered: false }]);
  await college.call('importing.commit', { previewId: asked.previewId });

  const next = await preview(agreements(3).replaceAll('ТОО «Болат»', 'тоо "БОЛАТ"'));
  expect(next.counts).toMatchObject({ create: 2, reject: 0 });
  expect(next.questions).toMatchObject([{ answer: wanted?.id, remembered: true }]);

  const [answer] = await college.call('importing.answers', {});
  expect(answer).toMatchObject({ kind: 'firm', words: 'ТОО «Болат»', title: 'ТОО «Болат»' });
  await college.call('importing.forgetAnswer', { id: answer?.id ?? '' });
  expect((await preview(agreements(5))).counts).toMatchObject({ reject: 2 });
});

test('of two values for one thing the officer chooses; until she does, what is there stays', async () => {
  const text = table('Предприятие;БИН;Город', 'ТОО «Болат»;080140594909;Темиртау', 'ТОО «Болат»;080140594909;Шымкент');
  const { previewId, counts } = await preview(text);
  expect(counts).toMatchObject({ create: 1, conflict: 1 });
  const [, row] = await rowsOf(previewId);
  expect(row?.conflicts).toEqual([{ field: 'city', kept: 'Темиртау', other: 'Шымкент', choice: null }]);
  const chosen = await adjust(previewId, { conflicts: { 'a.csv!3': { city: 'other' } } });
  expect(chosen.counts).toMatchObject({ create: 1, conflict: 0, merge: 1 });
  await college.call('importing.commit', { previewId });
  expect((await college.call('firms.list', {})).rows).toMatchObject([{ city: 'Шымкент' }]);
});

const contingent = (...students: readonly (readonly [string, string])[]) =>
  table(
    'ID контингента;ИИН;Фамилия;Имя;Отчество;Код группы [6159];Курс обучения [5802];Язык обучения [209];Форма обучения [5568]',
    ...students.map(([id, surname]) => `${id};;${surname};Айдана;Ерланқызы;24ТМ-1;2;казахский;дневная`),
  );

test('students a new national export does not name are listed; only those confirmed are written as having left, and undo brings them back', async () => {
  await imported(contingent(['1001', 'Ахметова'], ['1002', 'Болатова'], ['1003', 'Серікова']), 'first.txt');
  const again = await preview(contingent(['1001', 'Ахметова']), 'second.txt');
  expect(again.absentStudents).toMatchObject({
    confirmed: 0,
    students: [
      { title: 'Болатова Айдана Ерланқызы', group: '24ТМ-1' },
      { title: 'Серікова Айдана Ерланқызы', group: '24ТМ-1' },
    ],
  });
  const [gone] = again.absentStudents.students;
  const confirmed = await adjust(again.previewId, { leavers: { ids: [gone?.id ?? ''], leftOn: '2025-11-01' } });
  expect(confirmed.absentStudents).toMatchObject({ confirmed: 1 });
  expect(await college.call('importing.commit', { previewId: again.previewId })).toMatchObject({ leavers: 1 });
  const states = async () => college.app.db().all('SELECT status, left_on AS leftOn FROM student ORDER BY surname');
  expect(await states()).toEqual([
    { status: 'active', leftOn: null },
    { status: 'left', leftOn: '2025-11-01' },
    { status: 'active', leftOn: null },
  ]);
  await college.call('history.undo', {});
  expect(await states()).toEqual(Array.from({ length: 3 }, () => ({ status: 'active', leftOn: null })));
});

test('two tables on one sheet are two lists, one below the other or side by side', async () => {
  const below = table(
    'Предприятие;БИН;Город',
    'ТОО «Болат»;080140594909;Темиртау',
    'ТОО «Темір»;121240083006;Шымкент',
    ';;',
    ';;',
    '№ договора;Предприятие;Дата договора',
    '1-Д;ТОО «Болат»;01.02.2024',
    '2-Д;ТОО «Темір»;01.03.2024',
  );
  const plan = await preview(below);
  expect(plan.sheets).toMatchObject([
    { name: 'a.csv', entity: 'firm', counts: { create: 2 } },
    { name: 'a.csv (2)', entity: 'agreement', headerRows: [6], counts: { create: 2 } },
  ]);
  const beside = table(
    'Предприятие;БИН;Город;;ФИО студента;ИИН;Группа;Курс',
    'ТОО «Болат»;080140594909;Темиртау;;Ахметов Ерлан Болатұлы;;24ТМ-1;2',
    'ТОО «Темір»;121240083006;Шымкент;;Серікова Айдана;;24ТМ-1;2',
  );
  expect((await preview(beside)).sheets).toMatchObject([
    { entity: 'firm', counts: { create: 2 } },
    { entity: 'student', counts: { create: 2 } },
  ]);
});
