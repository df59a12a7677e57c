import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { aContact, aFirm, anAgreement, anAmendment, aPlacement, aStudent } from '#tests/support/builders.ts';
import { textOfDocx } from '#tests/support/docx-text.ts';
import { screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, test } from './support/college.ts';
import { open } from './support/looks.ts';

test.use({ college: 'empty' });

const noViolations = async (page: Page): Promise<void> => await expectAccessible(page);
const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const shown = (iso: string): string => iso.split('-').toReversed().join('.');
const firmNamed = async (page: Page, nameRu: string): Promise<string> =>
  (await call(page, 'firms.create', aFirm({ nameRu }))).id;

/** A signed agreement that has begun and ends in so many days. */
const agreed = (page: Page, firmId: string, endsIn: number, fields: Parameters<typeof anAgreement>[1] = {}) =>
  call(
    page,
    'agreements.create',
    anAgreement(firmId, { signedOn: dayFrom(-60), startsOn: dayFrom(-60), endsOn: dayFrom(endsIn), ...fields }),
  );

test('a draft amendment is edited and signed; the list, the contract and the report follow it', async ({ page }) => {
  const firmId = await firmNamed(page, 'ТОО «Болат»');
  const student = await call(page, 'students.create', aStudent());
  const { id } = await agreed(page, firmId, -5, { studentId: student.id, number: '15-Д' });
  await call(
    page,
    'amendments.create',
    anAmendment(id, { endsOn: dayFrom(90) }, { signedOn: null, effectiveOn: dayFrom(-4) }),
  );
  const facts = async () => {
    const { ids } = await call(page, 'letters.issue', { kind: 'dualContract', language: 'ru', ids: [id] });
    const { folder, files } = await call(page, 'letters.export', { ids, format: 'docx' });
    const contract = textOfDocx(readFileSync(path.join(folder, path.basename(files[0] ?? ''))));
    const on = { inForceFrom: dayFrom(0), inForceTo: dayFrom(0) };
    return {
      inForce: (await call(page, 'agreements.list', { filter: on })).total,
      paid: contract.replaceAll('\u00a0', ' ').includes('85 000'),
    };
  };
  const before = await facts();
  await open(page, `agreements/${id}?tab=terms`);
  await page.getByRole('button', { name: 'Изменить соглашение № 1' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Окончание действия')).toHaveValue(shown(dayFrom(90)));
  await dialog.getByLabel('Окончание действия').fill(shown(dayFrom(-90)));
  await dialog.getByLabel(/Оплата/u).fill('85000');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog.getByText('Окончание раньше начала. Проверьте даты.')).toBeVisible();
  await expect(dialog.getByLabel('Окончание действия')).toHaveValue(shown(dayFrom(-90)));
  await dialog.getByLabel('Окончание действия').fill(shown(dayFrom(300)));
  await noViolations(page);
  await screenshot(page, 'amendment-edit');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /Окончание действия/u })).toContainText(shown(dayFrom(300)));
  await page.getByRole('button', { name: 'Отметить подписание' }).click();
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /15-Д/u }).first()).toContainText(shown(dayFrom(300)));
  expect([before, await facts()]).toEqual([
    { inForce: 0, paid: false },
    { inForce: 1, paid: true },
  ]);
});

test('the register is narrowed by the days left, signing, scan, type, origin and specialty; a copy is made, another replaces', async ({
  page,
}) => {
  const firmId = await firmNamed(page, 'ТОО «Болат»');
  const names = { nameKk: null, practiceHours: null, validFrom: null, validTo: null };
  const specialty = await call(page, 'specialties.create', { code: '06130100', nameRu: 'Программист', ...names });
  for (const days of [5, 25, 55, 85, 400]) await agreed(page, firmId, days, { number: `${days}-Д` });
  const covered = await agreed(page, firmId, 500, {
    number: 'С-1',
    origin: 'department',
    typeId: 'agreement-type-practice',
  });
  await call(page, 'agreementSpecialties.create', {
    agreementId: covered.id,
    specialtyId: specialty.id,
    year: null,
    places: 3,
  });
  await agreed(page, firmId, 600, { number: 'Ч-1', stage: 'draft', signedOn: null });
  await open(page, 'agreements');
  const rows = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
  await expect(rows).toHaveCount(7);
  const choose = async (filter: string, option: string | RegExp, count: number): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`^Отбор: ${filter}`, 'u') }).click();
    await page.getByRole('checkbox', { name: option }).check();
    await page.keyboard.press('Escape');
    await expect(rows).toHaveCount(count);
  };
  for (const [days, count] of [
    ['7 дней', 1],
    ['30 дней', 2],
    ['60 дней', 3],
    ['90 дней', 4],
  ] as const)
    await choose('Истекает в ближайшие', days, count);
  const clear = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Снять отбор', exact: true }).click();
    await expect(rows).toHaveCount(7);
  };
  await clear();
  await choose('Специальность', /06130100/u, 1);
  await clear();
  await choose('Кто начал сотрудничество', /управлени/u, 1);
  await clear();
  await choose('Вид договора', /практик/u, 1);
  await clear();
  for (const [flag, count] of [
    ['Не подписан', 1],
    ['Без скана', 6],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(flag, 'u') }).click();
    await expect(rows).toHaveCount(count);
    await clear();
  }
  await noViolations(page);

  await open(page, `agreements/${covered.id}`);
  const more = page.getByRole('button', { name: 'Другие действия' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Создать копию без дат' }).click();
  await expect(page.getByText('черновик').first()).toBeVisible();
  await open(page, `agreements/${covered.id}`);
  await more.click();
  await page.getByRole('menuitem', { name: 'Заменить исправленной копией' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Причина').fill('Ошибка в реквизитах');
  await dialog.getByRole('button', { name: 'Заменить исправленной копией' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await call(page, 'agreements.get', { id: covered.id })).state).toBe('cancelled');
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(async () => (await call(page, 'agreements.get', { id: covered.id })).state).toBe('inForce');
});

test('a person noted twice becomes one, and one undo gives both back', async ({ page }) => {
  const firmId = await firmNamed(page, 'ТОО «Болат»');
  const keep = await call(page, 'contacts.create', aContact(firmId, { name: 'Серік Ахметов', position: 'инженер' }));
  const other = await call(
    page,
    'contacts.create',
    aContact(firmId, { name: 'Серик Ахметов', phone: '+77051234567', position: 'мастер', roles: ['signatory'] }),
  );
  const student = await call(page, 'students.create', aStudent());
  await call(page, 'placements.create', aPlacement(student.id, firmId, { mentorId: other.id }));
  await open(page, 'contacts');
  await expect(page.getByRole('button', { name: 'Возможные дубли: 1' })).toBeVisible();
  await open(page, `contacts/${keep.id}`);
  await page.getByRole('button', { name: 'Сравнить с «Серик Ахметов»' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: '+7 705 123 45 67' })).toBeChecked();
  await noViolations(page);
  await screenshot(page, 'people-merge');
  await dialog.getByRole('button', { name: 'Объединить контакты' }).click();
  await expect(dialog).toBeHidden();
  const one = await call(page, 'contacts.get', { id: keep.id });
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByRole('button', { name: 'Сравнить с «Серик Ахметов»' })).toBeVisible();
  const two = await call(page, 'contacts.get', { id: other.id });
  expect([one.placements, one.phone, one.position, one.roles.toSorted(), two.placements]).toEqual([
    1,
    '+77051234567',
    'инженер',
    ['mentor', 'signatory'],
    1,
  ]);
});

test('both semesters of 2025–26 are chosen in the list and written as one annex with the right holidays', async ({
  page,
}) => {
  const firmId = await firmNamed(page, 'ТОО «Болат»');
  const student = await call(page, 'students.create', aStudent());
  for (const [startsOn, endsOn] of [
    ['2025-09-01', '2025-12-31'],
    ['2026-01-12', '2026-06-30'],
  ] as const)
    await call(page, 'placements.create', aPlacement(student.id, firmId, { startsOn, endsOn }));
  await open(page, 'placements');
  for (const row of [2, 3])
    await page.locator(`[role="row"][aria-rowindex="${row}"] [role="gridcell"][aria-colindex="1"]`).click();
  await page.getByRole('button', { name: 'Приложение с расчётом' }).click();
  await page.getByRole('menuitem', { name: 'русский, Word' }).click();
  await expect(page.getByText('Приложение записано')).toBeVisible();
  await screenshot(page, 'annex-of-semesters');
  const ids = (await call(page, 'placements.list', {})).rows.map(row => row.id);
  const annex = await call(page, 'placements.hoursAnnex', { ids, language: 'ru', format: 'docx' });
  const days = [...textOfDocx(readFileSync(annex.path)).matchAll(/^(\d\d\.\d\d\.\d{4})\n0\n(?:праздник)/gmu)].map(
    match => match[1],
  );
  const isoDays = new Set([...days].map(day => day?.split('.').toReversed().join('-')));
  expect([...isoDays].toSorted((one, two) => ((one ?? '') < (two ?? '') ? -1 : 1))).toEqual([
    '2025-09-01',
    '2025-10-25',
    '2025-10-27',
    '2025-12-16',
    '2026-03-08',
    '2026-03-09',
    '2026-03-21',
    '2026-03-22',
    '2026-03-23',
    '2026-03-24',
    '2026-03-25',
    '2026-05-01',
    '2026-05-07',
    '2026-05-09',
    '2026-05-11',
    '2026-05-27',
  ]);
});

test('what cannot be is refused beside its field, and what was typed stays', async ({ page }) => {
  const firmId = await firmNamed(page, 'ТОО «Болат»');
  const { id: studentId } = await call(page, 'students.create', aStudent());
  const placement = await call(page, 'placements.create', aPlacement(studentId, firmId));
  const agreement = await agreed(page, firmId, 100);
  type Bad = readonly [address: string, field: string, typed: string, message: RegExp];
  const table: readonly Bad[] = [
    [`students/${studentId}`, 'ИИН', '0202400005551', /12 цифр/u],
    [`students/${studentId}`, 'Дата рождения', '01.02.1025', /[Гг]од/u],
    [`placements/${placement.id}`, 'Окончание', '01.08.2025', /Окончание раньше начала/u],
    [`placements/${placement.id}`, 'Часов по программе', '-5', /меньше допустимого/u],
    [`agreements/${agreement.id}`, 'Окончание действия', '01.01.1025', /[Гг]од/u],
  ];
  for (const [address, field, typed, message] of table) {
    await open(page, address);
    const input = page.getByRole('textbox', { name: field, exact: true });
    await page.getByRole('button', { name: new RegExp(`^Изменить: ${field}(:|$)`, 'u') }).click();
    await input.fill(typed);
    await page.keyboard.press('Enter');
    await expect(page.getByText(message).first(), `${field}: ${typed}`).toBeVisible();
    await expect(input, `${field}: ${typed}`).toHaveValue(typed);
    await page.keyboard.press('Escape');
  }
});
