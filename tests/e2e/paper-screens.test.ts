import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerFileDialogs, screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, go, test } from './support/college.ts';

const paper = (page: Page) => page.frameLocator('iframe').locator('body');
const sound = async (page: Page): Promise<void> => await expectAccessible(page, ['iframe']);

/** One black pixel. */
const emblem = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

test('a contract is seen before it is printed from its agreement, and letters are printed from a group', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const { rows } = await call(page, 'agreements.list', { limit: 200 });
  const agreement = rows.find(row => row.studentId !== null) ?? rows[0];
  await go(page, `agreements/${agreement?.id ?? ''}`);
  await page.getByRole('button', { name: 'Печать документов' }).click();
  await expect(paper(page)).toContainText(/ДОГОВОР|ШАРТ/u);
  await sound(page);
  await screenshot(page, 'contract-preview-dark');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Напечатать/u })
    .click();
  await expect(page.getByText('Документы готовы: 1')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');

  const placed = await call(page, 'placements.list', { filter: { counted: true }, limit: 1 });
  const student = await call(page, 'students.get', { id: placed.rows[0]?.studentId ?? '' });
  await go(page, `groups/${student.groupId ?? ''}`);
  await page.getByRole('button', { name: 'Печать писем' }).click();
  await expect(paper(page)).toContainText('НАПРАВЛЕНИЕ');
  await sound(page);
  await screenshot(page, 'group-letters-dark');
});

test('an English letter to a firm is seen before it is printed', async ({ page }) => {
  const placed = await call(page, 'placements.list', { filter: { counted: true }, limit: 1 });
  await go(page, `placements/${placed.rows[0]?.id ?? ''}`);
  await page.getByRole('button', { name: 'Печать писем' }).click();
  await page.getByRole('combobox', { name: 'Язык письма' }).click();
  await page.getByRole('option', { name: 'английский', exact: true }).click();
  await expect(paper(page)).toContainText('LETTER OF REFERRAL');
  await screenshot(page, 'letter-english');
});

test('a tag is copied from the field browser, the emblem stands on the letterhead, and a case set by hand is remembered', async ({
  running,
}) => {
  const { page, app, dataDir } = running;
  await go(page, 'letters');
  await page.getByRole('link', { name: 'Шаблоны' }).click();
  await page.getByRole('button', { name: 'Поля' }).first().click();
  const copy = page
    .getByRole('dialog')
    .getByRole('button', { name: /^Копировать \{/u })
    .first();
  const tag = (await copy.innerText()).trim();
  await copy.click();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(tag);
  await sound(page);
  await screenshot(page, 'field-browser');
  await page.keyboard.press('Escape');

  const file = path.join(dataDir, 'герб.png');
  writeFileSync(file, Buffer.from(emblem, 'base64'));
  await answerFileDialogs(app, file);
  await go(page, 'settings');
  await page.getByRole('button', { name: 'Выбрать изображение' }).click();
  await expect(page.getByText(/герб\.png, 1 × 1/u)).toBeVisible();
  await sound(page);
  await screenshot(page, 'emblem');

  const placed = await call(page, 'placements.list', { filter: { counted: true }, limit: 1 });
  const placement = placed.rows[0];
  await go(page, `students/${placement?.studentId ?? ''}`);
  await page.getByRole('button', { name: 'Склонение', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(/^Дательный, русский|^Дательный/u)
    .first()
    .fill('Особенному Имени Отчеству');
  await sound(page);
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Склонение', exact: true }).click();
  await expect(dialog.getByLabel('Дательный (кому), по-русски')).toHaveValue('Особенному Имени Отчеству');
  await page.keyboard.press('Escape');

  const { ids } = await call(page, 'letters.issue', { kind: 'direction', language: 'kk', ids: [placement?.id ?? ''] });
  const { folder, files } = await call(page, 'letters.export', { ids, format: 'pdf' });
  const pictures = execFileSync('pdfimages', ['-list', path.resolve(folder, files[0] ?? '')], { encoding: 'utf8' });
  expect(pictures.trim().split('\n')).toHaveLength(3);
});

for (const look of [
  { language: 'ru', theme: 'light', width: 1440, height: 900, button: 'Сводка' },
  { language: 'kk', theme: 'dark', width: 1024, height: 640, button: 'Жиынтық' },
] as const)
  test(`the summaries of promises and challenges open their lists and are sound (${look.language}, ${look.theme})`, async ({
    running,
  }) => {
    const { page, app } = running;
    const { language, theme, width, height } = look;
    await call(page, 'settings.update', { language, theme });
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await page.reload();
    for (const list of ['promises', 'challenges'] as const) {
      await go(page, list);
      await page.getByRole('button', { name: look.button }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('table').first()).toBeVisible();
      await sound(page);
      await screenshot(page, `summary-${list}-${language}-${theme}`);
      const number = dialog.getByRole('link').first();
      const count = Number((await number.innerText()).replaceAll(/\D/gu, ''));
      await number.click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1));
    }
  });
