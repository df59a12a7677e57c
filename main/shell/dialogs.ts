import { type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron';
import { AppError } from '#shared/result.ts';
import type { Translator } from '#shared/text/index.ts';
import type { ChoosePath, OpenPath } from '../ports.ts';

/** Asks with the system's own dialog, over the window. */
export const chooserFor =
  (currentWindow: () => BrowserWindow | undefined, text: () => Translator): ChoosePath =>
  async purpose => {
    const t = text();
    const options: OpenDialogOptions = {
      workbook: {
        properties: ['openFile' as const],
        filters: [{ name: t('system.workbooks'), extensions: ['xlsx', 'xls', 'ods', 'csv', 'txt', 'tsv'] }],
      },
      template: {
        properties: ['openFile' as const],
        filters: [{ name: t('system.templates'), extensions: ['docx', 'dotx'] }],
      },
      image: {
        properties: ['openFile' as const],
        filters: [{ name: t('system.images'), extensions: ['png', 'jpg', 'jpeg'] }],
      },
      attachment: { properties: ['openFile' as const] },
      archive: {
        properties: ['openFile' as const],
        filters: [{ name: t('system.archives'), extensions: ['seriktes', 'db'] }],
      },
      update: {
        properties: ['openFile' as const],
        filters: [{ name: t('system.updates'), extensions: ['update'] }],
      },
      folder: { properties: ['openDirectory' as const, 'createDirectory' as const] },
    }[purpose];
    const window = currentWindow();
    const answer =
      window === undefined ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  };

/** Opens a file or a folder in the system's program. Errors: refused when there is none for it. */
export const openPath: OpenPath = async path => {
  const problem = await shell.openPath(path);
  if (problem !== '') throw new AppError('refused', { name: path });
};
