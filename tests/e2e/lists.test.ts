import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, test } from './support/college.ts';

/** Cells of CSV with «;» between them and quotes where they are needed. */
const parseCsv = (text: string): string[][] =>
  [...text.slice(1).matchAll(/((?:"(?:[^"]|"")*"|[^;"\r\n]*)(?:;(?:"(?:[^"]|"")*"|[^;"\r\n]*))*)\r\n/gu)].map(
    ([, line = '']) =>
      [...`;${line}`.matchAll(/;("(?:[^"]|"")*"|[^;]*)/gu)].map(([, cell = '']) =>
        cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
      ),
  );

/** The texts of the cells on the screen, row by row. */
const shown = (page: Page): Promise<string[][]> =>
  page
    .getByRole('grid')
    .locator('[role=row]')
    .evaluateAll(rows =>
      rows.map(row =>
        [...row.querySelectorAll('[role=columnheader]:not(:has(input)), [role=gridcell]:not(:has([aria-hidden]))')].map(
          cell => cell.textContent?.trim() ?? '',
        ),
      ),
    );

test('the list is saved as it is on the screen, and the file can be opened from the message', async ({ running }) => {
  const { page, dataDir } = running;
  await page.getByRole('link', { name: 'Договоры' }).click();
  await page.getByRole('button', { name: 'Отбор: Состояние' }).click();
  await page.getByRole('checkbox', { name: 'истекает' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Организация' }).getByRole('button').click();
  await page.getByRole('button', { name: 'Столбцы' }).click();
  await page.getByRole('checkbox', { name: 'Вид', exact: false }).first().uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', /^\d+$/u);

  await page.getByRole('button', { name: 'Сохранить список в файл' }).focus();
  await page.keyboard.press('Enter');
  await screenshot(page, 'list-export-menu');
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Экспорт: XLSX' }).press('Enter');
  const notice = page.getByRole('status').filter({ hasText: 'Сохранено: Договоры' });
  await expect(notice.getByRole('button', { name: 'Открыть' })).toBeVisible();
  await screenshot(page, 'list-exported');

  const [file = ''] = readdirSync(path.join(dataDir, 'exports'));
  const sheet = (await readXlsx(readFileSync(path.join(dataDir, 'exports', file)))).sheets[0]?.rows ?? [];
  const gap = sheet.findIndex(row => row.every(cell => cell === null));
  const [heading = [], ...rows] = sheet.slice(gap + 1);
  const [titles = [], ...lines] = await shown(page);
  expect(heading.map(String)).toEqual(titles.filter(title => title !== ''));
  expect(rows).toHaveLength(lines.length);
  const [name, facts, ...about] = sheet.slice(0, gap).map(([cell]) => String(cell));
  expect(name).toBe('Договоры');
  expect(facts).toContain(`${lines.length} стро`);
  expect(about).toEqual(['Состояние: истекает', 'Порядок: Организация, по возрастанию']);
  const numbers = rows.map(row => String(row[0]));
  const seen = await page.getByRole('grid').locator('[role=row] [data-main]').allTextContents();
  expect(numbers).toEqual(seen);
  expect(rows.every(row => row.some(cell => cell instanceof Date))).toBe(true);
});

test('every list says the same in its file as on the screen', async ({ running }) => {
  const { page, dataDir } = running;
  for (const area of [
    'firms',
    'contacts',
    'students',
    'groups',
    'specialties',
    'placements',
    'requests',
    'meetings',
    'councilMembers',
  ]) {
    await page.evaluate(place => {
      window.location.hash = `#/${place}`;
    }, area);
    await expect(page.getByRole('grid').locator('[role=gridcell]').first()).toBeVisible();
    await expect(page.getByRole('grid').locator('[data-main]').first()).not.toHaveText('');
    await page.getByRole('button', { name: 'Сохранить список в файл' }).click();
    await page.getByRole('menuitem', { name: 'Экспорт: CSV' }).click();
    const notice = page.getByRole('status').filter({ hasText: 'Сохранено:' });
    await expect(notice).toBeVisible();
    await notice.getByRole('button', { name: 'Закрыть' }).click();
    await expect(notice).toHaveCount(0);
    const folder = path.join(dataDir, 'exports');
    const newest = readdirSync(folder)
      .map(name => ({ name, at: statSync(path.join(folder, name)).mtimeMs }))
      .toSorted((left, right) => right.at - left.at)[0]?.name;
    const written = parseCsv(readFileSync(path.join(folder, newest ?? ''), 'utf8')).slice(1, 6);
    const seen = await page
      .getByRole('grid')
      .locator('[role=row]:has([role=gridcell])')
      .evaluateAll(rows =>
        rows.slice(0, 5).map(row =>
          [...row.querySelectorAll('[role=gridcell]')].slice(1).map(cell => {
            // A note beside the value («under 18») is a matter of the screen and has no place in the column of a file.
            const note = cell.querySelector('[data-note]')?.textContent ?? '';
            return (cell.textContent ?? '').replace(note, '');
          }),
        ),
      );
    // Spaces inside numbers and line breaks are a matter of the screen.
    const plain = (rows: readonly (readonly string[])[]): string[] =>
      rows.map(row => row.map(cell => cell.replaceAll(/\s/gu, '')).join('|'));
    expect([area, ...plain(written)]).toEqual([area, ...plain(seen)]);
  }
});

test('a view is saved, left, taken again, opens with the list and is taken back with undo', async ({ page }) => {
  await page.getByRole('link', { name: 'Размещения' }).click();
  await page.getByRole('button', { name: 'Отбор: Состояние' }).click();
  await page.getByRole('checkbox', { name: 'идёт', exact: true }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Окончание' }).getByRole('button').click();
  await page.getByRole('button', { name: 'Столбцы и группы' }).click();
  await page.getByRole('combobox', { name: 'Группировать' }).selectOption('groupCode');
  await page.getByRole('button', { name: 'Свернуть все' }).click();
  await page.keyboard.press('Escape');
  const grouped = page.getByRole('treegrid');
  await expect(grouped.locator('[aria-expanded="false"]').first()).toBeVisible();
  const total = await grouped.getAttribute('aria-rowcount');

  await page.getByRole('button', { name: 'Варианты списка' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Сохранить как вариант…' }).press('Enter');
  await page.getByRole('textbox', { name: 'Название варианта' }).fill('Идут сейчас');
  await screenshot(page, 'list-view-name');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const view = page.getByRole('button', { name: 'Вариант: Идут сейчас' });
  await expect(view).toBeVisible();

  await view.click();
  await page.getByRole('menuitem', { name: 'Открывать список с этого варианта' }).click();
  await view.click();
  await expect(page.getByText('открывается первым')).toBeVisible();
  await screenshot(page, 'list-views-menu');
  await page.getByRole('menuitem', { name: 'Без варианта' }).click();
  await expect(page.getByRole('grid')).not.toHaveAttribute('aria-rowcount', total ?? '');

  await page.reload();
  await page.getByRole('link', { name: 'Договоры' }).click();
  await page.getByRole('link', { name: 'Размещения' }).click();
  await expect(view).toBeVisible();
  await expect(grouped.locator('[aria-expanded="false"]').first()).toBeVisible();
  await expect(grouped.locator('[aria-expanded="true"]')).toHaveCount(0);
  await expect(grouped).toHaveAttribute('aria-rowcount', total ?? '');
  await expect(page.getByRole('columnheader', { name: 'Окончание' })).toHaveAttribute('aria-sort', 'ascending');

  await page.getByRole('button', { name: 'Снять отбор', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Вариант: Идут сейчас (изменён)' })).toBeVisible();
  await page.getByRole('button', { name: 'Вариант: Идут сейчас (изменён)' }).click();
  await page.getByRole('menuitem', { name: 'Удалить «Идут сейчас»' }).click();
  await expect(page.getByRole('button', { name: 'Варианты списка' })).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Отменить' }).last().click();
  await expect(page.getByRole('button', { name: /^Вариант: Идут сейчас/u })).toBeVisible();
});

test('names of firms follow the language of the program at once, and so does their order', async ({ page }) => {
  const grid = page.getByRole('grid');
  await page.getByRole('link', { name: 'Размещения' }).click();
  await page.getByRole('columnheader', { name: 'Организация' }).getByRole('button').click();
  await expect(grid.getByText(/^(?:АО|ТОО|ИП) /u).first()).toBeVisible();
  await screenshot(page, 'list-names-ru');
  await page.getByRole('button', { name: /^Язык программы/u }).click();
  await page.getByRole('menuitem', { name: 'Қазақша' }).click();
  await expect(grid.getByText(/» (?:АҚ|ЖШС|ЖК|КМК|КМҚК|МКҚК|КММ|ММ|ШЖҚ КМК)$/u).first()).toBeVisible();
  await expect(grid.getByText(/^(?:АО|ТОО|ИП) /u)).toHaveCount(0);
  const { rows } = await call(page, 'placements.list', {
    sort: { field: 'firmName', direction: 'asc' },
    limit: 10,
  });
  const names = grid.locator('[role=row] a[href*="firms"]');
  await expect(names.first()).toHaveText(rows[0]?.firmName ?? '');
  expect((await names.allTextContents()).slice(0, 10)).toEqual(rows.map(row => row.firmName));
  await screenshot(page, 'list-names-kk');
  await page.getByRole('row').nth(1).click();
  await screenshot(page, 'list-names-kk-record');
  await page.getByRole('link', { name: /^Ұйымдар/u }).click();
  await expect(page.getByRole('columnheader', { name: 'Атауы' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Тізім нұсқалары' }).click();
  await page.getByRole('menuitem', { name: 'Нұсқа ретінде сақтау…' }).click();
  await screenshot(page, 'list-view-name-kk');
});
