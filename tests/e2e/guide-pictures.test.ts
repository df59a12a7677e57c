import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Language } from '#shared/contract/primitives.ts';
import { languages } from '#shared/locale/language.ts';
import { artefacts } from './support/app.ts';
import { atRest } from './support/at-rest.ts';
import { begin, firstId, test } from './support/college.ts';
import { dress, open } from './support/looks.ts';

/** Where the pictures go: docs/guide/images when they are to be drawn anew, otherwise beside the pictures of the run. */
const target = process.env['SERIKTES_GUIDE_PICTURES'] ?? path.join(artefacts, 'guide');
const size = { width: 1100, height: 700 };
/** Fewer than an empty window has with a little text. */
const leastColours = 60;

type Picture = { readonly name: string; readonly width: number; readonly height: number; readonly colours: number };

/** Keeps the picture of the window as WebP, a third of the PNG; `colours` counts those of a small copy of it. */
async function draw(page: Page, language: Language, name: string): Promise<Picture> {
  const png = (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');
  const { webp, ...drawn } = await page.evaluate(async text => {
    const bytes = Uint8Array.from(atob(text), letter => letter.codePointAt(0) ?? 0);
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const small = new OffscreenCanvas(110, 70).getContext('2d');
    small?.drawImage(bitmap, 0, 0, 110, 70);
    const pixels = new Uint32Array(small?.getImageData(0, 0, 110, 70).data.buffer ?? new ArrayBuffer(0));
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.72 });
    const kept = new Uint8Array(await blob.arrayBuffer());
    const letters = btoa(Array.from(kept, byte => String.fromCodePoint(byte)).join(''));
    return { webp: letters, width, height, colours: new Set(pixels).size };
  }, png);
  const folder = path.join(target, language);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.webp`), Buffer.from(webp, 'base64'));
  return { name, ...drawn };
}

/** Draws the window once it shows more than its frame: a slow machine may still be reading. */
async function drawFilled(page: Page, language: Language, name: string): Promise<Picture> {
  let picture = await draw(page, language, name);
  for (let attempt = 0; attempt < 20 && picture.colours < leastColours; attempt += 1) {
    await atRest(page);
    picture = await draw(page, language, name);
  }
  return picture;
}

/** The pictures that the guide of a language shows. */
const named = (language: Language): string[] => {
  const guide = readFileSync(path.join(import.meta.dirname, `../../docs/guide/${language}.md`), 'utf8');
  return [...guide.matchAll(/\(images\/(?<folder>\w+)\/(?<name>\w+)\.webp\)/gu)].map(({ groups }) => {
    expect(groups?.['folder']).toBe(language);
    return groups?.['name'] ?? '';
  });
};

test.use({ college: 'none' });

test('the pictures the guide shows are drawn from the program itself in three languages, and none is blank', async ({
  running,
}) => {
  test.setTimeout(400_000);
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.setContentSize(width, height);
  }, size);
  const drawn: Record<Language, Picture[]> = { kk: [], ru: [], en: [] };
  for (const [language, name] of [
    ['kk', 'Қазақша'],
    ['en', 'English'],
    ['ru', 'Русский'],
  ] as const) {
    await page.getByText(name, { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    // Where the data of a test lie is nothing for the guide.
    await page.getByText(running.dataDir).evaluate((element, folder) => {
      element.textContent = (element.textContent ?? '').replace(folder, 'C:\\Users\\Aigul\\Seriktes');
    }, running.dataDir);
    drawn[language].push(await drawFilled(page, language, 'start'));
  }
  await begin(page, 'sample', 'ru');
  const firm = await firstId(page, 'firms');
  const places = ['today', 'calendar', 'placements', 'letters', 'reports', 'importing', 'board', `firms/${firm}`];
  for (const address of places) {
    await open(page, address);
    for (const language of languages) {
      await dress(running, { language, theme: 'light' });
      drawn[language].push(await drawFilled(page, language, address.replace(/\/.*/u, '')));
    }
  }
  for (const language of languages) {
    const pictures = drawn[language];
    expect(pictures.map(({ name }) => name).toSorted()).toEqual(named(language).toSorted());
    expect(pictures.filter(({ width, height }) => width !== size.width || height !== size.height)).toEqual([]);
    expect(pictures.filter(({ colours }) => colours < leastColours)).toEqual([]);
  }
});
