import { isAbsolute, resolve } from 'node:path';

let waiting: string | null = null;

/** The archive among the arguments a program was started with; the last one, since the system adds it at the end. */
export function archiveAmong(args: readonly string[], workingFolder: string): string | null {
  const path = args.findLast(argument => !argument.startsWith('-') && /\.seriktes$/iu.test(argument));
  if (path === undefined || path.includes('\0')) return null;
  return isAbsolute(path) ? path : resolve(workingFolder, path);
}

/** Remembers an archive the system asked to open, until the page takes it; answers whether there was one. */
export function noteArchive(path: string | null): boolean {
  if (path === null) return false;
  waiting = path;
  return true;
}

/** The archive the system asked to open; given once. */
export function takeArchive(): string | null {
  const path = waiting;
  waiting = null;
  return path;
}
