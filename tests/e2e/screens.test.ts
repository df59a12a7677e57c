import { expect, type Page, test } from '@playwright/test';
import { screenNames } from '#renderer/state/routes.ts';
import { axeViolations, describeViolations, launchApp, type RunningApp, screenshot } from './support/app.ts';

type Look = { readonly language: 'kk' | 'ru' | 'en'; readonly theme: 'light' | 'dark' };

/** Every screen there is, but the first one, which is gone once the college has begun. */
const screens = screenNames.filter(name => name !== 'start');
const withRecords = [
  'firms',
  'agreements',
  'placements',
  'students',
  'groups',
  'specialties',
  'requests',
  'meetings',
  'engagements',
] as const;

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp({ language: 'ru' });
  await running.page.getByRole('button', { name: 'Открыть пример колледжа' }).click();
  await expect(running.page.getByRole('grid')).toBeVisible();
});
test.afterAll(async () => {
  await running.close();
});

async function dress(page: Page, look: Look): Promise<void> {
  await page.evaluate(async settings => {
    await window.bridge['settings.update']?.(settings);
  }, look);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', look.language);
}

/** Opens a screen by its address and waits until it has stopped loading. */
async function open(page: Page, address: string): Promise<void> {
  await page.evaluate(hash => {
    window.location.hash = hash;
  }, `#/${address}`);
  await expect(page.locator('main')).not.toBeEmpty();
  await page.waitForFunction(() => document.querySelector('main [role="status"][aria-label]') === null);
  await page.waitForTimeout(250); // panels slide in for 150 ms
}

const firstId = (page: Page, name: string): Promise<string> =>
  page.evaluate(async channel => {
    const answer = (await window.bridge[channel]?.({ limit: 1 })) as unknown as { value: { rows: { id: string }[] } };
    return answer.value.rows[0]?.id ?? '';
  }, `${name}.list`);

async function complaintsOf(page: Page, look: Look, size: string): Promise<string[]> {
  const found: string[] = [];
  const check = async (name: string): Promise<void> => {
    const lines = describeViolations(await axeViolations(page));
    found.push(...lines.map(line => `${name} ${look.theme}: ${line}`));
    await screenshot(page, `${size}/${look.language}-${look.theme}-${name}`);
  };
  for (const screen of screens) {
    await open(page, screen);
    await check(screen);
  }
  for (const name of withRecords) {
    await open(page, `${name}/${await firstId(page, name)}`);
    await check(`${name}-record`);
  }
  await open(page, 'firms');
  await page.keyboard.press('Control+KeyK');
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('palette');
  await page.keyboard.press('Escape');
  return found;
}

for (const look of [
  { language: 'ru', theme: 'light' },
  { language: 'kk', theme: 'dark' },
  { language: 'en', theme: 'light' },
] as const satisfies readonly Look[]) {
  test(`axe finds nothing on any screen (${look.language}, ${look.theme})`, async () => {
    test.setTimeout(400_000);
    await dress(running.page, look);
    expect(await complaintsOf(running.page, look, 'wide')).toEqual([]);
    expect(running.complaints).toEqual([]);
  });
}

test('at 1024×640 nothing is cut off and axe finds nothing (kk, light)', async () => {
  test.setTimeout(400_000);
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(window => window.isVisible())
      ?.setContentSize(1024, 640);
  });
  const look = { language: 'kk', theme: 'light' } as const;
  await dress(running.page, look);
  expect(await complaintsOf(running.page, look, '1024x640')).toEqual([]);
  const wider = await running.page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(wider).toBe(false);
});
