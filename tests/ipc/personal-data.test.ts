import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  aContact,
  aFirm,
  anAgreement,
  anInteraction,
  aPlacement,
  aRequest,
  aStudent,
} from '#tests/support/builders.ts';
import { textOfDocx } from '#tests/support/docx-text.ts';
import { type World, world } from '#tests/support/world.ts';

/** A person nobody else is like: any of these words anywhere is theirs. */
const words = [
  'Ыбырайханов',
  'Жәмшитбек',
  'Құдайберген',
  '071014524150',
  '7057251199',
  'jamshit',
  'Гүлбаршын',
  'арыз-шағым',
];
const surname = 'Ыбырайханов';

let college: World;
let student: string;
let other: string;
let contact: string;
let firm: string;

const note = 'Ыбырайханов Жәмшитбек позвонил сам, тел. 8 705 725 11 99';

beforeEach(async () => {
  college = world({ today: '2025-11-20' });
  firm = (await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болат»', bin: '941240000193', notes: note }))).id;
  contact = (
    await college.call(
      'contacts.create',
      aContact(firm, {
        name: 'Сүлейменқызы Айсұлтан',
        phone: '+77017654321',
        email: 'aisultan@mail.kz',
        notes: 'строгая',
      }),
    )
  ).id;
  const personal = {
    surname,
    givenName: 'Жәмшитбек',
    patronymic: 'Құдайберген',
    iin: '071014524150',
    phone: '+77057251199',
    email: 'jamshit@mail.kz',
    representativeName: 'Ыбырайханова Гүлбаршын',
    notes: 'арыз-шағым болған',
    status: 'graduated',
    leftOn: '2020-06-30',
  } as const;
  student = (await college.call('students.create', aStudent(personal))).id;
  other = (
    await college.call('students.create', aStudent({ surname: 'Әлиев', givenName: 'Нұрлан', iin: '080414558703' }))
  ).id;
  const placement = await college.call(
    'placements.create',
    aPlacement(student, firm, { mentorId: contact, hired: true, hiredOn: '2025-12-26', notes: 'арыз-шағым' }),
  );
  await college.call('placements.create', aPlacement(other, firm, { mentorId: contact }));
  await college.call(
    'agreements.create',
    anAgreement(firm, { number: '7', studentId: student, notes: 'подписал Ыбырайханов Ж. Қ.' }),
  );
  await college.call(
    'interactions.create',
    anInteraction(firm, { contactId: contact, summary: 'Итог:\nЫбырайханов Жәмшитбек доволен' }),
  );
  await college.call(
    'requests.create',
    aRequest(firm, { contactId: contact, proposedText: 'Сүлейменқызы А. просит больше часов' }),
  );
  await college.call('visits.create', {
    firmId: firm,
    siteId: null,
    placementId: placement.id,
    plannedOn: null,
    doneOn: '2025-10-10',
    visitor: 'Омарова',
    purpose: 'progress',
    findings: 'арыз-шағым жоқ',
    nextStep: null,
    nextOn: null,
    stepDoneOn: null,
  });
  const scan = join(college.folder, 'scan.pdf');
  writeFileSync(scan, `%PDF-1.4\n${surname}\n%%EOF\n`);
  await college.call('attachments.add', { entity: 'student', entityId: student, paths: [scan] });
  writeFileSync(scan, '');
  await college.call('letters.issue', { kind: 'direction', language: 'ru', ids: [placement.id] });
});
afterEach(() => college.close());

const erase = (fields: object = {}) =>
  college.call('personalData.erase', { people: [{ entity: 'student', id: student }], ...fields });
const purge = async () =>
  college.call('personalData.purge', { ids: (await college.call('personalData.erasures', {})).waiting });
const report = async () => JSON.stringify(await college.call('reports.annual', { schoolYear: 2025, language: 'ru' }));

/** Every word of the person that any file of the data folder still holds, but for the copies made before. */
function found(): readonly string[] {
  const held = new Set<string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'backups') visit(path);
        continue;
      }
      const bytes = readFileSync(path);
      for (const word of words)
        for (const form of [word, word.toLowerCase(), word.toUpperCase()])
          if (bytes.includes(Buffer.from(form, 'utf8'))) held.add(word);
    }
  };
  visit(college.folder);
  return [...held];
}

test('erasing a student empties every record, and the annual report says the same as before', async () => {
  const before = await report();
  await erase();
  const lists = JSON.stringify([
    await college.call('students.list', {}),
    await college.call('placements.list', {}),
    await college.call('visits.list', {}),
    await college.call('letters.list', {}),
    await college.call('firms.get', { id: firm }),
    await college.call('interactions.list', { filter: { firmId: firm } }),
    await college.call('agreements.list', {}),
    await college.call('attachments.list', { entity: 'student', entityId: student }),
  ]);
  expect([words.filter(word => lists.includes(word)), await report()]).toEqual([[], before]);
  expect(await college.call('search.all', { text: surname })).toEqual([]);
  const erased = await college.call('students.get', { id: student });
  expect(erased).toMatchObject({
    name: '[стёрто]',
    iin: null,
    bornOn: '2007-01-01',
    sex: 'male',
    placements: 1,
    leftOn: '2020-06-30',
  });
});

test('an erasure is one step: undoing it gives everything back, with the file and the letter', async () => {
  const state = async () =>
    JSON.stringify([
      await college.call('students.list', {}),
      await college.call('firms.get', { id: firm }),
      await college.call('letters.list', {}),
      (await college.call('attachments.list', { entity: 'student', entityId: student })).map(file => file.name),
      (await college.call('search.all', { text: surname })).map(hit => hit.id),
    ]).replaceAll(/"(revision|updatedAt)":[^,}]+/gu, '');
  const before = await state();
  await erase();
  const between = await state();
  await college.call('history.undo', {});
  expect([await state(), between === before]).toEqual([before, false]);
  expect((await college.call('history.verify', {})).problemCount).toBe(0);
});

test('after a purge no file of the data folder holds a word of the person, and nothing brings them back', async () => {
  const before = await report();
  await erase();
  await college.call('history.undo', {});
  await college.call('history.redo', {});
  expect(found()).toEqual(words);
  const outcome = await purge();
  expect([outcome.people, outcome.files, outcome.lines > 10]).toEqual([1, 1, true]);
  expect(found()).toEqual([]);
  expect(college.app.db().column('SELECT name FROM letter_file')).toEqual(['erased.docx']);
  expect(await report()).toBe(before);
  // Only the step that came with no word of the person can still be undone.
  const steps = await college.call('audit.list', { entity: 'student', entityId: student });
  expect(steps.changes.filter(change => !change.erased && change.action !== 'update')).toEqual([]);
  expect((await college.attempt('history.undo', { batchId: steps.changes.at(-1)?.batchId })).ok).toBe(false);
});

test('a purge for which the disk is full at its end is told, and finished when there is room', async () => {
  await erase();
  const { waiting } = await college.call('personalData.erasures', {});
  const db = college.app.db();
  const { exec } = db;
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  Object.assign(db, {
    exec: () => {
      throw full;
    },
  });
  const cut = await college.attempt('personalData.purge', { ids: waiting });
  Object.assign(db, { exec });
  expect([cut.ok ? 'purged' : cut.error.code, found()]).toEqual(['diskFull', expect.arrayContaining([surname])]);
  college = college.reopen();
  expect(await college.call('personalData.due', {})).toMatchObject({ purgeUnfinished: true });
  const { unfinished } = await college.call('personalData.erasures', {});
  await college.call('personalData.purge', { ids: unfinished });
  const { unfinished: left } = await college.call('personalData.erasures', {});
  expect([unfinished, left, found()]).toEqual([waiting, [], []]);
});

test('«check the data» finds nothing after an erasure, nor after a purge', async () => {
  const sound = { flaw: null, problemCount: 0, outdated: 0, problems: [] };
  await erase();
  expect(await college.call('history.verify', {})).toMatchObject(sound);
  await purge();
  const verdict = await college.call('history.verify', {});
  expect(verdict).toMatchObject(sound);
  expect(verdict.erased).toBeGreaterThan(10);
  expect(await college.reopen().call('history.verify', {})).toMatchObject(sound);
});

test('others keep their data: their records, their history, and the letters that name them', async () => {
  await erase();
  await purge();
  const history = await college.call('audit.list', { entity: 'student', entityId: other });
  expect([
    (await college.call('students.get', { id: other })).name,
    history.changes.map(change => change.erased),
  ]).toEqual(['Әлиев Нұрлан', [false]]);
});

test('a contact is erased with the mentions of the name, and stays in the counts', async () => {
  // A report may name who looks after students; what it counts stays.
  const before = (await report()).replaceAll('Сүлейменқызы Айсұлтан', '[стёрто]');
  await college.call('personalData.erase', { people: [{ entity: 'contact', id: contact }] });
  const request = await college.call('requests.list', {});
  const said = JSON.stringify([
    await college.call('contacts.list', {}),
    request,
    await college.call('placements.list', {}),
  ]);
  expect([said.includes('Сүлеймен'), said.includes('+77017654321'), await report()]).toEqual([false, false, before]);
  await purge();
  expect((await college.call('history.verify', {})).problemCount).toBe(0);
});

test('the preview says what would go, and writes nothing', async () => {
  const steps = await college.call('audit.list', {});
  const preview = await college.call('personalData.preview', { people: [{ entity: 'student', id: student }] });
  expect(preview).toMatchObject({
    people: 1,
    files: 1,
    letters: 1,
    sharedLetters: 0,
    mentionCount: 2,
    frozenReports: 0,
  });
  expect([...preview.own].toSorted((a, b) => (a.entity < b.entity ? -1 : 1))).toEqual([
    { entity: 'agreement', count: 1 },
    { entity: 'placement', count: 1 },
    { entity: 'student', count: 1 },
    { entity: 'visit', count: 1 },
  ]);
  expect(await college.call('audit.list', {})).toEqual(steps);
});

test('an erased person is not erased again, and is not written again', async () => {
  await erase();
  const again = await college.attempt('personalData.erase', { people: [{ entity: 'student', id: student }] });
  const { revision } = await college.call('students.get', { id: student });
  const written = await college.attempt('students.update', { id: student, revision, patch: { surname: 'Ким' } });
  expect([again, written].map(result => (result.ok ? 'done' : result.error.code))).toEqual([
    'personErased',
    'personErased',
  ]);
});

test('leavers are due when their last day lies further back than the officer keeps data', async () => {
  const due = () => college.call('personalData.due', {});
  expect(await due()).toEqual({ years: 0, until: null, total: 0, rows: [], withoutDay: 0, purgeUnfinished: false });
  await college.call('settings.update', { retentionYears: 5 });
  expect(await due()).toMatchObject({ until: '2020-11-20', total: 1, rows: [{ id: student, leftOn: '2020-06-30' }] });
  await erase({ ground: 'retention' });
  expect((await due()).total).toBe(0);
  expect((await college.call('personalData.of', { entity: 'student', id: student })).erasure?.ground).toBe('retention');
  await college.call('history.undo', {});
  await college.call('settings.update', { retentionYears: 6 });
  expect((await due()).total).toBe(0);
});

test.each(['ru', 'kk', 'en'] as const)(
  'everything stored about a person is written into one Word file (%s)',
  async language => {
    await college.call('settings.update', { language });
    const { path } = await college.call('personalData.export', { entity: 'student', id: student });
    const text = textOfDocx(readFileSync(path));
    const said = [...words.filter(word => word !== '7057251199'), 'ТОО «Болат»', 'scan.pdf'];
    expect([existsSync(path), said.filter(word => !text.includes(word)), text.includes('undefined')]).toEqual([
      true,
      [],
      false,
    ]);
  },
);
