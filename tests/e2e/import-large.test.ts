import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { answerFileDialogs, launchApp, type RunningApp, screenshot, temporaryFolder } from './support/app.ts';
import { watchTasks } from './support/long-tasks.ts';

const rows = 50_000;
let running: RunningApp;

test.beforeAll(async () => {
  const file = path.join(temporaryFolder('import-large'), 'предприятия.csv');
  // Fifteen columns: four that firms have, eleven that are left out.
  const further = Array.from({ length: 11 }, (_, column) => column);
  const lines = Array.from({ length: rows }, (_, row) =>
    [
      `ТОО «Партия ${row}»`,
      'Темиртау',
      `ул. Абая, ${row}`,
      '44-55-66',
      ...further.map(at => `Значение ${row % 97}-${at}`),
    ].join(';'),
  );
  const headings = ['Предприятие', 'Город', 'Адрес', 'Телефон', ...further.map(at => `Показатель ${at}`)].join(';');
  writeFileSync(file, [headings, ...lines].join('\r\n'));
  running = await launchApp({ language: 'ru' });
  await answerFileDialogs(running.app, file);
});
test.afterAll(async () => {
  await running.close();
});

const firms = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const answer = (await window.bridge['app.status']?.({})) as unknown as { value: { counts: { firms: number } } };
    return answer.value.counts.firms;
  });

test('fifty thousand rows: progress is shown, the writing is stopped and begun again, a change meanwhile says why it waits', async () => {
  test.setTimeout(180_000);
  const { app, page } = running;
  const longestTasks = await watchTasks(app);
  await page.getByRole('button', { name: 'Загрузить мою таблицу' }).click();
  await page.getByRole('button', { name: 'Выбрать файл' }).click();
  const write = page.getByRole('button', { name: /^Записать/u });
  await expect(write).toBeEnabled({ timeout: 60_000 });

  await write.click();
  const stop = page.getByRole('button', { name: 'Остановить' });
  await expect(page.getByRole('progressbar', { name: 'Записывается…' })).toBeVisible();
  await expect(stop).toBeEnabled();
  await screenshot(page, 'import-large-writing');
  await stop.click();
  await expect(write).toBeEnabled({ timeout: 30_000 });
  expect(await firms(page)).toBe(0);

  await write.click();
  await expect(page.getByRole('progressbar', { name: 'Записывается…' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Разделы' }).getByText('Настройки').click();
  await page.getByLabel('Город, на русском').fill('Темиртау');
  await page.getByLabel('Город, на русском').blur();
  const waits = page.getByText('Записывается загрузка из файла.');
  await expect(waits).toBeVisible({ timeout: 30_000 });
  await screenshot(page, 'import-large-waiting');
  await expect(waits).toHaveCount(0, { timeout: 60_000 });
  // Reading, the dry run, stopping, writing and the result: nothing keeps the window from drawing. A quiet machine takes half of it.
  const longest = await longestTasks();
  test.info().annotations.push({ type: 'longest tasks', description: JSON.stringify(longest) });
  expect(longest.main).toBeLessThan(100);
  expect(longest.page).toBeLessThan(200);
  expect(await firms(page)).toBe(rows);
  expect(running.complaints).toEqual([]);
});
