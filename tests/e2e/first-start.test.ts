import path from 'node:path';
import { expect, test } from '@playwright/test';
import { axeViolations, describeViolations, launchApp, type RunningApp, screenshot } from './support/app.ts';

let running: RunningApp;

test.afterEach(async () => {
  await running.close();
});

for (const [language, title, sample] of [
  ['kk', 'Колледждің кәсіпорындармен серіктестігі', 'Колледж үлгісін ашу'],
  ['ru', 'Партнёрства колледжа с предприятиями', 'Открыть пример колледжа'],
  ['en', 'The college’s partnerships with industry', 'Open a sample college'],
] as const) {
  test(`the first start speaks the system's language (${language}) and opens the sample college`, async () => {
    running = await launchApp({ language });
    const { page } = running;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(describeViolations(await axeViolations(page))).toEqual([]);
    await screenshot(page, `start-${language}`);
    await page.getByRole('button', { name: sample }).click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '41');
    await screenshot(page, `firms-sample-${language}`);
    expect(running.complaints).toEqual([]);
  });
}

test('the language can be changed on the first screen, before anything is stored', async () => {
  running = await launchApp({ language: 'en' });
  const { page } = running;
  await page.getByText('Қазақша', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Колледждің кәсіпорындармен серіктестігі');
  await page.getByRole('button', { name: 'Бос базадан бастау' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
});

test('what was begun is there after a restart, and the day begins with what it brings', async () => {
  running = await launchApp();
  await running.page.getByRole('button', { name: 'Открыть пример колледжа' }).click();
  await expect(running.page.getByRole('grid')).toBeVisible();
  const { dataDir } = running;
  await running.close();
  running = await launchApp({ dataDir: path.resolve(dataDir) });
  await expect(running.page.getByRole('heading', { level: 1, name: 'Сегодня' })).toBeVisible();
  await running.page.keyboard.press('Control+Digit2');
  await expect(running.page.getByRole('grid')).toHaveAttribute('aria-rowcount', '41');
});
