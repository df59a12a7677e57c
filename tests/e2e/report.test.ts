import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  answerFileDialogs,
  axeViolations,
  describeViolations,
  launchApp,
  type RunningApp,
  screenshot,
} from './support/app.ts';

let running: RunningApp;
test.afterEach(async () => {
  await running.close();
});

const openings = { kk: 'Колледж үлгісін ашу', ru: 'Открыть пример колледжа', en: 'Open a sample college' } as const;
const names = { kk: 'Есептер', ru: 'Отчёты', en: 'Reports' } as const;

/** The sample college with its report on the screen. */
async function openReport(language: 'kk' | 'ru' | 'en'): Promise<Page> {
  running = await launchApp({ language });
  const { page } = running;
  await page.getByRole('button', { name: openings[language] }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('link', { name: names[language], exact: true }).click();
  await expect(page.locator('#indicator-partners')).toBeVisible();
  // The navigation's tooltip goes with the pointer.
  await page.mouse.move(700, 400);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  return page;
}

const digits = (text: string): number => Number(text.replaceAll(/\D/gu, ''));

for (const language of ['ru', 'kk', 'en'] as const) {
  test(`the report can be read by everyone in ${language}, in light and in dark`, async () => {
    const page = await openReport(language);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
      expect(describeViolations(await axeViolations(page))).toEqual([]);
      await screenshot(page, `report-${language}-${scheme}`);
      for (const id of ['agreementsByType', 'enterpriseShare', 'placementsByFirm', 'requestsByState']) {
        await page.locator(`#indicator-${id}`).scrollIntoViewIfNeeded();
        await screenshot(page, `report-${id}-${language}-${scheme}`);
      }
      await page.locator('#indicator-summary').scrollIntoViewIfNeeded();
    }
    expect(running.complaints).toEqual([]);
  });
}

test('a number opens the list of exactly that many records, and back leads to the same place', async () => {
  const page = await openReport('ru');
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

test('a search left in a list does not change what a number opens', async () => {
  const page = await openReport('ru');
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
  test(`the report is saved in ${language} as Excel, Word and PDF, each readable by another program`, async () => {
    const word = words[language];
    const page = await openReport(language);
    const years = await page.getByRole('combobox', { name: word.year }).inputValue();
    const folder = path.resolve(process.env['SERIKTES_ARTEFACTS'] ?? 'artefacts', `report-${language}`);
    mkdirSync(folder, { recursive: true });
    await answerFileDialogs(running.app, folder);
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
}
