import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { answerFileDialogs, launchApp, screenshot, temporaryFolder } from './support/app.ts';
import { expectAccessible } from './support/college.ts';

test('an officer backs up to a drive, restores with a preview and takes it back, and opens an archive by its name', async () => {
  test.setTimeout(180_000);
  const drive = temporaryFolder('drive');
  const { app, page, dataDir, complaints, close } = await launchApp({ language: 'ru' });
  await page.evaluate(() => window.bridge['app.begin']?.({ with: 'sample', language: 'ru' }));
  await page.reload();
  await page.evaluate(() => {
    window.location.hash = '#/settings?tab=backups';
  });
  await page.getByRole('button', { name: 'Создать копию', exact: true }).click();
  const restoreButton = page.getByRole('button', { name: /^Восстановить копию от/u }).first();
  await restoreButton.waitFor();
  await answerFileDialogs(app, drive);
  await page.getByRole('button', { name: 'Выбрать папку' }).click();
  await expect(page.getByText('Папка доступна.')).toBeVisible();
  expect(readdirSync(path.join(drive, 'seriktes-backups')).some(name => name.endsWith('.db'))).toBe(true);

  await page.getByRole('button', { name: 'Проверить копии' }).click();
  await expect(page.getByText('Все проверенные копии исправны.')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await screenshot(page, 'backups');

  await page.evaluate(async () => {
    const list = await window.bridge['firms.list']?.({ limit: 1 });
    const firm = (list as { value: { rows: { id: string; revision: number }[] } }).value.rows[0];
    await window.bridge['firms.update']?.({ id: firm?.id, revision: firm?.revision, patch: { city: 'Басқа қала' } });
  });
  await page.reload();
  await page
    .getByRole('button', { name: /^Восстановить копию от/u })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /Организация/u })).toContainText('1');
  await screenshot(page, 'restore-preview');
  await dialog.getByRole('button', { name: 'Восстановить', exact: true }).click();
  await page.getByRole('button', { name: 'Вернуть как было' }).click();
  await expect
    .poll(async () =>
      JSON.stringify(await page.evaluate(() => window.bridge['firms.list']?.({ search: 'Басқа қала' }))),
    )
    .toContain('"total":1');

  const away = `${drive}-away`;
  renameSync(drive, away);
  await page.evaluate(() => {
    window.location.hash = '#/settings?tab=backups';
  });
  await page.reload();
  await expect(page.getByText('Диск сейчас не подключён. Это не мешает работе.')).toBeVisible();

  mkdirSync(path.join(dataDir, 'out'));
  await answerFileDialogs(app, path.join(dataDir, 'out'));
  await page.evaluate(() => {
    window.location.hash = '#/settings?tab=transfer';
  });
  await page.getByRole('button', { name: 'Сохранить архив…' }).click();
  await expect(page.getByText(/Архив сохранён и проверен/u)).toBeVisible({ timeout: 60_000 });
  expect(complaints).toEqual([]);
  await close();
  const archive = path.join(dataDir, 'out', readdirSync(path.join(dataDir, 'out'))[0] ?? '');
  expect(existsSync(archive)).toBe(true);

  const second = await launchApp({ language: 'ru', args: [archive] });
  await second.page.evaluate(() => window.bridge['app.begin']?.({ with: 'empty', language: 'ru' }));
  await second.page.reload();
  // The file the program was started with opens by itself and is shown.
  await second.page.getByRole('button', { name: 'Взять записи…' }).click();
  const take = second.page.getByRole('dialog');
  await expect(take.getByRole('button', { name: /^Новые/u })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(second.page);
  await screenshot(second.page, 'take-records');
  await take.getByRole('button', { name: 'Взять записи', exact: true }).click();
  await expect(second.page.getByText(/Взято: новых/u)).toBeVisible({ timeout: 60_000 });
  expect(second.complaints).toEqual([]);
  await second.close();
});
