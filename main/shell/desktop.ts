import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { guessLanguage } from '#shared/locale/index.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import { openApplication, type RunningApplication, workspaceIn } from '../application.ts';
import { readMark, readSettings } from '../features/settings/queries.ts';
import { type Ports, randomIds, systemClock } from '../ports.ts';
import { startDailyNotice } from './daily-notice.ts';
import { chooserFor, openPath } from './dialogs.ts';
import { keepDrafts } from './drafts.ts';
import { applicationInfo, dataFolder, isTestRuntime, rendererFolder, resourcesFolder } from './environment.ts';
import { archiveAmong, noteArchive, takeArchive } from './launched-with.ts';
import { startLog } from './logging.ts';
import { installMenu, type MenuAction } from './menu.ts';
import { createPdfPrinter } from './print-html.ts';
import { keepPreview, registerScheme, servePages } from './protocol.ts';
import { explainAndRecover } from './recovery.ts';
import { confineAllPages, denyByDefault } from './security.ts';
import { serve } from './serve.ts';
import { createWindow } from './window.ts';

let window: BrowserWindow | undefined;
let college: RunningApplication | undefined;
const currentWindow = (): BrowserWindow | undefined => window;

const systemLanguage = () => guessLanguage([...app.getPreferredSystemLanguages(), app.getLocale()]);

/** The officer's language once she has one, else the system's. */
const translator = (): Translator => {
  const db = college?.db();
  const chosen = db !== undefined && readMark(db, 'language') !== undefined ? readSettings(db).language : undefined;
  return createTranslator(chosen ?? systemLanguage());
};

/** Shuts every door before anything is opened. Must run before the application is ready. */
export function lockDown(): void {
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (process.env['SERIKTES_DATA'] !== undefined) app.setPath('userData', join(dataFolder(), 'profile'));
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

/** Opens the college's file, or explains why it cannot be opened; undefined when the officer gave up. */
export async function openCollege(): Promise<RunningApplication | undefined> {
  const printer = createPdfPrinter();
  const log = startLog();
  const ports: Ports = {
    clock: systemClock,
    ids: randomIds,
    actor: () => (college === undefined ? '' : readSettings(college.db()).officer) || userInfo().username,
    log,
    printer: printer.print,
    opener: openPath,
    chooser: chooserFor(currentWindow, translator),
    previews: keepPreview,
    launchedWith: takeArchive,
  };
  const workspace = workspaceIn(dataFolder());
  for (;;) {
    try {
      const opened = openApplication({ workspace, ports, info: applicationInfo(), resources: resourcesFolder() });
      college = opened;
      app.on('will-quit', () => {
        printer.close();
        opened.close();
      });
      return opened;
    } catch (error) {
      log('open', error);
      if (!(await explainAndRecover(error, { workspace, clock: systemClock, t: translator() }))) return undefined;
    }
  }
}

/** Answers the page's calls and serves its files; everything else is denied. */
export function serveCollege(opened: RunningApplication): void {
  denyByDefault(session.defaultSession);
  servePages(session.defaultSession, rendererFolder());
  serve(async (channel, request) => {
    const result = await opened.call(channel, request);
    if ((channel === 'settings.update' || channel === 'app.begin') && window !== undefined)
      installMenu(translator(), window);
    return result;
  }, currentWindow);
}

/** Shows the one window, its title saying so when a test runtime runs it. */
export async function showWindow(): Promise<void> {
  const t = translator();
  const title = isTestRuntime ? `Seriktes – ${t('system.testRuntime')}` : 'Seriktes';
  window = createWindow(join(app.getPath('userData'), 'window.json'), title);
  installMenu(t, window);
  keepDrafts(window);
  window.on('closed', () => {
    window = undefined;
  });
  await window.loadURL(`app://app/index.html?system=${systemLanguage()}`);
}

/** Brings the window forward on a screen, opening it again where it was closed. */
function bringForward(screen: 'today'): void {
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  window.webContents.send('menu', screen);
}

/** Tells the officer once a day, through the system, what waits for her, if she wants that. */
export function watchTheDay(opened: RunningApplication): void {
  const stop = startDailyNotice({
    college: opened,
    file: join(app.getPath('userData'), 'last-notice.txt'),
    translator,
    log: startLog(),
    onClick: () => bringForward('today'),
  });
  app.on('will-quit', stop);
}

export const whenReady = (): Promise<void> => app.whenReady();
export const quit = (): void => app.quit();
