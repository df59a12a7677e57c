import { expect, type Page } from '@playwright/test';
import { screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, firstId, go, test } from './support/college.ts';

const grid = (page: Page, name: string) => page.getByRole('grid', { name });
const rows = (page: Page) => page.getByRole('grid').locator('[role=row]:has([data-main])');

async function openList(page: Page, address: string, name: string): Promise<void> {
  await go(page, address);
  await expect(grid(page, name).locator('[data-main]').first()).not.toHaveText('');
}

/** Fails unless something of the page has the keyboard. */
const expectFocus = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName), { message: 'the focus is lost' })
    .not.toBe('BODY');

test('a view keeps groups and widths: it is left, taken again and taken to the next start', async ({ running }) => {
  const { page } = running;
  await openList(page, 'placements', 'Размещения');
  const list = grid(page, 'Размещения').or(page.getByRole('treegrid', { name: 'Размещения' }));
  const head = page.getByRole('columnheader', { name: 'Студент' });
  const width = async (): Promise<number> => Math.round((await head.boundingBox())?.width ?? 0);

  await page.getByRole('button', { name: 'Столбцы и группы' }).click();
  await page.getByRole('combobox', { name: 'Группировать' }).selectOption({ label: 'Организация' });
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const { groups = [] } = await call(page, 'placements.list', { group: 'firmName', limit: 1 });
  await expect(list.getByRole('gridcell', { name: `${groups[0]?.row.firmName} ${groups[0]?.count}` })).toBeVisible();
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  const wide = await width();
  await page.getByRole('button', { name: 'Варианты списка' }).click();
  await page.getByRole('menuitem', { name: 'Сохранить как вариант…' }).click();
  await page.getByRole('textbox', { name: 'Название варианта' }).fill('По организациям');
  await page.keyboard.press('Enter');
  const view = page.getByRole('button', { name: 'Вариант: По организациям', exact: true });
  await expect(view).toBeVisible();
  await screenshot(page, 'list-grouped');
  await expectAccessible(page);

  await view.click();
  await page.getByRole('menuitem', { name: 'Без варианта' }).click();
  await expect(list.getByText(groups[0]?.row.firmName ?? '', { exact: true })).toHaveCount(0);
  expect(await width()).toBeLessThan(wide);

  await page.reload();
  await openList(page, 'placements', 'Размещения');
  await page.getByRole('button', { name: 'Варианты списка' }).click();
  await page.getByRole('menuitem', { name: 'По организациям' }).click();
  await expect(list.getByRole('gridcell', { name: `${groups[0]?.row.firmName} ${groups[0]?.count}` })).toBeVisible();
  await expect.poll(width).toBe(wide);
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect(page.getByRole('button', { name: 'Вариант: По организациям (изменён)' })).toBeVisible();
  await page.keyboard.press('End');
  await expect(list.locator('[data-active]')).toBeVisible();
});

test('groups fold and open by mouse and keyboard, one or all, say what they add up to, and stay folded for the visit', async ({
  running,
}) => {
  const { page } = running;
  await openList(page, 'placements', 'Размещения');
  await page.getByRole('button', { name: 'Столбцы и группы' }).click();
  await page.getByRole('combobox', { name: 'Группировать' }).selectOption({ label: 'Организация' });
  await page.getByRole('button', { name: 'Свернуть все', exact: true }).click();
  await page.keyboard.press('Escape');
  const { groups = [], total } = await call(page, 'placements.list', { group: 'firmName', limit: 1 });
  const list = page.getByRole('treegrid', { name: 'Размещения' });
  const headings = list.locator('[aria-level="1"]');
  await expect(list).toHaveAttribute('aria-rowcount', String(groups.length + 1));
  await expect(headings.first()).toHaveAttribute('aria-expanded', 'false');
  const hours = Number((await headings.first().getByRole('gridcell').last().textContent())?.replaceAll(/\s/gu, ''));
  expect(hours).toBe(groups[0]?.sums['hoursPlanned']);

  await headings.nth(1).click();
  await expect(list).toHaveAttribute('aria-rowcount', String(groups.length + 1 + (groups[1]?.count ?? 0)));
  await expect(list.locator('[aria-level="2"]').first()).not.toBeEmpty();
  await screenshot(page, 'list-folded');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(headings.nth(1)).toHaveAttribute('data-active', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(headings.nth(1)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Space');
  await expect(page.getByText(`Выбрано: ${groups[1]?.count}`)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(list).toHaveAttribute('aria-rowcount', String(groups.length + 1 + total));
  await page.keyboard.press('ArrowLeft');
  await openList(page, 'firms', 'Организации');
  await go(page, 'placements');
  await expect(headings.first()).toHaveAttribute('aria-expanded', 'false');
});

test('Ctrl+Enter saves a field and goes on to the next record, F9 makes a similar one, F6 walks through the window', async ({
  page,
}) => {
  await openList(page, 'firms', 'Организации');
  const { rows: firms } = await call(page, 'firms.list', { limit: 2, sort: { field: 'nameRu', direction: 'asc' } });
  const [first, second] = firms;
  await grid(page, 'Организации').focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: first?.nameRu ?? '', exact: true });
  await panel.getByRole('button', { name: /^Изменить: Населённый пункт/u }).click();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type('Сатпаев');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: second?.nameRu ?? '', exact: true })).toBeVisible();
  await expectFocus(page);
  expect((await call(page, 'firms.get', { id: first?.id ?? '' })).city).toBe('Сатпаев');

  const passed: (string | undefined)[] = [];
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('F6');
    passed.push(
      await page.evaluate(() =>
        document.activeElement?.closest<HTMLElement>('[data-pane], main')?.outerHTML.slice(0, 120),
      ),
    );
  }
  // Round the window twice by the same panes, none of them nowhere.
  expect([passed.includes(undefined), passed.slice(0, 3), new Set(passed).size]).toEqual([false, passed.slice(3), 3]);

  await grid(page, 'Организации').focus();
  await page.keyboard.press('F9');
  const form = page.getByRole('dialog', { name: 'Добавить организацию' });
  await expect(form.getByRole('textbox', { name: 'Наименование на русском' })).toHaveValue(second?.nameRu ?? '');
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await expectFocus(page);
});

test('a row has a menu of its own and takes files that are dropped on it', async ({ page }) => {
  await openList(page, 'agreements', 'Договоры');
  const row = rows(page).nth(2);
  const number = (await row.locator('[data-main]').textContent())?.trim() ?? '';
  await row.click({ button: 'right' });
  const menu = page.getByRole('menu', { name: `Действия со строкой «${number}»` });
  await expect(menu).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, 'list-row-menu');
  await page.keyboard.press('Escape');
  await expect(grid(page, 'Договоры')).toBeFocused();

  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Договор'], 'договор.txt', { type: 'text/plain' }));
    return data;
  });
  await row.dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(row).toHaveAttribute('data-drop', 'true');
  await row.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByRole('status').filter({ hasText: 'Прикреплено' })).toBeVisible();
  const { rows: agreements } = await call(page, 'agreements.list', {
    limit: 3,
    sort: { field: 'signedOn', direction: 'desc' },
  });
  const kept = await call(page, 'attachments.list', { entity: 'agreement', entityId: agreements[2]?.id ?? '' });
  expect([agreements[2]?.number, kept.map(each => each.name)]).toEqual([number, ['договор.txt']]);
});

test('the panel of keys tells those of the screen it is opened on', async ({ page }) => {
  const headings = {
    calendar: 'В календаре',
    board: 'На доске',
    placeGroup: 'В таблице для заполнения',
    firms: 'В списке',
  };
  for (const [address, heading] of Object.entries(headings)) {
    await go(page, address);
    await expect(page.locator(`main [data-keys]`).first()).toBeVisible();
    await page.keyboard.press('Control+Slash');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { level: 2 }).nth(1)).toHaveText(heading);
    if (address === 'board') await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('the focus is never lost: after a removal, its undo, a closed dialog, a closed record and a task that is done', async ({
  page,
}) => {
  await openList(page, 'contacts', 'Контактные лица');
  const list = grid(page, 'Контактные лица');
  await list.focus();
  await page.keyboard.press('ArrowDown');
  const before = await list.getAttribute('aria-rowcount');
  await page.keyboard.press('Delete');
  await expect(list).not.toHaveAttribute('aria-rowcount', before ?? '');
  await expectFocus(page);
  await page.keyboard.press('Control+KeyZ');
  await expect(list).toHaveAttribute('aria-rowcount', before ?? '');
  await expectFocus(page);

  await list.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Действия', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Удалить' }).click();
  await expectFocus(page);
  await page.keyboard.press('Control+KeyZ');
  await expectFocus(page);

  await list.focus();
  await page.keyboard.press('Insert');
  const form = page.getByRole('dialog');
  await expect(form.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('Escape');
  // The list of firms that the first field opens takes the first Escape.
  if (await form.isVisible()) await page.keyboard.press('Escape');
  await expect(list).toBeFocused();

  await go(page, `firms/${await firstId(page, 'firms')}`);
  await page.getByRole('tab', { name: 'Сведения' }).focus();
  await page.keyboard.press('Escape');
  await expectFocus(page);

  await go(page, 'today');
  await page
    .getByRole('button', { name: /^Готово: / })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Отменить' })).toBeVisible();
  await expectFocus(page);
  await page.keyboard.press('Control+KeyZ');
  await expectFocus(page);
});
