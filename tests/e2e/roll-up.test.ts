import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerFileDialogs, screenshot } from './support/app.ts';
import { expectAccessible, test } from './support/college.ts';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-roll-up-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a frozen report is handed on as a file of figures, and those of two colleges are put side by side', async ({
  running,
}) => {
  const { app, page } = running;
  const ids = await page.evaluate(async into => {
    const freeze = async (): Promise<string> => {
      const frozen = await window.bridge['reports.freeze']?.({ schoolYear: 2025, language: 'ru' });
      return (frozen as { readonly value: { readonly id: string } }).value.id;
    };
    const other = await freeze();
    await window.bridge['reports.send']?.({ id: other, folder: into });
    await window.bridge['settings.update']?.({ collegeRu: 'Колледж «Болашақ»' });
    return [await freeze(), other];
  }, folder);
  writeFileSync(join(folder, 'Обрезанный.seriktes-report'), '{"kind":');
  await answerFileDialogs(app, folder);

  await page.evaluate(id => (window.location.hash = `#/reports/${id}`), ids[0]);
  await expect(page.getByText('Колледж «Болашақ»').first()).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить отчёт' }).click();
  await page.getByRole('menuitem', { name: 'Выбрать папку' }).click();
  await page.getByRole('menuitem', { name: 'Файл для свода' }).click();
  await expect(page.getByRole('button', { name: /^Показатели .*Болашақ.*\.seriktes-report/u })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'К списку отчётов' }).click();
  await page.getByRole('button', { name: 'Свод по колледжам' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Выбрать папку' }).press('Enter');
  await expect(dialog.getByRole('row', { name: /Болашақ.*в своде/u })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Обрезанный\.seriktes-report.*не читается/u })).toBeVisible();
  await expect(dialog.getByText('В свод войдёт: 2 колледжа.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Сохранить свод' }).press('Control+Enter');
  const written = dialog.getByRole('button', { name: /^Свод колледжей 2025–2026 учебный год\.xlsx/u });
  await expect(written).toBeVisible();
  await screenshot(page, 'roll-up-ru');
  await expectAccessible(page);
  const path = (await written.getAttribute('title')) ?? '';
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
});
