import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectFolder } from './paths.ts';
import { runInForeground } from './run-command.ts';

/** What the build reads. */
const sources = [
  'main',
  'renderer',
  'shared',
  'resources',
  'packaging',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];
/** What the build leaves; the oldest of them counts. */
const outputs = ['out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** The latest change below a file or folder, in milliseconds; 0 when there is nothing. */
export function newestChange(place: string): number {
  if (!existsSync(place)) return 0;
  const details = statSync(place);
  if (!details.isDirectory()) return details.mtimeMs;
  const inside = readdirSync(place).map(name => newestChange(path.join(place, name)));
  return inside.reduce((newest, change) => Math.max(newest, change), details.mtimeMs);
}

/** True when every output exists and none is older than a source. */
export function buildIsFresh(folder: string = projectFolder): boolean {
  const files = outputs.map(name => path.join(folder, name));
  if (!files.every(file => existsSync(file))) return false;
  const oldestOutput = Math.min(...files.map(file => statSync(file).mtimeMs));
  return sources.every(name => newestChange(path.join(folder, name)) <= oldestOutput);
}

/** Builds main, preload and renderer once; the exit code of electron-vite. */
export async function build(): Promise<number> {
  return await runInForeground(
    process.execPath,
    [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    {
      cwd: projectFolder,
    },
  );
}

/** Builds when something is missing or stale. */
export async function ensureBuild(): Promise<void> {
  if (buildIsFresh()) return;
  if ((await build()) !== 0) throw new Error('The build failed; its messages are above.');
}
