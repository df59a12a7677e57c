import { isAbsolute, relative } from 'node:path';

type Held = { readonly folder: string; readonly key: Buffer; readonly sealing: boolean };

/** The data keys of the colleges that are open in this thread (ADR-0017). They never leave it in an answer, a log or an argument. */
let held: readonly Held[] = [];

const contains = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
};

/** Keeps a copy of a college's key; without `sealing` it opens what is closed, and new files are written plainly. */
export function holdKey(folder: string, key: Uint8Array, sealing = true): void {
  const copy = Buffer.alloc(key.length); // not of the shared pool: its bytes are overwritten later
  copy.set(key);
  dropKey(folder);
  held = [...held, { folder, key: copy, sealing }];
}

/** Forgets the key of a folder and overwrites its bytes. */
export function dropKey(folder: string): void {
  for (const known of held) if (known.folder === folder) known.key.fill(0);
  held = held.filter(known => known.folder !== folder);
}

/** The key under which a file at this path is to be written; undefined for a plain one. */
export function keyFor(path: string): Buffer | undefined {
  return held
    .filter(({ folder, sealing }) => sealing && contains(folder, path))
    .toSorted((left, right) => right.folder.length - left.folder.length)[0]?.key;
}

/** Keys that may open a file at this path: those of its folder first. */
export function keysToTry(path: string): readonly Buffer[] {
  const near = held.filter(({ folder }) => contains(folder, path));
  return [...near, ...held.filter(one => !near.includes(one))].map(({ key }) => key);
}
