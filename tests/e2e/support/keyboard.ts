import type { Page } from '@playwright/test';

/** The name of what has the focus, as a screen reader says it. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map(label => label.innerText) : [];
    return (element.getAttribute('aria-label') ?? labels[0] ?? element.innerText).trim();
  });

/** Presses Tab until the focus stands on something of that name. Fails after `most` presses. */
export async function tabTo(page: Page, name: string | RegExp, most = 250): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < most; press += 1) {
    const here = await focusedName(page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    passed.push(here.slice(0, 30));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(name)}; it passed ${[...new Set(passed)].slice(-40).join(' | ')}`);
}

/** Tab to something of that name, then Enter. */
export async function pressOn(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** F6 from pane to pane, and in each a few presses of Tab, until something of that name has the focus; then Enter. */
export async function pressInPane(page: Page, name: string): Promise<void> {
  for (let pane = 0; pane < 5; pane += 1) {
    await page.keyboard.press('F6');
    const here = await tabTo(page, name, 30).then(
      () => true,
      () => false,
    );
    if (here) return page.keyboard.press('Enter');
  }
  throw new Error(`No pane has ${name} near its beginning`);
}

/** Makes every use of the mouse a failure of the page, so that a test by keyboard is one. */
export const refuseMouse = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const kind of ['mousedown', 'pointerdown', 'touchstart'])
      window.addEventListener(kind, () => console.error(`the mouse was used: ${kind}`), true);
  });
