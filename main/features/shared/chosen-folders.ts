import { join } from 'node:path';
import { readNote, writeSafely } from '../../database/safe-files.ts';
import type { Workspace } from '../../workspace.ts';

/** Beside the data, and no part of it: it belongs to this computer. */
const listPath = ({ folder }: Workspace): string => join(folder, 'chosen-folders.json');

function chosenFolders(workspace: Workspace): readonly unknown[] {
  const known = readNote(listPath(workspace));
  return Array.isArray(known) ? known : [];
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
