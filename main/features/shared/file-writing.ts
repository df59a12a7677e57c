import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { AppError } from '#shared/result.ts';

/** A failure of the file system as the officer can act on it; others pass unchanged. */
export function explainFileFailure(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  const name = basename(path);
  switch ((error as { code?: unknown }).code) {
    case 'ENOENT':
      return new AppError('notFound', { name });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('noAccess', { name });
    case 'EBUSY':
    case 'ETXTBSY':
      return new AppError('fileBusy', { name });
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('diskFull');
    case 'EEXIST':
    case 'EISDIR':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return new AppError('noAccess', { name });
    default:
      return error;
  }
}

/** Writes a whole file or nothing: under a temporary name first, renamed when it is complete. Errors: noAccess, diskFull, fileBusy. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(temporary, bytes, { flush: true });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw explainFileFailure(error, path);
  }
}

/** A PDF says when it was made; two prints of one letter differ in that only. */
const comparable = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/\/(?:CreationDate|ModDate)\s*\(D:[^)]*\)/gu, '');

const sameContent = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && (Buffer.compare(left, right) === 0 || comparable(left) === comparable(right));

/** Files written into one folder by one piece of work: kept together, or taken back together. */
export type FolderWriter = {
  /** Writes under the name, or under «name (2)» when a different file has it. Answers the path. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<string>;
  /** Removes what this writer made; files that were there before stay. */
  readonly takeBack: () => Promise<void>;
};

/** Opens a folder for writing, making it when it is not there. Errors: noAccess, diskFull. */
export async function writeInto(folder: string): Promise<FolderWriter> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw explainFileFailure(error, folder);
  }
  const made: string[] = [];
  return {
    write: async (name, bytes) => {
      const ending = extname(name);
      const stem = name.slice(0, name.length - ending.length);
      for (let attempt = 1; ; attempt += 1) {
        const path = join(folder, attempt === 1 ? name : `${stem} (${attempt})${ending}`);
        if (!existsSync(path)) {
          await writeWhole(path, bytes);
          made.push(path);
          return path;
        }
        const present = await readFile(path).catch(() => undefined);
        if (present !== undefined && sameContent(present, bytes)) return path;
      }
    },
    takeBack: async () => {
      for (const path of made) await rm(path, { force: true });
    },
  };
}

export type WrittenFile = { readonly path: string; readonly name: string; readonly bytes: number };

/**
 * Writes a file of any length into a folder as its bytes come, under the name or under «name (2)» when that is taken.
 * The name appears when the file is complete; what was begun is removed when it fails. Errors: noAccess, diskFull.
 */
export async function writeStream(
  folder: string,
  name: string,
  content: AsyncIterable<Uint8Array>,
): Promise<WrittenFile> {
  const temporary = join(folder, `.${randomBytes(6).toString('hex')}.part`);
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  try {
    await mkdir(folder, { recursive: true });
    let bytes = 0;
    const file = await open(temporary, 'wx');
    try {
      for await (const chunk of content) {
        await file.writeFile(chunk);
        bytes += chunk.byteLength;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    for (let attempt = 1; ; attempt += 1) {
      const free = attempt === 1 ? name : `${stem} (${attempt})${ending}`;
      if (existsSync(join(folder, free))) continue;
      await rename(temporary, join(folder, free));
      return { path: join(folder, free), name: free, bytes };
    }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw explainFileFailure(error, join(folder, name));
  }
}
