import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { languages } from '#shared/locale/language.ts';
import { launchApp } from './support/app.ts';
import { dress, open } from './support/looks.ts';

/** Where the pictures go: docs/guide/images of the project that is to be drawn. Without it nothing is drawn. */
const target = process.env['SERIKTES_GUIDE_PICTURES'];
const size = { width: 1100, height: 700 };

/** The picture of the window as WebP: a third of the PNG. */
async function draw(page: Page, language: string, name: string): Promise<void> {
  const png = (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');
  const webp = await page.evaluate(async text => {
    const bytes = Uint8Array.from(atob(text), letter => letter.codePointAt(0) ?? 0);
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.72 });
    const drawn = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(drawn, byte => String.fromCodePoint(byte)).join(''));
  }, png);
  const folder = path.join(target ?? '', language);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.webp`), Buffer.from(webp, 'base64'));
}

test('the pictures of the guide are drawn from the program itself in three languages', async () => {
  test.skip(target === undefined, 'SERIKTES_GUIDE_PICTURES names no folder');
  test.setTimeout(400_000);
  const running = await launchApp({ language: 'ru' });
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.setContentSize(width, height);
  }, size);
  for (const [language, name] of [
    ['kk', 'Қазақша'],
    ['en', 'English'],
    ['ru', 'Русский'],
  ] as const) {
    await page.getByText(name, { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await draw(page, language, 'start');
  }
  await page.getByRole('button', { name: 'Открыть пример колледжа' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  const firm = await page.evaluate(async () => {
    const answer = (await window.bridge['firms.list']?.({ limit: 1 })) as unknown as {
      value: { rows: { id: string }[] };
    };
    return answer.value.rows[0]?.id ?? '';
  });
  const places = ['today', 'calendar', 'placements', 'letters', 'reports', 'importing', 'board', `firms/${firm}`];
  for (const address of places) {
    await open(page, address);
    for (const language of languages) {
      await dress(running, { language, theme: 'light' });
      await draw(page, language, address.replace(/\/.*/u, ''));
    }
  }
  await running.close();
});
