import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftName } from '#shared/contract/drafts.ts';
import { explainDatabaseFailure } from './failures.ts';
import { keyFor } from './key-ring.ts';
import { writeSafely } from './safe-files.ts';
import { isInForm, readInsideNow, sealNow } from './sealed-files.ts';

const folderOf = (dataFolder: string): string => join(dataFolder, 'drafts');
const pathOf = (dataFolder: string, name: string): string => join(folderOf(dataFolder), `${name}.json`);

const write = (path: string, text: string, key: Buffer | undefined): void =>
  writeSafely(path, sealNow(Buffer.from(text, 'utf8'), key));

function readText(path: string): string | null {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
    return readInsideNow(path).toString('utf8');
  } catch {
    return null; // damaged, or of another key: the table begins empty
  }
}

/** What was typed and not written; null when nothing was kept. */
export const readDraft = (dataFolder: string, name: DraftName): string | null => readText(pathOf(dataFolder, name));

/** Keeps what was typed, sealed where the college has a password; null forgets it. Errors: diskFull, noAccess. */
export function keepDraft(dataFolder: string, name: DraftName, text: string | null): void {
  const path = pathOf(dataFolder, name);
  try {
    if (text === null) rmSync(path, { force: true });
    else write(path, text, keyFor(path));
  } catch (error) {
    throw explainDatabaseFailure(error, path);
  }
}

const keptIn = (dataFolder: string): readonly string[] => {
  const folder = folderOf(dataFolder);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder).map(name => join(folder, name));
};

/** Seals or opens every draft that does not yet lie as it should; done again after a crash. */
export function reformDrafts(dataFolder: string, key: Buffer | undefined): void {
  for (const path of keptIn(dataFolder)) {
    const text = readText(path);
    if (text !== null && !isInForm(path, key)) write(path, text, key);
  }
}

/** Forgets the drafts of which something is true. */
export function dropDrafts(dataFolder: string, tells: (text: string) => boolean): void {
  for (const path of keptIn(dataFolder)) {
    const text = readText(path);
    if (text !== null && tells(text)) rmSync(path, { force: true });
  }
}
