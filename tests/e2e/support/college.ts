import { test as base, expect, type Page } from '@playwright/test';
import type { Language } from '#shared/contract/primitives.ts';
import { texts } from '#shared/text/index.ts';
import { type LaunchOptions, launchApp, type RunningApp } from './app.ts';
import { axeFaults } from './axe.ts';
import { call } from './call.ts';

type College = {
  /** The language the program finds in the system. */
  readonly language: Language;
  /** What the officer begins with on the first screen; nothing is begun with `none`. */
  readonly college: 'sample' | 'empty' | 'none';
};

type Program = {
  /** Starts the program, again on the data of an earlier start when it is told where they are. It ends with the test, which fails when a page complained. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** The program with the college open; `page` is its window. */
  readonly running: RunningApp;
};

/**
 * A test in the real program, open on a college of its own: `test.use({ college: 'empty', language: 'kk' })` asks for another one.
 * What a page says of errors anywhere in the test fails it.
 */
export const test = base.extend<College & Program>({
  language: ['ru', { option: true }],
  college: ['sample', { option: true }],
  launch: async ({ language }, use) => {
    const launched: RunningApp[] = [];
    await use(async options => {
      const running = await launchApp({ language, ...options });
      launched.push(running);
      return running;
    });
    await Promise.all(launched.map(({ close }) => close()));
    expect(launched.flatMap(({ complaints }) => complaints)).toEqual([]);
  },
  running: async ({ launch, language, college }, use) => {
    const running = await launch();
    if (college !== 'none') await begin(running.page, college, language);
    await use(running);
  },
  page: async ({ running }, use) => {
    await use(running.page);
  },
});

/** Begins as the officer does on the first screen. */
export async function begin(page: Page, college: 'sample' | 'empty', language: Language): Promise<void> {
  await page.getByRole('button', { name: texts[language].start[college] }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  if (college === 'sample') await expect(page.getByRole('grid')).toBeVisible();
}

/** Goes to an address of the program without waiting for what stands there. */
export const go = (page: Page, address: string): Promise<void> =>
  page.evaluate(hash => {
    window.location.hash = hash;
  }, `#/${address}`);

/** Fails with a readable line for every element of the screen that breaks a rule of accessibility. */
export async function expectAccessible(page: Page, excluded: readonly string[] = []): Promise<void> {
  expect(await axeFaults(page, { exclude: excluded })).toEqual([]);
}

/** How the officer's window may look, with its size in CSS pixels. */
export type Window = {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
};

/** The usual window and the smallest and darkest one, each with a name for its pictures. */
export const windows: readonly (Window & { readonly name: string })[] = [
  { name: 'ru-light-1440', language: 'ru', theme: 'light', width: 1440, height: 900 },
  { name: 'kk-dark-1024', language: 'kk', theme: 'dark', width: 1024, height: 640 },
];

/** Gives the program the settings and the size of a window and loads its page again. */
export async function showAs({ app, page }: RunningApp, { language, theme, width, height }: Window): Promise<void> {
  await call(page, 'settings.update', { language, theme });
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await page.reload();
}

/** The id of the first record of a kind. */
export async function firstId(page: Page, kind: 'firms' | 'specialties'): Promise<string> {
  const [first] = (await call(page, `${kind}.list`, { limit: 1 })).rows;
  if (first === undefined) throw new Error(`The college has no ${kind}.`);
  return first.id;
}
