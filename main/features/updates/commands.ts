import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { explainDatabaseFailure } from '../../database/failures.ts';
import { runBatch } from '../../database/records.ts';
import type { JobBoard } from '../../jobs/job-board.ts';
import { backUpFor } from '../backup/commands.ts';
import { writeSetting } from '../settings/commands.ts';
import { readSettings } from '../settings/queries.ts';
import { isChosenHere, noteChosen } from '../shared/chosen-folders.ts';
import { compareVersions, hashOfFile, type Manifest, readManifest } from './manifest.ts';

/** More than this is no description of a release, bytes. */
const largestDescription = 1_000_000;

type Found = {
  readonly manifest: Manifest;
  readonly asset: Manifest['files'][number];
  readonly source: string;
};

/** The keys that releases of this program are signed with; empty when this build has none. */
function knownKeys(resources: string): string {
  const file = join(resources, 'update-key.pem');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The signed description and the installer for this computer beside it; its content is not yet read. */
function findUpdate({ resources, info }: Application, path: string): Found {
  const name = basename(path);
  if (!existsSync(path)) throw new AppError('fileMissing', { name });
  const details = statSync(path);
  if (!details.isFile() || details.size > largestDescription) throw new AppError('updateForeign', { name });
  const manifest = readManifest(readFileSync(path, 'utf8'), knownKeys(resources), name);
  if (compareVersions(manifest.version, info.version) <= 0)
    throw new AppError('updateOlder', { version: manifest.version, current: info.version });
  const fitting = manifest.files.filter(({ platform, arch }) => platform === process.platform && arch === process.arch);
  const asset = fitting.find(file => existsSync(join(dirname(path), file.name)));
  if (asset === undefined) throw new AppError('updateUnfit', { names: fitting.map(file => file.name).join(', ') });
  return { manifest, asset, source: join(dirname(path), asset.name) };
}

/** Errors: updateBroken when a file is not byte for byte the one that was signed. */
async function requireWhole(file: string, { name, size, sha256 }: Found['asset']): Promise<void> {
  if (statSync(file).size !== size || (await hashOfFile(file)) !== sha256) throw new AppError('updateBroken', { name });
}

/**
 * Looks at the update in a file without changing anything: whose it is, whether it is newer, whole and for this computer.
 * Errors: fileMissing, updateNoKey, updateForeign, updateOlder, updateUnfit, updateBroken.
 */
export async function checkUpdate(
  application: Application,
  { path }: Input<'updates.check'>,
): Promise<Output<'updates.check'>> {
  const { manifest, asset, source } = findUpdate(application, path);
  await requireWhole(source, asset);
  return { version: manifest.version, releasedOn: manifest.releasedOn, name: asset.name, bytes: asset.size };
}

/** Names the folder releases are put in on this computer, or none with an empty text. Errors: updateFolder. */
export async function useUpdateFolder({ db, ports, workspace }: Application, { folder }: Input<'updates.useFolder'>) {
  if (folder !== '') {
    await descriptionsIn(folder);
    noteChosen(workspace, folder);
  }
  const { changed } = runBatch(db(), ports, tx => {
    writeSetting(tx, 'updateFolder', folder);
    tx.label('settingChanged', { setting: 'updateFolder' });
  });
  return { value: {}, changed };
}

/** More descriptions than this are not read in one folder. */
const mostDescriptions = 500;

/**
 * Looks for the newest release in the folder of the settings and checks it. What is not signed counts for nothing as long as
 * something signed lies there too. Errors: updateFolder, updateNoKey, updateForeign, updateUnfit, updateBroken.
 */
export async function lookForUpdate(application: Application): Promise<Output<'updates.look'>> {
  const { resources, info, db, workspace } = application;
  const { updateFolder: folder } = readSettings(db());
  if (!isChosenHere(workspace, folder)) throw new AppError('updateFolder', { folder });
  const keys = knownKeys(resources);
  const read = async (name: string): Promise<{ readonly name: string; readonly version: string } | AppError> => {
    try {
      if ((await stat(join(folder, name))).size > largestDescription) throw new AppError('updateForeign', { name });
      return { name, version: readManifest(await readFile(join(folder, name), 'utf8'), keys, name).version };
    } catch (error) {
      return error instanceof AppError ? error : new AppError('updateForeign', { name });
    }
  };
  const descriptions = await Promise.all((await descriptionsIn(folder)).slice(0, mostDescriptions).map(read));
  const signed = descriptions.flatMap(one => (one instanceof AppError ? [] : [one]));
  const refused = descriptions.find(one => one instanceof AppError);
  if (signed.length === 0 && refused !== undefined) throw refused;
  const newest = signed.toSorted((left, right) => compareVersions(right.version, left.version))[0];
  if (newest === undefined || compareVersions(newest.version, info.version) <= 0) return { found: null };
  const path = join(folder, newest.name);
  return { found: { ...(await checkUpdate(application, { path })), path } };
}

/** Read without holding the window up: a share may be slow to answer that it is away. Errors: updateFolder. */
async function descriptionsIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(name => name.toLowerCase().endsWith('.update')).toSorted();
  } catch {
    throw new AppError('updateFolder', { folder }); // whatever keeps it from being read, she can name another
  }
}

/** Programs the system installs or runs by itself; an archive is shown in its folder instead. */
const startable = /\.(?:exe|dmg|deb)$/iu;

/**
 * Checks the update once more on a copy of its own, which nobody else writes to, backs everything up and hands the copy to
 * the system. Errors: those of `checkUpdate`, diskFull, noAccess, cancelled.
 */
export async function installUpdate(
  application: Application,
  jobs: JobBoard,
  { path }: Input<'updates.install'>,
): Promise<Output<'updates.install'>> {
  const { workspace, ports } = application;
  const { manifest, asset, source } = findUpdate(application, path);
  const folder = join(workspace.folder, 'updates');
  const copy = join(folder, asset.name);
  rmSync(folder, { recursive: true, force: true });
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    copyFileSync(source, copy);
    chmodSync(copy, 0o700);
  } catch (error) {
    throw explainDatabaseFailure(error, folder);
  }
  try {
    await requireWhole(copy, asset);
    const { file } = await jobs.run('backup', job => backUpFor(application, 'manual', job));
    await ports.opener?.(startable.test(copy) ? copy : folder);
    return { version: manifest.version, backup: file, started: startable.test(copy) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
