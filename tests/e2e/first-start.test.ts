import path from 'node:path';
import { expect } from '@playwright/test';
import { texts } from '#shared/text/index.ts';
import { loadedScripts, scriptSize } from '#tests/bench/electron/launch.ts';
import { screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { begin, expectAccessible, test } from './support/college.ts';

test.use({ college: 'none' });

for (const [language, title] of [
  ['kk', 'Колледждің кәсіпорындармен серіктестігі'],
  ['ru', 'Партнёрства колледжа с предприятиями'],
  ['en', 'The college’s partnerships with industry'],
] as const) {
  test.describe(language, () => {
    test.use({ language });
    test(`the first start speaks the system's language (${language}) and opens the sample college`, async ({
      page,
    }) => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expectAccessible(page);
      await screenshot(page, `start-${language}`);
      await begin(page, 'sample', language);
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '41');
      await screenshot(page, `firms-sample-${language}`);
    });
  });
}

test('the language can be changed on the first screen, before anything is stored', async ({ page }) => {
  await page.getByText('Қазақша', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Колледждің кәсіпорындармен серіктестігі');
  await begin(page, 'empty', 'kk');
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
});

test('what was begun is there after a restart, and the day begins with what it brings', async ({ launch }) => {
  const { close, dataDir, page } = await launch();
  await begin(page, 'sample', 'ru');
  await close();
  const again = await launch({ dataDir: path.resolve(dataDir) });
  await expect(again.page.getByRole('heading', { level: 1, name: 'Сегодня' })).toBeVisible();
  await again.page.keyboard.press('Control+Digit2');
  await expect(again.page.getByRole('grid')).toHaveAttribute('aria-rowcount', '41');
});

test('a second start brings the texts of the officer’s language at once, whatever the system’s is', async ({
  launch,
}) => {
  const { close, dataDir, page } = await launch();
  await page.getByText('Қазақша', { exact: true }).click();
  await begin(page, 'empty', 'kk');
  await expect.poll(() => page.evaluate(() => window.localStorage.getItem('seriktes.look'))).toContain('"kk"');
  await close();
  const again = await launch({ dataDir });
  const scripts = await loadedScripts(again.page, 'main h1');
  await expect(again.page.getByRole('heading', { level: 1, name: texts.kk.shell.screens.today })).toBeVisible();
  const titles = (title: string) => scripts.filter(script => script.toString('utf8').includes(title));
  expect(titles(texts.kk.start.title)).toHaveLength(1);
  expect(titles(texts.ru.start.title)).toEqual([]);
});

test('the first list comes with no more than 400 kB of scripts, zipped', async ({ launch }) => {
  const { close, dataDir, page } = await launch();
  await begin(page, 'sample', 'ru');
  await call(page, 'settings.update', { openOn: 'firms' });
  await close();
  const again = await launch({ dataDir });
  await expect(again.page.locator('[role="row"][aria-rowindex="2"]')).toBeVisible();
  expect(await scriptSize(again.page)).toBeLessThanOrEqual(400);
});
