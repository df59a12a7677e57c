import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

type Surroundings = {
  readonly root: boolean;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Where prepared runtimes are kept. Root's cache is world-readable, since the unprivileged user runs from it. */
export function cacheFolderFor({ root, home, environment }: Surroundings): string {
  if (root) return '/var/cache/seriktes';
  const configured = environment['XDG_CACHE_HOME'];
  const base = configured !== undefined && path.isAbsolute(configured) ? configured : path.join(home, '.cache');
  return path.join(base, 'seriktes');
}

/** True when the process may do anything, and so must not show the application. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The cache folder of this user, created. */
export function cacheFolder(): string {
  const folder = cacheFolderFor({ root: isRoot(), home: homedir(), environment: process.env });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}
