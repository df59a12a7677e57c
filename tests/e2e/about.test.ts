import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { signManifest } from '#main/features/updates/manifest.ts';
import { answerFileDialogs, launchApp, type RunningApp, screenshot, temporaryFolder } from './support/app.ts';
import { begin, expectAccessible } from './support/college.ts';

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp({ language: 'ru' });
  await begin(running.page, 'empty', 'ru');
  await running.page.getByRole('navigation', { name: 'Разделы' }).getByText('Настройки').click();
  await running.page.getByRole('button', { name: 'О программе' }).click();
});
test.afterAll(() => running.close());

test('the licences of everything inside are shown without a network and can be searched', async () => {
  const { page } = running;
  const region = page.locator('section', { has: page.getByRole('heading', { name: 'Лицензии' }) });
  await expect(region.locator('details')).not.toHaveCount(0);
  await expectAccessible(page);
  await region.getByLabel('Найти').fill('sqlite');
  await expect(region.locator('details')).toHaveCount(1);
  await region.locator('summary').click();
  await expect(region.locator('pre')).toContainText('Permission is hereby granted');
  await screenshot(page, 'about-licences');
  expect(running.complaints).toEqual([]);
});

test('an update that nobody of this program signed is refused in plain words', async () => {
  const { page } = running;
  const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const file = path.join(temporaryFolder('update'), 'Seriktes-9.0.0.update');
  writeFileSync(file, signManifest({ version: '9.0.0', releasedOn: '2026-01-10', files: [] }, key));
  await answerFileDialogs(running.app, file);
  await page.getByRole('button', { name: 'Обновить из файла…' }).click();
  await expect(page.getByText(/нет ключа для проверки обновлений|подпись не подтверждена/u)).toBeVisible();
  await screenshot(page, 'about-update-refused');
});

test('a folder of the college is named once and looked into when asked', async () => {
  const { page } = running;
  const folder = temporaryFolder('releases');
  await answerFileDialogs(running.app, folder);
  await page.getByRole('button', { name: 'Папка новых версий…' }).click();
  await expect(page.getByText(`Папка новых версий: ${folder}`)).toBeVisible();
  await page.getByRole('button', { name: 'Искать в папке', exact: true }).click();
  await expect(page.getByText('Новее установленной версии в папке ничего нет')).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, 'about-update-folder');
});
