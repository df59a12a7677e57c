import { type BrowserWindow, ipcMain } from 'electron';
import type { Router } from '../ipc/router.ts';
import { isOurPage } from './sender.ts';

/** The names of the contract's procedures, put in by the build: the contract itself is read after the window is made. */
declare const __CHANNELS__: readonly string[];

/** Connects each channel of the contract to the router; a call from any other page fails. */
export function serve(call: Router, currentWindow: () => BrowserWindow | undefined): void {
  for (const channel of __CHANNELS__) {
    ipcMain.handle(channel, (event, request: unknown) => {
      const window = currentWindow();
      if (window === undefined || !isOurPage(event, window.webContents)) throw new Error('refused');
      return call(channel, request);
    });
  }
}
