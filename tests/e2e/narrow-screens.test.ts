import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp, screenshot } from './support/app.ts';
import { begin } from './support/college.ts';
import { cutTexts, dress, everyPlace, lengthenTexts, open, placeName, restoreTexts } from './support/looks.ts';

test.describe.configure({ mode: 'parallel' });

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
  running = await launchApp({ language: 'kk' });
  await begin(running.page, 'sample', 'kk');
  await dress(running, { language: 'kk', theme: 'light' });
});
test.afterAll(async () => {
  await running.close();
});

test('at 1024×640 texts longer by 40 % are neither cut nor pushed out of the window on any screen', async () => {
  test.setTimeout(400_000);
  const { page } = running;
  await resize(1024, 640);
  const found: string[] = [];
  for (const address of await everyPlace(page)) {
    await open(page, address);
    await screenshot(page, `1024x640/${placeName(address)}`);
    await lengthenTexts(page);
    found.push(...(await cutTexts(page)).map(line => `${placeName(address)}: ${line}`));
    await screenshot(page, `longer/${placeName(address)}`);
    await restoreTexts(page);
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
