import { existsSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { CopyState } from '#shared/contract/backup.ts';
import { z } from '#shared/contract/zod.ts';
import { AppError } from '#shared/result.ts';
import { clearUnfinished, inOrderMade, keptFolder, readManifest, rotate } from '../../database/backup.ts';
import { explainDatabaseFailure } from '../../database/failures.ts';
import { keepFiles } from '../../database/kept-files.ts';
import { copyKeys } from '../../database/keys-file.ts';
import { copyChecked, hashFile, readNote, writeSafely } from '../../database/safe-files.ts';
import type { Workspace } from '../../workspace.ts';
import { isChosenHere } from '../shared/chosen-folders.ts';

/** The folder inside the chosen one that holds the copies, so that a drive with other things on it stays tidy. */
const folderName = 'seriktes-backups';

/** Where the copies lie in a chosen folder. */
export const copiesIn = (folder: string): string =>
  folder === '' || folder.split(/[\\/]/u).at(-1) === folderName ? folder : join(folder, folderName);

/** What is known about the copies when the drive is not there; it belongs to this computer, not to the data. */
const CopyNote = z.object({ folder: z.string(), at: z.iso.datetime().nullable(), state: CopyState });
export type CopyNote = z.output<typeof CopyNote>;

const notePath = ({ folder }: Workspace): string => join(folder, 'second-folder.json');

/** Undefined while nothing has been copied, or when the note is damaged. */
export const readCopyNote = (workspace: Workspace): CopyNote | undefined =>
  CopyNote.safeParse(readNote(notePath(workspace))).data;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Whether the chosen folder can be reached now; asking never fails. */
export function isPresent(folder: string): boolean {
  try {
    return folder !== '' && isFolder(folder);
  } catch {
    return false; // a drive that answers with an error is not there
  }
}

/** Whether the folder was chosen on this computer; copies made before such choices were noted count as one. */
const isOurs = (workspace: Workspace, folder: string): boolean =>
  isChosenHere(workspace, folder) || readCopyNote(workspace)?.folder === folder;

/** Whether the second folder of this computer can be reached now. */
export const isReachable = (workspace: Workspace, folder: string): boolean =>
  folder !== '' && isOurs(workspace, folder) && isPresent(folder);

/** Tries a folder by writing. Errors: folderAbsent, folderInside, noAccess, diskFull. */
export function tryFolder({ folder: data }: Workspace, folder: string): void {
  if (!isAbsolute(folder) || !isPresent(folder)) throw new AppError('folderAbsent', { name: folder });
  const way = relative(realpathSync(data), realpathSync(resolve(folder)));
  if (!way.startsWith('..') && !isAbsolute(way)) throw new AppError('folderInside', { name: folder });
  const probe = join(copiesIn(folder), 'probe');
  try {
    mkdirSync(copiesIn(folder), { recursive: true });
    writeSafely(probe, 'Seriktes');
    rmSync(probe, { force: true });
  } catch (error) {
    throw explainDatabaseFailure(error, folder);
  }
}

/** Copies one backup with the files it needs; what is there already is not copied again. The database gets its name last. */
async function copyBackup(from: string, to: string, file: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  const manifest = readManifest(from, file);
  const files = [...(manifest?.files ?? []), ...(manifest?.templates ?? [])];
  await keepFiles({ files, from: keptFolder(from), to: keptFolder(to) });
  const hash = manifest?.database.sha256 ?? (await hashFile(join(from, file)));
  if (manifest !== undefined) writeSafely(join(to, file.replace(/\.db$/u, '.json')), JSON.stringify(manifest));
  await copyChecked({ from: join(from, file), to: join(to, file), hash });
  rotate(to, file);
}

function stateOf(error: unknown, folder: string): CopyState {
  if (!isPresent(folder)) return 'absent';
  const { code } = explainDatabaseFailure(error, folder) as { code?: unknown };
  return code === 'diskFull' ? 'full' : code === 'noAccess' ? 'noAccess' : 'failed';
}

type Copying = {
  readonly workspace: Workspace;
  /** The chosen folder; empty for none. */
  readonly folder: string;
  readonly now: string;
  readonly log: (reference: string, error: unknown) => void;
};

const dayMilliseconds = 86_400_000;

/** Brings the newest backup to the second folder. An absent drive is an answer, not a failure: work goes on. */
export async function copyNewest({ workspace, folder, now, log }: Copying): Promise<CopyState> {
  if (folder === '') return 'off';
  if (!isOurs(workspace, folder)) return 'absent';
  const newest = inOrderMade(workspace.backupFolder, now)[0];
  const known = readCopyNote(workspace);
  const note = (state: CopyState, at: string | null): CopyState => {
    writeSafely(notePath(workspace), JSON.stringify({ folder, at, state } satisfies CopyNote));
    return state;
  };
  const before = known?.folder === folder ? known.at : null;
  if (!isPresent(folder)) return note('absent', before);
  if (newest === undefined) return note('done', before);
  try {
    clearUnfinished(copiesIn(folder), Date.now() - dayMilliseconds); // another copy may be under way
    copyKeys(workspace.backupFolder, copiesIn(folder));
    if (!existsSync(join(copiesIn(folder), newest.file)))
      await copyBackup(workspace.backupFolder, copiesIn(folder), newest.file);
    return note('done', now);
  } catch (error) {
    log('second folder', error);
    return note(stateOf(error, folder), before);
  }
}
