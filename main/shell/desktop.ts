import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { guessLanguage, type Language } from '#shared/locale/language.ts';
import { fail } from '#shared/result.ts';
import type { Router } from '../ipc/router.ts';
import { keepDrafts } from './drafts.ts';
import { dataPlace, rendererFolder } from './environment.ts';
import { archiveAmong, noteArchive } from './launched-with.ts';
import type { MenuAction } from './menu.ts';
import { registerScheme, servePages } from './protocol.ts';
import { confineAllPages, denyByDefault } from './security.ts';
import { serve } from './serve.ts';
import { createWindow } from './window.ts';

/** What the window needs of a college that was opened. */
export type OpenedCollege = { readonly call: Router };

let window: BrowserWindow | undefined;
export const currentWindow = (): BrowserWindow | undefined => window;

export const systemLanguage = (): Language => guessLanguage([...app.getPreferredSystemLanguages(), app.getLocale()]);

/** Shuts every door before anything is opened. Must run before the application is ready. */
export function lockDown(): void {
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // No name is ever looked up: what a page could smuggle out in one stays here, whatever part of Chromium asks.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  const { profile } = dataPlace();
  if (profile !== null) app.setPath('userData', profile);
  registerScheme();
  confineAllPages();
  app.on('window-all-closed', () => app.quit());
}

/** Whether this is the only running instance; a second one hands over to the first and ends. */
export function claimInstance(): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  noteArchive(archiveAmong(process.argv.slice(1), process.cwd()));
  // macOS hands files over by an event, also before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    showArchive(path);
  });
  app.on('second-instance', (_event, args, workingFolder) => {
    showArchive(archiveAmong(args, workingFolder));
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  return true;
}

/** Leads the page to an archive that was opened by a double click. */
function showArchive(path: string | null): void {
  if (noteArchive(path)) window?.webContents.send('menu', 'launched' satisfies MenuAction);
}

/** Answers the page's calls as soon as the college is open, and serves its files at once; everything else is denied. */
export function serveCollege(opening: Promise<OpenedCollege | undefined>): void {
  denyByDefault(session.defaultSession);
  servePages(session.defaultSession, rendererFolder());
  serve(async (channel, request) => {
    const opened = await opening;
    return opened === undefined ? fail({ code: 'cancelled', params: {} }) : opened.call(channel, request);
  }, currentWindow);
}

/** Makes the one window, which shows itself when the college is open and the first frame is painted; ends when its page is loaded. */
export async function showWindow(opening: Promise<OpenedCollege | undefined>): Promise<void> {
  const made = createWindow(join(app.getPath('userData'), 'window.json'), opening);
  window = made;
  keepDrafts(made);
  made.on('closed', () => {
    window = undefined;
  });
  await made.loadURL(`app://app/index.html?system=${systemLanguage()}`);
}

export const whenReady = (): Promise<void> => app.whenReady();
export const quit = (): void => app.quit();
