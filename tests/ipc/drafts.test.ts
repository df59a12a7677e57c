import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aStudent } from '#tests/support/builders.ts';
import { filesHolding, password } from '#tests/support/protected.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

const name = 'placeGroup';
const text = JSON.stringify({ students: [{ id: 'x', name: 'Жасырынова Құпия' }], sheet: [['Жасырынова Құпия']] });
const read = async (): Promise<string | null> => (await college.call('drafts.read', { name })).text;

test('a draft is there after the program was closed, until it is forgotten', async () => {
  expect(await read()).toBeNull();
  await college.call('drafts.keep', { name, text });
  college = college.reopen();
  expect([await read(), (await college.call('drafts.read', { name: 'practiceSheet' })).text]).toEqual([text, null]);
  await college.call('drafts.keep', { name, text: null });
  expect(await read()).toBeNull();
});

test('keeping a draft is no step of the history', async () => {
  const before = await college.call('history.state', {});
  await college.call('drafts.keep', { name, text });
  expect(await college.call('history.state', {})).toEqual(before);
});

test('with a password a draft is closed with the data: what was kept before, what is kept after, and while it is locked', async () => {
  const told = (): readonly string[] => filesHolding(college.folder, ['Жасырынова']);
  await college.call('drafts.keep', { name, text });
  expect(told().length).toBe(1);
  await college.call('protection.turnOn', { password });
  expect([told(), await read()]).toEqual([[], text]);
  await college.call('drafts.keep', { name: 'practiceSheet', text });
  await college.call('protection.lock', {});
  const locked = { ok: false, error: { code: 'locked', params: {} } };
  expect(await college.attempt('drafts.read', { name })).toEqual(locked);
  expect(await college.attempt('drafts.keep', { name, text: 'x' })).toEqual(locked);
  expect(told()).toEqual([]);
  await college.call('protection.unlock', { password });
  expect([await read(), (await college.call('drafts.read', { name: 'practiceSheet' })).text]).toEqual([text, text]);
  await college.call('protection.turnOff', { password });
  expect([told().length, await read()]).toEqual([2, text]);
}, 14_400_000);

test.each([
  ['sealed under a key nobody has', 'SRKSEAL1'.padEnd(80, 'x')],
  ['empty', ''],
])('a draft that is %s is none, and the next one takes its place', async (_what, bytes) => {
  await college.call('drafts.keep', { name, text });
  const [file = ''] = filesHolding(college.folder, ['Жасырынова']);
  writeFileSync(join(college.folder, file), bytes);
  expect([null, '']).toContain(await read());
  await college.call('drafts.keep', { name, text });
  expect(await read()).toBe(text);
  rmSync(join(college.folder, file));
  mkdirSync(join(college.folder, file));
  expect(await read()).toBeNull();
});

test('a draft that names a person goes when that person is purged', async () => {
  const { id } = await college.call('students.create', aStudent({ surname: 'Жасырынова' }));
  const [row] = (await college.call('students.list', {})).rows;
  const named = JSON.stringify({ sheet: [[row?.name]] });
  await college.call('drafts.keep', { name, text: named });
  await college.call('drafts.keep', { name: 'practiceSheet', text: JSON.stringify({ other: { note: 'Басқа' } }) });
  await college.call('personalData.erase', { people: [{ entity: 'student', id }], ground: 'request' });
  expect(await read()).toBe(named);
  const ids = college.app.db().column<string>('SELECT id FROM erasure');
  await college.call('personalData.purge', { ids });
  expect(await read()).toBeNull();
  expect(existsSync(join(college.folder, 'drafts/practiceSheet.json'))).toBe(true);
  expect(readFileSync(join(college.folder, 'drafts/practiceSheet.json'), 'utf8')).toContain('Басқа');
});
