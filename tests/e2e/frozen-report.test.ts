import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerFileDialogs, screenshot } from './support/app.ts';
import { expectAccessible, test } from './support/college.ts';

const words = {
  ru: {
    reports: 'Отчёты',
    freeze: 'Зафиксировать',
    note: 'Примечание',
    changes: 'Что изменилось',
    report: 'Отчёт',
    list: 'К списку отчётов',
    nothing: 'Ничего не изменилось',
  },
  kk: {
    reports: 'Есептер',
    freeze: 'Бекіту',
    note: 'Ескертпе',
    changes: 'Не өзгерді',
    report: 'Есеп',
    list: 'Есептер тізіміне',
    nothing: 'Өзгеріс жоқ',
  },
  en: {
    reports: 'Reports',
    freeze: 'Freeze',
    note: 'Note',
    changes: 'What has changed',
    report: 'Report',
    list: 'To the list of reports',
    nothing: 'Nothing has changed',
  },
} as const;

/** Freezes the report of the sample college and stays before it. */
async function freezeReport(page: Page, language: keyof typeof words, note: string): Promise<void> {
  const word = words[language];
  await page.getByRole('link', { name: word.reports, exact: true }).click();
  await expect(page.locator('#indicator-partners')).toBeVisible();
  await page.getByRole('button', { name: word.freeze }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: word.note }).fill(note);
  await expectAccessible(page);
  await screenshot(page, `frozen-dialog-${language}`);
  await dialog.getByRole('button', { name: word.freeze }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/^[\da-f]{64}$/u)).toBeVisible();
  await page.mouse.move(700, 400);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
}

for (const language of ['ru', 'kk', 'en'] as const) {
  test.describe(language, () => {
    test.use({ language });
    test(`a frozen report, its list and its changes can be read by everyone in ${language}`, async ({ page }) => {
      const word = words[language];
      await freezeReport(page, language, '№ 14');
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
        await expectAccessible(page);
        await screenshot(page, `frozen-report-${language}-${scheme}`);
      }
      await page.locator('#indicator-placementsByFirm tbody td').first().getByRole('button').click();
      await expect(page.getByRole('dialog').getByRole('row')).not.toHaveCount(0);
      await expectAccessible(page);
      await screenshot(page, `frozen-list-behind-${language}`);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: word.changes, exact: true }).click();
      await expect(page.getByText(word.nothing)).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: word.list }).click();
      await expect(page.getByRole('table')).toBeVisible();
      await expectAccessible(page);
      await screenshot(page, `frozen-list-${language}`);
    });
  });
}

test('after a record has changed the frozen numbers stay, the difference names the record, and the files carry the checksum', async ({
  running,
}) => {
  const { app, page } = running;
  await freezeReport(page, 'ru', 'Управлению образования, исх. № 14');
  const hash = await page.getByText(/^[\da-f]{64}$/u).innerText();
  const first = page.locator('#indicator-placementsByFirm tbody td').first().getByRole('button');
  const shown = await first.innerText();
  await first.click();
  const name = await page.getByRole('dialog').locator('tbody th a').first().innerText();
  await page.getByRole('dialog').locator('tbody th a').first().click();

  // The record opens; it is removed, and the report is opened again.
  await page.getByRole('button', { name: 'Действия', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Удалить' }).click();
  await expect(page.getByText(/^Удалено: /u).first()).toBeVisible();
  await page.getByRole('link', { name: 'Отчёты', exact: true }).click();
  await page.getByRole('link', { name: /^Зафиксированные/u }).click();
  await expect(page.getByRole('cell', { name: hash.slice(0, 12) })).toBeVisible();
  await page.locator('tbody th a').first().click();
  await expect(first).toHaveText(shown);
  await first.click();
  await expect(page.getByRole('dialog').getByText('запись удалена').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Что изменилось', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Что изменилось с/u })).toBeVisible();
  await expect(page.getByText(new RegExp(`${name} · .+ \\(запись удалена\\) — выбыла`, 'u')).first()).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, 'frozen-changes-ru');
  await page.emulateMedia({ colorScheme: 'dark' });
  await screenshot(page, 'frozen-changes-ru-dark');

  await page.getByRole('button', { name: 'Проверить сумму' }).click();
  await expect(page.getByText('Контрольная сумма совпадает: отчёт не изменён.')).toBeVisible();

  const folder = path.resolve(process.env['SERIKTES_ARTEFACTS'] ?? 'artefacts', 'report-frozen');
  mkdirSync(folder, { recursive: true });
  await answerFileDialogs(app, folder);
  await page.getByRole('button', { name: 'Сохранить отчёт' }).click();
  await page.getByRole('menuitem', { name: 'Выбрать папку' }).click();
  await page.getByRole('menuitem', { name: 'Все три файла' }).click();
  await expect(page.getByRole('button', { name: 'Открыть папку' })).toBeVisible({ timeout: 30_000 });
  const mark = hash.slice(0, 12);
  const files = readdirSync(folder).filter(file => file.includes(mark));
  expect(files).toHaveLength(3);
  const pdf = path.join(folder, files.find(file => file.endsWith('.pdf')) ?? '');
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.filter(text => text.includes('Черновик'))).toEqual([]);
  expect(pages.filter(text => !text.includes(mark))).toEqual([]);
});
