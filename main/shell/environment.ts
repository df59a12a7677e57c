import { dirname, join, resolve } from 'node:path';
import { app } from 'electron';
import type { ApplicationInfo } from '../application.ts';
import { type DataPlace, placeOfData } from './data-place.ts';

/** Set by the launcher when a third party's build of Electron runs the program for tests. */
export const isTestRuntime = process.env['SERIKTES_TEST_RUNTIME'] === '1' && !app.isPackaged;

/** Where this program was started from, as people see it: an AppImage or a portable .exe unpacks itself elsewhere. */
function programFolders(): readonly string[] {
  const program = dirname(app.getPath('exe'));
  const bundle = process.platform === 'darwin' ? [resolve(program, '../../..')] : [];
  const { APPIMAGE, PORTABLE_EXECUTABLE_DIR } = process.env;
  return [
    ...(APPIMAGE === undefined ? [] : [dirname(APPIMAGE)]),
    ...(PORTABLE_EXECUTABLE_DIR === undefined ? [] : [PORTABLE_EXECUTABLE_DIR]),
    ...bundle,
    program,
  ];
}

let place: DataPlace | undefined;

/** The place of the data, decided once, before the folder of this user is set for a portable program. */
export function dataPlace(): DataPlace {
  place ??= placeOfData({
    given: process.env['SERIKTES_DATA'],
    programFolders: app.isPackaged ? programFolders() : [],
    userFolder: app.getPath('userData'),
  });
  return place;
}

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
