import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFirm, anAgreement } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let owner: { entity: 'agreement'; entityId: string };
let files: string;
beforeEach(async () => {
  college = world();
  const firm = await college.call('firms.create', aFirm());
  const agreement = await college.call('agreements.create', anAgreement(firm.id));
  owner = { entity: 'agreement', entityId: agreement.id };
  files = join(college.folder, 'elsewhere');
  mkdirSync(files);
});
afterEach(() => college.close());

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(files, name);
  writeFileSync(path, content);
  return path;
};
const scan = (name = 'Скан договора.pdf'): string => file(name, '%PDF-1.7\nподписи');
const list = () => college.call('attachments.list', owner);
const stored = (hash: string): string => join(college.folder, 'files', hash.slice(0, 2), hash);

test('a scan is copied in under its hash, survives its source, and the register no longer misses it', async () => {
  const path = scan();
  const missing = async () => (await college.call('agreements.list', { filter: { withoutScan: true } })).total;
  const before = await missing();
  await college.call('attachments.add', { ...owner, paths: [path] });
  rmSync(path);
  const [kept] = await list();
  expect({
    before,
    after: await missing(),
    file: [kept?.name, kept?.mime, kept?.present, kept?.openable],
    content: readFileSync(stored(kept?.hash ?? ''), 'utf8'),
    left: readdirSync(join(college.folder, 'files')).filter(name => name.startsWith('incoming')),
  }).toEqual({
    before: 1,
    after: 0,
    file: ['Скан договора.pdf', 'application/pdf', true, true],
    content: '%PDF-1.7\nподписи',
    left: [],
  });
});

test('the same bytes are kept once, and taking a file off can be undone', async () => {
  await college.call('attachments.add', { ...owner, paths: [scan('1.pdf'), scan('2.pdf')] });
  const both = await list();
  const [first] = both;
  if (first === undefined) throw new Error('nothing attached');
  await college.call('attachments.remove', { id: first.id, revision: first.revision });
  const one = (await list()).map(kept => kept.name);
  await college.call('history.undo', {});
  expect([new Set(both.map(kept => kept.hash)).size, one, (await list()).length]).toEqual([1, ['2.pdf'], 2]);
});

test('if one of several files cannot be read, none is attached', async () => {
  const result = await college.attempt('attachments.add', { ...owner, paths: [scan(), join(files, 'нет.pdf')] });
  expect([result, await list()]).toMatchObject([
    { ok: false, error: { code: 'notFound', params: { name: 'нет.pdf' } } },
    [],
  ]);
});

test('an empty file and a folder are refused', async () => {
  const empty = await college.attempt('attachments.add', { ...owner, paths: [file('пусто.pdf', '')] });
  const folder = await college.attempt('attachments.add', { ...owner, paths: [files] });
  expect([empty, folder]).toMatchObject([{ error: { code: 'fileEmpty' } }, { error: { code: 'notFound' } }]);
});

test('a program stays a program whatever it is called: it is kept, and opening it is refused', async () => {
  await college.call('attachments.add', { ...owner, paths: [file('счёт.pdf', 'MZ\u0090\u0000program')] });
  const [kept] = await list();
  const opened = await college.attempt('attachments.open', { id: kept?.id ?? '' });
  expect([kept?.openable, opened]).toMatchObject([false, { ok: false, error: { code: 'refused' } }]);
});

test('a picture from the clipboard is attached like a file', async () => {
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  await college.call('attachments.paste', { ...owner, name: 'снимок.png', bytes });
  expect(await list()).toMatchObject([{ name: 'снимок.png', mime: 'image/png', bytes: 11, openable: true }]);
});

test('the check names files that are missing or changed, and a changed one is not opened', async () => {
  await college.call('attachments.add', {
    ...owner,
    paths: [scan('цел.pdf'), file('нет.txt', 'одно'), file('иной.txt', 'другое')],
  });
  const kept = await list();
  const hash = (name: string): string => kept.find(one => one.name === name)?.hash ?? '';
  rmSync(stored(hash('нет.txt')));
  writeFileSync(stored(hash('иной.txt')), 'ДРУГОЕ');
  const { checked, problems } = await college.call('attachments.check', {});
  const opened = await college.attempt('attachments.open', { id: kept.find(one => one.name === 'иной.txt')?.id ?? '' });
  expect({
    checked,
    problems: problems.map(({ name, problem, title }) => `${name} ${problem} ${title}`).toSorted(byText),
    opened,
  }).toMatchObject({
    checked: 3,
    problems: ['иной.txt changed 1/25-Д', 'нет.txt missing 1/25-Д'],
    opened: { error: { code: 'fileChanged' } },
  });
});

test('a removed record takes its files’ rows along, and undo brings both back', async () => {
  await college.call('attachments.add', { ...owner, paths: [scan()] });
  await college.call('agreements.remove', { id: owner.entityId, revision: 0 });
  const gone = await list();
  await college.call('history.undo', {});
  expect([gone, (await list()).map(kept => [kept.name, kept.present])]).toEqual([[], [['Скан договора.pdf', true]]]);
});

test.each([
  ['points elsewhere', '../../../evil.txt', '-..-..-evil.txt'],
  ['is a device of Windows', 'con.txt', '_con.txt'],
  ['is written backwards in part', 'счёт\u202Etxt.exe', 'счётtxt.txt'],
  ['ends in dots and spaces', 'договор. . ', 'договор.txt'],
  ['has line breaks and control characters', 'a\r\n\u0007b.txt', 'ab.txt'],
  ['is longer than a file system takes', `${'漢'.repeat(190)}.txt`, `${'漢'.repeat(73)}.txt`],
])('a name that %s is opened under one that is safe', async (_what, name, opened) => {
  await college.call('attachments.paste', { ...owner, name, bytes: new TextEncoder().encode('текст') });
  const [kept] = await list();
  await college.call('attachments.open', { id: kept?.id ?? '' });
  expect(existsSync(join(college.folder, '..', 'evil.txt'))).toBe(false);
  expect(readdirSync(join(college.folder, 'files', 'opened', kept?.hash.slice(0, 16) ?? ''))).toEqual([opened]);
});
