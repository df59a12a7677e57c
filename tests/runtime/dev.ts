/** `npm run dev`: rebuilds while you edit and restarts the application after each finished build. */
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build, newestChange } from './build.ts';
import {
  dataEnvironment,
  hasDisplay,
  noDisplayMessage,
  prepareRuntime,
  runScript,
  runtimeEnvironment,
} from './launch.ts';
import { inProject, projectFolder } from './paths.ts';
import { openAccount } from './unprivileged.ts';

const watched = ['main', 'renderer', 'shared', 'resources'];
const settleTime = 300;

/** Resolves after the sources changed and then stayed quiet for a moment. */
async function nextChange(): Promise<void> {
  const watchers = watched.map(name => watch(inProject(name), { recursive: true }));
  await new Promise<void>(resolve => {
    for (const watcher of watchers) watcher.once('change', () => resolve());
  });
  for (const watcher of watchers) watcher.close();
  let before = 0;
  for (let now = newest(); now !== before; now = newest()) {
    before = now;
    await wait(settleTime);
  }
}

function newest(): number {
  return Math.max(...watched.map(name => newestChange(inProject(name))));
}

async function stop(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(resolve => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}

await runScript(async () => {
  if (!hasDisplay()) {
    process.stderr.write(`${noDisplayMessage}\n`);
    return 1;
  }
  const runtime = await prepareRuntime();
  const account = await openAccount();
  if (account.project !== projectFolder) {
    account.dispose();
    throw new Error(
      `Development as root needs a checkout that other users can read; ${path.dirname(projectFolder)} is private.`,
    );
  }
  const data = await dataEnvironment(account);
  let running: ChildProcess | undefined;
  const leave = (): void => {
    running?.kill('SIGTERM');
    account.dispose();
    process.exit(0);
  };
  process.once('SIGINT', leave).once('SIGTERM', leave);
  for (;;) {
    if ((await build()) === 0) {
      await stop(running);
      const [program, args] = account.command(runtime.executable, [projectFolder, ...process.argv.slice(2)]);
      running = spawn(program, args, {
        cwd: projectFolder,
        stdio: 'inherit',
        env: { ...process.env, ...account.environment, ...runtimeEnvironment(runtime), ...data },
      });
    }
    await nextChange();
  }
});
