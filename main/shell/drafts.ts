import type { BrowserWindow } from 'electron';

/** So much typing at most is lost when the program or the computer stops at once. */
const everyMilliseconds = 1000;

/** Chromium writes what a page keeps, such as the draft of a group, minutes later; here it is on the disk after a second. */
export function keepDrafts(window: BrowserWindow): void {
  const { session } = window.webContents;
  const timer = setInterval(() => session.flushStorageData(), everyMilliseconds);
  window.on('closed', () => clearInterval(timer));
}
