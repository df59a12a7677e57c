import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { screenshot } from './support/app.ts';
import { expectAccessible, test } from './support/college.ts';

async function openOverview(page: Page, language: 'kk' | 'ru' = 'ru'): Promise<void> {
  await page.getByRole('link', { name: language === 'kk' ? 'Есептер' : 'Отчёты', exact: true }).click();
  await page.getByRole('link', { name: language === 'kk' ? 'Шолу' : 'Обзор', exact: true }).click();
  await expect(page.locator('[aria-labelledby^="card-"]').first()).toBeVisible();
  await page.mouse.move(700, 400);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
}

test.describe('in Kazakh', () => {
  test.use({ language: 'kk' });
  test('the overview can be read by everyone, and every mark of a chart leads by keyboard to its list', async ({
    page,
  }) => {
    await openOverview(page, 'kk');
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
      await expectAccessible(page);
      await screenshot(page, `report-overview-kk-${scheme}`);
    }
    const card = page.locator('[aria-labelledby="card-partnersBySector"]');
    const bars = card.locator('figure li').first().getByRole('link');
    await expect(bars).toHaveCount(2);
    const shown = Number((await bars.nth(1).innerText()).trim());
    await bars.nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(shown + 1));
  });
});

test('an indicator is made from a list, stands in the report of another period, and its documents are gathered', async ({
  page,
}) => {
  await openOverview(page);
  const menu = page.getByRole('button', { name: 'Показатели отчёта' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Показатели', exact: true }).click();
  await page.getByRole('button', { name: 'Добавить показатель' }).click();
  await page.getByLabel('Название на русском').fill('Размещения по организациям города');
  await page.getByLabel('Название на казахском').fill('Қала ұйымдарындағы орналастырулар');
  await page.getByRole('button', { name: 'Сохранить показатель' }).click();
  await expect(page.getByRole('checkbox', { name: /Размещения по организациям города/u })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).last().click();
  await page.getByRole('combobox', { name: 'Период отчёта' }).click();
  await page.getByRole('option', { name: '2025', exact: true }).click();
  await expect(page.getByText('2025 календарный год', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('Размещения по организациям города').first()).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить отчёт' }).click();
  await page.getByRole('menuitem', { name: 'Документы к отчёту (ZIP)' }).click();
  await expect(page.getByRole('button', { name: /Документы к отчёту 2025\.zip/u })).toBeVisible({ timeout: 30_000 });
});

test('a list on the screen is saved as a PDF with its columns and the day on every sheet', async ({ running }) => {
  const { dataDir, page } = running;
  await openOverview(page);
  await page.getByRole('link', { name: 'Размещения', exact: true }).first().click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить список в файл' }).click();
  await page.getByRole('menuitem', { name: 'Экспорт: PDF' }).click();
  await expect(page.getByText(/Сохранено: Размещения/u)).toBeVisible({ timeout: 60_000 });
  const folder = join(dataDir, 'exports');
  const file = join(folder, readdirSync(folder).find(name => name.endsWith('.pdf')) ?? '');
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const sheets = text.split('\f').filter(sheet => sheet.trim() !== '');
  expect(sheets.length).toBeGreaterThan(1);
  for (const sheet of sheets) {
    expect(sheet).toContain('Студент');
    expect(sheet).toMatch(/из\s+\d+/u);
  }
});
