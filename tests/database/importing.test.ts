import { afterEach, beforeEach, expect, test } from 'vitest';
import { type World, world } from '#tests/support/world.ts';
import { makeCollege, renderWorkbook } from '#tests/unit/importing/made-workbook.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

const counts = async () => (await college.call('app.status', {})).counts;

async function imported(bytes: Uint8Array, name = 'книга.xlsx') {
  const preview = await college.call('importing.preview', { source: { name, bytes } });
  return { preview, result: await college.call('importing.commit', { previewId: preview.previewId }) };
}

test('a workbook becomes records in one batch, a second import changes nothing, one undo takes all back', async () => {
  const made = makeCollege(3);
  const bytes = await renderWorkbook(made, { seed: 11, tongue: 'kk' });
  const { preview, result } = await imported(bytes);
  const wanted = {
    firms: made.firms.length,
    agreements: made.agreements.length,
    students: made.students.length,
    placements: made.placements.length,
    requests: made.requests.length,
  };
  expect(await counts()).toMatchObject(wanted);
  expect(preview.creates).toEqual(result.creates);
  expect(result.batchId).not.toBeNull();

  const again = await imported(bytes);
  expect(again.result.batchId).toBeNull();
  expect(again.result.counts).toMatchObject({ create: 0, update: 0, merge: 0, conflict: 0, reject: 0 });
  expect(again.result.counts.same).toBe(Object.values(wanted).reduce((sum, count) => sum + count));

  const { undo } = await college.call('history.state', {});
  expect(undo).toMatchObject({ label: { key: 'imported', params: { file: 'книга.xlsx' } } });
  await college.call('history.undo', {});
  expect(await counts()).toMatchObject({ firms: 0, agreements: 0, students: 0, placements: 0, requests: 0 });
});

test('the same college in another language and layout is recognised as the same records', async () => {
  const made = makeCollege(5);
  await imported(await renderWorkbook(made, { seed: 21, tongue: 'ru' }));
  const before = await counts();
  const other = await imported(await renderWorkbook(made, { seed: 22, tongue: 'en' }));
  expect(await counts()).toEqual(before);
  expect(other.result.counts.create).toBe(0);
  expect(other.result.creates).toMatchObject({
    firm: 0,
    agreement: 0,
    student: 0,
    placement: 0,
    request: 0,
    contact: 0,
  });
});

test('who signed an agreement is taken from its column, shown by name before writing and found again by it', async () => {
  await imported(new TextEncoder().encode('Предприятие;БИН;Город\r\nТОО «Болат»;080140594909;Темиртау'), 'firms.csv');
  const table = (heading: string, ...cells: readonly string[]) =>
    new TextEncoder().encode(
      [
        `№ договора;Предприятие;Дата договора;${heading}`,
        ...cells.map((cell, at) => `${at + 1}-Д;ТОО «Болат»;01.02.2024;${cell}`),
      ].join('\r\n'),
    );
  await imported(table('Примечание', '', ''), 'a.csv');
  const named = table('Подписант', 'Ахметов Бекзат Ерланович', 'Ахметов Б.Е.');
  const preview = await college.call('importing.preview', { source: { name: 'b.csv', bytes: named } });
  const { rows } = await college.call('importing.rows', { previewId: preview.previewId });
  const change = { field: 'signatoryId', from: null, to: 'Ахметов Бекзат Ерланович' };
  expect(rows).toMatchObject([{ changes: [change] }, { changes: [change] }]);
  await college.call('importing.commit', { previewId: preview.previewId });
  const people = await college.call('contacts.list', {});
  expect(people.rows).toMatchObject([{ name: 'Ахметов Бекзат Ерланович', roles: ['signatory'] }]);
  const again = await imported(named, 'b.csv');
  expect(again.result).toMatchObject({ batchId: null, counts: { same: 2 } });
});

const firmsTable = (rows: readonly string[]) => ['Предприятие;БИН;Город;Телефон', ...rows].join('\r\n');

test('rows of one firm merge, a wrong BIN is refused with its row, lost zeros come back', async () => {
  const text = firmsTable([
    'ТОО «Дәнекер»;51140229729;Шымкент;87777600053',
    'ТОО "ДӘНЕКЕР";051140229729;Шымкент;+7 777 760 00 53',
    'ТОО «Без номера»;12345;;нет',
    'Итого;2;;',
  ]);
  const preview = await college.call('importing.preview', { source: { name: 'партнёры.csv', text } });
  expect(preview.counts).toMatchObject({ create: 1, merge: 1, reject: 1, skip: 1 });
  const { rows } = await college.call('importing.rows', { previewId: preview.previewId, actions: ['reject'] });
  expect(rows).toMatchObject([
    {
      sheet: 'партнёры.csv',
      row: 4,
      issues: [{ field: 'bin', severity: 'error', reason: 'identifierLength', value: '12345' }],
    },
  ]);
  await college.call('importing.commit', { previewId: preview.previewId });
  const list = await college.call('firms.list', {});
  expect(list.rows).toMatchObject([{ nameRu: 'ТОО «Дәнекер»', bin: '051140229729', phone: '+77777600053' }]);
});

test('a name that lost its letters never overwrites a whole one, and the contact still finds its firm', async () => {
  await imported(new TextEncoder().encode(firmsTable(['ИП «Құрылыс Сервис»;800603378319;Шымкент;'])), 'firms.csv');
  const contacts =
    'Предприятие;БИН;Контактное лицо;Должность;Телефон\r\nИП «??рылыс Сервис»;800603378319;Иванов Б.;Главный инженер;+77054563234';
  const { result } = await imported(new TextEncoder().encode(contacts), 'contacts.csv');
  expect(result).toMatchObject({ rejected: 0, creates: { firm: 0, contact: 1 } });
  expect((await college.call('firms.list', {})).rows[0]?.nameRu).toBe('ИП «Құрылыс Сервис»');
  const people = await college.call('contacts.list', {});
  expect(people.rows).toMatchObject([{ name: 'Иванов Б.', position: 'Главный инженер', phone: '+77054563234' }]);
});

test('changed values are shown from old to new before they are written, empty cells clear nothing', async () => {
  await imported(new TextEncoder().encode(firmsTable(['ТОО «Болат»;080140594909;Темиртау;+77059363121'])), 'a.csv');
  const text = firmsTable(['ТОО «Болат»;080140594909;Караганда;']);
  const preview = await college.call('importing.preview', { source: { name: 'b.csv', text } });
  const { rows } = await college.call('importing.rows', { previewId: preview.previewId });
  expect(rows).toMatchObject([{ action: 'update', changes: [{ field: 'city', from: 'Темиртау', to: 'Караганда' }] }]);
  await college.call('importing.commit', { previewId: preview.previewId });
  expect((await college.call('firms.list', {})).rows).toMatchObject([{ city: 'Караганда', phone: '+77059363121' }]);
});

test('two rows that disagree are shown as a conflict and the first one stays', async () => {
  const text = firmsTable(['ТОО «Болат»;080140594909;Темиртау;', 'ТОО «Болат»;080140594909;Павлодар;']);
  const preview = await college.call('importing.preview', { source: { name: 'a.csv', text } });
  const { rows } = await college.call('importing.rows', { previewId: preview.previewId, actions: ['conflict'] });
  expect(rows).toMatchObject([{ row: 3, conflicts: [{ field: 'city', kept: 'Темиртау', other: 'Павлодар' }] }]);
  await college.call('importing.commit', { previewId: preview.previewId });
  expect((await college.call('firms.list', {})).rows).toMatchObject([{ city: 'Темиртау' }]);
});

test('the national export updates students, marks leavers and leave, and lists who is missing without touching them', async () => {
  const head =
    'ИИН\tФамилия\tИмя\tКод группы [6159]\tКурс обучения [5802]\tЯзык обучения [209]\tНаходится в академическом отпуске [6754]\tДата выбытия [269]\tПричина выбытия [5804]';
  const line = (iin: string, surname: string, leave: string, left: string) =>
    `="${iin}"\t${surname}\tБекзат\t24ТМ-21р\t2 курс\tрусский\t${leave}\t${left}\t${left === '' ? '' : 'по собственному желанию'}`;
  const first = [
    head,
    line('071014524150', 'Ғабдуллин', 'Нет', ''),
    line('080414558703', 'Смирнов', 'Нет', ''),
    line('070711590452', 'Ахметов', 'Нет', ''),
  ];
  await imported(Buffer.from(`\ufeff${first.join('\r\n')}`, 'utf16le'), 'contingent.txt');
  const second = [
    head,
    line('071014524150', 'Ғабдуллин', 'Да', ''),
    line('080414558703', 'Смирнов', 'Нет', '15.10.2025'),
  ];
  const { preview } = await imported(Buffer.from(`\ufeff${second.join('\r\n')}`, 'utf16le'), 'contingent.txt');
  expect(preview.absentStudents).toMatchObject({ students: [{ title: 'Ахметов Бекзат' }] });
  const list = await college.call('students.list', {});
  const states = Object.fromEntries(list.rows.map(student => [student.surname, student.status]));
  expect(states).toEqual({ Ғабдуллин: 'leave', Смирнов: 'left', Ахметов: 'active' });
});

test('a placement of an unknown student is refused with an offer, and taken when the offer is accepted', async () => {
  await imported(new TextEncoder().encode(firmsTable(['ТОО «Болат»;080140594909;Темиртау;'])), 'a.csv');
  const text =
    'ФИО студента;ИИН;Группа;Предприятие;Вид практики;Период;Часы\r\nСмирнов Нұрлан;080414558703;24ТМ-21р;Болат;Производственная практика;01.09.2025-26.12.2025;432';
  const preview = await college.call('importing.preview', { source: { name: 'практика.csv', text } });
  const { rows } = await college.call('importing.rows', { previewId: preview.previewId });
  expect(rows).toMatchObject([{ action: 'reject', offer: 'createStudent', remarks: [{ reason: 'studentNotFound' }] }]);
  const adjusted = await college.call('importing.adjust', {
    previewId: preview.previewId,
    decisions: { createStudents: true },
  });
  expect(adjusted.creates).toMatchObject({ student: 1, placement: 1 });
  await college.call('importing.commit', { previewId: preview.previewId });
  expect(await counts()).toMatchObject({ students: 1, placements: 1 });
});

test('a register of agreements alone says how many rows wait for their firms, and takes them in one step', async () => {
  const text =
    '№ договора;Предприятие;Дата договора;Вид договора\r\n1-Д;ТОО «Болат»;01.02.2024;Меморандум\r\n2-Д;АО «Темір»;02.02.2024;Меморандум\r\n3-Д;Болат;03.02.2024;Меморандум';
  const preview = await college.call('importing.preview', { source: { name: 'договоры.csv', text } });
  expect(preview.sheets).toMatchObject([{ counts: { reject: 3 }, waiting: { firms: 3, students: 0 } }]);
  const adjusted = await college.call('importing.adjust', {
    previewId: preview.previewId,
    decisions: { createFirms: true },
  });
  expect(adjusted.sheets).toMatchObject([{ counts: { create: 3, reject: 0 }, waiting: { firms: 0, students: 0 } }]);
  expect(adjusted.creates).toMatchObject({ firm: 2, agreement: 3 });
});

test('what the officer corrects about a layout is remembered for the next file in it', async () => {
  const text = 'Контора;Код;Где\r\nБолат;080140594909;Темиртау\r\nТемір;121240083006;Шымкент';
  const preview = await college.call('importing.preview', { source: { name: 'a.csv', text } });
  const adjusted = await college.call('importing.adjust', {
    previewId: preview.previewId,
    sheets: { 'a.csv': { entity: 'firm', headerRow: 1, fields: { '0': 'name', '1': 'bin', '2': 'city' } } },
  });
  expect(adjusted.creates.firm).toBe(2);
  await college.call('importing.commit', { previewId: preview.previewId });
  const next = await college.call('importing.preview', { source: { name: 'b.csv', text } });
  expect(next.sheets).toMatchObject([{ entity: 'firm', remembered: true, counts: { same: 2 } }]);
  const profiles = await college.call('importing.profiles', {});
  expect(profiles).toMatchObject([{ entity: 'firm' }]);
});

test('a preview whose records have changed since is planned again and shown before it is written', async () => {
  const text = firmsTable(['ТОО «Болат»;080140594909;Темиртау;']);
  const first = await college.call('importing.preview', { source: { name: 'a.csv', text } });
  const second = await college.call('importing.preview', { source: { name: 'a.csv', text } });
  await college.call('importing.commit', { previewId: first.previewId });
  const refused = await college.attempt('importing.commit', { previewId: second.previewId });
  expect(refused).toMatchObject({ ok: false, error: { code: 'importChanged' } });
  const shown = await college.call('importing.adjust', { previewId: second.previewId });
  expect(shown.counts).toMatchObject({ create: 0, same: 1 });
  const late = await college.call('importing.commit', { previewId: second.previewId });
  expect(late).toMatchObject({ batchId: null, creates: { firm: 0 } });
  expect(await counts()).toMatchObject({ firms: 1 });
});

test('refused rows come as a workbook that can be mended and imported again', async () => {
  const text = firmsTable(['ТОО «Без номера»;12345;Темиртау;', 'ТОО «Болат»;080140594909;Темиртау;']);
  const preview = await college.call('importing.preview', { source: { name: 'a.csv', text } });
  const saved = await college.call('importing.saveRejected', { previewId: preview.previewId });
  expect(saved.rows).toBe(1);
  const again = await college.call('importing.preview', { source: { path: saved.path ?? '' } });
  expect(again.sheets).toMatchObject([{ entity: 'firm', counts: { reject: 1 } }]);
});

test.each([
  ['an empty file', new Uint8Array(), 'fileEmpty'],
  ['a PDF', new TextEncoder().encode('%PDF-1.7\n%...'), 'fileNotWorkbook'],
  ['half a workbook', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 'fileUnreadable'],
])('%s is refused with its own message', async (_, bytes, code) => {
  const result = await college.attempt('importing.preview', { source: { name: 'x.xlsx', bytes } });
  expect(result).toMatchObject({ ok: false, error: { code, params: { name: 'x.xlsx' } } });
});
