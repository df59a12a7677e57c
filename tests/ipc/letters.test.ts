import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDocx } from '#main/documents/docx-package.ts';
import { kindOfLetter } from '#main/features/letters/kinds/index.ts';
import { LetterKind, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import { aContact, aFirm, anAgreement, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';
import { textByLibreOffice } from '#tests/unit/documents/office-tools.ts';

const resources = resolve(import.meta.dirname, '../../resources');

const settings = {
  collegeRu: 'КГКП «Восточный индустриальный колледж»',
  collegeKk: '«Шығыс индустриялық колледжі» КМҚК',
  cityRu: 'город Усть-Каменогорск',
  cityKk: 'Өскемен қаласы',
  address: 'Тәуелсіздік, 12',
  phone: '+7 7232 00-00-00',
  directorRu: 'Усенов Болат Талгатович',
  directorKk: 'Үсенов Болат Талғатұлы',
  officer: 'Нұрғалиева Ләззат',
  practiceHead: 'Қуанышбекова Гүлнәр Ерболқызы',
};

type Setting = { readonly college: World; readonly firms: readonly string[]; readonly placements: readonly string[] };

/** Two firms, 24 students; every second one goes to the second firm, the last four in another period. */
async function aBusyCollege(): Promise<Setting> {
  const college = world();
  await college.call('settings.update', settings);
  const firms: string[] = [];
  for (const nameRu of ['ТОО «Ертіс Машзауыты»', 'АО «Һанғали Өндіріс»']) {
    const { id } = await college.call('firms.create', aFirm({ nameRu, city: 'Өскемен', address: 'Өнеркәсіп, 5' }));
    await college.call(
      'contacts.create',
      aContact(id, { name: 'Һамитов Серік Әділұлы', position: 'Директор', roles: ['head'] }),
    );
    firms.push(id);
  }
  const placements: string[] = [];
  for (let index = 0; index < 24; index += 1) {
    const firmId = firms[index % 2] ?? '';
    const student = await college.call(
      'students.create',
      aStudent({
        surname: `Қүңғөһәұібек${String.fromCodePoint(0x430 + index)}`,
        givenName: 'Әділ',
        sex: 'male',
        course: 2,
      }),
    );
    const placement = await college.call(
      'placements.create',
      aPlacement(
        student.id,
        firmId,
        index < 20
          ? { orderNumber: '215-Ө', orderDate: '2025-09-01' }
          : { startsOn: '2026-01-12', endsOn: '2026-05-29', orderNumber: '216-Ө', orderDate: '2026-01-09' },
      ),
    );
    placements.push(placement.id);
  }
  return { college, firms, placements };
}

const textOf = (file: Uint8Array): string =>
  Buffer.from(openDocx(file).bytes('word/document.xml') ?? [])
    .toString('utf8')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/<w:(?:p|br)[ />]/gu, '\n$&')
    .replaceAll(/<[^>]*>/gu, '');

let setting: Setting;
beforeEach(async () => {
  setting = await aBusyCollege();
});
afterEach(() => setting.college.close());

const issue = (language: 'kk' | 'ru' | 'kk-ru', ids: readonly string[], more: { issuedOn?: string } = {}) =>
  setting.college.call('letters.issue', { kind: 'direction', language, ids: [...ids], ...more });
const numbers = async (): Promise<string[]> =>
  (await setting.college.call('letters.list', { sort: { field: 'number', direction: 'asc' } })).rows.map(
    row => `${row.number}${row.void ? ' void' : ''}`,
  );

test('a batch of 24 gets 24 running numbers, a register line each, and is one step of undo', async () => {
  const { college, placements } = setting;
  const made = await issue('ru', placements);
  const register = await college.call('letters.list', { sort: { field: 'number', direction: 'asc' } });
  expect(made).toMatchObject({ letters: 24, first: '1/25-07', last: '24/25-07' });
  expect(register.rows.map(row => row.sequence)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
  expect((await college.call('history.state', {})).undo?.label).toEqual({ key: 'printed', params: { count: 24 } });
});

test('after undo the numbers stay taken, after redo they are in force again, and the series has no gap and no double', async () => {
  const { college, placements } = setting;
  await issue('ru', placements.slice(0, 2));
  await college.call('history.undo', {});
  expect(await numbers()).toEqual(['1/25-07 void', '2/25-07 void']);
  await college.call('history.redo', {});
  await issue('kk', placements.slice(2, 4));
  await college.call('history.undo', {});
  await issue('kk', placements.slice(2, 3));
  expect(await numbers()).toEqual(['1/25-07', '2/25-07', '3/25-07 void', '4/25-07 void', '5/25-07']);
});

test('each calendar year has a series of its own', async () => {
  const { placements } = setting;
  await issue('ru', placements.slice(0, 1), { issuedOn: '2025-12-31' });
  const next = await issue('ru', placements.slice(0, 2), { issuedOn: '2026-01-05' });
  expect([next.first, next.last]).toEqual(['1/26-07', '2/26-07']);
});

test('a number given out after a backup is not given again when that backup is restored', async () => {
  const { college, placements } = setting;
  await issue('ru', placements.slice(0, 1));
  await college.call('backup.create', {});
  await issue('ru', placements.slice(1, 4));
  const { backups } = await college.call('backup.list', {});
  const backup = backups.find(one => one.reason === 'manual');
  await college.call('backup.restore', { file: backup?.file ?? '' });
  const again = await issue('ru', placements.slice(1, 2));
  expect([again.first, await numbers()]).toEqual(['5/25-07', ['1/25-07', '5/25-07']]);
});

test('two batches asked for at once share no number', async () => {
  const { placements } = setting;
  await Promise.all([issue('ru', placements.slice(0, 10)), issue('kk', placements.slice(10, 20))]);
  expect(new Set(await numbers()).size).toBe(20);
});

test('a batch stopped in the middle leaves no line, no file and uses no number', async () => {
  const { college, placements } = setting;
  const many = Array.from({ length: 12 }, () => placements).flat();
  const running = college.attempt('letters.issue', { kind: 'direction', language: 'ru', ids: many });
  const [job] = await college.call('jobs.state', {});
  await college.call('jobs.cancel', { id: job?.id ?? '' });
  const stopped = await running;
  const made = await issue('ru', placements.slice(0, 1));
  expect([job?.kind, stopped, made.first, await college.call('jobs.state', {})]).toEqual([
    'letters',
    { ok: false, error: { code: 'cancelled', params: {} } },
    '1/25-07',
    [],
  ]);
});

test('a reprint is the same file to the last byte, also after the student, the firm and the template changed', async () => {
  const { college, placements, firms } = setting;
  const { ids } = await issue('kk', placements.slice(0, 1));
  const first = await college.call('letters.export', { ids, format: 'docx' });
  const before = readFileSync(first.files[0] ?? '');
  const firm = await college.call('firms.get', { id: firms[0] ?? '' });
  await college.call('firms.update', { id: firm.id, revision: firm.revision, patch: { nameRu: 'ТОО «Другое имя»' } });
  const path = join(college.folder, 'new.docx');
  copyFileSync(join(resources, 'templates', 'direction-letter.ru.docx'), path);
  await college.call('letters.templateReplace', { kind: 'direction', language: 'kk', path });
  const again = await college.call('letters.export', { ids, format: 'docx', folder: join(college.folder, 'again') });
  const after = readFileSync(again.files[0] ?? '');
  const { fileHash } = await college.call('letters.get', { id: ids[0] ?? '' });
  expect([Buffer.compare(before, after), createHash('sha256').update(after).digest('hex')]).toEqual([0, fileHash]);
});

test('a placement letter is one per firm, practice and period, and lists all its students', async () => {
  const { college, placements, firms } = setting;
  const made = await college.call('letters.issue', {
    kind: 'placement',
    language: 'ru',
    ids: [...placements],
  });
  const { rows } = await college.call('letters.list', { sort: { field: 'number', direction: 'asc' } });
  expect([made.letters, rows.map(row => [row.firmId, row.placements, row.studentId])]).toEqual([
    4,
    [
      [firms[0], 10, null],
      [firms[1], 10, null],
      [firms[0], 2, null],
      [firms[1], 2, null],
    ],
  ]);
  const { files } = await college.call('letters.export', { ids: made.ids.slice(0, 1), format: 'docx' });
  const text = textOf(readFileSync(files[0] ?? ''));
  expect(text.match(/Қүңғөһәұібек/gu)).toHaveLength(10);
});

test('letters of a placement, a student and a firm are found, and void ones apart from those in force', async () => {
  const { college, placements, firms } = setting;
  const [placementId = ''] = placements;
  const { ids } = await issue('ru', placements.slice(0, 3));
  await college.call('letters.issue', { kind: 'placement', language: 'ru', ids: placements.slice(0, 4) });
  await college.call('letters.void', { items: [{ id: ids[1] ?? '', revision: 0 }], void: true });
  const { studentId } = await college.call('placements.get', { id: placementId });
  const total = async (filter: object, search = ''): Promise<number> =>
    (await college.call('letters.list', { filter, search })).total;
  expect(
    await Promise.all([
      total({ placementId }),
      total({ studentId }),
      total({ firmId: firms[1] }),
      total({ void: true }),
      total({ kind: ['placement'], year: [2025], issuedFrom: '2025-11-20', issuedTo: '2025-11-20' }),
      total({}, 'һанғали'),
    ]),
  ).toEqual([2, 1, 2, 1, 2, 2]);
});

test('the preview says what would be made, which numbers it would bear and what stays blank, and writes nothing', async () => {
  const { college, placements } = setting;
  await issue('ru', placements.slice(0, 1));
  const preview = await college.call('letters.preview', {
    kind: 'direction',
    language: 'ru',
    ids: placements.slice(0, 3),
    show: 2,
  });
  expect(preview).toMatchObject({ letters: 3, placements: 3, first: '2/25-07', last: '4/25-07', printedBefore: 1 });
  expect(preview.blanks).toContainEqual({ field: 'Наставник', letters: 3 });
  expect(preview.blanks.map(blank => blank.field)).not.toContain('Курс');
  expect(preview.html).toContain('Қүңғөһәұібекв Әділ');
  expect((await college.call('letters.list', {})).total).toBe(1);
});

test('a letter in Kazakh carries every Kazakh letter, long dates and the right case', async () => {
  const { college, placements } = setting;
  const { ids } = await issue('kk', placements.slice(1, 2));
  const { files } = await college.call('letters.export', { ids, format: 'docx' });
  const text = textOf(readFileSync(files[0] ?? ''));
  for (const part of [
    '2025 жылғы 20 қараша',
    '2025 жылғы 1 қыркүйектегі',
    '«Һанғали Өндіріс» АҚ',
    'Директор С. Ә. Һамитовқа',
    'Қүңғөһәұібекб Әділ',
    'Қуанышбекова Гүлнәр Ерболқызы',
  ])
    expect(text).toContain(part);
  expect(files[0]).toMatch(/2025-11-20 1-25-07 Жолдама Қүңғөһәұібекб Әділ\.docx$/u);
});

test('exporting again keeps what is there, and a different file of that name is never overwritten', async () => {
  const { college, placements } = setting;
  const { ids } = await issue('ru', placements.slice(0, 1));
  const folder = join(college.folder, 'out');
  const [path = ''] = (await college.call('letters.export', { ids, format: 'docx', folder })).files;
  const again = await college.call('letters.export', { ids, format: 'docx', folder });
  writeFileSync(path, 'the officer’s own work');
  const beside = await college.call('letters.export', { ids, format: 'docx', folder });
  expect([again.files, readFileSync(path, 'utf8'), beside.files, readdirSync(folder).length]).toEqual([
    [path],
    'the officer’s own work',
    [path.replace('.docx', ' (2).docx')],
    2,
  ]);
});

test('an export stopped in the middle leaves no file behind', async () => {
  const { college, placements } = setting;
  const { ids } = await issue('ru', placements);
  const folder = join(college.folder, 'out');
  const running = college.attempt('letters.export', { ids, format: 'docx', folder });
  const [job] = await college.call('jobs.state', {});
  await college.call('jobs.cancel', { id: job?.id ?? '' });
  expect([(await running).ok, readdirSync(folder)]).toEqual([false, []]);
});

test('without a window there is no PDF, and a folder that cannot be made is explained', async () => {
  const { college, placements } = setting;
  const { ids } = await issue('ru', placements.slice(0, 1));
  const blocked = join(college.folder, 'blocked');
  writeFileSync(blocked, '');
  const pdf = await college.attempt('letters.export', { ids, format: 'pdf' });
  const folder = await college.attempt('letters.export', { ids, format: 'docx', folder: join(blocked, 'inside') });
  expect([pdf, folder]).toMatchObject([
    { ok: false, error: { code: 'refused', params: { reason: 'noPrinter' } } },
    { ok: false, error: { code: 'noAccess', params: { name: 'inside' } } },
  ]);
});

/** The files of all templates, of every kind in every language it comes in. */
const templateFiles = LetterKind.options.flatMap(kind =>
  letterKindFacts(kind).languages.map(language => `${kindOfLetter(kind).file}.${language}.docx`),
);

describe('templates', () => {
  test('are copied at first use, replaced after a check, and brought back with the officer’s version kept', async () => {
    const { college } = setting;
    const name = { kind: 'direction', language: 'ru' } as const;
    const all = await college.call('letters.templates', {});
    const path = join(college.folder, 'mine.docx');
    copyFileSync(join(resources, 'templates', 'direction-letter.kk.docx'), path);
    const replaced = await college.call('letters.templateReplace', { ...name, path });
    const reset = await college.call('letters.templateReset', name);
    expect(all.map(({ changed, broken, issues }) => [changed, broken, issues])).toEqual(
      templateFiles.map(() => [false, null, []]),
    );
    expect([replaced.changed, reset.changed]).toEqual([true, false]);
    expect(readdirSync(join(college.folder, 'templates', 'earlier'))).toHaveLength(1);
  });

  test('asked for by several at once at first use are all there and whole', async () => {
    const { college } = setting;
    const answers = await Promise.all([1, 2, 3].map(() => college.call('letters.templates', {})));
    expect(answers.flat().filter(template => template.broken !== null || template.changed)).toEqual([]);
    expect(readdirSync(join(college.folder, 'templates')).toSorted()).toEqual(
      [...templateFiles, 'originals.json'].toSorted(),
    );
  });

  test('that are no Word documents are refused by name and reason, and the old one stays', async () => {
    const { college } = setting;
    mkdirSync(join(college.folder, 'files'));
    const path = join(college.folder, 'files', 'план.docx');
    writeFileSync(path, 'not a document');
    const name = { kind: 'direction', language: 'ru' } as const;
    const refused = await college.attempt('letters.templateReplace', { ...name, path });
    const missing = await college.attempt('letters.templateReplace', { ...name, path: `${path}x` });
    const [first] = await college.call('letters.templates', {});
    expect([refused, missing, first?.changed]).toMatchObject([
      { ok: false, error: { code: 'templateBroken', params: { name: 'план.docx', reason: 'notDocx' } } },
      { ok: false, error: { code: 'notFound', params: { name: 'план.docxx' } } },
      false,
    ]);
  });

  test('of 200 MB are refused before they are read', async () => {
    const path = join(setting.college.folder, 'huge.docx');
    writeFileSync(path, '');
    truncateSync(path, 200_000_000);
    const result = await setting.college.attempt('letters.templateReplace', {
      kind: 'direction',
      language: 'ru',
      path,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'fileTooLarge' } });
  });

  test('damaged in their folder stop printing with their name and use no number', async () => {
    const { college, placements } = setting;
    await college.call('letters.templates', {});
    writeFileSync(join(college.folder, 'templates', 'direction-letter.ru.docx'), 'PK\u0003\u0004 cut');
    const refused = await college.attempt('letters.issue', {
      kind: 'direction',
      language: 'ru',
      ids: placements.slice(0, 1),
    });
    const listed = await college.call('letters.templates', {});
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'templateBroken', params: { name: 'direction-letter.ru.docx' } },
    });
    expect(listed.find(one => one.file === 'direction-letter.ru.docx')?.broken).not.toBeNull();
    expect((await issue('kk', placements.slice(0, 1))).first).toBe('1/25-07');
  });

  test('left as they came follow a newer version of the program, the officer’s own do not', async () => {
    const { college } = setting;
    await college.call('letters.templates', {});
    const folder = join(college.folder, 'templates');
    const older = readFileSync(join(resources, 'templates', 'direction-letter.kk.docx'));
    const notes = JSON.parse(readFileSync(join(folder, 'originals.json'), 'utf8')) as Record<string, string>;
    const hash = createHash('sha256').update(older).digest('hex');
    for (const file of ['direction-letter.ru.docx', 'placement-letter.ru.docx'])
      writeFileSync(join(folder, file), older);
    writeFileSync(join(folder, 'originals.json'), JSON.stringify({ ...notes, 'direction-letter.ru.docx': hash }));
    const changed = (await college.call('letters.templates', {})).filter(one => one.changed).map(one => one.file);
    expect([changed, existsSync(join(folder, 'earlier'))]).toEqual([['placement-letter.ru.docx'], false]);
  });
});

test('an agreement and a mentor stand in the letter when the placement has them', async () => {
  const { college, firms } = setting;
  const [firmId = ''] = firms;
  const agreement = await college.call(
    'agreements.create',
    anAgreement(firmId, { number: '18', signedOn: '2024-01-12' }),
  );
  const mentor = await college.call('contacts.create', aContact(firmId, { name: 'Петров Игорь Сергеевич' }));
  const student = await college.call('students.create', aStudent({ surname: 'Цой', givenName: 'Виктория' }));
  const { id } = await college.call(
    'placements.create',
    aPlacement(student.id, firmId, { agreementId: agreement.id, mentorId: mentor.id }),
  );
  const { ids } = await college.call('letters.issue', { kind: 'placement', language: 'kk-ru', ids: [id] });
  const { files } = await college.call('letters.export', { ids, format: 'docx' });
  const text = textOf(readFileSync(files[0] ?? ''));
  expect(text).toContain('Петров Игорь Сергеевич');
  expect(text).toMatch(/2024 жылғы 12 қаңтардағы № 18/u);
  expect(text).toMatch(/от 12 января 2024 года № 18/u);
});

test('LibreOffice and pdftotext find every Kazakh letter of a printed letter', async () => {
  const { college, firms } = setting;
  const alphabet = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі';
  const student = await college.call('students.create', aStudent({ surname: alphabet, givenName: 'Әділ' }));
  const placement = await college.call('placements.create', aPlacement(student.id, firms[0] ?? ''));
  const { ids } = await issue('kk', [placement.id]);
  const { files } = await college.call('letters.export', { ids, format: 'docx' });
  const text = textByLibreOffice('letter.docx', readFileSync(files[0] ?? ''));
  expect(text).toContain(alphabet);
  expect(text).toContain('2025 жылғы 20 қараша');
});
