import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, relative } from 'node:path';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';

/** Kinds of file the program writes itself; anything else is not handed to the system to run. */
const openable = new Set(['.docx', '.pdf', '.xlsx', '.csv', '.ics', '.txt']);

/** Folders chosen for exports in this session; files written there may be opened too. */
const exportFolders = new Set<string>();

/** Remembers a folder the officer chose, so that what is written there can be opened from the result. */
export function trustFolder(folder: string): void {
  exportFolders.add(folder);
}

type Found = {
  readonly path: string;
  /** Programs of macOS are folders too; they are not opened as one. */
  readonly isFolder: boolean;
};

/** The real path of what lies where the program writes. Errors: notFound, refused. */
function found({ workspace }: Application, path: string): Found {
  if (!existsSync(path)) throw new AppError('notFound', { name: path });
  const real = realpathSync(path);
  const inside = [workspace.folder, ...exportFolders].some(folder => {
    if (!existsSync(folder)) return false;
    const way = relative(realpathSync(folder), real);
    return !way.startsWith('..') && !isAbsolute(way);
  });
  if (!inside) throw new AppError('refused');
  return { path: real, isFolder: statSync(real).isDirectory() && extname(real).toLowerCase() !== '.app' };
}

/** Opens a letter, a report or a template in the system's program, or a folder. Errors: notFound, refused. */
export async function openOwnFile(application: Application, path: string): Promise<Record<string, never>> {
  const file = found(application, path);
  if (!file.isFolder && !openable.has(extname(file.path).toLowerCase())) throw new AppError('refused');
  await application.ports.opener?.(file.path);
  return {};
}

/** Opens the folder a file of any kind lies in, or a folder. Errors: notFound, refused. */
export async function revealOwnFile(application: Application, path: string): Promise<Record<string, never>> {
  const file = found(application, path);
  await application.ports.opener?.(file.isFolder ? file.path : dirname(file.path));
  return {};
}
