import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { axeViolations, describeViolations, launchApp, type RunningApp, screenshot } from './support/app.ts';
import { call as ask } from './support/call.ts';

let running: RunningApp;

type Answer = { readonly ok: boolean; readonly value?: { readonly id: string; readonly revision: number } };

/** Calls a command over the page's own bridge and gives what it saved. */
async function call(page: Page, channel: string, request: unknown): Promise<{ id: string; revision: number }> {
  const answer = await page.evaluate(
    async ([name, input]) => (await window.bridge[name]?.(input)) as unknown as Answer,
    [channel, request] as const,
  );
  if (answer.value === undefined) throw new Error(`${channel}: ${JSON.stringify(answer)}`);
  return answer.value;
}

async function open(page: Page, address: string): Promise<void> {
  await page.evaluate(hash => {
    window.location.hash = hash;
  }, `#/${address}`);
}

/** The text of a PDF without the room between letters and words, which spaced headings and justified lines fill. */
const textOfPdf = (file: string): string =>
  execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/gu, '');

const lacking = (text: string, parts: readonly string[]): readonly string[] =>
  parts.filter(part => !text.includes(part.replaceAll(' ', '')));

/** The letters that answer a request, saved as PDF; the newest first. */
async function repliesAsPdf(page: Page, requestId: string): Promise<readonly string[]> {
  const { rows } = await ask(page, 'letters.list', { filter: { requestId } });
  const { folder, files } = await ask(page, 'letters.export', { ids: rows.map(({ id }) => id), format: 'pdf' });
  return files.map(file => path.resolve(folder, file));
}

const request = (number: string, firmId: string | null, more: object = {}): object => ({
  number,
  receivedOn: '2026-01-15',
  firmId,
  contactId: null,
  councilId: null,
  specialtyId: null,
  qualificationId: null,
  module: 'Станки с ЧПУ',
  kind: 'replace',
  currentText: 'Токарная обработка на универсальных станках, 40 часов.',
  proposedText: 'Токарная обработка на станках с ЧПУ, 60 часов.',
  hoursBefore: 40,
  hoursAfter: 60,
  reason: 'technology',
  responsible: null,
  priority: 'high',
  decidedOn: null,
  minuteNumber: null,
  decisionText: null,
  effectiveYear: null,
  implementedOn: null,
  implementationProof: null,
  curriculumVersion: null,
  effectCheckedOn: null,
  effect: null,
  notes: null,
  ...more,
});

const firm = {
  nameRu: 'ТОО «Станкомаш»',
  nameKk: '«Станкомаш» ЖШС',
  shortName: null,
  legalForm: null,
  bin: null,
  sector: null,
  oked: null,
  region: null,
  city: null,
  address: null,
  phone: null,
  email: null,
  website: null,
  sizeClass: null,
  status: 'active',
  origin: null,
  verifiedOn: null,
  verifiedBy: null,
  verifiedSource: null,
  notes: null,
};

test.beforeEach(async () => {
  running = await launchApp({ language: 'ru' });
  await running.page.getByRole('button', { name: 'Начать с пустой базы' }).click();
  await expect(running.page.getByRole('navigation').first()).toBeVisible();
});
test.afterEach(async () => {
  await running.close();
});

test('a request goes through the council to its implementation, and the firm is told', async () => {
  const { page, dataDir } = running;
  const { id: firmId } = await call(page, 'firms.create', firm);
  const { id } = await call(page, 'requests.create', request('12', firmId));
  await open(page, 'reports');
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
  ])
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

  await open(page, `meetings/${meeting.id}`);
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
  expect(describeViolations(await axeViolations(page))).toEqual([]);
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
  await page.waitForTimeout(500); // the paper is drawn in a frame of its own
  await screenshot(page, 'curriculum-reply');
  await dialog.getByRole('button', { name: 'Напечатать 1 письмо' }).click();
  await expect(dialog.getByText(/В журнале/u)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('ответ отправлен')).toBeVisible();
  await ask(page, 'letters.issue', { kind: 'reply', language: 'kk', ids: [id] });
  const [kazakh = '', russian = ''] = (await repliesAsPdf(page, id)).map(textOfPdf);
  expect([
    lacking(kazakh, ['«Станкомаш» ЖШС', '№ 12', 'Шешім:', decided, 'ынтымақтастықты жалғастыруға дайынбыз']),
    lacking(russian, ['ТОО «Станкомаш»', '№ 12', 'Решение:', decided, 'готовы продолжать сотрудничество']),
  ]).toEqual([[], []]);

  await open(page, `requests/${id}`);
  await page.getByRole('tab', { name: 'Что меняется' }).click();
  await expect(page.locator('del').filter({ hasText: '40' })).toBeVisible();
  await expect(page.locator('ins').filter({ hasText: '60' })).toBeVisible();
  await expect(page.getByText('Изменение: +20 ч')).toBeVisible();
  expect(describeViolations(await axeViolations(page))).toEqual([]);
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

  await open(page, `firms/${firmId}?tab=requests`);
  await expect(page.getByRole('grid').last().getByText('внедрено')).toBeVisible();
  await page.getByRole('tab', { name: 'Лента' }).click();
  await expect(page.getByRole('link', { name: '№ 12' }).first()).toBeVisible();
  await open(page, 'reports');
  await implemented.locator('td').first().getByRole('link', { name: '1' }).click();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
  expect(running.complaints).toEqual([]);
});

test('the board is worked with the keyboard alone', async () => {
  const { page } = running;
  await call(page, 'requests.create', request('1', null));
  await call(page, 'requests.create', request('2', null, { receivedOn: '2026-02-15', priority: 'normal' }));
  await open(page, 'board');
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
  expect(running.complaints).toEqual([]);
});

test('a card is dragged by the mouse and moved by its menu, in lanes and with the filters of the list', async () => {
  const { page } = running;
  await call(page, 'requests.create', request('1', null));
  await call(page, 'requests.create', request('2', null, { priority: 'low' }));
  await open(page, 'board');
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
  await open(page, 'requests');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
  expect(running.complaints).toEqual([]);
});

for (const look of [
  { language: 'ru', theme: 'light', width: 1440, height: 900 },
  { language: 'kk', theme: 'dark', width: 1440, height: 900 },
  { language: 'kk', theme: 'light', width: 1024, height: 640 },
  { language: 'ru', theme: 'dark', width: 1024, height: 640 },
] as const) {
  const name = `${look.language}-${look.theme}-${look.width}`;
  test(`the board has nothing axe would complain of (${name})`, async () => {
    const { page, app } = running;
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
    await open(page, 'board');
    await expect(page.getByRole('article')).toHaveCount(9);
    expect(describeViolations(await axeViolations(page))).toEqual([]);
    await screenshot(page, `board-${name}`);
    await page.getByRole('article').first().getByRole('link').click();
    await page.getByRole('tab').nth(1).click();
    await expect(page.locator('ins').first()).toBeVisible();
    expect(describeViolations(await axeViolations(page))).toEqual([]);
    await expect(page.getByRole('tab').first()).toBeVisible();
    await screenshot(page, `board-open-${name}`);
    await call(page, 'meetings.fillAgenda', { id: meeting.id });
    await open(page, `meetings/${meeting.id}`);
    await expect(page.getByRole('listitem').filter({ hasText: '№ 9' })).toBeVisible();
    expect(describeViolations(await axeViolations(page))).toEqual([]);
    await screenshot(page, `meeting-${name}`);
  });
}
