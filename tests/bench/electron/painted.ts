import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Started } from './launch.ts';

export type PaintedLine = { readonly name: string; readonly times: readonly number[]; readonly budget: number };

/** Something the officer does, and how the page tells that its outcome stands in it. */
type Act = {
  /** Brings the page to where it is done, unmeasured. */
  readonly ready: () => Promise<unknown>;
  readonly run: () => Promise<unknown>;
  /** An expression of the page that is truthy once the outcome is there; `before` is what it gave when ready. */
  readonly state: string;
};

type TraceEvent = { readonly name: string; readonly ph: string; readonly ts: number; readonly dur?: number };

/** Marks the first input after now, and the first state that is not the one before. */
const watch = (page: Page, state: string): Promise<void> =>
  page.evaluate(expression => {
    // The bench runs outside the page's content policy: Playwright evaluates the expression, the page does not.
    const read = (): string => (window as unknown as { stateNow: () => string }).stateNow();
    const before = read();
    let acted = false;
    const act = (): void => {
      if (acted) return;
      acted = true;
      performance.mark('bench-act');
    };
    for (const kind of ['keydown', 'input', 'pointerdown'])
      window.addEventListener(kind, act, { capture: true, once: true });
    const look = (): void => {
      const now = read();
      if (!acted || now === '' || now === before) return;
      observer.disconnect();
      performance.mark('bench-shown');
      Object.assign(window, { benchShown: true });
    };
    const observer = new MutationObserver(look);
    Object.assign(window, { benchShown: false, benchState: expression });
    observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  }, state);

/** Milliseconds from what the officer did to the end of the first paint that has its outcome, told by Chromium's own trace. */
async function painted({ app, page }: Started, folder: string, act: Act): Promise<number> {
  await act.ready();
  await page.evaluate(`window.stateNow = () => String(${act.state} || '')`);
  await watch(page, act.state);
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['blink.user_timing', 'devtools.timeline'] }),
  );
  await act.run();
  await page.waitForFunction(() => (window as unknown as { benchShown: boolean }).benchShown);
  await page.waitForTimeout(120);
  const file = await app.evaluate(
    ({ contentTracing }, path) => contentTracing.stopRecording(path),
    join(folder, 'trace.json'),
  );
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { readonly traceEvents: readonly TraceEvent[] };
  const at = (name: string): number => traceEvents.findLast(event => event.name === name)?.ts ?? Number.NaN;
  const [acted, shown] = [at('bench-act'), at('bench-shown')];
  const paints = traceEvents
    .filter(event => event.name === 'Paint' && event.ts >= shown)
    .map(event => event.ts + (event.dur ?? 0));
  return (Math.min(...paints) - acted) / 1000;
}

/** The waits an officer feels, each from the key or press to the painted outcome. */
export async function paintedLines(started: Started, folder: string, rounds: number): Promise<readonly PaintedLine[]> {
  const { page } = started;
  const go = (hash: string): Promise<void> =>
    page.evaluate(address => {
      window.location.hash = address;
    }, `#/${hash}`);
  const list = async (): Promise<void> => {
    await go('placements');
    await page.locator('main [role=grid] [data-main]').first().waitFor();
    await page.waitForTimeout(300);
  };
  const rows = `document.querySelector('main [role=grid]:not([data-faded]) [data-main]')?.closest('[role=row]')?.textContent`;
  const acts: Readonly<Record<string, readonly [Act, budget: number]>> = {
    'palette: two letters typed until the painted results, at 100,000 placements': [
      {
        ready: async () => {
          await page.keyboard.press('Escape');
          await page.keyboard.press('Control+KeyK');
          await page.locator('[role=dialog] input').waitFor();
          await page.waitForTimeout(200);
        },
        run: () => page.keyboard.insertText('са'),
        state: `[...document.querySelectorAll('[role=group][aria-label="Записи"] mark')].map(mark => mark.textContent).join()`,
      },
      100,
    ],
    'list: all placements sorted by another column until painted': [
      {
        ready: async () => {
          await page.keyboard.press('Escape');
          await list();
        },
        run: () => page.locator('main [role=columnheader] button').nth(1).click(),
        state: `document.querySelector('main [role=grid]:not([data-faded])') && [...document.querySelectorAll('main [role=columnheader]')].map(head => head.getAttribute('aria-sort')).join() + ${rows}`,
      },
      150,
    ],
    'list: all placements scrolled to the end until painted': [
      {
        ready: async () => {
          await list();
          await page.locator('main [role=grid]').focus();
          await page.keyboard.press('Home');
          await page.waitForTimeout(200);
        },
        run: () => page.keyboard.press('End'),
        state: `document.querySelector('main [role=row][data-active] [data-main]')?.textContent && document.querySelector('main [role=row][data-active]').id`,
      },
      150,
    ],
    'calendar: the month before until painted': [
      {
        ready: async () => {
          await go('calendar');
          await page.locator('main [data-stand][tabindex="0"]').first().focus();
          await page.waitForTimeout(300);
        },
        run: () => page.keyboard.press('PageUp'),
        state: `document.querySelector('main [data-key]') && document.querySelector('main [role=grid]')?.getAttribute('aria-label')`,
      },
      150,
    ],
    'board: opened until its cards are painted': [
      {
        ready: async () => {
          await go('requests');
          await page.locator('main [role=grid] [data-main]').first().waitFor();
          await page.waitForTimeout(300);
        },
        run: () => page.locator('main a[href="#/board"]').click(),
        state: `document.querySelectorAll('main [data-card]').length > 0 && 'cards'`,
      },
      250,
    ],
  };
  const lines: PaintedLine[] = [];
  for (const [name, [act, budget]] of Object.entries(acts)) {
    const times: number[] = [];
    // The first time loads what the screen needs; an officer feels the times after it.
    for (let round = 0; round <= rounds; round++) times.push(await painted(started, folder, act));
    lines.push({ name, times: times.slice(1), budget });
  }
  await page.keyboard.press('Escape');
  return lines;
}
