import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import type { ElectronRuntime } from './find-electron.ts';
import { hasDisplay, runtimeEnvironment } from './launch.ts';
import { packForTrial } from './pack.ts';
import { inProject } from './paths.ts';
import { runCommand, runInForeground } from './run-command.ts';
import { openAccount } from './unprivileged.ts';

/** How many checks of a stage held. */
export type Count = { readonly passed: number; readonly failed: number };

/**
 * Reads the counts out of Playwright's JSON report; a report that is missing or has no test is a failure.
 * A test that held only at its second go has held: Playwright names it as flaky at the end of its list.
 */
export function countReport(text: string | undefined): Count {
  if (text === undefined) return { passed: 0, failed: 1 };
  const report = JSON.parse(text) as {
    readonly stats?: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
    readonly errors?: readonly unknown[];
  };
  const passed = (report.stats?.expected ?? 0) + (report.stats?.flaky ?? 0);
  const failed = (report.stats?.unexpected ?? 0) + (report.errors?.length ?? 0);
  return passed + failed === 0 ? { passed, failed: 1 } : { passed, failed };
}

/** Adds a screen to those the tests know, and goes on with what it is given. */
const namingScreen = 'SERIKTES_SCREENS="${SERIKTES_SCREENS:-} $DISPLAY|$XAUTHORITY" exec "$@"';

/** Virtual screens large enough for the application when there is no real one; the last of them is the one the program starts on. */
export async function onVirtualDisplay(
  program: string,
  args: readonly string[],
  screens = 1,
): Promise<readonly [string, readonly string[]]> {
  if ((await runCommand('sh', ['-c', 'command -v xvfb-run'])).code !== 0) {
    throw new Error('End-to-end tests need a display or xvfb-run (Debian packages xvfb and xauth).');
  }
  const screen = ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', 'sh', '-c', namingScreen, 'sh'];
  const [first = '', ...others] = [...Array.from({ length: screens }, () => screen).flat(), program, ...args];
  return [first, others];
}

/** Programs under test at once: two keep two cores at work, since each waits for much of its time. */
const mostAtOnce = 2;

/** The packaged program for the tests that ask for it; a failure is told, and those tests fail. */
async function packagedFor(runtime: ElectronRuntime, args: readonly string[]): Promise<string | undefined> {
  const wanted = !args.some(arg => !arg.startsWith('-')) || args.some(arg => arg.includes('packaged'));
  if (!wanted) return undefined;
  try {
    return await packForTrial(runtime, cacheFolder());
  } catch (error) {
    process.stderr.write(`The program could not be packaged: ${error instanceof Error ? error.message : ''}\n`);
    return undefined;
  }
}

/** Runs the end-to-end tests in the given Electron, unprivileged and under Xvfb where needed. */
export async function runEndToEnd(
  runtime: ElectronRuntime,
  args: readonly string[],
): Promise<Count & { readonly code: number }> {
  const account = await openAccount();
  const packaged = await packagedFor(runtime, args);
  try {
    const artefacts = path.join(account.scratch, 'artefacts');
    const report = path.join(account.scratch, 'tmp-report.json');
    mkdirSync(artefacts);
    await account.own(artefacts);
    const node = path.join(account.project, 'node_modules/node/bin/node');
    const playwright = path.join(account.project, 'node_modules/@playwright/test/cli.js');
    const inner = [playwright, 'test', ...args] as const;
    const atOnce = hasDisplay() ? 1 : Math.min(mostAtOnce, availableParallelism());
    const [shown, shownArgs] = hasDisplay() ? [node, inner] : await onVirtualDisplay(node, inner, atOnce);
    const [program, commandArgs] = account.command(shown, shownArgs);
    const code = await runInForeground(program, commandArgs, {
      cwd: account.project,
      env: {
        ...process.env,
        ...account.environment,
        ...runtimeEnvironment(runtime),
        SERIKTES_ELECTRON: runtime.executable,
        SERIKTES_ARTEFACTS: artefacts,
        SERIKTES_E2E_REPORT: report,
        SERIKTES_E2E_WORKERS: String(atOnce),
        ...(packaged === undefined ? {} : { SERIKTES_PACKAGED: packaged }),
      },
    });
    cpSync(artefacts, inProject('artefacts'), { recursive: true });
    const count = countReport(existsSync(report) ? readFileSync(report, 'utf8') : undefined);
    return { ...count, failed: code !== 0 && count.failed === 0 ? 1 : count.failed, code };
  } finally {
    if (packaged !== undefined) rmSync(path.dirname(path.dirname(packaged)), { recursive: true, force: true });
    account.dispose();
  }
}
