import { expect, type Page, test } from '@playwright/test';
import { texts } from '#shared/text/index.ts';
import { launchApp, type RunningApp, screenshot, settled } from './support/app.ts';
import { axeFaults } from './support/axe.ts';
import { begin } from './support/college.ts';
import { dress, open } from './support/looks.ts';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp({ language: 'ru' });
  await begin(running.page, 'sample', 'ru');
});
test.afterAll(async () => {
  await running.close();
});

test('the kit’s styles come first, so that those of the screens are laid over them', async () => {
  const sheets = await running.page.evaluate(() => [...document.styleSheets].flatMap(({ href }) => href ?? []));
  expect(sheets[0]).toContain('/kit-');
});

/** What opens over the screens: where, and how. */
const overlays: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  palette: async page => {
    await open(page, 'firms');
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.insertText('ду');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  keys: async page => {
    await open(page, 'calendar');
    await page.keyboard.press('Control+Slash');
  },
  create: async page => {
    await open(page, 'firms');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Insert');
  },
  tour: async page => {
    await open(page, 'help');
    await page.getByRole('button', { name: texts.kk.tour.start }).click();
  },
  freeze: async page => {
    await open(page, 'reports');
    await page.getByRole('button', { name: texts.kk.reports.frozen.freeze }).click();
  },
  password: async page => {
    await open(page, 'settings?tab=protection');
    await page.getByRole('button', { name: texts.kk.protection.turnOn }).click();
  },
};

test('what opens over the screens is sound in both themes: palette, keys, forms, tour, freezing, password', async () => {
  const { page } = running;
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await dress(running, { language: 'kk', theme });
    for (const [name, show] of Object.entries(overlays)) {
      await show(page);
      await expect(page.getByRole('dialog')).toBeVisible();
      await settled(page);
      found.push(...(await axeFaults(page)).map(line => `${name} ${theme}: ${line}`));
      await screenshot(page, `wide/kk-${theme}-${name}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
  expect(found).toEqual([]);
});
