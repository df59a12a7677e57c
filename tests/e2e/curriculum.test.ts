import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Request } from '#shared/contract/index.ts';
import { aFirm, aRequest } from '#tests/support/builders.ts';
import { screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, go, showAs, test, windows } from './support/college.ts';

/** The text of a PDF without the room between letters and words, which spaced headings and justified lines fill. */
const textOfPdf = (file: string): string =>
  execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/gu, '');

const lacking = (text: string, parts: readonly string[]): readonly string[] =>
  parts.filter(part => !text.includes(part.replaceAll(' ', '')));

/** The letters that answer a request, saved as PDF; the newest first. */
async function repliesAsPdf(page: Page, requestId: string): Promise<readonly string[]> {
  const { rows } = await call(page, 'letters.list', { filter: { requestId } });
  const { folder, files } = await call(page, 'letters.export', { ids: rows.map(({ id }) => id), format: 'pdf' });
  return files.map(file => path.resolve(folder, file));
}

/** A request as this file's officer receives them. */
const request = (number: string, firmId: string | null, more: Partial<Request<'requests.create'>> = {}) =>
  aRequest(firmId, {
    number,
    receivedOn: '2026-01-15',
    module: 'Станки с ЧПУ',
    kind: 'replace',
    currentText: 'Токарная обработка на универсальных станках, 40 часов.',
    proposedText: 'Токарная обработка на станках с ЧПУ, 60 часов.',
    hoursBefore: 40,
    hoursAfter: 60,
    reason: 'technology',
    priority: 'high',
    ...more,
  });

const firm = aFirm({ nameRu: 'ТОО «Станкомаш»', nameKk: '«Станкомаш» ЖШС' });

test.use({ college: 'empty' });

test('a request goes through the council to its implementation, and the firm is told', async ({ running }) => {
  const { page, dataDir } = running;
  const { id: firmId } = await call(page, 'firms.create', firm);
  const { id } = await call(page, 'requests.create', request('12', firmId));
  await go(page, 'reports');
  const implemented = page
    .locator('#indicator-requests tr')
    .filter({ has: page.getByRole('rowheader', { name: 'Внедрено', exact: true }) });
  await expect(implemented.locator('td').first()).toHaveText('0');
  const council = await call(page, 'councils.create', {
    nameRu: 'Индустриальный совет',
    nameKk: 'Индустриялық кеңес',
    active: true,
    notes: null,
  });
  for (const [name, role] of [
    ['Ахметов Серік Болатұлы', 'chair'],
    ['Иванова Ольга Петровна', 'secretary'],
  ] as const)
    await call(page, 'councilMembers.create', {
      councilId: council.id,
      name,
      role,
      position: 'Директор',
      firmId: role === 'chair' ? firmId : null,
      fromOn: null,
      toOn: null,
      notes: null,
    });
  const meeting = await call(page, 'meetings.create', {
    councilId: council.id,
    heldOn: '2026-02-10',
    minuteNumber: '3',
    place: 'Актовый зал',
    notes: null,
  });

  await go(page, `meetings/${meeting.id}`);
  await page.getByRole('button', { name: 'Внести 1 предложение' }).click();
  await expect(page.getByRole('link', { name: '№ 12' })).toBeVisible();
  await page.getByRole('tab', { name: 'Присутствие' }).click();
  await page.getByRole('button', { name: 'Отметить всех' }).click();
  await expect(page.getByText('Присутствовали: 2 из 2').first()).toBeVisible();
  await screenshot(page, 'curriculum-attendance');
  await page.getByRole('tab', { name: 'Повестка' }).click();

  await page.getByRole('button', { name: 'Принять решение' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Решение' }).click();
  await page.getByRole('option', { name: 'одобрено с изменениями' }).click();
  await dialog.getByLabel('За', { exact: true }).fill('3');
  await dialog.getByLabel('Текст решения').fill('Ввести 50 часов с нового учебного года.');
  await dialog.getByRole('button', { name: 'Записать решение' }).click();
  await expect(dialog.getByText('Голосов больше, чем присутствующих.')).toBeVisible();
  await screenshot(page, 'curriculum-decision');
  await dialog.getByLabel('За', { exact: true }).fill('2');
  await dialog.getByRole('button', { name: 'Записать решение' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('ответа ещё нет')).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, 'curriculum-agenda');

  await page.getByRole('button', { name: 'Протокол', exact: true }).click();
  await page.getByRole('menuitem', { name: 'PDF, на казахском' }).click();
  await expect(page.getByText(/Протокол сохранён/u)).toBeVisible();
  await page.getByRole('button', { name: 'Протокол', exact: true }).click();
  await page.getByRole('menuitem', { name: 'PDF, на русском' }).click();
  const letters = path.join(dataDir, 'letters');
  await expect
    .poll(() => readdirSync(letters).toSorted())
    .toEqual(['2026-02-10 Протокол 3.pdf', '2026-02-10 Хаттама 3.pdf']);
  const decided = 'Ввести 50 часов с нового учебного года.';
  const minutes = [
    textOfPdf(path.join(letters, '2026-02-10 Хаттама 3.pdf')),
    textOfPdf(path.join(letters, '2026-02-10 Протокол 3.pdf')),
  ];
  expect([
    lacking(minutes[0] ?? '', [
      '№ 3 ХАТТАМА',
      'Индустриялық кеңес',
      'Күн тәртібі',
      'Ахметов',
      '«Станкомаш» ЖШС',
      'Ввести 50 часов',
    ]),
    lacking(minutes[1] ?? '', [
      'ПРОТОКОЛ № 3',
      'Индустриальный совет',
      'Повестка дня',
      'Ахметов',
      'ТОО «Станкомаш»',
      'Ввести 50 часов',
    ]),
  ]).toEqual([[], []]);

  await page.getByRole('button', { name: 'Ответы организациям' }).click();
  await expect(dialog.getByText('Номер: 1/')).toBeVisible();
  await expect(dialog.frameLocator('iframe').locator('body')).not.toBeEmpty();
  await screenshot(page, 'curriculum-reply');
  await dialog.getByRole('button', { name: 'Напечатать 1 письмо' }).click();
  await expect(dialog.getByText(/В журнале/u)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('ответ отправлен')).toBeVisible();
  await call(page, 'letters.issue', { kind: 'reply', language: 'kk', ids: [id] });
  const [kazakh = '', russian = ''] = (await repliesAsPdf(page, id)).map(textOfPdf);
  expect([
    lacking(kazakh, ['«Станкомаш» ЖШС', '№ 12', 'Шешім:', decided, 'ынтымақтастықты жалғастыруға дайынбыз']),
    lacking(russian, ['ТОО «Станкомаш»', '№ 12', 'Решение:', decided, 'готовы продолжать сотрудничество']),
  ]).toEqual([[], []]);

  await go(page, `requests/${id}`);
  await page.getByRole('tab', { name: 'Что меняется' }).click();
  await expect(page.locator('del').filter({ hasText: '40' })).toBeVisible();
  await expect(page.locator('ins').filter({ hasText: '60' })).toBeVisible();
  await expect(page.getByText('Изменение: +20 ч')).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, 'curriculum-comparison');
  await page.getByRole('button', { name: 'Изменить состояние' }).click();
  await page.getByRole('menuitem', { name: 'внедрено' }).click();
  await dialog.getByLabel('Подтверждение внедрения').fill('Приказ № 40');
  await dialog.getByLabel('Версия учебного плана').fill('2026/1');
  await screenshot(page, 'curriculum-implemented');
  await dialog.getByRole('button', { name: 'Изменить состояние' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('tab', { name: 'Письма' }).click();
  await expect(page.getByText('ответ на предложение')).toHaveCount(2);

  await go(page, `firms/${firmId}?tab=requests`);
  await expect(page.getByRole('grid').last().getByText('внедрено')).toBeVisible();
  await page.getByRole('tab', { name: 'Лента' }).click();
  await expect(page.getByRole('link', { name: '№ 12' }).first()).toBeVisible();
  await go(page, 'reports');
  await implemented.locator('td').first().getByRole('link', { name: '1' }).click();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
});

test('the board is worked with the keyboard alone', async ({ page }) => {
  await call(page, 'requests.create', request('1', null));
  await call(page, 'requests.create', request('2', null, { receivedOn: '2026-02-15', priority: 'normal' }));
  await go(page, 'board');
  const column = (state: string) => page.locator(`[data-cards][data-state="${state}"]`);
  const card = (number: string) => page.getByRole('link', { name: new RegExp(`Предложение № ${number},`, 'u') });
  await expect(column('submitted').getByRole('article')).toHaveCount(2);
  await card('1').focus();
  await page.keyboard.press('ArrowDown');
  await expect(card('2')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await screenshot(page, 'board-lifted');
  await page.keyboard.press('Space');
  await expect(column('underReview').getByRole('article')).toHaveCount(1);
  await expect(card('1')).toBeFocused();

  // A refusal asks for its reason before the card moves.
  await page.keyboard.press('Space');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Tab');
  await dialog.getByLabel('Причина').focus();
  await page.keyboard.type('Нет станков');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(column('rejected').getByRole('article')).toHaveCount(1);

  // Where a state allows no move, the card stays.
  await card('2').focus();
  await page.keyboard.press('Space');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(column('submitted').getByRole('article')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/board\/.+/u);
  await page.keyboard.press('Escape');
  await expect(card('2')).toBeFocused();
});

test('a card is dragged by the mouse and moved by its menu, in lanes and with the filters of the list', async ({
  page,
}) => {
  await call(page, 'requests.create', request('1', null));
  await call(page, 'requests.create', request('2', null, { priority: 'low' }));
  await go(page, 'board');
  const column = (state: string) => page.locator(`[data-cards][data-state="${state}"]`);
  await page.getByRole('article').filter({ hasText: '№ 1' }).dragTo(column('underReview'));
  await expect(column('underReview').getByRole('article')).toHaveCount(1);
  await page.getByRole('button', { name: 'Перевести предложение № 2' }).click();
  await page.getByRole('menuitem', { name: 'рассматривается' }).click();
  await expect(column('underReview').getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: 'По специальностям' }).click();
  await expect(page.getByRole('heading', { name: 'Без специальности' })).toBeVisible();
  await page.getByRole('button', { name: 'Отбор: Приоритет' }).click();
  await page.getByRole('checkbox', { name: 'низкий' }).check();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await go(page, 'requests');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
});

for (const window of [
  ...windows,
  { name: 'kk-dark-1440', language: 'kk', theme: 'dark', width: 1440, height: 900 },
  { name: 'kk-light-1024', language: 'kk', theme: 'light', width: 1024, height: 640 },
  { name: 'ru-dark-1024', language: 'ru', theme: 'dark', width: 1024, height: 640 },
] as const) {
  test(`the board has nothing axe would complain of (${window.name})`, async ({ page, running }) => {
    const { id: firmId } = await call(page, 'firms.create', firm);
    for (let number = 1; number <= 9; number += 1)
      await call(page, 'requests.create', request(String(number), firmId, { receivedOn: `2026-0${number}-05` }));
    const council = await call(page, 'councils.create', {
      nameRu: 'Индустриальный совет',
      nameKk: 'Индустриялық кеңес',
      active: true,
      notes: null,
    });
    const meeting = await call(page, 'meetings.create', {
      councilId: council.id,
      heldOn: '2026-10-10',
      minuteNumber: '3',
      place: null,
      notes: null,
    });
    await showAs(running, window);
    await go(page, 'board');
    await expect(page.getByRole('article')).toHaveCount(9);
    await expectAccessible(page);
    await screenshot(page, `board-${window.name}`);
    await page.getByRole('article').first().getByRole('link').click();
    await page.getByRole('tab').nth(1).click();
    await expect(page.locator('ins').first()).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByRole('tab').first()).toBeVisible();
    await screenshot(page, `board-open-${window.name}`);
    await call(page, 'meetings.fillAgenda', { id: meeting.id });
    await go(page, `meetings/${meeting.id}`);
    await expect(page.getByRole('listitem').filter({ hasText: '№ 9' })).toBeVisible();
    await expectAccessible(page);
    await screenshot(page, `meeting-${window.name}`);
  });
}
