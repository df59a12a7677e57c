import { type BrowserWindow, powerMonitor } from 'electron';
import type { Output } from '#shared/contract/index.ts';
import type { RunningApplication } from '../application.ts';
import { readSettings } from '../features/settings/queries.ts';

const lookEvery = 2000;
const minute = 60_000;

type Options = {
  readonly college: RunningApplication;
  readonly window: BrowserWindow;
  readonly log: (reference: string, error: unknown) => void;
};

/**
 * Locks a college with a password when the computer sleeps or is locked, and when nothing was typed or pointed at in the window
 * for as long as the officer allows. Work that takes long is let finish first. Answers how to stop.
 */
export function watchLock({ college, window, log }: Options): () => void {
  let last = performance.now();
  const lock = (): void => {
    if (college.vault.state() !== 'open') return;
    college.vault
      .lock()
      .then(() => {
        if (!window.isDestroyed()) window.webContents.send('menu', 'locked');
      })
      .catch((error: unknown) => log('lock', error));
  };
  const look = async (): Promise<void> => {
    if (college.vault.state() !== 'open') {
      last = performance.now();
      return;
    }
    const { lockMinutes } = readSettings(college.db());
    if (lockMinutes === 0 || performance.now() - last < lockMinutes * minute) return;
    const jobs = await college.call('jobs.state', {});
    if (jobs.ok && (jobs.value as Output<'jobs.state'>).length === 0) lock();
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log('lock', error));
  }, lookEvery);
  window.webContents.on('input-event', () => {
    last = performance.now();
  });
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  return () => {
    clearInterval(timer);
    powerMonitor.off('suspend', lock);
    powerMonitor.off('lock-screen', lock);
  };
}
