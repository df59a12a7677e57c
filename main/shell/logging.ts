import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/node.js';
import { failureText, statementText } from '../log-text.ts';

/** Writes failures to a file of this user; nothing is sent anywhere, and nothing that may come from a record is written. */
export function startLog(): (reference: string, error: unknown) => void {
  log.transports.file.resolvePathFn = () => join(app.getPath('logs'), 'seriktes.log');
  log.transports.file.maxSize = 2_000_000;
  log.transports.console.level = app.isPackaged ? false : 'error';
  return (reference, error) => {
    if (reference === 'slow') log.info(`[slow] ${statementText(String(error))}`);
    else log.error(`[${reference}] ${failureText(error)}`);
  };
}
