import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import PizZip from 'pizzip';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openZip } from '#main/documents/zip-archive.ts';
import { aFirm, anAgreement } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let papers: string;
beforeEach(() => {
  college = world();
  papers = mkdtempSync(join(tmpdir(), 'seriktes-papers-'));
});
afterEach(() => {
  college.close();
  rmSync(papers, { recursive: true, force: true });
});

const limits = { entries: 10_000, unpackedBytes: 1e9, ratio: 1000 };

/** A signed agreement with a scan of that name, or without one. */
async function agreement(number: string, scan?: string, content = number): Promise<void> {
  const firm = await college.call('firms.create', aFirm({ nameRu: `ТОО «Болат ${number}»` }));
  const { id } = await college.call('agreements.create', anAgreement(firm.id, { number }));
  if (scan === undefined) return;
  const path = join(papers, scan);
  writeFileSync(path, `%PDF-1.4\n${content}\n%%EOF\n`);
  await college.call('attachments.add', { entity: 'agreement', entityId: id, paths: [path] });
}

const pack = () => college.call('reports.evidence', { schoolYear: 2025, language: 'ru' });

async function indexOf(path: string): Promise<unknown[][]> {
  const bytes = openZip(readFileSync(path), limits).read('Опись.xlsx');
  const sheet = (await readXlsx(bytes ?? new Uint8Array())).sheets[0];
  return (sheet?.rows ?? []).slice(4).map(row => [row[0], row[1], row[2], row[5], row[7]]);
}

test('the archive holds every scan once under a safe name, and the index names what is not there', async () => {
  await agreement('1/25: дуальный', 'Скан.PDF');
  await agreement('2', 'тот же.pdf');
  await agreement('3');
  await agreement('4', 'потерян.pdf');
  const kept = college.app.db().value<string>("SELECT hash FROM attachment WHERE name = 'потерян.pdf'") ?? '';
  rmSync(join(college.folder, 'files', kept.slice(0, 2), kept));
  const saved = await pack();
  const names = openZip(readFileSync(saved.path), limits).names;
  expect([saved.files, saved.missing, saved.name]).toEqual([2, 2, 'Документы к отчёту 2025-2026.zip']);
  expect(names).toHaveLength(3);
  expect(names.filter(name => /[<>:"\\|?*]/u.test(name))).toEqual([]);
  const lines = await indexOf(saved.path);
  const states = Object.fromEntries(lines.slice(0, 4).map(line => [line[2], line[4]]));
  expect(states).toEqual({
    '1/25: дуальный': 'есть',
    '2': 'есть',
    '3': 'скан не прикреплён',
    '4': 'файл не найден',
  });
  const listed = lines.flatMap(line => (typeof line[3] === 'string' && line[3] !== '' ? [line[3]] : []));
  expect([...listed, 'Опись.xlsx'].toSorted()).toEqual([...names].toSorted());
});

test('another program finds the archive sound, with names in Kazakh and Russian', async () => {
  await agreement('Ә-1', 'шарт.pdf', 'қолы қойылған '.repeat(5000));
  const { path } = await pack();
  const listing = execFileSync('unzip', ['-t', path], { encoding: 'utf8' });
  expect(listing).toContain('No errors detected');
  const names = Object.keys(new PizZip(readFileSync(path)).files).join('\n');
  expect(names).toMatch(/^Договоры\/.*Ә-1 ТОО «Болат Ә-1»\.pdf$/mu);
});

test('a file that is no longer what was attached is named and left out', async () => {
  await agreement('5', 'скан.pdf');
  const hash = college.app.db().value<string>('SELECT hash FROM attachment') ?? '';
  writeFileSync(join(college.folder, 'files', hash.slice(0, 2), hash), 'something else');
  const saved = await pack();
  expect([saved.files, saved.missing, (await indexOf(saved.path))[0]?.[4]]).toEqual([
    0,
    1,
    'файл изменён после прикрепления',
  ]);
});

test('stopped in the middle, it leaves no file and no half of one', async () => {
  for (let number = 0; number < 60; number += 1) await agreement(`${number}`, `${number}.pdf`, 'x'.repeat(20_000));
  const folder = join(papers, 'out');
  mkdirSync(folder);
  const working = college.attempt('reports.evidence', { schoolYear: 2025, language: 'ru', folder });
  let stopped = false;
  for (let attempt = 0; attempt < 2000 && !stopped; attempt += 1) {
    const jobs = await college.call('jobs.state', {});
    const job = jobs.find(one => one.kind === 'evidence');
    if (job !== undefined) stopped = (await college.call('jobs.cancel', { id: job.id })).stopping;
    await new Promise(resolve => setImmediate(resolve));
  }
  expect([stopped, await working, readdirSync(folder)]).toEqual([
    true,
    expect.objectContaining({ ok: false, error: expect.objectContaining({ code: 'cancelled' }) }),
    [],
  ]);
});

test('a folder that cannot be written to is refused in words, and nothing is left in it', async () => {
  await agreement('6', 'скан.pdf');
  const blocked = join(papers, 'file');
  writeFileSync(blocked, 'x');
  const result = await college.attempt('reports.evidence', {
    schoolYear: 2025,
    language: 'ru',
    folder: join(blocked, 'below'),
  });
  expect([result.ok, existsSync(join(blocked, 'below'))]).toEqual([false, false]);
});
