import { expect, type Page, test } from '@playwright/test';
import { axeViolations, describeViolations, launchApp, type RunningApp, screenshot } from './support/app.ts';

let running: RunningApp;

test.beforeEach(async () => {
  running = await launchApp();
  await running.page.getByRole('button', { name: 'Открыть пример' }).click();
  await expect(running.page.getByRole('navigation').first()).toBeVisible();
});

test.afterEach(async () => {
  await running.close();
});

const show = (page: Page, address: string): Promise<void> =>
  page.evaluate(hash => window.location.assign(`#/${hash}`), address);

test('all groups move up a course in one step that one undo takes back', async () => {
  const { page } = running;
  await show(page, 'groups');
  await page.getByRole('button', { name: 'Перевод на следующий курс', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row').nth(1)).toBeVisible();
  await screenshot(page, 'groups-advance');
  expect(describeViolations(await axeViolations(page))).toEqual([]);
  await dialog.getByRole('button', { name: 'Перевести' }).click();
  await expect(page.getByText(/переведено студентов — \d+, выпущено — \d+/u)).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Отменить' }).click();
  await page.getByRole('button', { name: 'Перевод на следующий курс', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('переведена')).toHaveCount(0);
  expect(running.complaints).toEqual([]);
});

test('a student goes on leave: open placements are shown, and what becomes of them is asked', async () => {
  const { page } = running;
  const studentId = await page.evaluate(async () => {
    type Listed = { readonly value: { readonly rows: readonly { readonly studentId: string }[] } };
    const { bridge } = window as unknown as { bridge: Record<string, (input: unknown) => Promise<Listed>> };
    const listed = await bridge['placements.list']?.({ filter: { state: ['started'] }, limit: 1 });
    return listed?.value.rows[0]?.studentId ?? '';
  });
  await show(page, `students/${studentId}?full=1`);
  await page.getByRole('button', { name: 'Движение' }).click();
  await page.getByRole('menuitem', { name: 'Академический отпуск' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Причина или приказ').fill('Приказ № 12');
  await dialog.getByRole('button', { name: 'Записать' }).click();
  await expect(dialog.getByText('Выберите, что сделать с размещениями.').first()).toBeVisible();
  await screenshot(page, 'student-leave');
  expect(describeViolations(await axeViolations(page))).toEqual([]);
  await dialog.getByRole('radio', { name: 'Прервать те, что идут' }).check();
  await dialog.getByRole('button', { name: 'Записать' }).click();
  await expect(page.getByText(/Академический отпуск с \d/u)).toBeVisible();
  await screenshot(page, 'student-on-leave');
  expect(running.complaints).toEqual([]);
});

test('students chosen in the list get firms that fit, with the reasons, and are placed by the grid', async () => {
  const { page } = running;
  await show(page, 'students');
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
  expect(describeViolations(await axeViolations(page))).toEqual([]);
  await dialog.getByRole('button', { name: 'Внести в список' }).click();
  await expect(page.getByText(/Готово к сохранению: [1-4] строк/u)).toBeVisible();
  await screenshot(page, 'who-fits-where-grid');
  await page.getByRole('button', { name: /^Сохранить/u }).click();
  await expect(page.getByText(/Размещено: [1-4] студент/u)).toBeVisible();
  expect(running.complaints).toEqual([]);
});
