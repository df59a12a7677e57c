import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { makeCollege, renderWorkbook } from '../unit/importing/made-workbook.ts';
import { answerFileDialogs, launchApp, type RunningApp, screenshot, temporaryFolder } from './support/app.ts';
import { call } from './support/call.ts';
import { expectAccessible } from './support/college.ts';

const made = makeCollege(7, 24);
let running: RunningApp;
let workbook: string;

test.beforeAll(async () => {
  workbook = path.join(temporaryFolder('import'), 'Партнёры колледжа.xlsx');
  writeFileSync(workbook, await renderWorkbook(made, { seed: 5, tongue: 'ru' }));
  running = await launchApp({ language: 'ru' });
  await answerFileDialogs(running.app, workbook);
});
test.afterAll(async () => {
  await running.close();
});

const counts = async () => (await call(running.page, 'app.status', {})).counts;

test('her workbook is read, shown row by row, written in one step and taken back in one', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Загрузить мою таблицу' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Загрузка из файла');
  await expectAccessible(page);
  await screenshot(page, 'import-choose');
  await page.getByRole('button', { name: 'Выбрать файл' }).click();

  await expect(page.getByRole('navigation', { name: 'Листы файла' }).getByRole('listitem')).toHaveCount(5);
  await page.getByText('Столбцы и поля').click();
  await expectAccessible(page);
  await screenshot(page, 'import-plan');
  expect(await counts()).toMatchObject({ firms: 0, students: 0 });

  await page.getByRole('button', { name: /^Записать/u }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('загружен');
  await screenshot(page, 'import-result');
  const wanted = {
    firms: made.firms.length,
    agreements: made.agreements.length,
    students: made.students.length,
    placements: made.placements.length,
    requests: made.requests.length,
  };
  expect(await counts()).toMatchObject(wanted);

  await page.getByRole('button', { name: 'Другой файл' }).click();
  await page.getByRole('button', { name: 'Выбрать файл' }).click();
  await expect(page.getByRole('button', { name: /^Нечего записывать/u })).toBeDisabled();

  await page.getByRole('button', { name: /^Отменить: / }).click();
  await expect.poll(counts).toMatchObject({ firms: 0, agreements: 0, students: 0, placements: 0, requests: 0 });
  await page.getByRole('button', { name: /^Вернуть: / }).click();
  await expect.poll(counts).toMatchObject(wanted);
  expect(running.complaints).toEqual([]);
});

test('a file that is no table, an empty one and a torn one are named for what they are', async () => {
  const { page } = running;
  const folder = temporaryFolder('hostile');
  const files: readonly [string, Uint8Array | string, RegExp][] = [
    ['письмо.xlsx', 'это не книга', /таблиц|заголов|распознан/iu],
    ['пусто.xlsx', new Uint8Array(), /нет данных/iu],
    ['обрыв.xlsx', (await renderWorkbook(made, { seed: 1, tongue: 'ru' })).slice(0, 2000), /прочитать|повреж/iu],
  ];
  for (const [name, bytes, message] of files) {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    await answerFileDialogs(running.app, file);
    const other = page.getByRole('button', { name: 'Другой файл' });
    if (await other.isVisible()) await other.click();
    await page.getByRole('navigation', { name: 'Разделы' }).getByText('Импорт').click();
    await page.getByRole('button', { name: 'Выбрать файл' }).click();
    await expect(page.getByText(message).first()).toBeVisible();
  }
  await screenshot(page, 'import-bad-file');
});

test('what a file leaves open is mended, answered and added in the plan itself', async () => {
  const { page } = running;
  const folder = temporaryFolder('decisions');
  const file = path.join(folder, 'решения.xlsx');
  const header = ['Предприятие', 'БИН', 'Город'];
  writeFileSync(
    file,
    await writeXlsx({
      sheets: [
        { name: 'Партнёры', rows: [header, ['ТОО «Қайнар»', '12345', 'Темиртау'], ['ТОО «Самал»', null, 'Абай']] },
        {
          name: 'Договоры',
          rows: [
            ['№ договора', 'Предприятие', 'Дата договора'],
            ['71-Д', 'ТОО «Жаңа серік»', '01.02.2025'],
          ],
        },
        { name: 'Черновик', hidden: true, rows: [header, ['ТОО «Скрытое»', null, 'Абай']] },
      ],
    }),
  );
  await answerFileDialogs(running.app, file);
  const other = page.getByRole('button', { name: 'Другой файл' });
  if (await other.isVisible()) await other.click();
  await page.getByRole('navigation', { name: 'Разделы' }).getByText('Импорт').click();
  await page.getByRole('button', { name: 'Выбрать файл' }).click();

  const sheets = page.getByRole('navigation', { name: 'Листы файла' });
  await expect(sheets.getByText('Лист скрыт')).toBeVisible();
  await page.getByRole('button', { name: 'Исправить строку 2' }).click();
  const editor = page.getByRole('form', { name: 'Исправить строку 2' });
  await editor.getByLabel('БИН').fill('080140594909');
  await screenshot(page, 'import-edit-row');
  await expectAccessible(page);
  await editor.getByLabel('БИН').press('Enter');
  await expect(page.getByRole('button', { name: 'Вернуть как в файле' })).toBeVisible();
  await expect(page.getByText('В БИН/ИИН должно быть 12 цифр')).toHaveCount(0);

  await sheets.getByRole('button', { name: 'Договоры' }).click();
  await expect(page.getByText('1 строка ждёт предприятия')).toBeVisible();
  await page.getByRole('button', { name: /Добавить их/u }).click();
  await expect(page.getByText('1 строка ждёт предприятия')).toHaveCount(0);
  await page.getByRole('button', { name: /^Записать/u }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('загружен');
  expect(running.complaints).toEqual([]);
});
