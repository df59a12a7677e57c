import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from '#shared/contract/zod.ts';
import { AppError } from '#shared/result.ts';
import { withZip, type ZipFile, type ZipReader } from '../documents/zip-reader.ts';
import { ZipError } from '../documents/zip-records.ts';
import { writeZip, type ZipSource } from '../documents/zip-writer.ts';
import { type BackupManifest, keptFolder, readManifest } from './backup.ts';
import { explainDatabaseFailure } from './failures.ts';
import { filePath, holdsFile } from './kept-files.ts';
import { dropKey, holdKey, keyFor } from './key-ring.ts';
import { WrappedKeys } from './keys-file.ts';
import { flushFolder, hashFile, unfinished, writeSafely } from './safe-files.ts';
import { isInForm } from './sealed-files.ts';
import { switchBackups } from './switch-form.ts';
import { isTemplateName } from './template-copies.ts';

/** Ending of an archive's name. */
export const archiveEnding = '.seriktes';
/** Version of the archive's format; docs/archive-format.md describes it. */
export const archiveVersion = 2;
/** Archives of a college without a password stay readable for earlier versions of the program. */
const plainVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const bytes = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Checksum and length of a file as it lies in the archive, where it is sealed. */
const Sealed = z.object({ bytes, sha256 }).optional();
const Kept = z.object({ hash: sha256, bytes, sealed: Sealed });

/** The first entry of an archive: what it holds, with a checksum for each. */
const Manifest = z.object({
  format: z.literal('seriktes-archive'),
  version: z.union([z.literal(plainVersion), z.literal(archiveVersion)]),
  program: z.string().max(60),
  createdAt: z.iso.datetime(),
  schema: z.int().min(1),
  database: z.object({ bytes, sha256 }),
  files: z.array(Kept).max(1_000_000),
  /** Attached files the college had lost when the archive was made. */
  missing: z.array(sha256).max(1_000_000),
  templates: z
    .array(z.object({ name: z.string().refine(isTemplateName), hash: sha256, bytes, sealed: Sealed }))
    .max(500),
  /** The wrapped keys of a college with a password; its database and files are closed with them. */
  keys: WrappedKeys.optional(),
});
export type ArchiveManifest = z.output<typeof Manifest>;

const manifestName = 'manifest.json';
const databaseName = 'database.db';
const fileName = (hash: string): string => `files/${hash.slice(0, 2)}/${hash}`;
const templateName = (name: string): string => `templates/${name}`;

const piece = 1024 * 1024;
const read = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: piece });

type Saving = {
  /** A whole backup, made for this archive. */
  readonly backupFolder: string;
  readonly backup: string;
  readonly program: string;
  readonly target: string;
  /** Given for a college with a password. */
  readonly keys?: WrappedKeys | undefined;
  readonly step: () => Promise<void>;
};

type Held = { readonly hash: string; readonly bytes: number };

/** Adds to each file how it lies on the disk, where that differs from what it holds. */
async function asTheyLie<F extends Held>(kept: string, files: readonly F[]): Promise<(F & { sealed?: SealedAs })[]> {
  const described: (F & { sealed?: SealedAs })[] = [];
  for (const file of files) {
    const path = filePath(kept, file.hash);
    // oxlint-disable-next-line no-await-in-loop -- files are read one after the other
    const sha = isInForm(path, undefined) ? undefined : await hashFile(path);
    described.push(sha === undefined ? file : { ...file, sealed: { bytes: statSync(path).size, sha256: sha } });
  }
  return described;
}

type SealedAs = { readonly bytes: number; readonly sha256: string };

async function describe({ backupFolder, program, keys }: Saving, manifest: BackupManifest): Promise<ArchiveManifest> {
  const kept = keptFolder(backupFolder);
  const { schema, createdAt, database } = manifest;
  return {
    format: 'seriktes-archive',
    version: keys === undefined ? plainVersion : archiveVersion,
    program,
    createdAt,
    schema,
    database,
    files: await asTheyLie(
      kept,
      manifest.files.filter(file => holdsFile(kept, file)).map(({ hash, bytes: size }) => ({ hash, bytes: size })),
    ),
    missing: manifest.files.filter(file => !holdsFile(kept, file)).map(({ hash }) => hash),
    templates: await asTheyLie(
      kept,
      manifest.templates.filter(template => holdsFile(kept, template)),
    ),
    ...(keys === undefined ? {} : { keys }),
  };
}

async function* contentOf(saving: Saving, manifest: ArchiveManifest): AsyncGenerator<ZipSource> {
  const kept = keptFolder(saving.backupFolder);
  yield { name: manifestName, packed: true, chunks: [Buffer.from(JSON.stringify(manifest, null, 1))] };
  yield { name: databaseName, packed: true, chunks: read(join(saving.backupFolder, saving.backup)) };
  for (const { hash } of manifest.files) {
    await saving.step();
    yield { name: fileName(hash), packed: false, chunks: read(filePath(kept, hash)) };
  }
  for (const { name, hash } of manifest.templates)
    yield { name: templateName(name), packed: false, chunks: read(filePath(kept, hash)) };
}

/**
 * Writes a backup with all its files into one archive: temporary name, flushed, read again from end to end against its checksums,
 * renamed. Errors: diskFull, noAccess, cancelled.
 */
export async function saveArchive(saving: Saving): Promise<ArchiveManifest> {
  const backup = readManifest(saving.backupFolder, saving.backup);
  if (backup === undefined) throw new AppError('notFound', { entity: 'backup' });
  const manifest = await describe(saving, backup);
  const temporary = saving.target + unfinished;
  try {
    await writeZip(temporary, contentOf(saving, manifest));
    await withZip(temporary, limits, async archive => {
      await checkAll(archive, await readArchiveManifest(archive), () => undefined);
    });
    await rename(temporary, saving.target);
    flushFolder(dirname(saving.target));
    return manifest;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw explained(error, saving.target);
  }
}

/** Far more than a college gathers in a lifetime; what a disk cannot hold is refused before unpacking. */
const limits = { entries: 1_000_600, unpackedBytes: 200 * 2 ** 30, ratio: 300 } as const;
const longestManifest = 160 * 2 ** 20;

function explained(error: unknown, path: string): unknown {
  const name = basename(path);
  if (error instanceof ZipError)
    return new AppError(error.problem === 'damaged' ? 'archiveBroken' : 'archiveForeign', { name });
  return explainDatabaseFailure(error, path);
}

async function gather(archive: ZipReader, file: ZipFile): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive.read(file)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The archive's own description, and nothing in the archive that it does not name. Throws AppError. */
async function readArchiveManifest(archive: ZipReader): Promise<ArchiveManifest> {
  const entry = archive.files.find(({ name }) => name === manifestName);
  if (entry === undefined || entry.size > longestManifest) throw new ZipError('foreign');
  let content: unknown;
  try {
    content = JSON.parse((await gather(archive, entry)).toString('utf8'));
  } catch (error) {
    throw error instanceof SyntaxError ? new ZipError('damaged') : error;
  }
  const { format, version } = (content ?? {}) as { format?: unknown; version?: unknown };
  if (format !== 'seriktes-archive') throw new ZipError('foreign');
  if (typeof version === 'number' && version > archiveVersion) throw new AppError('archiveNewer');
  const manifest = Manifest.safeParse(content);
  if (!manifest.success) throw new ZipError('damaged');
  const expected = new Map(entriesOf(manifest.data).map(({ name, size }) => [name, size]));
  for (const { name, size } of archive.files) {
    if (name === manifestName) continue;
    if (!expected.has(name)) throw new ZipError('foreign');
    if (expected.get(name) !== size) throw new ZipError('damaged');
    expected.delete(name);
  }
  if (expected.size > 0) throw new ZipError('damaged');
  return manifest.data;
}

type Entry = {
  readonly name: string;
  readonly size: number;
  /** Of the bytes in the archive. */
  readonly hash: string;
  /** Under which the file is kept: the hash of what it holds. */
  readonly kept: string;
};

const lying = ({ hash, bytes: size, sealed }: z.output<typeof Kept>): Pick<Entry, 'size' | 'hash'> =>
  sealed === undefined ? { size, hash } : { size: sealed.bytes, hash: sealed.sha256 };

const entriesOf = ({ database, files, templates }: ArchiveManifest): readonly Entry[] => [
  { name: databaseName, kept: '', size: database.bytes, hash: database.sha256 },
  ...files.map(file => ({ name: fileName(file.hash), kept: file.hash, ...lying(file) })),
  ...templates.map(file => ({ name: templateName(file.name), kept: file.hash, ...lying(file) })),
];

/** Reads every entry once; `take` gets the pieces of each and may keep them. Throws when a checksum differs. */
async function checkAll(
  archive: ZipReader,
  manifest: ArchiveManifest,
  take: (entry: Entry, chunks: AsyncIterable<Uint8Array>) => Promise<void> | undefined,
): Promise<void> {
  const files = new Map(archive.files.map(file => [file.name, file]));
  for (const entry of entriesOf(manifest)) {
    const file = files.get(entry.name);
    if (file === undefined) throw new ZipError('damaged');
    const hash = createHash('sha256');
    const hashed = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of archive.read(file)) {
        hash.update(chunk);
        yield chunk;
      }
    };
    const taken = take(entry, hashed());
    if (taken === undefined) for await (const _chunk of hashed());
    else await taken;
    if (hash.digest('hex') !== entry.hash) throw new ZipError('damaged');
  }
}

type Opening = {
  readonly archive: string;
  /** A folder that is made anew; it becomes a folder of backups with one backup in it. */
  readonly folder: string;
  readonly step: () => Promise<void>;
  /** Finds the key of a closed archive before anything is unpacked. Errors: archiveLocked, wrongPassword. */
  readonly unlock: (keys: WrappedKeys) => Promise<Buffer>;
};

/** What an opened archive is: one backup in a folder of its own. */
export type OpenedArchive = { readonly file: string; readonly manifest: ArchiveManifest };

/** The name an archive's database gets as a backup. */
const backupName = (createdAt: string): string => `seriktes-${createdAt.replace(/[:.]/gu, '-')}-manual.db`;

/**
 * Unpacks an archive that may be hostile into a folder of its own, as a backup like any other. Only entries of the format are
 * taken, under names made here; nothing counts before every checksum has agreed.
 * Errors: archiveBroken, archiveForeign, archiveNewer, notFound, diskFull, noAccess, cancelled.
 */
export async function openArchive({ archive: path, folder, step, unlock }: Opening): Promise<OpenedArchive> {
  if (!existsSync(path)) throw new AppError('notFound', { name: basename(path) });
  const building = `${folder}.building`;
  rmSync(building, { recursive: true, force: true });
  let key: Buffer | undefined;
  try {
    if (!statSync(path).isFile()) throw new ZipError('notZip');
    const manifest = await withZip(path, limits, async archive => {
      const read = await readArchiveManifest(archive);
      if (read.keys !== undefined) key = await unlock(read.keys);
      requireRoom(
        dirname(folder),
        entriesOf(read).reduce((sum, { size }) => sum + size, 0),
      );
      mkdirSync(building, { recursive: true });
      await checkAll(archive, read, async (entry, chunks) => {
        await step();
        const target =
          entry.name === databaseName
            ? join(building, backupName(read.createdAt))
            : filePath(keptFolder(building), entry.kept);
        mkdirSync(dirname(target), { recursive: true });
        await pipeline(chunks, createWriteStream(target, { flush: true }));
      });
      return read;
    });
    const file = backupName(manifest.createdAt);
    const list: BackupManifest = {
      format: 'seriktes-backup',
      version: 1,
      createdAt: manifest.createdAt,
      reason: 'manual',
      schema: manifest.schema,
      database: manifest.database,
      files: manifest.files,
      missing: manifest.missing,
      templates: manifest.templates,
    };
    writeSafely(join(building, file.replace(/\.db$/u, '.json')), JSON.stringify(list));
    await takeOver(building, key);
    rmSync(folder, { recursive: true, force: true });
    renameSync(building, folder);
    return { file, manifest };
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    if (error instanceof AppError && error.code === 'archiveNewer')
      throw new AppError('archiveNewer', { name: basename(path) });
    throw explained(error, path);
  }
}

/** Brings what was unpacked into the form of this college: under its own key, or plain. The archive's key is forgotten at once. */
async function takeOver(building: string, key: Buffer | undefined): Promise<void> {
  const own = keyFor(building);
  if (key === undefined && own === undefined) return;
  const target = own === undefined ? undefined : Buffer.from(own);
  try {
    if (key !== undefined) holdKey(building, key);
    await switchBackups(building, target);
  } finally {
    dropKey(building);
    key?.fill(0);
    target?.fill(0);
  }
}

const spare = 64 * 2 ** 20;

/** Refuses what the disk cannot hold before anything is written. Errors: diskFull. */
function requireRoom(folder: string, needed: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < needed + spare) throw new AppError('diskFull', { file: folder });
}

/** What lies in the folder of an opened archive; undefined when none is open. */
export function openedBackup(folder: string): string | undefined {
  return existsSync(folder) ? readdirSync(folder).find(name => name.endsWith('.db')) : undefined;
}
