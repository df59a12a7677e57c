/** Why a folder is a doubtful place for a database: a program copies it while it is open, or it lies behind a network. */
export type FolderRisk = { readonly kind: 'sync' | 'network'; readonly name: string };

/** Folder names that synchronising programs give themselves. */
const services: readonly (readonly [RegExp, string])[] = [
  [/^onedrive(?: - .+|$)/u, 'OneDrive'],
  [/^(?:yandexdisk|yandex\.disk|яндекс\.?\s?диск)$/u, 'Yandex.Disk'],
  [/^dropbox(?: \(.+\)|$)/u, 'Dropbox'],
  [/^(?:google drive|googledrive|my drive|мой диск)$/u, 'Google Drive'],
  [/^(?:icloud drive|icloud~.*|mobile documents)$/u, 'iCloud'],
  [/^(?:mail\.ru cloud|cloud mail\.ru|облако mail\.ru)$/u, 'Mail.ru'],
  [/^nextcloud$/u, 'Nextcloud'],
];

/**
 * Looks at the path alone: a UNC path or a network mount, or a folder of a known synchronising program above it.
 * Such programs copy an open database in pieces and undo its locks; SQLite's own advice is to keep it on a local disk.
 */
export function folderRisk(path: string): FolderRisk | null {
  const server = /^(?:\\\\|\/\/)(?![?.][\\/])([^\\/]+)/u.exec(path)?.[1] ?? /^\\\\\?\\UNC\\([^\\]+)/iu.exec(path)?.[1];
  if (server !== undefined) return { kind: 'network', name: server };
  for (const part of path.split(/[\\/]/u)) {
    const folded = part.trim().toLowerCase();
    const service = services.find(([pattern]) => pattern.test(folded));
    if (service !== undefined) return { kind: 'sync', name: service[1] };
  }
  return /^\/(?:net|run\/user\/\d+\/gvfs)\//u.test(path) ? { kind: 'network', name: path.split('/')[2] ?? '' } : null;
}
