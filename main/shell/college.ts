import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import type { Output, Request } from '#shared/contract/index.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import { openApplication, type RunningApplication } from '../application.ts';
import { readMark, readSettings } from '../features/settings/queries.ts';
import type { Router } from '../ipc/router.ts';
import { examineInThread } from '../jobs/examine-thread.ts';
import { type Ports, randomIds, systemClock } from '../ports.ts';
import { type Workspace, workspaceIn } from '../workspace.ts';
import { collectGarbage } from './collect-garbage.ts';
import { startDailyNotice } from './daily-notice.ts';
import { writePointer } from './data-place.ts';
import { currentWindow, type OpenedCollege, quit, systemLanguage } from './desktop.ts';
import { chooserFor, openPath } from './dialogs.ts';
import { applicationInfo, dataPlace, isTestRuntime, resourcesFolder } from './environment.ts';
import { takeArchive } from './launched-with.ts';
import { watchLock } from './lock-watch.ts';
import { startLog } from './logging.ts';
import { installMenu } from './menu.ts';
import { createPdfPrinter } from './print-html.ts';
import { keepPreview } from './protocol.ts';
import { explainAndRecover } from './recovery.ts';
import { progressOf } from './taskbar.ts';

type Look = Pick<Settings, 'language' | 'theme'>;

let college: RunningApplication | undefined;
/** How the window looked last: a college whose damaged file is being replaced cannot be asked. */
let lastLook: Look | undefined;

/** The officer's language once she has one, else the system's. */
const translator = (): Translator => {
  if (college?.vault.state() === 'locked') return createTranslator(college.vault.keys()?.language ?? systemLanguage());
  if (college?.isOpen() === false) return createTranslator(lastLook?.language ?? systemLanguage());
  const db = college?.db();
  const chosen = db !== undefined && readMark(db, 'language') !== undefined ? readSettings(db).language : undefined;
  return createTranslator(chosen ?? systemLanguage());
};

const unknownLook = (): Look => ({ language: systemLanguage(), theme: 'system' });

/** How the window looks; of a locked college what is known without its password. */
const currentLook = (): Look => {
  if (college === undefined) return unknownLook();
  if (college.vault.state() === 'locked') return college.vault.keys() ?? unknownLook();
  if (college.isOpen()) lastLook = readSettings(college.db());
  return lastLook ?? unknownLook();
};

/**
 * Opens the college's file, or explains why it cannot be opened; undefined when the officer gave up. A large file may turn out to
 * be damaged after its first list is shown: then it is explained there, and nothing of it stays on the screen.
 */
export async function openCollege(): Promise<OpenedCollege | undefined> {
  const printer = createPdfPrinter();
  const log = startLog();
  const { folder } = dataPlace();
  const workspace = workspaceIn(folder);
  const opened = await openOrExplain(workspace, portsFor(workspace, log, printer.print));
  if (opened === undefined) return undefined;
  college = opened;
  app.on('will-quit', () => {
    printer.close();
    opened.close();
  });
  dressWindow();
  watchTheDay(opened, log);
  watchTheDoor(opened, log);
  void opened.examined.then(outcome => {
    if (outcome === 'lost') quit();
    if (outcome === 'replaced') currentWindow()?.webContents.reload();
  });
  return { call: shownOnTheDesk(opened.call) };
}

const portsFor = (workspace: Workspace, log: Ports['log'], printer: Ports['printer']): Ports => {
  const { pointer } = dataPlace();
  return {
    clock: systemClock,
    ids: randomIds,
    actor: () => (college === undefined ? '' : readSettings(college.db()).officer) || userInfo().username,
    log,
    ...(printer === undefined ? {} : { printer }),
    opener: openPath,
    chooser: chooserFor(currentWindow, translator),
    previews: keepPreview,
    launchedWith: takeArchive,
    rest: collectGarbage,
    ...(pointer === null ? {} : { relocate: (target: string) => startFrom(pointer, target) }),
    recover: error => explainAndRecover(error, { workspace, clock: systemClock, t: translator() }),
  };
};

async function openOrExplain(workspace: Workspace, ports: Ports): Promise<RunningApplication | undefined> {
  for (;;) {
    try {
      // A drive that is away must not make the program begin an empty college in its place.
      if (dataPlace().moved && !existsSync(workspace.folder))
        throw new AppError('databaseMissing', { file: workspace.databaseFile });
      return openApplication({
        workspace,
        ports,
        info: applicationInfo(),
        resources: resourcesFolder(),
        examineBeside: examineInThread,
      });
    } catch (error) {
      ports.log('open', error);
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

/** The answers of the college, some of which the desk shows too: in the menu, on the program's icon, among its recent files. */
const shownOnTheDesk =
  (call: Router): Router =>
  async (channel, request) => {
    const result = await call(channel, request);
    if (redrawsMenu.has(channel)) dressWindow();
    if (result.ok && channel === 'jobs.state') showProgress(result.value as Output<'jobs.state'>);
    if (result.ok && channel === 'archives.open') app.addRecentDocument((request as Request<'archives.open'>).path);
    return result;
  };

let forgetProgress: ReturnType<typeof setTimeout> | undefined;

/** The page asks for the state of long work as long as there is any; its last answer must not stay on the icon. */
function showProgress(jobs: Output<'jobs.state'>): void {
  currentWindow()?.setProgressBar(progressOf(jobs));
  clearTimeout(forgetProgress);
  if (jobs.length > 0) forgetProgress = setTimeout(() => showProgress([]), 5000);
}

/** The menu in the officer's language, a title that names a test runtime; the frame, native menus and dialogs light or dark as she has chosen. */
function dressWindow(): void {
  const { language, theme } = currentLook();
  nativeTheme.themeSource = theme;
  const window = currentWindow();
  if (window === undefined) return;
  const t = translator();
  window.setTitle(isTestRuntime ? `Seriktes – ${t('system.testRuntime')}` : 'Seriktes');
  installMenu(t, window, { language, theme });
}

/** Brings the window forward on a screen. */
function bringForward(screen: 'today'): void {
  const window = currentWindow();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  window.webContents.send('menu', screen);
}

/** Tells the officer once a day, through the system, what waits for her, if she wants that. */
function watchTheDay(opened: RunningApplication, log: Ports['log']): void {
  const stop = startDailyNotice({
    college: opened,
    file: join(app.getPath('userData'), 'last-notice.txt'),
    translator,
    log,
    onClick: () => bringForward('today'),
  });
  app.on('will-quit', stop);
}

/** Locks a college with a password when nobody is there. */
function watchTheDoor(opened: RunningApplication, log: Ports['log']): void {
  const window = currentWindow();
  if (window === undefined) return;
  app.on('will-quit', watchLock({ college: opened, window, log }));
}
