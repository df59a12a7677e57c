import { expect, type Page, test } from '@playwright/test';
import { texts } from '#shared/text/index.ts';
import { launchApp, type RunningApp, screenshot } from './support/app.ts';
import { begin } from './support/college.ts';
import { cutTexts, dress, everyPlace, lengthenTexts, looks, open, placeName, quickAxe } from './support/looks.ts';

let running: RunningApp;

const resize = (width: number, height: number, zoom = 1): Promise<void> =>
  running.app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows().find(each => each.isVisible());
      window?.setContentSize(size.width, size.height);
      if (window) window.webContents.zoomFactor = size.zoom;
    },
    { width, height, zoom },
  );

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

test('axe finds nothing on any screen, and every screen is kept as a picture in three languages and two themes', async () => {
  test.setTimeout(400_000);
  const { page } = running;
  const found: string[] = [];
  for (const address of await everyPlace(page)) {
    await open(page, address);
    for (const look of looks) {
      await dress(running, look);
      const name = placeName(address);
      // Colours change with the theme and names with the language: each is looked at once, the pictures show all six.
      if (look === looks[0] || look === looks[3] || look === looks[5])
        found.push(...(await quickAxe(page)).map(line => `${name} ${look.language} ${look.theme}: ${line}`));
      await screenshot(page, `wide/${look.language}-${look.theme}-${name}`);
    }
  }
  expect(found).toEqual([]);
  expect(running.complaints).toEqual([]);
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
      await page.waitForTimeout(200);
      found.push(...(await quickAxe(page)).map(line => `${name} ${theme}: ${line}`));
      await screenshot(page, `wide/kk-${theme}-${name}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
  expect(found).toEqual([]);
});

test('at 1024×640 texts longer by 40 % are neither cut nor pushed out of the window on any screen', async () => {
  test.setTimeout(400_000);
  const { page } = running;
  await resize(1024, 640);
  await dress(running, { language: 'kk', theme: 'light' });
  const found: string[] = [];
  for (const address of await everyPlace(page)) {
    await open(page, address);
    await screenshot(page, `1024x640/${placeName(address)}`);
    await lengthenTexts(page);
    found.push(...(await cutTexts(page)).map(line => `${placeName(address)}: ${line}`));
    await screenshot(page, `longer/${placeName(address)}`);
    await page.reload();
  }
  expect(found).toEqual([]);
});

test('at 200 % nothing leaves the window', async () => {
  test.setTimeout(400_000);
  const { page } = running;
  await resize(1280, 800, 2);
  const found: string[] = [];
  for (const address of await everyPlace(page)) {
    await open(page, address);
    found.push(...(await cutTexts(page)).map(line => `${placeName(address)}: ${line}`));
    await screenshot(page, `zoomed/${placeName(address)}`);
  }
  expect(found).toEqual([]);
});
