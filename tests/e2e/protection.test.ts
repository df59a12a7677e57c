import { expect, test } from '@playwright/test';
import { filesHolding } from '#tests/support/protected.ts';
import { launchApp, screenshot } from './support/app.ts';
import { expectAccessible } from './support/college.ts';

const password = 'Құпия сөз 2025';

test('an officer sets a password, is locked out without it, and keeps what she was typing through a lock', async () => {
  test.setTimeout(180_000);
  const first = await launchApp({ language: 'ru' });
  const { dataDir } = first;
  await first.page.evaluate(() => window.bridge['app.begin']?.({ with: 'empty', language: 'ru' }));
  await first.page.evaluate(() => {
    window.location.hash = '#/settings?tab=protection';
  });
  await first.page.reload();
  await first.page.getByRole('button', { name: 'Включить защиту паролем' }).click();
  const dialog = first.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Новый пароль', exact: true }).fill(password);
  await dialog.getByRole('textbox', { name: 'Новый пароль ещё раз' }).fill('Другой пароль');
  await dialog.getByRole('button', { name: 'Включить защиту паролем' }).click();
  await expect(dialog.getByText('Пароли не совпадают.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Новый пароль ещё раз' }).fill(password);
  await dialog.getByRole('button', { name: 'Включить защиту паролем' }).click();
  const code = (await first.page.getByRole('status', { name: 'Код восстановления' }).textContent()) ?? '';
  expect(code).toMatch(/^[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}$/u);
  await expectAccessible(first.page);
  await screenshot(first.page, 'recovery-code');
  await first.page.getByRole('checkbox', { name: 'Код записан или напечатан' }).check();
  await first.page.getByRole('button', { name: 'Готово' }).click();
  await expect(first.page.getByRole('button', { name: 'Заблокировать сейчас' })).toBeVisible();
  expect(first.complaints).toEqual([]);
  await first.close();

  const { app, page, complaints, close } = await launchApp({ language: 'ru', dataDir });
  const field = page.getByRole('textbox', { name: 'Пароль', exact: true });
  await expect(field).toBeFocused();
  await screenshot(page, 'unlock');
  await page.keyboard.type('not this one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Пароль или код не подошёл.')).toBeVisible();
  await expectAccessible(page);
  expect(JSON.stringify(await page.evaluate(() => window.bridge['firms.list']?.({})))).toContain('"locked"');
  await field.fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(field).toHaveCount(0);

  await page.evaluate(() => {
    window.location.hash = '#/firms';
  });
  await page
    .getByRole('button', { name: /^Добавить/u })
    .first()
    .click();
  const name = page.getByRole('dialog').getByRole('textbox').first();
  await name.fill('ТОО «Недописанное»');
  // Nobody is there for longer than the ten minutes of the setting.
  await app.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 3_600_000;
  });
  await expect(page.getByRole('heading', { name: 'Данные защищены паролем' })).toBeVisible({ timeout: 20_000 });
  await expect(name).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ввести код восстановления' }).click();
  await page.getByRole('textbox', { name: 'Код восстановления' }).fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(name).toHaveValue('ТОО «Недописанное»');
  await expect(name).toBeVisible();

  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await expect(page.getByRole('heading', { name: 'Данные защищены паролем' })).toBeVisible();
  await page.getByRole('button', { name: 'Қазақша' }).click();
  await expect(page.getByRole('heading', { name: 'Деректер құпиясөзбен қорғалған' })).toBeVisible();
  await screenshot(page, 'unlock-kk');
  await page.getByRole('textbox').first().fill(password);
  await page.keyboard.press('Enter');
  await expect(name).toBeVisible();
  await page.keyboard.press('Escape');

  await page.evaluate(() => {
    window.location.hash = '#/settings?tab=protection';
  });
  await page.reload();
  await page.getByRole('button', { name: 'Снять защиту' }).click();
  await screenshot(page, 'turn-off');
  await page.getByRole('dialog').getByRole('textbox').fill(password);
  await page.getByRole('dialog').getByRole('button', { name: 'Снять защиту' }).click();
  await expect(page.getByRole('button', { name: 'Включить защиту паролем' })).toBeVisible({ timeout: 20_000 });
  expect(complaints).toEqual([]);
  await close();
});

test('what is typed into a table lies in no file of the computer while the college has a password', async () => {
  test.setTimeout(120_000);
  const { page, dataDir, complaints, close } = await launchApp({ language: 'ru' });
  await page.evaluate(() => window.bridge['app.begin']?.({ with: 'sample', language: 'ru' }));
  await page.evaluate(given => window.bridge['protection.turnOn']?.({ password: given }), password);
  await page.evaluate(() => {
    window.location.hash = '#/placeGroup';
  });
  await page.reload();
  const supervisor = page.getByRole('textbox', { name: 'Руководитель от колледжа' });
  await supervisor.fill('Жасырынова Құпия');
  // The draft is promised to be on the disk after a second.
  await page.waitForTimeout(1500);
  await page.reload();
  await expect(supervisor).toHaveValue('Жасырынова Құпия');
  await close();
  const typed = 'Жасырынова Құпия';
  expect(filesHolding(dataDir, [typed, Buffer.from(typed, 'utf16le')])).toEqual([]);
  expect(complaints).toEqual([]);
});
