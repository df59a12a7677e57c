import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Language } from '#shared/contract/primitives.ts';
import { answerFileDialogs, screenshot } from './support/app.ts';
import { expectAccessible, test } from './support/college.ts';

const names = { kk: 'Есептер', ru: 'Отчёты', en: 'Reports' } as const;

/** Brings the report of the sample college onto the screen. */
async function openReport(page: Page, language: Language = 'ru'): Promise<void> {
  await page.getByRole('link', { name: names[language], exact: true }).click();
  await expect(page.locator('#indicator-partners')).toBeVisible();
  // The navigation's tooltip goes with the pointer.
  await page.mouse.move(700, 400);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
}

const digits = (text: string): number => Number(text.replaceAll(/\D/gu, ''));

for (const language of ['ru', 'kk', 'en'] as const) {
  test.describe(language, () => {
    test.use({ language });
    test(`the report can be read by everyone in ${language}, in light and in dark`, async ({ page }) => {
      await openReport(page, language);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
        await expectAccessible(page);
        await screenshot(page, `report-${language}-${scheme}`);
        for (const id of ['agreementsByType', 'enterpriseShare', 'placementsByFirm', 'requestsByState']) {
          await page.locator(`#indicator-${id}`).scrollIntoViewIfNeeded();
          await screenshot(page, `report-${id}-${language}-${scheme}`);
        }
        await page.locator('#indicator-summary').scrollIntoViewIfNeeded();
      }
    });
  });
}

test('a number opens the list of exactly that many records, and back leads to the same place', async ({ page }) => {
  await openReport(page);
  const places: readonly (readonly [indicator: string, row: number, column: number])[] = [
    ['partnersBySector', 0, 0],
    ['agreementsByType', 3, 0],
    ['contingentBySpecialty', 1, 1],
    ['enterpriseShare', 1, 1],
    ['placementsByFirm', 0, 0],
    ['placementsByState', 0, 0],
    ['requestsByState', 0, 0],
    ['hired', 0, 1],
  ];
  for (const [indicator, row, column] of places) {
    const number = page
      .locator(`#indicator-${indicator} tbody tr`)
      .nth(row)
      .locator('td')
      .nth(column)
      .getByRole('link');
    const shown = digits(await number.innerText());
    expect(shown, indicator).toBeGreaterThan(0);
    await number.click();
    await expect(page.getByRole('grid'), indicator).toHaveAttribute('aria-rowcount', String(shown + 1));
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(number).toBeInViewport();
  }
  await screenshot(page, 'report-after-back');
});

test('a search left in a list does not change what a number opens', async ({ page }) => {
  await openReport(page);
  await page.getByRole('link', { name: 'Размещения', exact: true }).click();
  await page.getByRole('textbox', { name: 'Поиск в списке' }).fill('нет такого');
  await page.getByRole('link', { name: 'Отчёты', exact: true }).click();
  const total = page.locator('#indicator-placementsByPractice tfoot td').first().getByRole('link');
  const shown = digits(await total.innerText());
  await total.click();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(shown + 1));
  await screenshot(page, 'report-list-behind-number');
});

const words = {
  kk: {
    save: 'Есепті сақтау',
    folder: 'Қалтаны таңдау',
    all: 'Үш файлды да сақтау',
    open: 'Қалтаны ашу',
    year: 'Есеп кезеңі',
    file: 'Жылдық есеп',
    draft: 'Жоба',
    inside: 'Кәсіпорындағы оқыту үлесі',
  },
  ru: {
    save: 'Сохранить отчёт',
    folder: 'Выбрать папку',
    all: 'Все три файла',
    open: 'Открыть папку',
    year: 'Период отчёта',
    file: 'Годовой отчёт',
    draft: 'Черновик',
    inside: 'Доля обучения на предприятии',
  },
} as const;

for (const language of ['kk', 'ru'] as const) {
  test.describe(language, () => {
    test.use({ language });
    test(`the report is saved in ${language} as Excel, Word and PDF, each readable by another program`, async ({
      running,
    }) => {
      const { app, page } = running;
      const word = words[language];
      await openReport(page, language);
      const years = await page.getByRole('combobox', { name: word.year }).inputValue();
      const folder = path.resolve(process.env['SERIKTES_ARTEFACTS'] ?? 'artefacts', `report-${language}`);
      mkdirSync(folder, { recursive: true });
      await answerFileDialogs(app, folder);
      await page.getByRole('button', { name: word.save }).click();
      await page.getByRole('menuitem', { name: word.folder }).click();
      await expect(page.getByRole('menuitem', { name: folder })).toBeVisible();
      await page.getByRole('menuitem', { name: word.all }).click();
      await expect(page.getByRole('button', { name: word.open })).toBeVisible({ timeout: 30_000 });
      await screenshot(page, `report-saved-${language}`);
      const fileOf = (ending: string): string => path.join(folder, `${word.file} ${years.replace('–', '-')}.${ending}`);
      const sizes = ['pdf', 'docx', 'xlsx'].map(ending => statSync(fileOf(ending)).size);
      expect(Math.min(...sizes)).toBeGreaterThan(5000);
      const pages = execFileSync('pdftotext', ['-layout', fileOf('pdf'), '-'], { encoding: 'utf8' })
        .split('\f')
        .slice(0, -1);
      expect(pages.length).toBeGreaterThan(8);
      expect(pages.filter(text => !text.includes(word.draft))).toEqual([]);
      expect(pages.join('')).toContain(word.inside);
      expect(execFileSync('pdffonts', [fileOf('pdf')], { encoding: 'utf8' })).not.toMatch(/ no {2,}(?:yes|no) {2,}/u);
    });
  });
}
