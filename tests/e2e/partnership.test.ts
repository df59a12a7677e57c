import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, go, showAs, test, windows } from './support/college.ts';

test('whom to call: a logged call and a postponed one leave the list, the firm shows why', async ({ running }) => {
  const { page, dataDir } = running;
  await go(page, 'today');
  await page.getByText('Кому позвонить', { exact: true }).click();
  const lines = page.getByRole('region', { name: 'Кому позвонить на этой неделе' }).locator('ol > li');
  await expect(lines).toHaveCount(10);
  await screenshot(page, 'calls-ru');
  const first = (await lines.first().getByRole('link').first().textContent()) ?? '';
  await lines
    .first()
    .getByRole('button', { name: `Записать звонок: ${first}` })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: /^Содержание|^О чём|^Итог|^Что/u })
    .first()
    .fill('Договорились о встрече');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden();
  await expect(lines.getByRole('link', { name: first, exact: true })).toHaveCount(0);

  const second = (await lines.first().getByRole('link').first().textContent()) ?? '';
  await lines
    .first()
    .getByRole('button', { name: `Отложить: ${second}` })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Отложить', exact: true }).click();
  await expect(page.getByText('отложено: 1')).toBeVisible();
  await expect(lines.getByRole('link', { name: second, exact: true })).toHaveCount(0);

  await lines.first().getByRole('link').first().click();
  await expect(page.getByRole('tab', { name: 'Партнёрство', selected: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Благополучие партнёрства.* из 100/u })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Глубина сотрудничества/u })).toBeVisible();
  await screenshot(page, 'partnership-ru');

  await page.getByRole('button', { name: 'Передача дел' }).last().click();
  await page.getByRole('menuitem', { name: 'казахский, PDF' }).click();
  const letters = path.join(dataDir, 'letters');
  const written = (): string[] =>
    existsSync(letters) ? readdirSync(letters).filter(name => name.endsWith('.pdf')) : [];
  await expect.poll(() => written().length, { timeout: 20_000 }).toBe(1);
});

for (const window of windows) {
  test(`calls, health, depth, milestones and their settings have nothing axe would complain of (${window.name})`, async ({
    page,
    running,
  }) => {
    await showAs(running, window);
    await go(page, 'today');
    await page.getByText(window.language === 'ru' ? 'Кому позвонить' : 'Кімге қоңырау шалу', { exact: true }).click();
    await expect(page.locator('ol > li').first()).toBeVisible();
    await expectAccessible(page);
    await screenshot(page, `calls-${window.name}`);
    await page.locator('ol > li').first().getByRole('link').first().click();
    await expect(page.getByRole('table').last()).toBeVisible();
    await expectAccessible(page);
    await screenshot(page, `partnership-${window.name}`);
    await go(page, 'firms');
    await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible();
    await screenshot(page, `firms-depth-${window.name}`);
    const [project] = (await call(page, 'engagements.list', { search: 'Энергоаудит' })).rows;
    await call(page, 'milestones.create', {
      engagementId: project?.id ?? '',
      title: 'Обследование мастерских',
      dueOn: new Date().toISOString().slice(0, 10),
      doneOn: null,
      quantity: 4,
      quantityUnit: 'мастерские',
      result: null,
      notes: null,
    });
    await go(page, `engagements/${project?.id}?tab=milestones`);
    await expect(page.getByText('Обследование мастерских').first()).toBeVisible();
    await expectAccessible(page);
    await screenshot(page, `milestones-${window.name}`);
    await go(page, 'settings');
    await page.getByRole('button', { name: window.language === 'ru' ? 'Партнёрство' : 'Серіктестік' }).click();
    await expectAccessible(page);
    await screenshot(page, `settings-partnership-${window.name}`);
  });
}
