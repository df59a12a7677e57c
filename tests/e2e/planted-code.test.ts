import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, temporaryFolder } from './support/app.ts';

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
