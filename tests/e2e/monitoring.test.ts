import { expect, type Page } from '@playwright/test';
import { addDays, addMonths } from '#shared/domain/iso-date.ts';
import { aFirm, aPlacement, aStudent, aVisit } from '#tests/support/builders.ts';
import { type RunningApp, screenshot } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible, go, test } from './support/college.ts';

test.use({ college: 'empty' });

const today = new Date().toISOString().slice(0, 10);
const firstOfMonth = `${addMonths(today, -2).slice(0, 7)}-01`;
const months = [0, 1, 2].map(index => addMonths(firstOfMonth, index).slice(0, 7));

/** A group on a practice that covers three whole months, the last of them the present one. */
async function aGroupOnPractice(page: Page, surnames: readonly string[]): Promise<{ firmId: string; ids: string[] }> {
  const firm = await call(page, 'firms.create', aFirm({ nameRu: 'ТОО «Болат»' }));
  const group = await call(page, 'groups.create', {
    code: '24ТМ-21',
    specialtyId: null,
    qualificationId: null,
    course: 2,
    language: 'kk',
    curator: null,
    active: true,
  });
  const period = {
    startsOn: firstOfMonth,
    endsOn: addDays(addMonths(firstOfMonth, 3), -1),
    weekPattern: [6, 6, 6, 6, 6, 0, 0],
  };
  const ids: string[] = [];
  for (const surname of surnames) {
    const student = await call(page, 'students.create', aStudent({ surname, iin: null, groupId: group.id }));
    ids.push((await call(page, 'placements.create', aPlacement(student.id, firm.id, period))).id);
  }
  return { firmId: firm.id, ids };
}

const clip = ({ app }: RunningApp, text: string): Promise<void> =>
  app.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);

test('a group is evaluated by keyboard and by pasting, written at once, and one undo takes it back', async ({
  page,
  running,
}) => {
  await aGroupOnPractice(page, ['Әлиев', 'Байжанов', 'Ғабитов']);
  await go(page, 'placements');
  await page.getByRole('button', { name: 'Оценки и посещаемость' }).click();
  await page.getByRole('combobox', { name: 'Группа' }).click();
  await page.getByRole('option', { name: '24ТМ-21' }).click();
  const grid = page.getByRole('grid', { name: 'Оценки организации' });
  await expect(grid).toHaveAttribute('aria-rowcount', '4');
  await grid.focus();
  for (const score of ['5', '4', '5', '5', '4', '5']) {
    await page.keyboard.type(score);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('F2');
  await page.keyboard.type('Старательный');
  await page.keyboard.press('Tab');
  await expect(page.getByText('среднее 4,67')).toBeVisible();
  await clip(running, '3\t3\t4\t3\t6\t3\r\n5\t5\t5\t5\t5\t5');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(grid.getByText('Оценка — целое число от 1 до 5.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Записать', exact: true })).toBeDisabled();
  await screenshot(page, 'evaluation-sheet');
  await expectAccessible(page);
  await page.reload();
  await page.getByRole('combobox', { name: 'Группа' }).click();
  await page.getByRole('option', { name: '24ТМ-21' }).click();
  await page.getByRole('button', { name: 'С ошибками: 1 строка' }).click();
  for (let column = 0; column < 4; column += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Записать', exact: true }).click();
  await expect(page.getByText('Записано: 3 строки')).toBeVisible();
  const written = await call(page, 'evaluations.list', { sort: { field: 'studentName', direction: 'asc' } });
  await page.getByRole('status').getByRole('button', { name: 'Отменить' }).click();
  await expect.poll(async () => (await call(page, 'evaluations.list', {})).total).toBe(0);
  expect(written.rows.map(row => [row.overall, row.comment])).toEqual([
    [4.67, 'Старательный'],
    [3.33, null],
    [5, null],
  ]);
});

test('attendance of a placement is pasted as a column, checked beside each month, and never above 24 hours a day', async ({
  page,
  running,
}) => {
  const { ids } = await aGroupOnPractice(page, ['Әлиев']);
  const [id = ''] = ids;
  const planned = (await call(page, 'attendance.months', { placementIds: [id] })).map(month => month.planned);
  await go(page, `placements/${id}?tab=attendance&full=1`);
  const grid = page.getByRole('grid', { name: 'Посещаемость по месяцам' });
  await expect(grid).toHaveAttribute('aria-rowcount', '4');
  await grid.focus();
  await clip(running, `${planned[0]}\r\n${(planned[1] ?? 0) + 6}\r\n800`);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(grid.getByText('Посещено больше часов, чем по расчёту.')).toBeVisible();
  await expect(grid.getByText('Больше 24 часов в день не бывает. Проверьте часы.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Записать с замечаниями' })).toBeDisabled();
  await screenshot(page, 'attendance-sheet');
  await expectAccessible(page);
  await page.keyboard.press('ControlOrMeta+End');
  for (let column = 0; column < 3; column += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('12,5');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Записать с замечаниями' }).click();
  await expect(page.getByText('Записано: 3 строки')).toBeVisible();
  const rows = await call(page, 'attendance.months', { placementIds: [id] });
  expect(rows.map(row => [row.month, row.attended])).toEqual(
    months.map((month, index) => [month, [planned[0], (planned[1] ?? 0) + 6, 12.5][index]]),
  );
});

test('a late visit waits in Today, is marked as done with what was found, and is closed there', async ({ page }) => {
  const { firmId } = await aGroupOnPractice(page, ['Әлиев']);
  await call(page, 'visits.create', aVisit(firmId, { plannedOn: addDays(today, -3) }));
  await page.reload();
  await go(page, 'today');
  const line = page.getByRole('listitem').filter({ hasText: 'ТОО «Болат»' });
  await expect(line).toHaveCount(1);
  await screenshot(page, 'visit-today');
  await line.getByRole('link').first().click();
  await expect(page.getByText('просрочено').first()).toBeVisible();
  await page.getByRole('button', { name: 'Отметить посещение' }).click();
  await page.getByRole('textbox', { name: 'Что установлено' }).fill('Станок без ограждения');
  await page.getByRole('textbox', { name: 'Следующий шаг', exact: true }).fill('Проверить ограждение');
  await page.getByRole('textbox', { name: 'Срок следующего шага' }).fill('завтра');
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('состоялось').first()).toBeVisible();
  await screenshot(page, 'visit-done');
  await expectAccessible(page);
  await go(page, 'today');
  await expect(line.getByText('вопрос решён')).toBeVisible();
  await line.getByRole('button', { name: /^Готово/u }).click();
  await expect(line).toHaveCount(0);
  await go(page, `firms/${firmId}?tab=timeline&full=1`);
  await expect(page.getByText('Станок без ограждения')).toBeVisible();
  const [visit] = (await call(page, 'visits.list', {})).rows;
  expect([visit?.state, visit?.nextOn]).toEqual(['done', addDays(today, 1)]);
});

test('an evaluation is added on the placement with scores for its side, and a criterion of one’s own is scored too', async ({
  page,
}) => {
  const { ids } = await aGroupOnPractice(page, ['Әлиев']);
  await call(page, 'evaluationCriteria.create', {
    side: 'student',
    code: 'food',
    nameRu: 'Питание',
    nameKk: 'Тамақтану',
    nameEn: null,
    position: 50,
    active: true,
  });
  await go(page, `placements/${ids[0]}?tab=evaluations&full=1`);
  await page.getByRole('button', { name: 'Добавить оценку' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Кто оценивает' }).click();
  await page.getByRole('option', { name: 'студент' }).click();
  await dialog.getByRole('radiogroup', { name: 'Питание' }).getByText('5', { exact: true }).click();
  await dialog.getByRole('radiogroup', { name: 'Помощь наставника' }).getByText('4', { exact: true }).click();
  await screenshot(page, 'evaluation-dialog');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /Добавить|Создать/u }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('gridcell', { name: '4,50' })).toBeVisible();
});
