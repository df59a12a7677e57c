import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describeRuntime, type ElectronRuntime, findElectron } from './find-electron.ts';
import { installSqliteFor } from './native-sqlite.ts';
import { runCommand, runInForeground } from './run-command.ts';
import { type Account, openAccount } from './unprivileged.ts';

const toTerminal = (line: string): void => void process.stderr.write(`${line}\n`);

/** Finds an Electron, says which one on the first line, and fits better-sqlite3 to it. */
export async function prepareRuntime(tell: (line: string) => void = toTerminal): Promise<ElectronRuntime> {
  const runtime = await findElectron(tell);
  process.stdout.write(`${describeRuntime(runtime)}\n`);
  await installSqliteFor(runtime, tell);
  return runtime;
}

/** The environment the application gets for a runtime: a third party's build must show in the window's title. */
export function runtimeEnvironment(runtime: Pick<ElectronRuntime, 'kind'>): Readonly<Record<string, string>> {
  return runtime.kind === 'test' ? { SERIKTES_TEST_RUNTIME: '1' } : {};
}

/** True when a window can be shown. */
export function hasDisplay(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): boolean {
  return platform !== 'linux' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
}

/** What to tell someone who starts the application where there is no screen. */
export const noDisplayMessage = [
  'There is no display to open a window on (DISPLAY is not set).',
  'On a server or in a container use a virtual one:',
  '  xvfb-run -a npm start',
  'Debian and Ubuntu have it in the packages xvfb and xauth.',
].join('\n');

/**
 * The environment that points at the data folder somebody chose with SERIKTES_DATA, created for the account when absent;
 * throws with advice when the account cannot write there.
 */
export async function dataEnvironment(account: Account): Promise<Readonly<Record<string, string>>> {
  const chosen = process.env['SERIKTES_DATA'];
  if (!chosen) return {};
  const folder = path.resolve(chosen);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    await account.own(folder);
  }
  const [program, args] = account.command('test', ['-w', folder]);
  if ((await runCommand(program, args)).code !== 0) {
    throw new Error(
      `The data folder ${folder} is not writable for the user the application runs as. Choose another with SERIKTES_DATA or change its owner.`,
    );
  }
  return { SERIKTES_DATA: folder };
}

/** Starts the built application and waits for its end; the exit code. */
export async function runApplication(runtime: ElectronRuntime, args: readonly string[]): Promise<number> {
  const account = await openAccount();
  try {
    const [program, commandArgs] = account.command(runtime.executable, [account.project, ...args]);
    return await runInForeground(program, commandArgs, {
      cwd: account.project,
      env: {
        ...process.env,
        ...account.environment,
        ...runtimeEnvironment(runtime),
        ...(await dataEnvironment(account)),
      },
    });
  } finally {
    account.dispose();
  }
}

/** Runs a script's main function; a failure ends with one plain line instead of a stack trace. */
export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
