import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { guessLanguage } from '#shared/locale/index.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import { openApplication, type RunningApplication, workspaceIn } from './application.ts';
import { readMark, readSettings } from './features/settings/queries.ts';
import { type Ports, randomIds, systemClock } from './ports.ts';
import { chooserFor, openPath } from './shell/dialogs.ts';
import { applicationInfo, dataFolder, isTestRuntime, rendererFolder, resourcesFolder } from './shell/environment.ts';
import { startLog } from './shell/logging.ts';
import { installMenu } from './shell/menu.ts';
import { createPdfPrinter } from './shell/print-html.ts';
import { keepPreview, registerScheme, servePages } from './shell/protocol.ts';
import { explainAndRecover } from './shell/recovery.ts';
import { confineAllPages, denyByDefault } from './shell/security.ts';
import { serve } from './shell/serve.ts';
import { createWindow } from './shell/window.ts';

/** Reads top to bottom: lock → open → serve → window. */
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.setPath(
  'userData',
  process.env['SERIKTES_DATA'] === undefined ? app.getPath('userData') : join(dataFolder(), 'profile'),
);
registerScheme();
confineAllPages();

let window: BrowserWindow | undefined;
let college: RunningApplication | undefined;
const currentWindow = (): BrowserWindow | undefined => window;

/** The officer's language once she has one, else the system's. */
const translator = (): Translator => {
  const db = college?.db();
  const chosen = db !== undefined && readMark(db, 'language') !== undefined ? readSettings(db).language : undefined;
  return createTranslator(chosen ?? guessLanguage(app.getPreferredSystemLanguages().concat(app.getLocale())));
};

const openCollege = async (ports: Ports): Promise<RunningApplication | undefined> => {
  const workspace = workspaceIn(dataFolder());
  for (;;) {
    try {
      return openApplication({ workspace, ports, info: applicationInfo(), resources: resourcesFolder() });
    } catch (error) {
      ports.log('open', error);
      if (!(await explainAndRecover(error, { workspace, clock: systemClock, t: translator() }))) return undefined;
    }
  }
};

const showWindow = (): void => {
  const t = translator();
  const title = isTestRuntime ? `Seriktes – ${t('system.testRuntime')}` : 'Seriktes';
  window = createWindow(join(app.getPath('userData'), 'window.json'), title);
  installMenu(t, window);
  window.on('closed', () => {
    window = undefined;
  });
  void window.loadURL(
    `app://app/index.html?system=${guessLanguage(app.getPreferredSystemLanguages().concat(app.getLocale()))}`,
  );
};

const start = async (): Promise<void> => {
  const printer = createPdfPrinter();
  const ports: Ports = {
    clock: systemClock,
    ids: randomIds,
    actor: () => (college === undefined ? '' : readSettings(college.db()).officer) || userInfo().username,
    log: startLog(),
    printer: printer.print,
    opener: openPath,
    chooser: chooserFor(currentWindow, translator),
    previews: keepPreview,
  };
  college = await openCollege(ports);
  if (college === undefined) {
    app.quit();
    return;
  }
  const opened = college;
  denyByDefault(session.defaultSession);
  servePages(session.defaultSession, rendererFolder());
  serve(async (channel, request) => {
    const result = await opened.call(channel, request);
    if (channel === 'settings.update' && window !== undefined) installMenu(translator(), window);
    return result;
  }, currentWindow);
  showWindow();
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('will-quit', () => {
    printer.close();
    opened.close();
  });
};

app.on('window-all-closed', () => app.quit());
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();
