import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { keptFolder, readManifest } from '../../database/backup.ts';
import { openArchive, openedBackup } from '../../database/college-archive.ts';
import { copyDatabase } from '../../database/copy-database.ts';
import { entities } from '../../database/entities.ts';
import { keyFor } from '../../database/key-ring.ts';
import { openKeys, type WrappedKeys } from '../../database/keys-file.ts';
import { type OpenedBackup, openBackup } from '../../database/open-backup.ts';
import { writeSafely } from '../../database/safe-files.ts';
import type { Job } from '../../jobs/job-board.ts';
import { archiveFolder } from '../backup/queries.ts';

type Opened = Output<'archives.open'>;
/** What was opened, kept beside the unpacked file. */
type Note = { readonly name: string; readonly file: string; readonly createdAt: string; readonly program: string };

const noteIn = (folder: string): string => join(folder, 'opened.json');

function readNote(folder: string): Note | undefined {
  try {
    const note = JSON.parse(readFileSync(noteIn(folder), 'utf8')) as Note;
    return openedBackup(folder) === note.file ? note : undefined;
  } catch {
    return undefined; // nothing is open
  }
}

const counted: readonly EntityName[] = ['firm', 'agreement', 'student', 'placement', 'request', 'letter', 'attachment'];

function describe(folder: string, note: Note, scratch: string): Opened {
  const opened = openBackup({ file: join(folder, note.file), folder: scratch });
  try {
    const college = opened.db.value<string>("SELECT json_extract(value, '$') FROM setting WHERE id = 'collegeRu'");
    const manifest = readManifest(folder, note.file);
    return {
      ...note,
      college: college ?? '',
      files: manifest?.files.length ?? 0,
      missing: manifest?.missing.length ?? 0,
      counts: counted.map(entity => ({
        entity,
        count: opened.db.value<number>(`SELECT count(*) FROM ${entities[entity].table}`) ?? 0,
      })),
    };
  } finally {
    opened.close();
  }
}

/** Whether a file begins as SQLite databases do. */
function isDatabase(path: string): boolean {
  const head = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1') === 'SQLite format 3\0';
}

/** A database file taken from another data folder or from its backups, with the attached files that lie beside it. */
async function openDatabaseFile(path: string, folder: string, createdAt: string): Promise<string> {
  const building = `${folder}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  const name = `seriktes-${createdAt.replace(/[:.]/gu, '-')}-manual`;
  const manifest = await copyDatabase({
    from: path,
    filesBeside: join(dirname(path), 'files'),
    to: join(building, `${name}.db`),
    kept: keptFolder(building),
    createdAt,
  });
  writeSafely(join(building, `${name}.json`), JSON.stringify(manifest));
  rmSync(folder, { recursive: true, force: true });
  renameSync(building, folder);
  return `${name}.db`;
}

type Closed = { readonly keys: WrappedKeys; readonly name: string; readonly password: string | undefined };

/** The key of an archive with a password: ours if it is one of our own, else by what was typed. Errors: archiveLocked, wrongPassword. */
async function keyOfArchive({ vault, workspace }: Application, { keys, name, password }: Closed): Promise<Buffer> {
  const own = vault.keys()?.keyId === keys.keyId ? keyFor(workspace.databaseFile) : undefined;
  if (own !== undefined) return Buffer.from(own);
  if (password === undefined) throw new AppError('archiveLocked', { name });
  return (await openKeys(keys, { password })) ?? (await openKeys(keys, { code: password })) ?? wrongPassword();
}

function wrongPassword(): never {
  throw new AppError('wrongPassword');
}

/** Unpacks and checks a file from elsewhere beside the data. Errors: see the contract. */
export async function openFile(
  application: Application,
  { path, password }: Input<'archives.open'>,
  job: Job,
): Promise<Opened> {
  const { workspace, ports } = application;
  const name = basename(path);
  const folder = archiveFolder(workspace);
  if (!existsSync(path)) throw new AppError('notFound', { name });
  if (!statSync(path).isFile()) throw new AppError('archiveForeign', { name });
  let note: Note;
  if (isDatabase(path)) {
    const createdAt = ports.clock.now();
    note = { name, file: await openDatabaseFile(path, folder, createdAt), createdAt, program: '' };
  } else {
    const { file, manifest } = await openArchive({
      archive: path,
      folder,
      step: () => job.step(),
      unlock: keys => keyOfArchive(application, { keys, name, password }),
    });
    note = { name, file, createdAt: manifest.createdAt, program: manifest.program };
  }
  try {
    const opened = describe(folder, note, workspace.folder);
    writeSafely(noteIn(folder), JSON.stringify(note));
    return opened;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    // What lies inside has no name the officer knows; the file she chose has.
    if (error instanceof AppError && error.code === 'databaseDamaged') throw new AppError('archiveBroken', { name });
    if (error instanceof AppError && error.code === 'archiveForeign') throw new AppError('archiveForeign', { name });
    throw error;
  }
}

/** What is open beside the data; null when nothing is. */
export function openedFile({ workspace }: Application): Output<'archives.opened'> {
  const folder = archiveFolder(workspace);
  const note = readNote(folder);
  return note === undefined ? null : describe(folder, note, workspace.folder);
}

/** The opened file for reading, brought to the present schema. Errors: notFound. */
export function requireOpened({
  workspace,
}: Application): OpenedBackup & { readonly name: string; readonly kept: string } {
  const folder = archiveFolder(workspace);
  const note = readNote(folder);
  if (note === undefined) throw new AppError('notFound');
  const opened = openBackup({ file: join(folder, note.file), folder: workspace.folder });
  return { ...opened, name: note.name, kept: keptFolder(folder) };
}

export function closeFile({ workspace }: Application): Record<string, never> {
  rmSync(archiveFolder(workspace), { recursive: true, force: true });
  return {};
}
