import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { writeSafely } from '../database/safe-files.ts';

/** An empty file of this name beside the program makes it portable. */
export const portableMark = 'seriktes-portable';

type Surroundings = {
  /** `SERIKTES_DATA`: the place given from outside. */
  readonly given: string | undefined;
  /** Folders that count as «beside the program», the first with the mark holds. */
  readonly programFolders: readonly string[];
  /** The folder of this user for this program. */
  readonly userFolder: string;
};

export type DataPlace = {
  /** The folder of the college. */
  readonly folder: string;
  /** Where window, layout and logs are kept; null for the folder of this user. */
  readonly profile: string | null;
  /** Keeps where the officer has moved the folder to; null where the place is fixed. */
  readonly pointer: string | null;
  /** The folder was moved there: it must not be begun anew when it is away. */
  readonly moved: boolean;
};

/** Where the data lie: as given from outside, beside a portable program, where the officer moved them, or with this user. */
export function placeOfData({ given, programFolders, userFolder }: Surroundings): DataPlace {
  if (given !== undefined) return { folder: given, profile: join(given, 'profile'), pointer: null, moved: false };
  const beside = programFolders.find(folder => existsSync(join(folder, portableMark)));
  if (beside !== undefined) {
    const folder = join(beside, 'seriktes-data');
    return { folder, profile: join(folder, 'profile'), pointer: null, moved: false };
  }
  const pointer = join(userFolder, 'data-folder.json');
  const moved = readPointer(pointer);
  return { folder: moved ?? join(userFolder, 'college'), profile: null, pointer, moved: moved !== null };
}

function readPointer(file: string): string | null {
  try {
    const { folder } = JSON.parse(readFileSync(file, 'utf8')) as { folder?: unknown };
    return typeof folder === 'string' && isAbsolute(folder) ? folder : null;
  } catch {
    return null; // the folder was never moved
  }
}

/** Notes that the data lie in another folder from the next start on. */
export function writePointer(pointer: string, folder: string): void {
  mkdirSync(dirname(pointer), { recursive: true });
  writeSafely(pointer, JSON.stringify({ folder }));
}
