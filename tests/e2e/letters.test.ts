import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerFileDialogs, screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, test } from './support/college.ts';

const open = async (page: Page, screen: string): Promise<void> => {
  await page.getByRole('link', { name: screen, exact: true }).first().click();
};
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByLabel(label, { exact: false }))
    .first()
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
const letter = (page: Page) => page.frameLocator('iframe[title="Просмотр письма"]').locator('body');

/** Selects the first rows of the list that is open. */
async function selectRows(page: Page, count: number): Promise<void> {
  for (let row = 2; row < 2 + count; row += 1)
    await page.locator(`[role="row"][aria-rowindex="${row}"] [role="gridcell"][aria-colindex="1"]`).click();
}

test('a selection of placements becomes numbered Kazakh letters in one PDF, with every letter readable', async ({
  running,
}) => {
  const { page, dataDir } = running;
  await open(page, 'Размещения');
  await selectRows(page, 3);
  await page.getByRole('button', { name: 'Печать писем' }).click();
  await expect(letter(page)).toContainText('НАПРАВЛЕНИЕ');
  await choose(page, 'Язык письма', 'казахский');
  await expect(letter(page)).toContainText('ЖОЛДАМА');
  await choose(page, 'Сохранить как', 'PDF, все письма в одном файле');
  await page.getByRole('button', { name: 'Следующее письмо' }).click();
  await expect(page.getByText('Письмо 2 из 3')).toBeVisible();
  await expectAccessible(page, ['iframe']);
  await screenshot(page, 'letters-dialog');
  await page.getByRole('button', { name: 'Напечатать 3 письма' }).click();
  await expect(page.getByText('Письма готовы: 3')).toBeVisible({ timeout: 30_000 });
  await screenshot(page, 'letters-done');
  const [file = ''] = readdirSync(path.join(dataDir, 'letters'));
  expect(readdirSync(path.join(dataDir, 'letters'))).toHaveLength(1);
  const text = execFileSync('pdftotext', ['-layout', path.join(dataDir, 'letters', file), '-'], { encoding: 'utf8' });
  expect(text.match(/Ж\s?О\s?Л\s?Д\s?А\s?М\s?А/gu)).toHaveLength(3);
  for (const word of ['Білім алушы', 'Мамандығы', 'тәлімгер', 'қауіпсіздік', 'нұсқама', 'Тәжірибе түрі', 'Өрлеу'])
    expect(text).toContain(word);
  const fonts = execFileSync('pdffonts', [path.join(dataDir, 'letters', file)], { encoding: 'utf8' });
  for (const line of fonts.trim().split('\n').slice(2)) expect(line).toMatch(/yes (?:yes|no) (?:yes|no)/u);

  await page.getByRole('button', { name: 'Показать в журнале' }).click();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4');
  await page.locator('[role="row"][aria-rowindex="2"] [role="gridcell"][aria-colindex="2"]').click();
  await expect(page.frameLocator('iframe').locator('body')).toContainText('ЖОЛДАМА');
  await expectAccessible(page, ['iframe']);
  await screenshot(page, 'letters-register');
});

test('undo keeps the numbers in the register as taken back, and the next letter goes on counting', async ({ page }) => {
  await open(page, 'Размещения');
  await selectRows(page, 2);
  await page.getByRole('button', { name: 'Печать писем' }).click();
  await page.getByRole('button', { name: 'Напечатать 2 письма' }).click();
  await page.getByRole('button', { name: 'Показать в журнале' }).click();
  await expect(page.getByText('действует')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('отозвано')).toHaveCount(2);
  await open(page, 'Размещения');
  await selectRows(page, 1);
  await page.getByRole('button', { name: 'Печать писем' }).click();
  await expect(page.getByText(/^Номер: 3\//u)).toBeVisible();
});

test('a register is printed of the rows a list shows, in its order, and every register from its own page', async ({
  page,
}) => {
  await open(page, 'Размещения');
  await page.getByRole('button', { name: 'Организация', exact: true }).click();
  const { rows } = await call(page, 'placements.list', { sort: { field: 'firmName', direction: 'asc' }, limit: 2 });
  const [student = '', other = ''] = rows.map(row => row.studentName);
  await expect(page.locator('[role="row"][aria-rowindex="2"]')).toContainText(student);
  await selectRows(page, 2);
  await page.getByRole('button', { name: 'Сохранить список в файл' }).click();
  await page.getByRole('menuitem', { name: 'Реестр размещений на практику…' }).click();
  await expect(letter(page)).toContainText('РЕЕСТР ОБУЧАЮЩИХСЯ');
  await expect(letter(page).getByRole('row').nth(1)).toContainText(student);
  await expect(letter(page).getByRole('row').nth(2)).toContainText(other);
  await expect(letter(page).getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Напечатать 1 документ' }).click();
  await expect(page.getByText('Документы готовы: 1')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');

  await open(page, 'Письма');
  await page.getByRole('link', { name: 'Реестры' }).click();
  const visits = page.getByRole('listitem', { name: 'Журнал посещений' });
  await expect(visits).toContainText(/Строк: [1-9]/u);
  await expectAccessible(page);
  await screenshot(page, 'registers');
  await visits.getByRole('button', { name: 'Напечатать' }).click();
  await expect(letter(page)).toContainText('ЖУРНАЛ ПОСЕЩЕНИЙ ПРЕДПРИЯТИЙ');
});

test('a firm’s letter lists its students and is reached from the firm', async ({ page }) => {
  await open(page, 'Организации');
  await page.locator('[role="row"][aria-rowindex="2"] [role="gridcell"][aria-colindex="2"]').click();
  await page.getByRole('button', { name: 'Печать писем' }).click();
  const empty = page.getByText('Нет размещений, для которых можно напечатать письмо.');
  await expect(letter(page).or(empty)).toBeVisible();
  await screenshot(page, 'letters-firm');
});

test('templates are checked, a broken file is refused with its reason, and the screen stays accessible in the dark', async ({
  running,
}) => {
  const { page, app, dataDir } = running;
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, 'Письма');
  await expect(page.getByRole('heading', { name: 'Здесь будет журнал исходящих писем' })).toBeVisible();
  await screenshot(page, 'letters-empty');
  await page.getByRole('link', { name: 'Шаблоны' }).click();
  const templates = page.getByRole('button', { name: 'Открыть в Word' });
  await expect(templates).not.toHaveCount(0);
  await expect(page.getByText(/Замечаний нет/u)).toHaveCount(await templates.count());
  const file = path.join(dataDir, 'план.docx');
  writeFileSync(file, 'не документ');
  await answerFileDialogs(app, file);
  await page.getByRole('button', { name: 'Заменить файлом' }).first().click();
  await expect(page.getByText('«план.docx». Это не документ Word.')).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, 'letters-templates');
});
