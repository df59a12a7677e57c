import { type BrowserWindow, ipcMain } from 'electron';
import { contract } from '#shared/contract/index.ts';
import type { Router } from '../ipc/router.ts';
import { isOurPage } from './sender.ts';

/** Connects each channel of the contract to the router; a call from any other page fails. */
export function serve(call: Router, currentWindow: () => BrowserWindow | undefined): void {
  for (const channel of Object.keys(contract)) {
    ipcMain.handle(channel, (event, request: unknown) => {
      const window = currentWindow();
      if (window === undefined || !isOurPage(event, window.webContents)) throw new Error('refused');
      return call(channel, request);
    });
  }
}
