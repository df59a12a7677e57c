import type { Page } from '@playwright/test';
import { settled } from './app.ts';

/**
 * Waits until the screen has stopped: something is shown, nothing is being read, the answers are drawn, and what moves has arrived.
 * Three frames in a row without a question are the sign that no answer has led to another one.
 */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const still = (): boolean =>
      (document.querySelector('main')?.textContent ?? '') !== '' &&
      document.querySelector('[data-reading], main [role="status"][aria-label]') === null;
    for (let frames = 0; frames < 3; ) {
      // oxlint-disable-next-line no-await-in-loop -- one frame after the other
      await new Promise(drawn => requestAnimationFrame(drawn));
      frames = still() ? frames + 1 : 0;
    }
  });
  await settled(page);
}
