import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { axeViolations, describeViolations, launchApp, type RunningApp, screenshot } from './support/app.ts';

let running: RunningApp;

test.beforeEach(async () => {
  running = await launchApp({ language: 'ru' });
  await running.page.getByRole('button', { name: 'Открыть пример колледжа' }).click();
  await expect(running.page.getByRole('navigation').first()).toBeVisible();
});
test.afterEach(async () => {
  await running.close();
});

async function open(page: Page, address: string): Promise<void> {
  await page.evaluate(hash => {
    window.location.hash = hash;
  }, `#/${address}`);
}

test('whom to call: a logged call and a postponed one leave the list, the firm shows why', async () => {
  const { page, dataDir } = running;
  await open(page, 'today');
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
  expect(running.complaints).toEqual([]);
});

for (const look of [
  { language: 'ru', theme: 'light', width: 1440, height: 900 },
  { language: 'kk', theme: 'dark', width: 1024, height: 640 },
] as const) {
  const name = `${look.language}-${look.theme}-${look.width}`;
  test(`calls, health, depth, milestones and their settings have nothing axe would complain of (${name})`, async () => {
    const { page, app } = running;
    await page.evaluate(
      async settings => {
        await window.bridge['settings.update']?.(settings);
      },
      { language: look.language, theme: look.theme },
    );
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      look,
    );
    await page.reload();
    await open(page, 'today');
    await page.getByText(look.language === 'ru' ? 'Кому позвонить' : 'Кімге қоңырау шалу', { exact: true }).click();
    await expect(page.locator('ol > li').first()).toBeVisible();
    expect(describeViolations(await axeViolations(page))).toEqual([]);
    await screenshot(page, `calls-${name}`);
    await page.locator('ol > li').first().getByRole('link').first().click();
    await expect(page.getByRole('table').last()).toBeVisible();
    expect(describeViolations(await axeViolations(page))).toEqual([]);
    await screenshot(page, `partnership-${name}`);
    await open(page, 'firms');
    await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible();
    await screenshot(page, `firms-depth-${name}`);
    const project = await page.evaluate(
      async today => {
        const list = (await window.bridge['engagements.list']?.({ search: 'Энергоаудит' })) as unknown as {
          value: { rows: { id: string }[] };
        };
        const engagementId = list.value.rows[0]?.id ?? '';
        await window.bridge['milestones.create']?.({
          engagementId,
          title: 'Обследование мастерских',
          dueOn: today,
          doneOn: null,
          quantity: 4,
          quantityUnit: 'мастерские',
          result: null,
          notes: null,
        });
        return engagementId;
      },
      new Date().toISOString().slice(0, 10),
    );
    await open(page, `engagements/${project}?tab=milestones`);
    await expect(page.getByText('Обследование мастерских').first()).toBeVisible();
    expect(describeViolations(await axeViolations(page))).toEqual([]);
    await screenshot(page, `milestones-${name}`);
    await open(page, 'settings');
    await page.getByRole('button', { name: look.language === 'ru' ? 'Партнёрство' : 'Серіктестік' }).click();
    expect(describeViolations(await axeViolations(page))).toEqual([]);
    await screenshot(page, `settings-partnership-${name}`);
    expect(running.complaints).toEqual([]);
  });
}
