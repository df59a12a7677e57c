import { existsSync, realpathSync } from 'node:fs';
import { dirname, extname, isAbsolute, relative } from 'node:path';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';

/** Kinds of file the program writes itself; anything else is not handed to the system to run. */
const openable = new Set(['.docx', '.pdf', '.xlsx', '.csv', '.ics', '.txt', '']);

/** Folders chosen for exports in this session; files written there may be opened too. */
const exportFolders = new Set<string>();

/** Remembers a folder the officer chose, so that what is written there can be opened from the result. */
export function trustFolder(folder: string): void {
  exportFolders.add(folder);
}

/** The real path of a file the program may show. Errors: notFound, refused. */
function ownFile({ workspace }: Application, path: string): string {
  if (!existsSync(path)) throw new AppError('notFound', { name: path });
  const real = realpathSync(path);
  const inside = [workspace.folder, ...exportFolders].some(folder => {
    if (!existsSync(folder)) return false;
    const way = relative(realpathSync(folder), real);
    return !way.startsWith('..') && !isAbsolute(way);
  });
  if (!inside || !openable.has(extname(real).toLowerCase())) throw new AppError('refused');
  return real;
}

/** Opens a letter, a report or a template in the system's program. Errors: notFound, refused. */
export async function openOwnFile(application: Application, path: string): Promise<Record<string, never>> {
  const file = ownFile(application, path);
  await application.ports.opener?.(file);
  return {};
}

/** Opens the folder a file lies in. Errors: notFound, refused. */
export async function revealOwnFile(application: Application, path: string): Promise<Record<string, never>> {
  const file = ownFile(application, path);
  await application.ports.opener?.(extname(file) === '' ? file : dirname(file));
  return {};
}
