import type { Page } from '@playwright/test';

/** Asks for everything a page can ask permission for; one answer each. */
export function permissionsAsked(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const failed = async (ask: () => Promise<unknown>): Promise<string> => {
      try {
        return `got ${String(await ask())}`;
      } catch {
        return 'denied';
      }
    };
    const position = () =>
      new Promise((done, fail) => {
        navigator.geolocation.getCurrentPosition(done, fail);
      });
    return [
      await failed(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      await failed(() => navigator.mediaDevices.getDisplayMedia()),
      await failed(position),
      await failed(() => navigator.clipboard.readText()),
      (await Notification.requestPermission()) as string,
      (await navigator.permissions.query({ name: 'geolocation' })).state,
    ].map(answer => (answer === 'denied' ? 'denied' : answer));
  });
}

/** Tries to run code that is not the program's in every way a page knows; what has run. */
export function foreignCodeRun(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept = globalThis as unknown as { ran?: string };
    const element = document.createElement('script');
    try {
      element.textContent = 'globalThis.ran = "inline"';
    } catch {
      // trusted types refuse the text already
    }
    document.body.append(element);
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.ran = 1">');
    } catch {
      // trusted types again
    }
    // In a turn of its own: what the debugger itself runs may use eval.
    setTimeout(() => {
      try {
        // oxlint-disable-next-line no-implied-eval -- whether it is refused is the question
        Function('globalThis.ran = "function"')();
      } catch {
        // refused
      }
    });
    await new Promise(done => setTimeout(done, 200));
    element.remove();
    return kept.ran ?? 'nothing';
  });
}
