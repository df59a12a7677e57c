import { expect, type Page } from '@playwright/test';
import { screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, test } from './support/college.ts';

const panel = (page: Page) => page.getByRole('tab', { name: 'Сведения' });

/** Opens a field of the shown record, types over its value and presses Enter. */
async function typeOver(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Изменить: ${field}`, 'u') }).click();
  await page.getByRole('textbox', { name: field }).fill(text);
  await page.keyboard.press('Enter');
}

const fact = (page: Page, field: string, value: string) =>
  page.getByRole('button', { name: `Изменить: ${field}: ${value}`, exact: true });

test('a firm is found, opened, edited, taken back and left with the keyboard alone', async ({ page }) => {
  await page.keyboard.press('Control+KeyF');
  await page.keyboard.insertText('тоо');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();

  await page.getByRole('button', { name: /^Изменить: Населённый пункт/u }).focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.insertText('Лисаковск');
  await page.keyboard.press('Enter');
  await expect(fact(page, 'Населённый пункт', 'Лисаковск')).toBeFocused();
  await screenshot(page, 'record-edited');

  await page.keyboard.press('Control+KeyZ');
  await expect(fact(page, 'Населённый пункт', 'Лисаковск')).toHaveCount(0);
  await page.keyboard.press('Control+KeyY');
  await expect(fact(page, 'Населённый пункт', 'Лисаковск')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole('grid')).toBeFocused();
});

test('a number with a wrong check digit is questioned and kept when the officer says so', async ({ page }) => {
  await page.getByRole('row').nth(1).click();
  await typeOver(page, 'БИН/ИИН', '123456789012');
  await expect(page.getByText('Контрольная цифра номера не сходится.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Сохранить всё равно' }).click();
  await expect(fact(page, 'БИН/ИИН', '123456789012')).toBeVisible();
});

test('a number of the wrong length is refused and what was typed stays', async ({ page }) => {
  await page.getByRole('row').nth(1).click();
  await typeOver(page, 'БИН/ИИН', '12345');
  await expect(page.getByRole('textbox', { name: 'БИН/ИИН' })).toHaveValue('12345');
  await expect(
    page.getByText('Должно быть 12 цифр, сейчас 5.').or(page.getByText('Номер должен состоять из 12 цифр.')).first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeVisible();
});

test('dates are read as people write them', async ({ page }) => {
  await page.getByRole('row').nth(1).click();
  await typeOver(page, 'Сведения проверены', '1.9.25');
  await expect(fact(page, 'Сведения проверены', '01.09.2025')).toBeVisible();
  await typeOver(page, 'Сведения проверены', '310225');
  await expect(page.getByText('Такой даты нет. Пример: 01.09.2025.')).toBeVisible();
});

test('a record changed meanwhile is not overwritten, and the typed value waits in the field', async ({ page }) => {
  await page.getByRole('row').nth(1).click();
  await page.getByRole('button', { name: /^Изменить: Отрасль/u }).click();
  await page.getByRole('textbox', { name: 'Отрасль' }).fill('Металлургия');
  const id = /firms\/([^?]+)/u.exec(page.url())?.[1] ?? '';
  const { revision } = await call(page, 'firms.get', { id });
  await call(page, 'firms.update', { id, revision, patch: { sector: 'Энергетика' } });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Запись изменилась, пока её правили.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Отрасль' })).toHaveValue('Металлургия');
  await page.getByRole('button', { name: 'Повторить' }).click();
  await expect(fact(page, 'Отрасль', 'Металлургия')).toBeVisible();
});

test('a new firm is checked before it is stored, keeps its draft and can be taken back', async ({ page }) => {
  const add = page.getByRole('button', { name: 'Добавить организацию' });
  await add.click();
  await expect(page.getByRole('textbox', { name: 'Наименование на русском' })).toBeFocused();
  await page.getByRole('textbox', { name: 'БИН/ИИН' }).fill('20240000555');
  await page.getByRole('button', { name: 'Исправить' }).click();
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await expect(page.getByText('Заполните это поле.')).toBeVisible();
  await page.keyboard.press('Escape');
  await add.click();
  await expect(page.getByRole('textbox', { name: 'БИН/ИИН' })).toHaveValue('020240000555');
  await page.getByRole('textbox', { name: 'Наименование на русском' }).fill('ТОО «Жаңа Өрлеу»');
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'ТОО «Жаңа Өрлеу»' })).toBeVisible();
  await page.getByRole('button', { name: 'Отменить', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Записи больше нет' })).toBeVisible();
});

test('a form is sent with Ctrl+Enter, takes the keyboard to what it refuses and gives it back when closed', async ({
  page,
}) => {
  await page.getByRole('navigation', { name: 'Разделы' }).getByText('Студенты').click();
  const add = page.getByRole('button', { name: 'Добавить студента' });
  await add.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Добавить студента' });
  await dialog.getByLabel('Фамилия').fill('Сериков');
  await dialog.getByLabel('ИИН').fill('020240000555');
  await dialog.getByLabel('Телефон').focus();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Это не ИИН.')).toBeVisible();
  await expect(dialog.getByLabel('ИИН')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(add).toBeFocused();
});

test('every reference leads to its record and back', async ({ page }) => {
  await page.keyboard.press('Control+Digit4');
  await page.goto(page.url().replace(/#.*$/u, '#/placements'));
  await page.getByRole('row').nth(1).click();
  const student = await page.getByRole('heading', { level: 1 }).last().innerText();
  await page.getByRole('link', { name: student }).first().click();
  await page.getByRole('tab', { name: /^Размещения/u }).click();
  await page.getByRole('tabpanel').getByRole('row').nth(1).click();
  await expect(page).toHaveURL(/#\/placements\//u);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page).toHaveURL(/#\/students\//u);
});

test('rows are selected and copied as a table for a spreadsheet', async ({ running }) => {
  const { page, app } = running;
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+KeyC');
  await expect(page.getByText('Скопировано: 2 строки')).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\r\n').map(line => line.split('\t').length)).toEqual([8, 8, 8]);
});

test('the language changes at once, without a restart', async ({ page }) => {
  await page.getByRole('button', { name: 'Язык программы: Русский' }).click();
  await page.getByRole('menuitem', { name: 'Қазақша' }).click();
  await expect(page.getByRole('link', { name: 'Ұйымдар' }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
});
