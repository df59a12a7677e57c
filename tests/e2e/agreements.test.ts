import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { aFirm, anAgreement } from '#tests/support/builders.ts';
import { answerFileDialogs, screenshot, temporaryFolder } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, test } from './support/college.ts';
import { open } from './support/looks.ts';

const dayFrom = (days: number): string => {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
};
const shown = (iso: string): string => iso.split('-').toReversed().join('.');

const makeFirm = async (page: Page, nameRu: string, more: Parameters<typeof aFirm>[0] = {}): Promise<string> =>
  (await call(page, 'firms.create', aFirm({ nameRu, ...more }))).id;

/** A draft of a contract for practice that ends in some days. */
const makeAgreement = (page: Page, firmId: string, fields: Parameters<typeof anAgreement>[1] = {}) =>
  call(
    page,
    'agreements.create',
    anAgreement(firmId, {
      number: '77/2026',
      typeId: 'agreement-type-practice',
      stage: 'draft',
      signedOn: null,
      startsOn: dayFrom(-100),
      endsOn: dayFrom(20),
      ...fields,
    }),
  );

const record = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const save = (page: Page, name = 'Сохранить'): Promise<void> =>
  dialog(page).getByRole('button', { name, exact: true }).click();
const noViolations = async (page: Page): Promise<void> => await expectAccessible(page);

test('an agreement is signed on paper in two presses, its scan is attached, and undo takes both back', async ({
  running,
}) => {
  const { page, app } = running;
  const { id } = await makeAgreement(page, await makeFirm(page, 'ТОО «Подпись»'));
  await open(page, `agreements/${id}`);
  const agreement = record(page, '№ 77/2026');
  await agreement.getByRole('button', { name: 'Подписано на бумаге' }).click();
  await noViolations(page);
  await save(page, 'Подписано на бумаге');
  await expect(agreement.getByText('истекает', { exact: true }).first()).toBeVisible();
  await agreement.getByRole('tab', { name: 'Подписание' }).click();
  await expect(agreement.getByRole('row', { name: /Колледж/u })).toContainText(shown(dayFrom(0)));
  const scan = path.join(temporaryFolder('scan'), 'Скан 77.pdf');
  writeFileSync(scan, '%PDF-1.7\nскан');
  await answerFileDialogs(app, scan);
  await agreement.getByRole('button', { name: 'Выбрать файл' }).click();
  await expect(agreement.getByRole('button', { name: 'Открыть файл «Скан 77.pdf»' })).toBeVisible();
  await noViolations(page);
  await screenshot(page, 'agreement-paper');
  await page.keyboard.press('Control+KeyZ');
  await expect(agreement.getByRole('button', { name: 'Открыть файл «Скан 77.pdf»' })).toBeHidden();
  await page.keyboard.press('Control+KeyZ');
  await expect(agreement.getByText('черновик').first()).toBeVisible();
});

test('a file dropped anywhere on a record is attached to it', async ({ page }) => {
  const id = await makeFirm(page, 'ТОО «Сброс»');
  await open(page, `firms/${id}`);
  const firm = record(page, 'ТОО «Сброс»');
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Устав'], 'Устав.txt', { type: 'text/plain' }));
    return data;
  });
  await firm.dispatchEvent('dragenter', { dataTransfer: transfer });
  await expect(firm.getByText('Отпустите, чтобы прикрепить к записи')).toBeVisible();
  await firm.dispatchEvent('drop', { dataTransfer: transfer });
  await firm.getByRole('tab', { name: 'Файлы' }).click();
  await expect(firm.getByRole('button', { name: 'Открыть файл «Устав.txt»' })).toBeVisible();
});

test('an amendment changes the list, the record and the report, and the record shows before and after', async ({
  page,
}) => {
  const firmId = await makeFirm(page, 'ТОО «Изменение»');
  const made = await makeAgreement(page, firmId, { number: '78/2026', endsOn: dayFrom(-10) });
  await call(page, 'agreements.signOnPaper', { id: made.id, revision: made.revision, on: dayFrom(-90) });
  const inForce = { inForceFrom: dayFrom(0), inForceTo: dayFrom(0), firmId };
  const before = (await call(page, 'agreements.list', { filter: inForce })).total;
  await open(page, `agreements/${made.id}`);
  const agreement = record(page, '№ 78/2026');
  await expect(agreement.getByText('истёк').first()).toBeVisible();
  await agreement.getByRole('button', { name: 'Дополнительное соглашение' }).click();
  await dialog(page)
    .getByLabel('Действует с')
    .fill(shown(dayFrom(-9)));
  await dialog(page)
    .getByLabel('Окончание действия')
    .fill(shown(dayFrom(400)));
  await dialog(page).getByLabel('Мест для студентов').fill('25');
  await noViolations(page);
  await screenshot(page, 'amendment-dialog');
  await save(page);
  await expect(agreement.getByText('действует').first()).toBeVisible();
  await agreement.getByRole('tab', { name: 'Условия и изменения' }).click();
  await expect(agreement.getByRole('row', { name: /Окончание действия/u })).toContainText(
    `${shown(dayFrom(-10))}${shown(dayFrom(400))}`,
  );
  await expect(agreement.getByRole('row', { name: /Мест для студентов/u })).toContainText('1025');
  await noViolations(page);
  await screenshot(page, 'agreement-terms');
  const after = (await call(page, 'agreements.list', { filter: inForce })).total;
  expect([before, after]).toEqual([0, 1]);
  const row = page.getByRole('row', { name: /78\/2026/u }).first();
  await expect(row).toContainText(shown(dayFrom(400)));
});

test('a renewal asks only for dates and opens the new draft', async ({ page }) => {
  const firmId = await makeFirm(page, 'ТОО «Продление»');
  const made = await makeAgreement(page, firmId, { number: '79/2026' });
  await call(page, 'agreements.signOnPaper', { id: made.id, revision: made.revision, on: dayFrom(-90) });
  await open(page, `agreements/${made.id}`);
  await record(page, '№ 79/2026').getByRole('button', { name: 'Продлить' }).click();
  await expect(dialog(page).getByRole('textbox')).toHaveCount(2);
  await dialog(page)
    .getByLabel('Окончание действия')
    .fill(shown(dayFrom(10)));
  await save(page, 'Продлить');
  await expect(dialog(page).getByText('Окончание раньше начала. Проверьте даты.')).toBeVisible();
  await dialog(page)
    .getByLabel('Окончание действия')
    .fill(shown(dayFrom(385)));
  await save(page, 'Продлить');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: /№ 79\/2026[-/]/u })).toBeVisible();
});

test('two firms are compared, merged into one, and one undo gives both back', async ({ page }) => {
  const keep = await makeFirm(page, 'ТОО «Двойник»', { city: 'Астана' });
  const other = await makeFirm(page, 'ТОО "ДВОЙНИК"', {
    bin: '121240083006',
    phone: '+77051234567',
    accepted: ['firmNameTaken'],
  });
  await makeAgreement(page, other, { number: '80/2026' });
  await open(page, `firms/${keep}`);
  const firm = record(page, 'ТОО «Двойник»');
  await firm.getByRole('button', { name: 'Сравнить с «ТОО "ДВОЙНИК"»' }).click();
  await expect(dialog(page).getByRole('radio', { name: '121240083006' })).toBeChecked();
  await noViolations(page);
  await screenshot(page, 'firm-merge');
  await save(page, 'Объединить организации');
  await expect(dialog(page)).toBeHidden();
  await expect(firm.getByRole('button', { name: /Сравнить/u })).toBeHidden();
  const merged = await call(page, 'firms.get', { id: keep });
  await page.keyboard.press('Control+KeyZ');
  await expect(firm.getByRole('button', { name: /Сравнить/u })).toBeVisible();
  const back = await call(page, 'firms.get', { id: other });
  expect([merged.bin, merged.agreements, back.bin, back.agreements]).toEqual(['121240083006', 1, '121240083006', 1]);
});

test('Today lists what is due; a task is put off with a note, another closed, and nothing is lost', async ({
  page,
}) => {
  const firmId = await makeFirm(page, 'ТОО «Задачи»');
  const made = await makeAgreement(page, firmId, { number: '81/2026' });
  await call(page, 'agreements.signOnPaper', { id: made.id, revision: made.revision, on: dayFrom(-90) });
  await page.getByRole('link', { name: 'Сегодня' }).click();
  const later = page.getByRole('button', { name: 'Отложить: 81/2026' }).first();
  await expect(later).toBeVisible();
  await noViolations(page);
  await screenshot(page, 'today');
  const waiting = page.getByRole('button', { name: 'Отложить: 81/2026' });
  await page
    .getByRole('button', { name: /^Показать все/u })
    .first()
    .click();
  await expect(waiting).toHaveCount(2);
  await later.click();
  await dialog(page).getByLabel('Заметка').fill('Ждём ответа');
  await save(page, 'Отложить');
  await expect(waiting).toHaveCount(1);
  await page.getByRole('button', { name: 'Готово: 81/2026' }).click();
  await expect(waiting).toHaveCount(0);
  await page.getByText('Отложенные').click();
  await expect(page.getByText('Ждём ответа')).toBeVisible();
  await page.getByText('Выполненные').click();
  await expect(page.getByRole('button', { name: 'Вернуть в работу: 81/2026' })).toBeVisible();
});

test('a call with a next step stands in the timeline of the firm', async ({ page }) => {
  const id = await makeFirm(page, 'ТОО «Звонок»');
  await open(page, `firms/${id}`);
  const firm = record(page, 'ТОО «Звонок»');
  await firm.getByRole('tab', { name: 'Лента' }).click();
  await firm.getByRole('button', { name: 'Записать звонок или встречу' }).click();
  await dialog(page).getByLabel('О чём').fill('Обсудили два места на весну');
  await dialog(page).getByLabel('Следующий шаг').fill('Отправить проект договора');
  await dialog(page).getByLabel('Срок следующего шага').fill('завтра');
  await save(page);
  await expect(firm.getByText('Обсудили два места на весну')).toBeVisible();
  await noViolations(page);
  await screenshot(page, 'firm-timeline');
  await firm.getByRole('button', { name: 'Шаг выполнен' }).click();
  await expect(firm.getByText('Следующий шаг: Отправить проект договора')).toBeHidden();
});
