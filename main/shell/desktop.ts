import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, session } from 'electron';
import type { Output, Request } from '#shared/contract/index.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { guessLanguage } from '#shared/locale/index.ts';
import { AppError, fail } from '#shared/result.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import { openApplication, type RunningApplication, workspaceIn } from '../application.ts';
import { readMark, readSettings } from '../features/settings/queries.ts';
import { examineInThread } from '../jobs/examine-thread.ts';
import { type Ports, randomIds, systemClock } from '../ports.ts';
import { startDailyNotice } from './daily-notice.ts';
import { writePointer } from './data-place.ts';
import { chooserFor, openPath } from './dialogs.ts';
import { keepDrafts } from './drafts.ts';
import { applicationInfo, dataPlace, isTestRuntime, rendererFolder, resourcesFolder } from './environment.ts';
import { archiveAmong, noteArchive, takeArchive } from './launched-with.ts';
import { watchLock } from './lock-watch.ts';
import { startLog } from './logging.ts';
import { installMenu, type MenuAction } from './menu.ts';
import { createPdfPrinter } from './print-html.ts';
import { keepPreview, registerScheme, servePages } from './protocol.ts';
import { explainAndRecover } from './recovery.ts';
import { confineAllPages, denyByDefault } from './security.ts';
import { serve } from './serve.ts';
import { progressOf } from './taskbar.ts';
import { createWindow } from './window.ts';

type Look = Pick<Settings, 'language' | 'theme'>;

let window: BrowserWindow | undefined;
let college: RunningApplication | undefined;
const currentWindow = (): BrowserWindow | undefined => window;

const systemLanguage = () => guessLanguage([...app.getPreferredSystemLanguages(), app.getLocale()]);

/** The officer's language once she has one, else the system's. */
const translator = (): Translator => {
  if (college?.vault.state() === 'locked') return createTranslator(college.vault.keys()?.language ?? systemLanguage());
  const db = college?.db();
  const chosen = db !== undefined && readMark(db, 'language') !== undefined ? readSettings(db).language : undefined;
  return createTranslator(chosen ?? systemLanguage());
};

const unknownLook = (): Look => ({ language: systemLanguage(), theme: 'system' });

/** How the window looks; of a locked college what is known without its password. */
const currentLook = (): Look => {
  if (college === undefined) return unknownLook();
  return college.vault.state() === 'locked' ? (college.vault.keys() ?? unknownLook()) : readSettings(college.db());
};

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

/**
 * Opens the college's file, or explains why it cannot be opened; undefined when the officer gave up. Its pages are examined in
 * another thread from the first moment on: nothing of it is read here before that, but the window is made meanwhile.
 */
export async function openCollege(): Promise<RunningApplication | undefined> {
  const { folder, pointer, moved } = dataPlace();
  const workspace = workspaceIn(folder);
  const examining = examineInThread(workspace.databaseFile);
  await whenReady();
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
    ...(pointer === null ? {} : { relocate: (target: string) => startFrom(pointer, target) }),
    recover: error => explainAndRecover(error, { workspace, clock: systemClock, t: translator() }),
  };
  for (;;) {
    try {
      // A drive that is away must not make the program begin an empty college in its place.
      if (moved && !existsSync(folder)) throw new AppError('databaseMissing', { file: workspace.databaseFile });
      const opened = openApplication({
        workspace,
        ports,
        info: applicationInfo(),
        resources: resourcesFolder(),
        examined: await examining,
      });
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

/** Opens the program again with its data in another folder, as soon as the page has its answer. */
function startFrom(pointer: string, folder: string): void {
  writePointer(pointer, folder);
  setTimeout(() => {
    app.relaunch();
    app.quit();
  }, 1500);
}

/** After these the menu may speak another language. */
const redrawsMenu = new Set(['settings.update', 'app.begin', 'protection.unlock']);

/** Answers the page's calls as soon as the college is open, and serves its files at once; everything else is denied. */
export function serveCollege(opening: Promise<RunningApplication | undefined>): void {
  denyByDefault(session.defaultSession);
  servePages(session.defaultSession, rendererFolder());
  serve(async (channel, request) => {
    const opened = await opening;
    if (opened === undefined) return fail({ code: 'cancelled', params: {} });
    const result = await opened.call(channel, request);
    if (redrawsMenu.has(channel)) dressWindow();
    if (result.ok && channel === 'jobs.state') showProgress(result.value as Output<'jobs.state'>);
    if (result.ok && channel === 'archives.open') app.addRecentDocument((request as Request<'archives.open'>).path);
    return result;
  }, currentWindow);
}

let forgetProgress: ReturnType<typeof setTimeout> | undefined;

/** The page asks for the state of long work as long as there is any; its last answer must not stay on the icon. */
function showProgress(jobs: Output<'jobs.state'>): void {
  window?.setProgressBar(progressOf(jobs));
  clearTimeout(forgetProgress);
  if (jobs.length > 0) forgetProgress = setTimeout(() => showProgress([]), 5000);
}

/** The menu in the officer's language, a title that names a test runtime; the frame, native menus and dialogs light or dark as she has chosen. */
function dressWindow(): void {
  const { language, theme } = currentLook();
  nativeTheme.themeSource = theme;
  if (window === undefined) return;
  const t = translator();
  window.setTitle(isTestRuntime ? `Seriktes – ${t('system.testRuntime')}` : 'Seriktes');
  installMenu(t, window, { language, theme });
}

/** Makes the one window and shows it when the college is open and the first frame is painted. */
export async function showWindow(opening: Promise<RunningApplication | undefined>): Promise<void> {
  const made = createWindow(join(app.getPath('userData'), 'window.json'), opening);
  window = made;
  keepDrafts(made);
  made.on('closed', () => {
    window = undefined;
  });
  const loaded = made.loadURL(`app://app/index.html?system=${systemLanguage()}`);
  await opening;
  dressWindow();
  await loaded;
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

/** Locks a college with a password when nobody is there. */
export function watchTheDoor(opened: RunningApplication): void {
  if (window === undefined) return;
  const stop = watchLock({ college: opened, window, log: startLog() });
  app.on('will-quit', stop);
}

export const whenReady = (): Promise<void> => app.whenReady();
export const quit = (): void => app.quit();
