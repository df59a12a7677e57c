import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';

const projectFolder = path.resolve(import.meta.dirname, '../../..');
/** Where pictures and reports of a run are kept. */
export const artefacts = process.env['SERIKTES_ARTEFACTS'] ?? path.join(projectFolder, 'artefacts');

export type LaunchOptions = {
  /** Where the database lives; an empty temporary folder when absent. */
  readonly dataDir?: string;
  /** The system's preferred language the application sees at first start. */
  readonly language?: 'kk' | 'ru' | 'en';
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the program is started; the project when absent. */
  readonly workingFolder?: string;
};

export type RunningApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  /** What the renderer complained about so far: uncaught errors and console errors. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

/** A fresh empty folder for one application's data. */
export function temporaryFolder(purpose: string): string {
  return mkdtempSync(path.join(tmpdir(), `seriktes-${purpose}-`));
}

/** What makes a program take a language for the system's. */
export const languageEnvironment = (language: 'kk' | 'ru' | 'en'): Readonly<Record<string, string>> => ({
  LANG: { kk: 'kk_KZ.UTF-8', ru: 'ru_RU.UTF-8', en: 'en_US.UTF-8' }[language],
  LANGUAGE: language,
});

/** Starts the built application in the Electron that `npm run test:e2e` found and waits for its first window. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const executablePath = process.env['SERIKTES_ELECTRON'];
  if (!executablePath)
    throw new Error('Start the end-to-end tests with `npm run test:e2e`: it finds Electron for them.');
  const dataDir = options.dataDir ?? temporaryFolder('data');
  const language = options.language ?? 'ru';
  const launched = await electron.launch({
    executablePath,
    cwd: options.workingFolder ?? projectFolder,
    args: [projectFolder, `--lang=${language}`, ...(options.args ?? [])],
    env: {
      ...definedEnvironment(),
      ...languageEnvironment(language),
      SERIKTES_DATA: dataDir,
      ...options.environment,
    },
    timeout: 30_000,
  });
  const app = askingAgain(launched);
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.stack ?? error.message));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.waitForLoadState('domcontentloaded');
  await untilShown(app);
  return { app, page, dataDir, complaints, close: () => app.close() };
}

type Evaluate = (...given: readonly unknown[]) => Promise<unknown>;

/**
 * An answer of the inspector of the main process is sometimes lost to the collection of garbage; it is asked for again. What tests
 * do there may be done twice.
 */
function askingAgain(app: ElectronApplication): ElectronApplication {
  const evaluate = app.evaluate.bind(app) as Evaluate;
  const again: Evaluate = async (...given) => {
    try {
      return await evaluate(...given);
    } catch (error) {
      if (error instanceof Error && error.message.includes('garbage collected')) return await evaluate(...given);
      throw error;
    }
  };
  app.evaluate = again as typeof app.evaluate;
  return app;
}

/** The window is shown when the college is open; a page that is still hidden calls itself visible. */
async function untilShown(app: ElectronApplication): Promise<void> {
  const isShown = (): Promise<boolean> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some(window => window.isVisible()));
  // oxlint-disable-next-line no-await-in-loop -- one look after the other
  while (!(await isShown())) await setTimeout(50);
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

/** Keeps a picture of the window as artefacts/screenshots/<name>.png and answers its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = path.join(artefacts, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return file;
}

/** Waits until everything that moves or changes its colour has arrived; what turns without end, such as a spinner, is not waited for. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** Answers the next «choose a file» and «save as» dialogs of the main process with the given path, or with cancel. */
export async function answerFileDialogs(app: ElectronApplication, file: string | undefined): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () =>
      chosen === undefined ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [chosen] };
    dialog.showSaveDialog = async () =>
      chosen === undefined ? { canceled: true, filePath: '' } : { canceled: false, filePath: chosen };
  }, file);
}
