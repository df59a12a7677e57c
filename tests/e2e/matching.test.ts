import { expect, type Page } from '@playwright/test';
import { screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, go, test } from './support/college.ts';

/** The list of those who study now. */
const studying = `students?filter=${encodeURIComponent('{"status":["active"]}')}`;

/** A placement that is under way: its own id, or its student's. */
const idOfStarted = async (page: Page, which: 'id' | 'studentId'): Promise<string> =>
  (await call(page, 'placements.list', { filter: { state: ['started'] }, limit: 1 })).rows[0]?.[which] ?? '';

test('all groups move up a course in one step that one undo takes back', async ({ page }) => {
  await go(page, 'groups');
  await page.getByRole('button', { name: 'Перевод на следующий курс', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row').nth(1)).toBeVisible();
  await screenshot(page, 'groups-advance');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Перевести' }).click();
  await expect(page.getByText(/переведено студентов — \d+, выпущено — \d+/u)).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Отменить' }).click();
  await page.getByRole('button', { name: 'Перевод на следующий курс', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('переведена')).toHaveCount(0);
});

test('a student goes on leave: open placements are shown, and what becomes of them is asked', async ({ page }) => {
  await go(page, `students/${await idOfStarted(page, 'studentId')}?full=1`);
  await page.getByRole('button', { name: 'Движение' }).click();
  await page.getByRole('menuitem', { name: 'Академический отпуск' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Причина или приказ').fill('Приказ № 12');
  await dialog.getByRole('button', { name: 'Записать' }).click();
  await expect(dialog.getByText('Выберите, что сделать с размещениями.').first()).toBeVisible();
  await screenshot(page, 'student-leave');
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: 'Прервать те, что идут' }).check();
  await dialog.getByRole('button', { name: 'Записать' }).click();
  await expect(page.getByText(/Академический отпуск с \d/u)).toBeVisible();
  await screenshot(page, 'student-on-leave');
});

test('each part of a split names its agreement, site and mentor, an early end asks for its day', async ({ page }) => {
  await go(page, `placements/${await idOfStarted(page, 'id')}?full=1&tab=hours`);
  await page.getByRole('button', { name: 'Разделить' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Договор' })).toHaveCount(1);
  await screenshot(page, 'split-places');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  await page.getByRole('button', { name: 'Изменить состояние' }).click();
  await page.getByRole('menuitem', { name: 'завершено досрочно' }).click();
  const day = dialog.getByLabel('Последний день на предприятии');
  await day.fill('1.1.25');
  await dialog.getByLabel('Причина').fill('Болезнь');
  await dialog.getByRole('button', { name: 'Изменить состояние' }).click();
  await expect(dialog.getByText('День вне срока размещения.')).toBeVisible();
  await expect(dialog.getByLabel('Причина')).toHaveValue('Болезнь');
  await day.fill('1.1.1025');
  await dialog.getByRole('button', { name: 'Изменить состояние' }).click();
  await expect(dialog.getByText(/Дата не распознана|Такой даты нет|День вне срока/u).first()).toBeVisible();
  await expect(day).toHaveValue(/1025/u);
  await screenshot(page, 'move-early-end');
});

test('students chosen in the list get firms that fit, with the reasons, and are placed by the grid', async ({
  page,
}) => {
  await go(page, studying);
  for (const row of [2, 3, 4, 5])
    await page.locator(`[role="row"][aria-rowindex="${row}"] [role="gridcell"][aria-colindex="1"]`).click();
  await page.getByRole('button', { name: 'Разместить', exact: true }).click();
  await page.getByRole('combobox', { name: 'Вид практики' }).click();
  await page.getByRole('option', { name: 'Дуальное обучение' }).click();
  await page.getByLabel('Начало').fill('1.7.27');
  await page.getByLabel('Окончание').fill('31.7.27');
  await page.getByRole('button', { name: 'Подобрать места' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/Выбрано: \d из 4/u)).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Почему' }).first()).toBeVisible();
  await screenshot(page, 'who-fits-where');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Внести в список' }).click();
  await expect(page.getByText(/Готово к сохранению: [1-4] строк/u)).toBeVisible();
  await screenshot(page, 'who-fits-where-grid');
  await page.getByRole('button', { name: /^Сохранить/u }).click();
  await expect(page.getByText(/Размещено: [1-4] студент/u)).toBeVisible();
});

test('what was typed into the grid is there after the program was killed', async ({ launch, running }) => {
  const { page, dataDir } = running;
  await go(page, studying);
  await page.locator('[role="row"][aria-rowindex="2"] [role="gridcell"][aria-colindex="1"]').click();
  await page.getByRole('button', { name: 'Разместить', exact: true }).click();
  await page.getByRole('grid', { name: 'Список размещений' }).focus();
  await page.keyboard.type('zavod bolat');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell', { name: 'zavod bolat', exact: true })).toBeVisible();
  // The draft is promised to be on the disk after a second.
  await page.waitForTimeout(2500);
  const ended = new Promise(resolve => running.app.process().once('exit', resolve));
  running.app.process().kill('SIGKILL');
  await ended;
  const again = await launch({ dataDir });
  await go(again.page, 'placeGroup');
  await expect(again.page.getByRole('gridcell', { name: 'zavod bolat', exact: true })).toBeVisible();
});
