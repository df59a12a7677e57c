import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, temporaryFolder } from './support/app.ts';
import { call } from './support/call.ts';
import { go } from './support/college.ts';

test('neither the folder the program is started in nor its data folder is searched for code', async () => {
  const folder = temporaryFolder('planted');
  const mark = path.join(folder, 'ran');
  const code = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'x');`;
  for (const place of [folder, path.join(folder, 'data'), path.join(folder, 'data', 'profile')]) {
    mkdirSync(path.join(place, 'node_modules', 'better-sqlite3'), { recursive: true });
    mkdirSync(path.join(place, 'node_modules', 'electron'), { recursive: true });
    for (const name of [
      'index.js',
      'preload.js',
      'preload.cjs',
      'main.js',
      'node_modules/better-sqlite3/index.js',
      'node_modules/electron/index.js',
    ])
      writeFileSync(path.join(place, name), code);
    writeFileSync(path.join(place, 'package.json'), '{"main":"index.js"}');
    for (const name of ['libffmpeg.so', 'libsqlite3.so', 'version.dll', 'better_sqlite3.node'])
      writeFileSync(path.join(place, name), 'not a library');
  }
  const planted = await launchApp({ dataDir: path.join(folder, 'data'), workingFolder: folder });
  await planted.page.getByRole('button', { name: 'Открыть пример колледжа' }).click();
  await expect(planted.page.getByRole('grid')).toBeVisible();
  const loaded = await planted.app.evaluate(() => {
    const maps = process.getBuiltinModule('fs').readFileSync('/proc/self/maps', 'utf8');
    return [...new Set(maps.split('\n').flatMap(line => line.match(/\/\S+\.(?:so|node)\b/u) ?? []))];
  });
  await planted.close();
  expect(loaded.filter(name => name.startsWith(folder))).toEqual([]);
  expect(statSync(mark, { throwIfNoEntry: false })).toBeUndefined();
});

test('HTML, templates and formulas in names are shown as they were typed, in lists, forms and letters', async () => {
  const { page, close } = await launchApp({ dataDir: temporaryFolder('hostile'), language: 'ru' });
  await page.getByRole('button', { name: 'Открыть пример колледжа' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  const name = 'ТОО «А» <img src=x onerror="window.planted=1"> {{7*7}} =HYPERLINK("x")';
  const [placed] = (await call(page, 'placements.list', { limit: 1 })).rows;
  if (placed === undefined) throw new Error('the sample has placements');
  const { id, revision } = await call(page, 'firms.get', { id: placed.firmId });
  await call(page, 'firms.update', { id, revision, patch: { nameRu: name, notes: name } });
  await page.reload();
  await expect(page.getByText(name).first()).toBeVisible();
  await go(page, `firms/${id}`);
  await expect(page.getByRole('heading', { name })).toBeVisible();
  const run = await page.evaluate(() => [
    document.querySelector('img[src="x"]'),
    (window as { planted?: unknown }).planted,
  ]);
  expect(run).toEqual([null, undefined]);
  const { ids } = await call(page, 'letters.issue', { kind: 'placement', language: 'ru', ids: [placed.id] });
  const { files } = await call(page, 'letters.export', { ids, format: 'pdf' });
  expect(files).toHaveLength(1);
  await close();
});
