import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSafely } from '../../database/safe-files.ts';
import type { Workspace } from '../../workspace.ts';

/** Beside the data, and no part of it: it belongs to this computer. */
const listPath = ({ folder }: Workspace): string => join(folder, 'chosen-folders.json');

function chosenFolders(workspace: Workspace): readonly unknown[] {
  try {
    const known: unknown = JSON.parse(readFileSync(listPath(workspace), 'utf8'));
    return Array.isArray(known) ? known : [];
  } catch {
    return []; // none was chosen yet
  }
}

/**
 * Whether a folder was chosen on this computer. A data file from elsewhere may name any folder, also one of another computer in
 * the network: nothing is sent there, and it is not even asked for.
 */
export const isChosenHere = (workspace: Workspace, folder: string): boolean =>
  chosenFolders(workspace).includes(folder);

/** Notes that the officer has chosen a folder here. */
export const noteChosen = (workspace: Workspace, folder: string): void =>
  writeSafely(listPath(workspace), JSON.stringify([...new Set([...chosenFolders(workspace), folder])]));
