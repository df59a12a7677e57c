import { join } from 'node:path';
import { app } from 'electron';
import type { ApplicationInfo } from '../application.ts';

/** Set by the launcher when a third party's build of Electron runs the program for tests. */
export const isTestRuntime = process.env['SERIKTES_TEST_RUNTIME'] === '1' && !app.isPackaged;

/** The college's folder: `SERIKTES_DATA` if given, else a folder of this user. */
export const dataFolder = (): string => process.env['SERIKTES_DATA'] ?? join(app.getPath('userData'), 'college');

/** Templates, fonts and dictionaries that come with the program. */
export const resourcesFolder = (): string =>
  app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources');

export const rendererFolder = (): string => join(app.getAppPath(), 'out', 'renderer');
export const preloadFile = (): string => join(app.getAppPath(), 'out', 'preload', 'preload.cjs');

/** Windows and macOS take the icon from the program itself; elsewhere the window must name it. */
export const windowIcon = (): { readonly icon?: string } =>
  process.platform === 'linux' ? { icon: join(resourcesFolder(), 'icons/linux/256x256.png') } : {};

export const applicationInfo = (): ApplicationInfo => ({
  version: app.getVersion(),
  runtime: `Electron ${process.versions['electron'] ?? ''}`,
  testRuntime: isTestRuntime,
});
