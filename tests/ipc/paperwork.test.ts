import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#main/database/connection.ts';
import { annualReport } from '#main/features/reports/queries.ts';
import { generateCollege } from '#main/sample/generator.ts';
import { testPorts, type World, world } from '#tests/support/world.ts';

const today = '2025-11-20';
const subject = { schoolYear: 2024, language: 'ru' } as const;
/** More records than are worked out in the main thread. */
const size = { firms: 60, students: 500, placements: 2_100, requests: 20, auditRows: 2_000 };

let folder: string;
let college: World;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-paper-'));
  const db = openDatabase({ file: join(folder, 'seriktes.db'), backUp: () => undefined });
  generateCollege(db, testPorts(today, 'Officer'), size);
  db.close();
  college = world({ today, folder });
});
afterAll(() => college.close());

test('a large college gets the same report from the other thread as from this one', async () => {
  const records = 'SELECT (SELECT count(*) FROM placement) + (SELECT count(*) FROM student)';
  expect(college.app.db().value(records)).toBeGreaterThan(2_000);
  const report = await college.call('reports.annual', subject);
  expect(report).toEqual(JSON.parse(JSON.stringify(annualReport(college.app.db(), subject, today))));
});

test('a report frozen by the other thread is sound, is one step of undo, and says the same until something changes', async () => {
  const frozen = await college.call('reports.freeze', { ...subject, note: '№ 7' });
  expect(await college.call('reports.verify', { id: frozen.id })).toMatchObject({ sound: true, hash: frozen.hash });
  expect(await college.call('reports.changes', { id: frozen.id })).toMatchObject({ indicators: [] });
  const { undo } = await college.call('history.state', {});
  expect(undo).toMatchObject({ label: { key: 'reportFrozen' } });
  await college.call('history.undo', {});
  const [withdrawn] = await college.call('reports.frozen', {});
  expect(withdrawn).toMatchObject({ id: frozen.id, withdrawn: true });
});

test('commands given while a report is being frozen follow it', async () => {
  const order: string[] = [];
  const freezing = college.call('reports.freeze', { ...subject, note: '' }).then(() => order.push('frozen'));
  const named = college.call('settings.update', { collegeRu: 'Колледж' }).then(() => order.push('named'));
  await Promise.all([freezing, named]);
  expect(order).toEqual(['frozen', 'named']);
});

test('a person is erased by the other thread after a preview, in one step of undo, and no figure changes', async () => {
  const [student] = (await college.call('students.list', { limit: 1 })).rows;
  const people = [{ entity: 'student', id: student?.id ?? '' }] as const;
  const before = await college.call('reports.annual', subject);
  const preview = await college.call('personalData.preview', { people: [...people] });
  expect(preview).toMatchObject({ people: 1, own: expect.arrayContaining([{ entity: 'student', count: 1 }]) });
  const { records } = await college.call('personalData.erase', { people: [...people] });
  const erased = await college.call('students.get', { id: people[0].id });
  expect([records > 0, erased.iin, await college.call('reports.annual', subject)]).toEqual([true, null, before]);
  await college.call('history.undo', {});
  expect((await college.call('students.get', { id: people[0].id })).name).toBe(student?.name);
});

test('files of the report and the full export come from the other thread', async () => {
  const { files } = await college.call('reports.export', { ...subject, formats: ['xlsx', 'docx'] });
  expect(files.map(({ format, bytes }) => [format, bytes > 10_000])).toEqual([
    ['xlsx', true],
    ['docx', true],
  ]);
  const columns = [{ key: 'studentName', title: 'Студент' }];
  const list = await college.call('lists.export', { list: 'placements', columns, format: 'csv' });
  expect(readFileSync(list.path, 'utf8').split('\r\n')).toHaveLength(list.rows + 2);
  const target = mkdtempSync(join(tmpdir(), 'seriktes-paper-all-'));
  const { records } = await college.call('everything.export', { folder: target });
  expect(records).toBeGreaterThan(size.placements + size.students + size.firms);
  expect(
    readdirSync(target)
      .map(name => name.slice(-4))
      .toSorted(),
  ).toEqual(['.zip', 'xlsx'].toSorted());
  rmSync(target, { recursive: true });
});

test('a restore waits for the threads that read the old file, and their work is stopped', async () => {
  const { file } = await college.call('backup.create', {});
  const reading = college.attempt('reports.annual', subject);
  await college.call('backup.restore', { source: 'own', file });
  expect(['cancelled', undefined]).toContain(await reading.then(result => (result.ok ? undefined : result.error.code)));
  expect((await college.attempt('reports.annual', subject)).ok).toBe(true);
});

test('with a password the other thread gets the key for as long as a call takes', async () => {
  await college.call('protection.turnOn', { password: 'Ақсу-2025 қала' });
  expect((await college.call('reports.annual', subject)).indicators.length).toBeGreaterThan(5);
  await college.call('protection.lock', {});
  expect(await college.attempt('reports.annual', subject)).toMatchObject({ ok: false, error: { code: 'locked' } });
});
