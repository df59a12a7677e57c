import { expect, type Page } from '@playwright/test';
import { aFirm, aPlacement, aStudent } from '#tests/support/builders.ts';
import { screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, test } from './support/college.ts';

test.use({ college: 'empty' });

const surnames = [
  'Әлиев',
  'Байжанов',
  'Ғабитов',
  'Дүйсенов',
  'Ермеков',
  'Жұмабаев',
  'Исаев',
  'Қасымов',
  'Ли',
  'Мұратов',
  'Нұрланов',
  'Өтегенов',
];

async function aGroup(page: Page, size: number): Promise<{ groupId: string; names: string[] }> {
  const group = await call(page, 'groups.create', {
    code: '24ТМ-21',
    specialtyId: null,
    qualificationId: null,
    course: 2,
    language: 'kk',
    curator: null,
    active: true,
  });
  const names: string[] = [];
  for (let index = 0; index < size; index += 1) {
    const surname = surnames[index % surnames.length] ?? '';
    const givenName = index < surnames.length ? 'Әділ' : 'Серік';
    await call(page, 'students.create', aStudent({ surname, givenName, patronymic: 'Болатұлы', groupId: group.id }));
    names.push(`${surname} ${givenName}`);
  }
  return { groupId: group.id, names };
}

async function openGroup(page: Page): Promise<void> {
  await page.evaluate(() => window.location.assign('#/placements'));
  await page.getByRole('button', { name: 'Разместить группу' }).click();
  await page.getByRole('combobox', { name: 'Группы' }).click();
  await page.getByRole('option', { name: '24ТМ-21' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Вид практики' }).click();
  await page.getByRole('option', { name: 'Дуальное обучение' }).click();
  await page.getByLabel('Начало').fill('1.9.25');
  await page.getByLabel('Окончание').fill('26.12.25');
  await page.getByRole('button', { name: 'Заполнить список' }).click();
}

test('a common firm chosen after the list was filled reaches the lines that have none, and clearing keeps the choices', async ({
  page,
}) => {
  await aGroup(page, 3);
  await call(page, 'firms.create', aFirm({ nameRu: 'ТОО «Болат»' }));
  await openGroup(page);
  await expect(page.getByText('Готово к сохранению: 0 строк')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Список размещений' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Организация для всех' }).fill('болат');
  await expect(page.getByRole('option', { name: 'ТОО «Болат»' })).toHaveAttribute('data-combobox-selected');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Заполнить список' }).click();
  await expect(page.getByText('Готово к сохранению: 3 строки')).toBeVisible();
  await page.getByRole('button', { name: 'Очистить список' }).click();
  await expect(page.getByRole('grid', { name: 'Список размещений' })).toHaveCount(0);
  await expect(page.getByLabel('Окончание')).toHaveValue('26.12.2025');
});

test('a group of 24 is placed by pasting from a workbook, and one undo takes it back', async ({ running }) => {
  const { app, page } = running;
  const { names } = await aGroup(page, 24);
  await call(page, 'firms.create', aFirm({ nameRu: 'ТОО «Болат»' }));
  await call(page, 'firms.create', aFirm({ nameRu: 'АО «Ертіс Энерго»', bin: '121240083006' }));
  await openGroup(page);
  const grid = page.getByRole('grid', { name: 'Список размещений' });
  await expect(grid).toHaveAttribute('aria-rowcount', '25');

  const lines = names
    .toReversed()
    .map((name, index) => `${name}\t${index % 2 === 0 ? 'болат' : '121240083006'}\t\t\t${400 + index}`);
  lines[3] = lines[3]?.replace('121240083006', 'Нет такой') ?? '';
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), lines.join('\r\n'));
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByText('Организация не найдена: «Нет такой»')).toBeVisible();
  await expect(page.getByText('Готово к сохранению: 23 строки')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Сохранить размещения' })).toBeDisabled();
  await screenshot(page, 'place-group');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'С ошибками: 1 строка' }).click();
  await expect(page.getByRole('gridcell', { name: 'Нет такой', exact: true })).toBeInViewport();
  await expect(page.getByRole('gridcell', { name: 'АО «Ертіс Энерго»' }).first()).toBeVisible();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Болат');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Готово к сохранению: 24 строки')).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить размещения' }).click();
  await expect(page.getByText('Размещено: 24 студента')).toBeVisible();
  const placed = await call(page, 'placements.list', {});
  await page.getByRole('status').getByRole('button', { name: 'Отменить' }).click();
  await expect.poll(async () => (await call(page, 'placements.list', {})).total).toBe(0);
  expect({
    total: placed.total,
    hours: placed.rows.map(row => row.hoursPlanned ?? 0).toSorted((a, b) => a - b),
    complaints: running.complaints,
  }).toEqual({
    total: 24,
    hours: Array.from({ length: 24 }, (_, index) => 400 + index),
    complaints: [],
  });
});

test('the grid is written by the keyboard alone, and the draft is there after a reload', async ({ page }) => {
  await aGroup(page, 4);
  await call(page, 'firms.create', aFirm({ nameRu: 'ТОО «Bolat Service»' }));
  await openGroup(page);
  const grid = page.getByRole('grid', { name: 'Список размещений' });
  await grid.focus();
  await page.keyboard.type('bolat service');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowRight');
  for (let row = 0; row < 3; row += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(page.getByText('Готово к сохранению: 4 строки')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('Готово к сохранению: 1 строка')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+d');
  await expect(page.getByText('Готово к сохранению: 4 строки')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Готово к сохранению: 4 строки')).toBeVisible();
});

async function aPlacementOf(
  page: Page,
  fields: Parameters<typeof aPlacement>[2] = {},
): Promise<{ id: string; revision: number }> {
  const firm = await call(page, 'firms.create', aFirm());
  const student = await call(page, 'students.create', aStudent({ bornOn: '2005-01-01' }));
  return call(page, 'placements.create', aPlacement(student.id, firm.id, fields));
}

const open = (page: Page, id: string, tab: string): Promise<void> =>
  page.evaluate(([record, name]) => window.location.assign(`#/placements/${record}?tab=${name}&full=1`), [
    id,
    tab,
  ] as const);

test('the hours of a placement are shown by the day, changed with a reason and printed as an annex', async ({
  page,
}) => {
  const { id } = await aPlacementOf(page);
  await open(page, id, 'hours');
  await expect(page.getByText('492 часа').first()).toBeVisible();
  await screenshot(page, 'placement-hours');
  await expectAccessible(page);

  await page.getByRole('button', { name: /^3 ноября 2025 года/u }).click();
  await page.getByLabel('Часов', { exact: true }).fill('25');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByText('Число больше допустимого.')).toBeVisible();
  await page.getByLabel('Часов', { exact: true }).fill('4,5');
  await page.getByLabel('Причина').fill('Экзамен');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByText('490,5 часа').first()).toBeVisible();
  await page.getByText('По дням', { exact: true }).click();
  await expect(page.getByText('изменено вручную: Экзамен; по графику 6')).toBeVisible();

  await page.getByRole('button', { name: 'Приложение с расчётом' }).click();
  await page.getByRole('menuitem', { name: 'русский, PDF' }).click();
  await expect(page.getByText('Приложение записано')).toBeVisible();
});

test('a start without a briefing asks for a reason and keeps it', async ({ page }) => {
  const { id } = await aPlacementOf(page, { medicalOn: '2025-08-20', insurance: '№ 1' });
  await call(page, 'placements.move', { items: [{ id, revision: 0 }], to: 'confirmed' });
  await call(page, 'placements.move', {
    items: [{ id, revision: 1 }],
    to: 'ordered',
    orderNumber: '15-п',
    orderDate: '2025-08-28',
  });
  await open(page, id, 'facts');
  await expect(page.getByText('Не хватает: инструктаж по технике безопасности')).toBeVisible();
  await page.getByRole('button', { name: 'Изменить состояние' }).click();
  await page.getByRole('menuitem', { name: 'идёт' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Нет даты инструктажа по технике безопасности')).toBeVisible();
  await dialog.getByRole('textbox').fill('Инструктаж пройдёт на месте');
  await dialog.getByRole('button', { name: 'Сохранить всё равно' }).click();
  await expect.poll(async () => (await call(page, 'placements.get', { id })).state).toBe('started');
  expect((await call(page, 'placements.get', { id })).stateReason).toBe('Инструктаж пройдёт на месте');
});

test('a period is split 70/30 between two firms', async ({ page }) => {
  const { id } = await aPlacementOf(page);
  await call(page, 'firms.create', aFirm({ nameRu: 'АО «Ертіс»' }));
  await open(page, id, 'hours');
  await page.getByRole('button', { name: 'Разделить' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Организация' }).nth(1).fill('ертис');
  await page.getByRole('option', { name: /Ертіс/u }).first().click();
  await expect(dialog.getByText('Сумма долей: 100 %')).toBeVisible();
  await dialog.getByRole('button', { name: 'Разделить' }).click();
  await expect(page.getByText(/Части периода/u)).toBeVisible();
  await expect(page.getByText('344,4 часа').first()).toBeVisible();
  const { rows } = await call(page, 'placements.list', {});
  expect(rows.map(row => row.sharePercent ?? 0).toSorted((a, b) => a - b)).toEqual([30, 70]);
});

test('a day swap entered in the settings changes the hours of placements', async ({ page }) => {
  const { id } = await aPlacementOf(page);
  await page.evaluate(() => window.location.assign('#/settings'));
  await page.getByRole('button', { name: 'Праздники и часы' }).click();
  await expect(page.getByText('День Независимости').first()).toBeVisible();
  await page.getByRole('button', { name: 'Добавить день' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Дата').fill('24.10.2025');
  await dialog.getByLabel('Название на русском').fill('Перенос с 18 октября');
  await dialog.getByLabel('Название на казахском').fill('18 қазаннан ауыстырылды');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden();
  await screenshot(page, 'settings-holidays');
  await expectAccessible(page);
  expect((await call(page, 'placements.hours', { id })).total).toBe(486);
});
