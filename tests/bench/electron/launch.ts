import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';

const project = resolve(import.meta.dirname, '../../..');
export const bareFolder = join(import.meta.dirname, 'bare');

export type Started = { readonly app: ElectronApplication; readonly page: Page; readonly milliseconds: number };

/** Starts an application folder in Electron and times it from the call until `usable` holds. */
export async function start(
  folder: string,
  usable: (page: Page) => Promise<unknown>,
  data: string = '',
): Promise<Started> {
  const from = performance.now();
  const app = await electron.launch({
    executablePath: process.env['SERIKTES_ELECTRON'] ?? '',
    cwd: project,
    args: [folder, '--lang=ru'],
    env: {
      ...Object.fromEntries(
        Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      LANG: 'ru_RU.UTF-8',
      LANGUAGE: 'ru',
      ...(data === '' ? {} : { SERIKTES_DATA: data }),
    },
  });
  const page = await app.firstWindow();
  await usable(page);
  return { app, page, milliseconds: performance.now() - from };
}

export const startOurs = (data: string): Promise<Started> => start(project, firstRow, data);
export const startBare = (): Promise<Started> => start(bareFolder, page => page.getByText('A window').waitFor());

/** What the program holds in memory by kind of process, in MB: the proportional share of each, shared pages counted once. */
export function memoryByProcess(app: ElectronApplication): Readonly<Record<string, number>> {
  const root = String(app.process().pid);
  const parents = new Map<string, string>();
  for (const id of readdirSync('/proc').filter(name => /^\d+$/u.test(name)))
    try {
      parents.set(id, /^PPid:\s+(\d+)/mu.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? '');
    } catch {
      continue; // it ended meanwhile
    }
  const isOurs = (id: string | undefined): boolean => id !== undefined && (id === root || isOurs(parents.get(id)));
  const shares: Record<string, number> = {};
  for (const id of [...parents.keys()].filter(isOurs))
    try {
      const kind = /--type=([\w-]+)/u.exec(readFileSync(`/proc/${id}/cmdline`, 'utf8'))?.[1] ?? 'main';
      const kilobytes = Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
      shares[kind] = (shares[kind] ?? 0) + kilobytes / 1024;
    } catch {
      continue; // a zygote of the sandbox cannot be looked into
    }
  return shares;
}

/**
 * The scripts a page asks for until `usable` is found in it: what it brings in afterwards, for later, does not count however slow the
 * machine is. It is loaded once more: of the very first page Chromium keeps no list.
 */
export async function loadedScripts(page: Page, usable: string): Promise<readonly Buffer[]> {
  await page.locator(usable).first().waitFor(); // what a page that is cut short has begun to fetch is missing in the list of the next
  await page.addInitScript(selector => {
    const look = (): void => {
      if (document.querySelector(selector) === null) return void requestAnimationFrame(look);
      const named = [...document.querySelectorAll('script[src],link[rel="modulepreload"]')].map(
        element => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
      );
      performance.mark('usable', { detail: named });
    };
    look();
  }, usable);
  await page.reload();
  // Chromium hands the entries of scripts over a moment after they have run.
  await page.waitForFunction(() => {
    const mark = performance.getEntriesByName('usable')[0];
    return mark !== undefined && performance.now() > mark.startTime + 500;
  });
  const names = await page.evaluate(() => {
    const mark = performance.getEntriesByName('usable')[0] as PerformanceMark;
    const fetched = performance.getEntriesByType('resource').filter(entry => entry.startTime <= mark.startTime);
    return [...fetched.map(entry => entry.name), ...(mark.detail as readonly string[])];
  });
  const files = new Set(names.map(name => name.split('/').at(-1) ?? '').filter(name => name.endsWith('.js')));
  const folder = join(project, 'out/renderer/assets');
  return [...files].map(name => readFileSync(join(folder, name)));
}

const firstRowSelector = '[role="row"][aria-rowindex="2"]';
const firstRow = (page: Page): Promise<void> => page.locator(firstRowSelector).waitFor();

/** Scripts of the first list, zipped as a server would send them, in kB. */
export async function scriptSize(page: Page): Promise<number> {
  const scripts = await loadedScripts(page, firstRowSelector);
  return scripts.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1000;
}

/** Times between frames while `move` runs in the page, milliseconds. */
export async function frameTimes(
  page: Page,
  seconds: number,
  move: () => Promise<unknown>,
): Promise<readonly number[]> {
  const watched = page.evaluate(
    duration =>
      new Promise<number[]>(done => {
        const times: number[] = [];
        const first = performance.now();
        let last = first;
        const frame = (now: number): void => {
          times.push(now - last);
          last = now;
          if (now - first < duration) requestAnimationFrame(frame);
          else done(times.slice(2));
        };
        requestAnimationFrame(frame);
      }),
    seconds * 1000,
  );
  const moving = new AbortController();
  const mover = (async () => {
    while (!moving.signal.aborted) await move();
  })();
  const times = await watched;
  moving.abort();
  await mover;
  return times;
}

/** From each key to the frame that shows it, milliseconds. */
export async function keyTimes(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => {
    const kept: number[] = [];
    Object.assign(window, { keyTimes: kept });
    document.addEventListener(
      'keydown',
      event => {
        const { timeStamp } = event;
        requestAnimationFrame(() => setTimeout(() => kept.push(performance.now() - timeStamp), 0));
      },
      true,
    );
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  return await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
}

/** How long main's event loop was held up while `work` ran: the 99th percentile and the most, milliseconds. */
export async function mainDelay(
  app: ElectronApplication,
  work: () => Promise<unknown>,
): Promise<{ readonly p99: number; readonly most: number }> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delays = monitorEventLoopDelay({ resolution: 5 });
    delays.enable();
    Object.assign(globalThis, { delays });
  });
  await work();
  return await app.evaluate(() => {
    const { delays } = globalThis as unknown as {
      delays: { disable: () => void; percentile: (share: number) => number; max: number };
    };
    delays.disable();
    // The watch itself waits five milliseconds between looks.
    return { p99: delays.percentile(99) / 1e6 - 5, most: delays.max / 1e6 - 5 };
  });
}
