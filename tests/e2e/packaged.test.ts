import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { expect, type Page, test } from '@playwright/test';
import { readFuses, wantedFuses } from '../../packaging/fuses.ts';
import { makeCollege, renderWorkbook } from '../unit/importing/made-workbook.ts';
import { screenshot, temporaryFolder } from './support/app.ts';
import { call } from './support/call.ts';
import { launchPackaged, type PackagedApp, packagedExecutable } from './support/packaged.ts';

const made = makeCollege(11, 24);
let running: PackagedApp | undefined;

test.afterEach(async () => {
  await running?.kill();
});

test('the package holds its asar, one native binary, two languages of Chromium and the licences, and its fuses read right', async () => {
  const executable = packagedExecutable();
  const folder = path.dirname(executable);
  const resources = path.join(folder, 'resources');
  expect(await readFuses(executable)).toEqual(wantedFuses);
  expect(readdirSync(resources).toSorted()).toEqual(['app.asar', 'app.asar.unpacked', 'licences.txt', 'resources']);
  const natives = listPackage(path.join(resources, 'app.asar'), { isPack: false }).filter(name =>
    name.endsWith('.node'),
  );
  expect(natives).toEqual([`/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`]);
  expect(readdirSync(path.join(folder, 'locales')).toSorted()).toEqual(['en-US.pak', 'ru.pak']);
  expect(readFileSync(path.join(resources, 'licences.txt'), 'utf8')).toContain('better-sqlite3');
});

/** The processes that show pages, below the packaged program. */
function renderersOf(program: PackagedApp): readonly string[] {
  const parents = new Map<string, string>();
  for (const id of readdirSync('/proc').filter(name => /^\d+$/u.test(name)))
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      parents.set(id, /^PPid:\s+(\d+)/mu.exec(status)?.[1] ?? '');
    } catch {
      continue; // it ended meanwhile
    }
  const isBelow = (id: string): boolean => {
    const parent = parents.get(id);
    return parent !== undefined && (parent === String(program.process.pid) || isBelow(parent));
  };
  return [...parents.keys()].filter(
    id => isBelow(id) && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer'),
  );
}

/** Hands a workbook over to the page and takes all of it. */
async function importWorkbook(page: Page): Promise<void> {
  const bytes = await renderWorkbook(made, { seed: 5, tongue: 'ru' });
  await page.evaluate(async encoded => {
    const source = { name: 'Партнёры.xlsx', bytes: Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0)) };
    const preview = (await window.bridge['importing.preview']?.({ source })) as {
      readonly value: { previewId: string };
    };
    await window.bridge['importing.commit']?.({ previewId: preview.value.previewId });
  }, Buffer.from(bytes).toString('base64'));
}

test('the packaged program opens sandboxed, imports, prints a PDF, and has everything after kill -9', async () => {
  const dataDir = temporaryFolder('packaged');
  running = await launchPackaged(dataDir);
  await expect(running.page.getByRole('heading', { level: 1 })).toHaveText('Партнёрства колледжа с предприятиями');
  if (process.platform === 'linux') {
    const renderers = renderersOf(running);
    expect(renderers.length).toBeGreaterThan(0);
    for (const id of renderers) {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      expect(status).toMatch(/^Seccomp:\s+2$/mu);
      expect(status).not.toMatch(/^Uid:\s+0\s/mu);
    }
  }
  await call(running.page, 'app.begin', { with: 'empty', language: 'ru' });
  await importWorkbook(running.page);
  const ids = (await call(running.page, 'placements.list', { limit: 2 })).rows.map(({ id }) => id);
  const issued = await call(running.page, 'letters.issue', { kind: 'direction', language: 'kk', ids });
  const { folder, files } = await call(running.page, 'letters.export', { ids: issued.ids, format: 'pdfCombined' });
  const text = execFileSync('pdftotext', ['-layout', path.join(folder, path.basename(files[0] ?? '')), '-'], {
    encoding: 'utf8',
  });
  expect(text.match(/Ж\s?О\s?Л\s?Д\s?А\s?М\s?А/gu)).toHaveLength(2);
  const before = (await call(running.page, 'app.status', {})).counts;
  expect(before).toMatchObject({ firms: made.firms.length, placements: made.placements.length, letters: 2 });
  await running.kill();

  running = await launchPackaged(dataDir);
  await expect(running.page.getByRole('heading', { level: 1, name: 'Сегодня' })).toBeVisible();
  const after = await call(running.page, 'app.status', {});
  expect(after.counts).toEqual(before);
  expect(after.testRuntime).toBe(false);
  await running.page.keyboard.press('Control+Digit2');
  await expect(running.page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(made.firms.length + 1));
  await screenshot(running.page, 'packaged-firms');
});
