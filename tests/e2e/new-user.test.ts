import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { makeCollege, renderWorkbook } from '../unit/importing/made-workbook.ts';
import { answerFileDialogs, screenshot, temporaryFolder } from './support/app.ts';
import { call } from './support/call.ts';
import { begin, expectAccessible, test } from './support/college.ts';

test.use({ college: 'none' });

test('the tour leads past the real things by the keyboard, ends at any time and starts again from Help', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Открыть пример и познакомиться за пять минут' }).click();
  const card = page.getByRole('dialog');
  await expect(card.getByRole('heading')).toHaveText('Разделы');
  await expectAccessible(page);
  const titles: string[] = [];
  for (let step = 0; step < 10; step += 1) {
    titles.push(await card.getByRole('heading').innerText());
    await expect(card.locator('[data-next]')).toBeFocused();
    if (step < 9) await page.keyboard.press('Enter');
  }
  await screenshot(page, 'tour');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await page.getByRole('button', { name: 'Справка по этому разделу' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Сегодня' })).toBeVisible();
  await page.getByRole('button', { name: 'Знакомство за пять минут' }).click();
  await expect(card.getByRole('heading')).toHaveText('Разделы');
  expect(new Set(titles).size).toBe(10);
});

test('the sample is removed with one press and brought back with one undo', async ({ page }) => {
  await begin(page, 'sample', 'ru');
  const firms = async (): Promise<number> => (await call(page, 'app.status', {})).counts.firms;
  const before = await firms();
  await page.getByRole('button', { name: 'Пример колледжа', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Убрать пример и начать со своих данных' }).click();
  await expect.poll(firms).toBe(0);
  await page.getByRole('status').getByRole('button', { name: 'Отменить' }).click();
  await expect.poll(firms).toBe(before);
});

test('settings and the guide are found by words, with Kazakh letters or without', async ({ launch }) => {
  const { page } = await launch({ language: 'kk' });
  await begin(page, 'empty', 'kk');
  await page.getByRole('searchbox', { name: 'Баптауды табу' }).fill('номир');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /нөмір/iu })).toBeFocused();
  await page.getByRole('link', { name: 'Анықтама', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Нұсқаулықтан табу' }).fill('талимгер');
  await page
    .getByRole('button', { name: /^Сөздік/u })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 2, name: 'Сөздік' })).toBeVisible();
  await expectAccessible(page);
});

test('a new user with only the guide imports a workbook, places a group, prints letters and saves the report', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const made = makeCollege(11, 16);
  const workbook = path.join(temporaryFolder('new-user'), 'Партнёры.xlsx');
  writeFileSync(workbook, await renderWorkbook(made, { seed: 3, tongue: 'ru' }));
  const { page, app, dataDir } = running;
  await answerFileDialogs(app, workbook);

  // «Загрузите свою таблицу»: what the guide's first chapter and the chapter on importing say.
  await page.getByRole('button', { name: 'Загрузить мою таблицу' }).click();
  await page.getByRole('button', { name: 'Выбрать файл' }).click();
  await page.getByRole('button', { name: /^Записать/u }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('загружен');

  // «Разместить группу»: the largest group and the first firm of her own workbook.
  const { rows: groups } = await call(page, 'groups.list', { limit: 50 });
  const { rows: firms } = await call(page, 'firms.list', { limit: 50 });
  const students = await call(page, 'students.list', { limit: 200 });
  const group = groups.find(one => students.rows.some(student => student.groupId === one.id));
  await page.getByRole('link', { name: 'Размещения', exact: true }).first().click();
  await page.getByRole('button', { name: 'Разместить группу' }).click();
  await page.getByRole('combobox', { name: 'Группы' }).click();
  await page.getByRole('option', { name: group?.code ?? '' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Вид практики' }).click();
  await page.getByRole('option', { name: 'Производственная практика' }).click();
  await page.getByLabel('Начало').fill('1.2.27');
  await page.getByLabel('Окончание').fill('26.2.27');
  await page.getByRole('textbox', { name: 'Организация для всех' }).fill(firms[0]?.nameRu ?? '');
  await page
    .getByRole('option', { name: firms[0]?.nameRu ?? '' })
    .first()
    .click();
  await page.getByRole('button', { name: 'Заполнить список' }).click();
  const before = (await call(page, 'placements.list', {})).total;
  await page.getByRole('button', { name: 'Сохранить размещения' }).click();
  await expect(page.getByText(/^Размещено: /u)).toBeVisible();
  expect((await call(page, 'placements.list', {})).total).toBeGreaterThan(before);

  // «Выделите размещения в списке и нажмите „Печать писем“».
  await page.getByRole('link', { name: 'Размещения', exact: true }).first().click();
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Печать писем' }).click();
  await page.getByRole('button', { name: /^Напечатать 1 письмо/u }).click();
  await expect(page.getByText(/^Письма готовы: 1/u)).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');

  // «Отчёт сохраняется в XLSX, DOCX и PDF».
  await page.getByRole('link', { name: 'Отчёты', exact: true }).click();
  await expect(page.locator('#indicator-partners')).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить отчёт' }).click();
  await page.getByRole('menuitem', { name: 'Excel' }).click();
  const reports = path.join(dataDir, 'reports');
  const saved = (): number => (existsSync(reports) ? readdirSync(reports).length : 0);
  await expect.poll(saved, { timeout: 30_000 }).toBeGreaterThan(0);
});
