import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder, isRoot } from './cache-folder.ts';
import { projectFolder } from './paths.ts';
import { testUser } from './pins.ts';
import { mustRun, runCommand } from './run-command.ts';

/** How to start programs so that the operating system's sandbox stays on, and where they find the project. */
export type Account = {
  /** The project as the account sees it: the checkout, or a readable copy of it. */
  readonly project: string;
  /** A private folder the account may write to. */
  readonly scratch: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Puts the switch of user in front of a command. */
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
  /** Makes a file or folder belong to the account. */
  readonly own: (place: string) => Promise<void>;
  /** Removes what was created for this run. */
  readonly dispose: () => void;
};

/** Top-level entries that the application and its end-to-end tests never read. */
const leftOut: ReadonlySet<string> = new Set(['.git', 'artefacts', 'test-results', 'playwright-report', 'dist']);

const asTestUser = (program: string, args: readonly string[]): readonly [string, readonly string[]] => [
  'setpriv',
  [`--reuid=${testUser}`, `--regid=${testUser}`, '--init-groups', '--inh-caps=-all', '--', program, ...args],
];

/** Creates the unprivileged user on first use. */
async function ensureTestUser(): Promise<void> {
  if ((await runCommand('id', [testUser])).code === 0) return;
  await mustRun('useradd', ['--create-home', '--user-group', '--shell', '/usr/sbin/nologin', testUser]);
}

/** True when the unprivileged user can read the checkout and run what is inside. */
async function readableByTestUser(): Promise<boolean> {
  const [program, args] = asTestUser('sh', [
    '-c',
    'test -r "$1/package.json" && test -r "$1/node_modules/playwright-core/package.json" && test -x "$1/node_modules/node/bin/node"',
    'sh',
    projectFolder,
  ]);
  return (await runCommand(program, args, { cwd: '/' })).code === 0;
}

/** A copy of the project that everybody can read, without what the application and its tests never read. */
async function readableCopy(): Promise<string> {
  const copy = mkdtempSync(path.join(cacheFolder(), 'checkout-'));
  const names = readdirSync(projectFolder).filter(name => !leftOut.has(name));
  await mustRun('cp', ['-a', '--reflink=auto', '--', ...names, copy], { cwd: projectFolder });
  await mustRun('chmod', ['-R', 'a+rX', copy]);
  return copy;
}

/** The X server's key, copied to where the account can read it. */
function lendDisplayKey(scratch: string): string | undefined {
  const key = process.env['XAUTHORITY'] ?? path.join(process.env['HOME'] ?? '/root', '.Xauthority');
  if (!process.env['DISPLAY'] || !existsSync(key)) return undefined;
  const lent = path.join(scratch, 'Xauthority');
  copyFileSync(key, lent);
  return lent;
}

async function testUserAccount(): Promise<Account> {
  await ensureTestUser();
  const scratch = mkdtempSync(path.join(tmpdir(), 'seriktes-'));
  chmodSync(scratch, 0o700);
  const own = async (place: string): Promise<void> => {
    await mustRun('chown', ['-R', `${testUser}:${testUser}`, place]);
  };
  mkdirSync('/tmp/.X11-unix', { recursive: true });
  if (statSync('/tmp/.X11-unix').uid === 0) chmodSync('/tmp/.X11-unix', 0o1777);
  for (const name of ['tmp', 'run']) mkdirSync(path.join(scratch, name), { mode: 0o700 });
  const displayKey = lendDisplayKey(scratch);
  await own(scratch);
  const project = (await readableByTestUser()) ? projectFolder : await readableCopy();
  return {
    project,
    scratch,
    environment: {
      HOME: `/home/${testUser}`,
      USER: testUser,
      LOGNAME: testUser,
      TMPDIR: path.join(scratch, 'tmp'),
      XDG_RUNTIME_DIR: path.join(scratch, 'run'),
      XDG_CONFIG_HOME: `/home/${testUser}/.config`,
      XDG_CACHE_HOME: `/home/${testUser}/.cache`,
      ...(displayKey === undefined ? {} : { XAUTHORITY: displayKey }),
    },
    command: asTestUser,
    own,
    dispose: () => {
      rmSync(scratch, { recursive: true, force: true });
      if (project !== projectFolder) rmSync(project, { recursive: true, force: true });
    },
  };
}

function ownAccount(): Account {
  const scratch = mkdtempSync(path.join(tmpdir(), 'seriktes-'));
  return {
    project: projectFolder,
    scratch,
    environment: {},
    command: (program, args) => [program, args],
    own: async () => undefined,
    dispose: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/** The account that may show the application: this user, or the unprivileged one when root asks. */
export async function openAccount(): Promise<Account> {
  return isRoot() ? await testUserAccount() : ownAccount();
}
