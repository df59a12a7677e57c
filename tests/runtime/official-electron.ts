import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './paths.ts';
import { runCommand } from './run-command.ts';

const probeTimeout = 4_000;
const downloadTimeout = 300_000;

/** The address of the official archive for one platform, honouring the mirror that Electron's own installer honours. */
export function officialArchiveUrl(
  version: string,
  platform: string,
  arch: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const mirror =
    environment['ELECTRON_MIRROR'] ??
    environment['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  return `${mirror.replace(/\/?$/, '/')}v${version}/electron-v${version}-${platform}-${arch}.zip`;
}

function electronPackage(): { readonly folder: string; readonly version: string } {
  const folder = inProject('node_modules/electron');
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return { folder, version: String(version) };
}

/** The dist folder of an official binary that is already in place, of exactly the version the package names. */
export function installedOfficialDist(folder: string, version: string): string | undefined {
  const dist = path.join(folder, 'dist');
  const versionFile = path.join(dist, 'version');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(versionFile) || !existsSync(pathFile)) return undefined;
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== version) return undefined;
  return existsSync(path.join(dist, readFileSync(pathFile, 'utf8').trim())) ? dist : undefined;
}

/** True when the archive answers right now; a refused or silent network says no within seconds. */
export async function archiveAnswers(url: string, timeout: number = probeTimeout): Promise<boolean> {
  try {
    const answer = await fetch(url, { method: 'HEAD', redirect: 'follow', signal: AbortSignal.timeout(timeout) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The official binary, downloaded by Electron's own installer when it is absent and its host answers. */
export async function findOfficialElectron(tell: (line: string) => void): Promise<string | undefined> {
  const { folder, version } = electronPackage();
  const present = installedOfficialDist(folder, version);
  if (present !== undefined) return present;
  const url = officialArchiveUrl(version, process.platform, process.arch, process.env);
  if (!(await archiveAnswers(url))) return undefined;
  tell(`Downloading Electron ${version}…`);
  const result = await runCommand(process.execPath, [path.join(folder, 'install.js')], { timeout: downloadTimeout });
  if (result.code !== 0) tell(`The download did not finish: ${result.stderr.trim().split('\n').at(-1) ?? ''}`);
  return installedOfficialDist(folder, version);
}
