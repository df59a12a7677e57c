import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/result.ts';

export type NewFile = { readonly path: string; readonly bytes: Uint8Array };

/** Marks that office programs leave beside a file while it is open: LibreOffice, Excel, Word. */
const openMarks = (path: string): readonly string[] => {
  const name = basename(path);
  return [`.~lock.${name}#`, `~$${name}`, `~$${name.slice(2)}`].map(mark => join(dirname(path), mark));
};

function refuseOpenFile(path: string): void {
  if (existsSync(path) && openMarks(path).some(mark => existsSync(mark)))
    throw new AppError('fileBusy', { name: basename(path) });
}

/** A failure of the file system as the officer can act on it. Windows says «no permission» of a file that a program holds open. */
function explained(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  const name = basename(path);
  switch ((error as { code?: unknown }).code) {
    case 'EBUSY':
    case 'ETXTBSY':
      return new AppError('fileBusy', { name });
    case 'EPERM':
      return new AppError(process.platform === 'win32' && existsSync(path) ? 'fileBusy' : 'noAccess', { name });
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('diskFull');
    case 'EACCES':
    case 'EROFS':
    case 'EEXIST':
    case 'EISDIR':
    case 'ENOTDIR':
    case 'ENOENT':
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return new AppError('noAccess', { name });
    default:
      return error;
  }
}

/**
 * Puts new files in place of those of the same name. All are written in full beside their places first, and none takes its place
 * while one of them is open in another program. Errors: fileBusy, noAccess, diskFull.
 */
export async function replaceFiles(folder: string, files: readonly NewFile[]): Promise<void> {
  const temporary = (path: string): string => join(dirname(path), `.${basename(path)}.part`);
  let current = folder;
  try {
    await mkdir(folder, { recursive: true });
    for (const { path } of files) refuseOpenFile(path);
    for (const { path, bytes } of files) {
      current = path;
      await writeFile(temporary(path), bytes, { flush: true });
    }
    for (const { path } of files) refuseOpenFile(path);
    for (const { path } of files) {
      current = path;
      await rename(temporary(path), path);
    }
  } catch (error) {
    for (const { path } of files) await rm(temporary(path), { force: true }).catch(() => undefined);
    throw explained(error, current);
  }
}
