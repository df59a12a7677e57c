import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Language } from '#shared/locale/index.ts';
import { type World, world } from '#tests/support/world.ts';

let folder: string;
let colleges: World[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-roll-up-'));
  colleges = [];
});
afterEach(() => {
  for (const college of colleges) college.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A college with the sample's records and a name of its own, whose report of the year is frozen and sent. */
async function sendFrom(name: string, language: Language, schoolYear = 2025): Promise<string> {
  const college = world();
  colleges.push(college);
  await college.call('app.begin', { with: 'sample', language });
  await college.call('settings.update', { collegeRu: name, collegeKk: name });
  const { id } = await college.call('reports.freeze', { schoolYear, language });
  return (await college.call('reports.send', { id, folder })).path;
}

const period = { start: '2025-09-01', end: '2026-08-31' };
const receiver = (): World => colleges[0] ?? world();

async function sheets(path: string): Promise<Map<string, unknown[][]>> {
  const { sheets: all } = await readXlsx(readFileSync(path));
  return new Map(all.map(({ name, rows }) => [name, rows]));
}

test('what two colleges have sent stands side by side with its sums, and no person is named', async () => {
  const [first, second] = [await sendFrom('Колледж «Аңсар»', 'ru'), await sendFrom('Колледж «Болашақ»', 'kk')];
  const mentors = receiver().app.db().column<string>('SELECT name FROM contact');
  expect(mentors.length).toBeGreaterThan(5);
  for (const path of [first, second]) {
    const text = readFileSync(path, 'utf8');
    expect(mentors.filter(name => text.includes(name))).toEqual([]);
  }

  const { files } = await receiver().call('reports.received', { folder });
  expect(files.map(({ state, about }) => [state, about?.college])).toEqual([
    ['fits', 'Колледж «Болашақ»'],
    ['fits', 'Колледж «Аңсар»'],
  ]);
  const saved = await receiver().call('reports.rollUp', { folder, period, language: 'ru' });
  expect(saved).toMatchObject({ colleges: 2, left: 0, name: 'Свод колледжей 2025–2026 учебный год.xlsx' });

  const book = await sheets(saved.path);
  const summary = [...book.values()][1] ?? [];
  const head = summary.findIndex(([, unit]) => unit === 'Единица');
  expect(summary[head]?.slice(1)).toEqual(['Единица', 'Колледж «Аңсар»', 'Колледж «Болашақ»', 'Всего']);
  const { indicators } = await receiver().call('reports.annual', { schoolYear: 2025, language: 'ru' });
  for (const [place, { label, cells }] of (indicators[0]?.rows ?? []).entries()) {
    const value = cells['now']?.value ?? null;
    const [name, , one, other, sum] = summary[head + 1 + place] ?? [];
    expect([name, one, other]).toEqual([label, value, value]);
    if (cells['now']?.measure === 'rows') expect(sum).toBe(Number(value) * 2);
  }
});

test('a changed, a foreign and an older file and another period are named and left out', async () => {
  const path = await sendFrom('Колледж «Аңсар»', 'ru');
  const text = readFileSync(path, 'utf8');
  writeFileSync(join(folder, 'changed.seriktes-report'), text.replace(/"value": (\d+)/u, '"value": 4$1'));
  writeFileSync(join(folder, 'broken.seriktes-report'), text.slice(0, 1000));
  writeFileSync(join(folder, 'other.seriktes-report'), '{"kind":"other"}');
  copyFileSync(path, join(folder, 'Я.seriktes-report'));
  await sendFrom('Колледж «Болашақ»', 'ru', 2024);
  writeFileSync(join(folder, 'letter.txt'), 'not for this');

  const { files } = await receiver().call('reports.received', { folder });
  const states = new Map(files.map(({ file, state }) => [file, state]));
  expect(states.size).toBe(6);
  expect(states.get('changed.seriktes-report')).toBe('changed');
  expect(states.get('broken.seriktes-report')).toBe('unreadable');
  expect(states.get('other.seriktes-report')).toBe('unreadable');
  expect(states.get('Я.seriktes-report')).toBe('replaced');
  const saved = await receiver().call('reports.rollUp', { folder, period, language: 'kk' });
  expect(saved).toMatchObject({ colleges: 1, left: 5 });
  const first = [...(await sheets(saved.path)).values()][0] ?? [];
  expect(first.flat()).toContain('сақталғаннан кейін өзгертілген');
});

test('a folder without files for the period, and one that cannot be read, are named; nothing is written', async () => {
  await sendFrom('Колледж «Аңсар»', 'ru');
  const other = { start: '2020-09-01', end: '2021-08-31' };
  const empty = await receiver().attempt('reports.rollUp', { folder, period: other, language: 'ru' });
  expect(empty).toMatchObject({ ok: false, error: { code: 'rollUpEmpty' } });
  const gone = join(folder, 'gone');
  expect(await receiver().attempt('reports.received', { folder: gone })).toMatchObject({ ok: false });
  expect(await receiver().attempt('reports.received', { folder: 'relative' })).toMatchObject({
    ok: false,
    error: { code: 'noAccess' },
  });
  expect(existsSync(gone)).toBe(false);
});
