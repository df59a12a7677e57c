import { expect } from '@playwright/test';
import { call } from './support/call.ts';
import { expectAccessible, test } from './support/college.ts';

test.use({ college: 'sample', language: 'ru' });

test('an IIN is masked until it is asked for, and a student is erased, brought back, erased and purged by the keyboard', async ({
  page,
}) => {
  await call(page, 'settings.update', { iinInLists: 'masked', retentionYears: 1 });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const [student] = (await call(page, 'students.list', { filter: { status: ['graduated'] }, limit: 1 })).rows;
  const id = student?.id ?? '';
  const { iin } = await call(page, 'students.get', { id });
  await page.evaluate(hash => {
    window.location.hash = hash;
  }, `#/students/${id}`);
  const panel = page.getByRole('region', { name: student?.name ?? '' });
  await expect(panel).toContainText(`${iin?.slice(0, 2)}••••••••${iin?.slice(-2)}`);
  await expect(panel).not.toContainText(iin ?? '');
  await panel.getByRole('button', { name: 'Показать полностью: ИИН' }).press('Enter');
  await expect(panel).toContainText(iin ?? '');

  const menu = page.getByRole('button', { name: 'Персональные данные', exact: true });
  const openDialog = async (): Promise<void> => {
    const erase = page.getByRole('menuitem', { name: 'Стереть данные…' });
    await expect(async () => {
      await menu.press('Enter');
      await expect(erase).toBeVisible({ timeout: 1000 });
    }).toPass();
    await erase.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('Будет стёрто');
  };
  await openDialog();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: '[стёрто]' })).toBeVisible();
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByRole('heading', { level: 1, name: student?.name ?? '' })).toBeVisible();
  await expect(panel).not.toContainText('Персональные данные стёрты');

  await openDialog();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '[стёрто]' })).toBeVisible();
  await page.keyboard.press('Control+Digit1');
  await page.getByRole('button', { name: 'Показать', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Удалить окончательно…' }).press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Отменить это нельзя');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(/удалено окончательно \d/u)).toBeVisible();
  expect((await call(page, 'search.all', { text: student?.name ?? '' })).map(hit => hit.id)).not.toContain(id);
});
