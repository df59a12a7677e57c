import { type ChildProcess, spawn } from 'node:child_process';
import { chromium, type Page } from '@playwright/test';
import { languageEnvironment } from './app.ts';

/** A packaged program: its process can be killed like any other. */
export type PackagedApp = {
  readonly process: ChildProcess;
  readonly page: Page;
  /** What Chromium's processes were started with, and under which sandbox. */
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
};

const ended = (process: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (process.exitCode !== null || process.signalCode !== null) resolve();
    else process.once('exit', () => resolve());
  });

/** The address Chromium names on its error output when it is asked for a debugging port of its choice. */
function debuggingAddress(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    process.stderr?.on('data', chunk => {
      printed += String(chunk);
      const address = /DevTools listening on (ws:\S+)/u.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    process.once('exit', code => reject(new Error(`The packaged program ended with ${code}:\n${printed}`)));
  });
}

/** The packaged program that `npm run test:e2e` made. */
export function packagedExecutable(): string {
  const executable = process.env['SERIKTES_PACKAGED'];
  if (!executable) throw new Error('Start this with `npm run test:e2e -- packaged`: it packages the program first.');
  return executable;
}

/** Starts the packaged program as an officer would, but for the port this test watches it through: its fuses refuse a debugger. */
export async function launchPackaged(dataDir: string): Promise<PackagedApp> {
  const child = spawn(packagedExecutable(), ['--remote-debugging-port=0', '--lang=ru'], {
    env: { ...process.env, ...languageEnvironment('ru'), SERIKTES_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error('The packaged program shows no window.');
    await page.waitForLoadState('domcontentloaded');
    const stop = async (signal: NodeJS.Signals): Promise<void> => {
      child.kill(signal);
      await ended(child);
    };
    return { process: child, page, close: () => stop('SIGTERM'), kill: () => stop('SIGKILL') };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}
