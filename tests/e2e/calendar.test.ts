import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import ICAL from 'ical.js';
import { launchApp, type RunningApp } from './support/app.ts';
import { atRest } from './support/at-rest.ts';
import { axeFaults } from './support/axe.ts';
import { call } from './support/call.ts';
import { begin, expectAccessible, go } from './support/college.ts';

let running: RunningApp;
let page: Page;

/** The fifteenth of this month: its week lies wholly in the grid, and days around it are in the month. */
const thisMonth = new Date().toISOString().slice(0, 8);
const day = (number: number): string => `${thisMonth}${String(number).padStart(2, '0')}`;

test.beforeAll(async () => {
  running = await launchApp({ language: 'kk' });
  ({ page } = running);
  await begin(page, 'sample', 'kk');
});
test.afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

const cell = (on: string) => page.locator(`[role="gridcell"][data-day="${on}"]`);
const piece = (name: string) => page.locator('[data-key^="task-"]').filter({ hasText: name });

/** The calendar as it is first opened, whatever the test before has left. */
async function openMonth(): Promise<void> {
  await go(page, 'calendar');
  await expect(page.locator('[role="grid"]')).toBeVisible();
}

test('a task is dragged to another day and comes back with undo', async () => {
  await call(page, 'tasks.add', { title: 'Есеп дайындау', dueOn: day(14) });
  await openMonth();
  const before = await call(page, 'tasks.list', { filter: { view: 'all', kind: ['own'] } });
  await page.reload();
  await expect(piece('Есеп дайындау')).toBeVisible();
  await piece('Есеп дайындау').dragTo(cell(day(16)));
  const due = async (): Promise<unknown> => {
    const { rows } = await call(page, 'tasks.list', { filter: { view: 'all', kind: ['own'] } });
    return (rows as { dueOn: string }[])[0]?.dueOn;
  };
  await expect.poll(due).toBe(day(16));
  await page.getByRole('button', { name: 'Болдырмау', exact: true }).first().click();
  await expect.poll(due).toBe(day(14));
  expect(before['total']).toBe(1);
});

test('by keyboard alone: to a day, to its task, lifted, moved by arrows, dropped; then to a date', async () => {
  await openMonth();
  await page.reload();
  await expect(piece('Есеп дайындау')).toBeVisible();
  await piece('Есеп дайындау').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(cell(day(22))).toHaveAttribute('data-aimed', 'true');
  await page.keyboard.press('Enter');
  await expect(cell(day(22)).locator('[data-key^="task-"]')).toBeVisible();
  await piece('Есеп дайындау').focus();
  await page.keyboard.press('KeyM');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(`18.${day(18).slice(5, 7)}.${day(18).slice(0, 4)}`);
  await page.keyboard.press('Control+Enter');
  await expect(cell(day(18)).locator('[data-key^="task-"]')).toBeVisible();
  await page.locator(`[data-stand="${day(18)}"]`).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Есеп дайындау', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('what is fixed says why it stays, and opens beside the calendar', async () => {
  const { items } = await call(page, 'calendar.items', { from: day(1), to: day(28), kinds: ['placement'] });
  expect((items as unknown[]).length).toBeGreaterThan(0);
  await openMonth();
  const bar = page.locator('[data-key^="placement-"]').first();
  await bar.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Бұйрық шығарылған немесе тәжірибе басталған').first()).toBeVisible();
  await bar.click();
  await expect(page.getByRole('tab', { selected: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab')).toHaveCount(0);
});

test('every view is shown without a fault of accessibility', async () => {
  await openMonth();
  const found: string[] = [];
  for (const [view, address] of [
    ['Апта', 'week'],
    ['Күн', 'day'],
    ['Жыл', 'year'],
    ['Тізім', 'agenda'],
    ['Ай', 'month'],
  ] as const) {
    await page.getByText(view, { exact: true }).first().click();
    await atRest(page);
    found.push(...(await axeFaults(page)).map(line => `${address}: ${line}`));
  }
  expect(found).toEqual([]);
});

test('the calendar is written as a file that another calendar reads, and as a PDF', async () => {
  await openMonth();
  await page.getByRole('button', { name: 'Басып шығару және экспорт' }).click();
  await page.getByRole('menuitem', { name: 'Күнтізбе файлы (.ics)' }).click();
  await expect(page.getByRole('button', { name: 'Қалтада көрсету' })).toBeVisible();
  const range = { from: day(1), to: day(28), language: 'kk' } as const;
  await call(page, 'tasks.add', { title: 'Хат жазу', dueOn: day(14) });
  const { path, events } = await call(page, 'calendar.exportFile', range);
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')));
  const summaries = calendar
    .getAllSubcomponents('vevent')
    .map(component => String(component.getFirstPropertyValue('summary')));
  expect([summaries.length, summaries.includes('Тапсырма · Хат жазу')]).toEqual([events, true]);
  const printed = await call(page, 'calendar.print', { view: 'month', day: day(15), paper: 'A4', language: 'kk' });
  expect(readFileSync(printed.path).subarray(0, 5).toString()).toBe('%PDF-');
});

test('on «Today» a whole kind is put off in one step, and one undo brings it back', async () => {
  await page.keyboard.press('Control+Digit1');
  const group = page.getByRole('region', { name: /Шарттың сканы жоқ/u });
  await expect(group).toBeVisible();
  await expectAccessible(page);
  const waiting = async (): Promise<unknown> =>
    (await call(page, 'tasks.list', { filter: { view: 'due', kind: ['scanMissing'] } }))['total'];
  const before = await waiting();
  await group.getByRole('button', { name: 'Барлығын кейінге қалдыру' }).click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(waiting).toBe(0);
  await page.getByRole('button', { name: 'Болдырмау', exact: true }).last().click();
  await expect.poll(waiting).toBe(before);
});

test('a message has room of its own: the last row of a list stays in sight at 1024×640', async () => {
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(window => window.isVisible())
      ?.setContentSize(1024, 640);
  });
  await call(page, 'tasks.add', { title: 'Хабар', dueOn: day(14) });
  await openMonth();
  await page.reload();
  await piece('Хабар').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Digit2');
  const message = page.locator('[aria-live="polite"] [role="status"]').first();
  await expect(message).toBeVisible();
  const [grid, note] = [await page.getByRole('grid').boundingBox(), await message.boundingBox()];
  expect((grid?.y ?? 0) + (grid?.height ?? 0)).toBeLessThanOrEqual(note?.y ?? 0);
});
