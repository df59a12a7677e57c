import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/node.js';

/** Writes failures to a file of this user; nothing is sent anywhere, and no personal data is written by the callers. */
export function startLog(): (reference: string, error: unknown) => void {
  log.transports.file.resolvePathFn = () => join(app.getPath('logs'), 'seriktes.log');
  log.transports.file.maxSize = 2_000_000;
  log.transports.console.level = app.isPackaged ? false : 'error';
  return (reference, error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (reference === 'slow') log.info(`[slow] ${text}`);
    else log.error(`[${reference}] ${text}`);
  };
}
