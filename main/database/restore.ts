import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/result.ts';
import { type BackupPlace, isBackupName, isSound, keptFolder, readManifest } from './backup.ts';
import { copyUnderKey } from './connect.ts';
import { explainDatabaseFailure } from './failures.ts';
import { filePath, holdsFile, isHashedFile } from './kept-files.ts';
import { keyFor } from './key-ring.ts';
import { discard, flushFolder, readNote, writeSafely } from './safe-files.ts';
import { type KeptTemplate, putTemplatesBack } from './template-copies.ts';

/** A place with the file that is open. */
export type RestorePlace = BackupPlace & { readonly databaseFile: string };

/** What is being put in place; lies beside the file from the moment nothing can go wrong any more until all is in place. */
type Journal = { readonly aside: string; readonly templates: readonly KeptTemplate[] | null };

const incomingOf = (file: string): string => `${file}.incoming`;
const journalOf = (file: string): string => `${file}.restoring`;
/** How the names of files begin that an exchange has set aside. */
export const asidePrefix = (file: string): string => `${basename(file)}.set-aside-`;

/** The journal of an exchange under way. It gets its name only when it is whole, so one that makes no sense is none. */
function readJournal(file: string): Journal | undefined {
  const { aside, templates } = Object(readNote(journalOf(file))) as Partial<Record<keyof Journal, unknown>>;
  const isWhole =
    typeof aside === 'string' &&
    aside.startsWith(asidePrefix(file)) &&
    (templates === null || (Array.isArray(templates) && templates.every(isHashedFile)));
  return isWhole ? ({ aside, templates } as Journal) : undefined;
}

/** The file of a backup that may be restored. Errors: notFound, fileUnreadable. */
export function requireBackup(folder: string, name: string): string {
  const source = join(folder, basename(name));
  if (basename(name) !== name || !isBackupName(name) || !existsSync(source))
    throw new AppError('notFound', { entity: 'backup' });
  if (!isSound(source)) throw new AppError('fileUnreadable', { file: name });
  return source;
}

/** Writes the file that will take the place of the present one, and the journal that lets any later start finish the exchange. */
function prepare(place: RestorePlace, folder: string, name: string, now: string): string {
  const { databaseFile } = place;
  const incoming = incomingOf(databaseFile);
  const source = requireBackup(folder, name);
  copyUnderKey(source, incoming, keyFor(databaseFile));
  if (!isSound(incoming)) throw new AppError('fileUnreadable', { file: name });
  const templates = readManifest(folder, name)?.templates ?? null;
  const kept = keptFolder(place.backupFolder);
  // The folder the backup came from may be a drive that is pulled out; the exchange must not depend on it.
  for (const template of templates ?? [])
    if (!holdsFile(kept, template) && holdsFile(keptFolder(folder), template))
      writeSafely(filePath(kept, template.hash), readFileSync(filePath(keptFolder(folder), template.hash)));
  return announce(databaseFile, templates, now);
}

/** Writes the journal: from here on any start finishes the exchange. Answers the name the present file will have. */
function announce(databaseFile: string, templates: Journal['templates'], now: string): string {
  const aside = `${asidePrefix(databaseFile)}${now.replace(/[:.]/gu, '-')}`;
  writeSafely(journalOf(databaseFile), JSON.stringify({ aside, templates } satisfies Journal));
  return aside;
}

/**
 * Finishes an exchange that was begun: the same steps on the way and after a crash at any of them. What stood there is moved
 * aside with its WAL, never deleted. Without a journal a half-written incoming file is cleared away.
 */
export function finishRestore(place: RestorePlace): void {
  const { databaseFile: file } = place;
  const journal = readJournal(file);
  const incoming = incomingOf(file);
  if (journal === undefined) {
    if (existsSync(incoming)) discard(incoming);
    return;
  }
  if (existsSync(incoming)) {
    const aside = join(dirname(file), basename(journal.aside));
    for (const suffix of ['', '-wal', '-shm']) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
    renameSync(incoming, file);
    flushFolder(dirname(file));
  }
  if (journal.templates !== null)
    putTemplatesBack(place.templateFolder, keptFolder(place.backupFolder), journal.templates);
  rmSync(journalOf(file), { force: true });
  flushFolder(dirname(file));
}

/** Gives up an exchange: while the present file is still there, nothing has happened. */
function giveUp(databaseFile: string): void {
  if (!existsSync(databaseFile) || !existsSync(incomingOf(databaseFile))) return;
  discard(journalOf(databaseFile));
  discard(incomingOf(databaseFile));
}

/** Puts what `write` has written and checked where the (closed) database was; the officer's templates stay. Errors: diskFull, noAccess. */
export function putCopyInPlace(place: RestorePlace, now: string, write: (incoming: string) => void): void {
  const { databaseFile } = place;
  try {
    write(incomingOf(databaseFile));
    announce(databaseFile, null, now);
    finishRestore(place);
  } catch (error) {
    giveUp(databaseFile);
    throw explainDatabaseFailure(error, databaseFile);
  }
}

/**
 * Puts a checked copy where the (closed) database was. Returns the name under which the present file was set aside.
 * Errors: notFound, fileUnreadable, diskFull, noAccess; until the journal is written nothing has changed.
 */
export function putBackupInPlace(place: RestorePlace, folder: string, name: string, now: string): string {
  const { databaseFile } = place;
  try {
    const aside = prepare(place, folder, name, now);
    finishRestore(place);
    return aside;
  } catch (error) {
    giveUp(databaseFile);
    throw explainDatabaseFailure(error, databaseFile);
  }
}
