import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadDb } from './handles.ts';
import { copyChecked } from './safe-files.ts';

/** A file kept under its hash. */
export type HashedFile = { readonly hash: string; readonly bytes: number };

const hashName = /^[0-9a-f]{64}$/u;

/** Where the bytes with a hash lie in a folder of kept files. */
export const filePath = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash);

/** Whether a folder holds a file of that hash and length; its bytes are not read. */
export function holdsFile(folder: string, { hash, bytes }: HashedFile): boolean {
  return statSync(filePath(folder, hash), { throwIfNoEntry: false })?.size === bytes;
}

/** The attached files a database refers to, each once. */
export function attachedFiles(db: Pick<ReadDb, 'all'>): readonly HashedFile[] {
  return db.all<HashedFile>('SELECT hash, max(bytes) AS bytes FROM attachment GROUP BY hash ORDER BY hash');
}

type Keeping = {
  readonly files: readonly HashedFile[];
  readonly from: string;
  readonly to: string;
  /** Called before each file is copied; may throw to stop. */
  readonly step?: () => Promise<void> | void;
};

/** Copies the files a folder lacks from another; those it has are not copied again. Answers what neither has sound. */
export async function keepFiles({ files, from, to, step }: Keeping): Promise<readonly HashedFile[]> {
  const missing: HashedFile[] = [];
  for (const file of files) {
    if (holdsFile(to, file)) continue;
    await step?.();
    if (!holdsFile(from, file)) missing.push(file);
    else if (!(await copyOrMiss(file, from, to))) missing.push(file);
  }
  return missing;
}

async function copyOrMiss({ hash }: HashedFile, from: string, to: string): Promise<boolean> {
  try {
    await copyChecked({ from: filePath(from, hash), to: filePath(to, hash), hash });
    return true;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'fileChanged' || code === 'ENOENT') return false;
    throw error;
  }
}

/** Every hash a folder keeps. */
export function keptHashes(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^[0-9a-f]{2}$/u.test(entry.name))
    .flatMap(entry => readdirSync(join(folder, entry.name)).filter(name => hashName.test(name)));
}

/** Removes kept files that nothing in `needed` names. */
export function dropFilesBut(folder: string, needed: ReadonlySet<string>): void {
  for (const hash of keptHashes(folder)) if (!needed.has(hash)) rmSync(filePath(folder, hash), { force: true });
}
