import { expect, type Page } from '@playwright/test';
import { aStudent } from '#tests/support/builders.ts';
import { screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, go, test } from './support/college.ts';

async function openStudents(page: Page): Promise<void> {
  await go(page, 'students');
  await expect(page.getByRole('grid', { name: 'Студенты' })).toBeVisible();
  await expect(page.getByRole('grid').locator('[data-main]').first()).not.toHaveText('');
}

test.beforeEach(({ page }) => openStudents(page));

const grid = (page: Page) => page.getByRole('grid', { name: 'Студенты' });

/** The cells of a column on the screen, from the first row on. */
const column = (page: Page, index: number, rows: number): Promise<string[]> =>
  grid(page)
    .locator(`[role=row]:has([data-main]) [aria-colindex="${index}"]`)
    .evaluateAll((cells, count) => cells.slice(0, count).map(cell => cell.textContent?.trim() ?? ''), rows);

const first = { search: '', offset: 0, limit: 3, sort: { field: 'name', direction: 'asc' } } as const;

test('three students get one value after a preview, and one undo gives the old ones back', async ({ page }) => {
  const before = await call(page, 'students.list', first);
  await grid(page).focus();
  await page.keyboard.press('Space');
  for (let row = 0; row < 2; row += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('Выбрано: 3')).toBeVisible();
  await expect(page.getByRole('toolbar').getByRole('status')).toContainText('Σ');
  await page.getByRole('button', { name: 'Изменить поле…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Изменить поле: 3 записи' });
  await dialog.getByRole('combobox', { name: 'Поле' }).fill('Курс');
  await page.getByRole('option', { name: 'Курс', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Новое значение' }).fill('6');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Изменится: 3. Без изменений: 0. Не подходит: 0.');
  await expectAccessible(page);
  await screenshot(page, 'list-bulk-preview');
  await dialog.getByRole('button', { name: 'Изменить: 3' }).click();
  await expect(grid(page)).toBeFocused();
  await expect.poll(() => column(page, 4, 3)).toEqual(['6', '6', '6']);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => column(page, 4, 3)).toEqual(before.rows.map(row => String(row.course)));
});

test('cells are typed over: what is refused stays typed until it is right, and a pasted block shows what does not fit', async ({
  running,
}) => {
  const { page, app } = running;
  await grid(page).focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('9');
  await page.keyboard.press('Enter');
  const field = grid(page).getByRole('textbox', { name: 'Курс' });
  await expect(field).toHaveValue('9');
  await expect(grid(page).getByText('Число больше допустимого.').first()).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, 'list-cell-refused');
  await field.fill('5');
  await page.keyboard.press('Enter');
  await expect(grid(page)).toBeFocused();
  await expect.poll(async () => (await column(page, 4, 1))[0]).toBe('5');
  await page.keyboard.press('8');
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();

  await app.evaluate(({ clipboard }) => clipboard.writeText('6\r\nтретий\r\n6'));
  await page.keyboard.press('Control+KeyV');
  const dialog = page.getByRole('dialog', { name: 'Вставить: 2 строки' });
  await expect(dialog.getByRole('row').filter({ hasText: 'третий' })).toContainText('Введите число.');
  await expectAccessible(page);
  await screenshot(page, 'list-paste-preview');
  await dialog.getByRole('button', { name: 'Изменить: 2' }).click();
  await expect(grid(page)).toBeFocused();
  await expect.poll(async () => (await column(page, 4, 4)).filter(course => course === '6').length).toBe(2);

  await page.keyboard.press('Control+KeyC');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('6');

  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: 'Прикрепить файл…' })).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, 'list-row-menu');
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
});

test('a list stands where it was left: widths after a new start, scroll and selection after «back»', async ({
  launch,
  running,
}) => {
  const { page, dataDir } = running;
  const width = async (of: Page): Promise<number> =>
    Math.round((await grid(of).getByRole('columnheader', { name: 'Курс' }).boundingBox())?.width ?? 0);
  await grid(page).focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  const narrow = await width(page);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(() => width(page)).toBe(narrow + 48);

  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await expect(grid(page).locator('[data-active] [data-main]')).not.toHaveText('');
  await page.keyboard.press('Space');
  await expect(page.getByText('Выбрано: 1')).toBeVisible();
  const top = await grid(page).evaluate(element => element.scrollTop);
  expect(top).toBeGreaterThan(0);
  await page.keyboard.press('Control+Digit1');
  await expect(grid(page)).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByText('Выбрано: 1')).toBeVisible();
  await expect.poll(() => grid(page).evaluate(element => element.scrollTop)).toBe(top);

  await page.keyboard.press('Shift+Slash');
  const keys = page.getByRole('dialog', { name: 'Клавиши этого экрана: Студенты' });
  await expect(keys.getByText('Изменить ячейку; в ячейке можно сразу набирать текст')).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, 'list-keys');
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);

  await running.close();
  const again = await launch({ dataDir });
  await openStudents(again.page);
  await expect.poll(() => width(again.page)).toBe(narrow + 48);
});

test('Del removes a row with a way back, Ins opens the form, and the keyboard stays in the list', async ({ page }) => {
  const spare = await call(page, 'students.create', aStudent({ surname: 'Ааронов', givenName: null, iin: null }));
  await page.reload();
  await openStudents(page);
  await grid(page).focus();
  await page.keyboard.press('Home');
  await expect(grid(page).getByText('Ааронов')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(grid(page).getByText('Ааронов')).toHaveCount(0);
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Control+KeyZ');
  await expect(page.locator(`[id="row-${spare.id}"]`)).toBeVisible();
  await page.keyboard.press('Insert');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
});
