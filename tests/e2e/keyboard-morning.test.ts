import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { call } from './support/call.ts';
import { test } from './support/college.ts';
import { pressInPane, pressOn, refuseMouse, tabTo } from './support/keyboard.ts';

test.use({ college: 'none', language: 'kk' });

test('an officer’s morning in Kazakh, from the first task to the saved list, by the keyboard alone', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const { page, dataDir } = running;
  const { keyboard } = page;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await refuseMouse(page);
  await pressOn(page, /^Колледж үлгісін ашу/u);
  await expect(page.getByRole('grid')).toBeVisible();

  // A task of today is put off with a note.
  await keyboard.press('Control+Digit1');
  await expect(page.getByRole('heading', { level: 1, name: 'Бүгін' })).toBeVisible();
  await pressOn(page, /^Кейінге қалдыру: /u);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await tabTo(page, /^Ескертпе/u);
  await keyboard.insertText('директормен келісу керек');
  await keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  const snoozed = await call(page, 'tasks.list', { filter: { view: 'snoozed' } });
  expect(snoozed.rows.map(row => row.note)).toContain('директормен келісу керек');

  // An agreement that ends soon is opened from its task and renewed.
  const due = await call(page, 'tasks.list', { filter: { view: 'due', kind: ['agreementExpires'] } });
  const before = (await call(page, 'agreements.list', {})).total;
  const [expiring] = due.rows;
  await pressOn(page, `№ ${expiring?.subject ?? ''}`);
  await expect(page.getByRole('tab', { name: 'Мәліметтер' })).toBeVisible();
  await pressOn(page, 'Ұзарту');
  await expect(dialog).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => (await call(page, 'agreements.list', {})).total).toBe(before + 1);

  // A student is found by the surname without Kazakh letters, and a direction letter printed.
  const [placed] = (await call(page, 'placements.list', { limit: 1 })).rows;
  const student = placed?.studentName ?? '';
  await keyboard.press('Control+KeyK');
  await expect(page.getByRole('combobox', { name: 'Жазбаны немесе пәрменді табу' })).toBeFocused();
  await keyboard.insertText(student);
  await expect(page.getByRole('option', { name: new RegExp(`^${student}`, 'u') }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/students\//u);
  await expect(page.getByRole('tab', { name: 'Мәліметтер' })).toBeVisible();
  await pressInPane(page, 'Хаттарды басып шығару');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: /хатты басып шығару/u })).toBeEnabled();
  await keyboard.press('Control+Enter');
  await expect.poll(() => existsSync(path.join(dataDir, 'letters')), { timeout: 30_000 }).toBe(true);
  await expect(dialog.getByText(/^Хаттар дайын/u)).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByRole('progressbar')).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Қалтаны ашу' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Хаттарды басып шығару' })).toBeFocused();

  // What was printed is taken back and put in force again.
  const inForce = async (): Promise<number> =>
    (await call(page, 'letters.list', { limit: 200 })).rows.filter(letter => !letter.void).length;
  const letters = await inForce();
  await keyboard.press('Control+KeyZ');
  await expect.poll(inForce).toBeLessThan(letters);
  await keyboard.press('Control+KeyY');
  await expect.poll(inForce).toBe(letters);

  // The list of firms is saved as a workbook.
  await keyboard.press('Control+Digit2');
  await expect(page.getByRole('grid')).toBeVisible();
  await pressOn(page, 'Тізімді файлға сақтау');
  await expect(page.getByRole('menu')).toBeVisible();
  const workbook = page.getByRole('menuitem', { name: 'Экспорттау: XLSX' });
  await expect(async () => {
    await keyboard.press('ArrowDown');
    await expect(workbook).toBeFocused({ timeout: 300 });
  }).toPass({ timeout: 10_000 });
  await keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Сақталды' })).toBeVisible();
  expect(readdirSync(path.join(dataDir, 'exports'))).toHaveLength(1);
});
