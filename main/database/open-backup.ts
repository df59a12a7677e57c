import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '#shared/result.ts';
import { connectFile } from './connect.ts';
import { explainDatabaseFailure } from './failures.ts';
import { type ReadDb, toHandle } from './handles.ts';
import { migrations } from './migrations/index.ts';
import { migrate } from './migrations/migrate.ts';
import { hasOwnSchema } from './own-schema.ts';
import { pagesAreSound } from './page-check.ts';

/** Beginning of the names of folders for copies that are only looked at. */
export const checkingPrefix = 'checking-';

/** A backup or a colleague's file, opened for reading only and brought to the present schema in a copy if it is older. */
export type OpenedBackup = {
  readonly db: ReadDb;
  /** Version of the schema in the file itself. */
  readonly schema: number;
  /** The file that is open: the backup itself, or the migrated copy. */
  readonly file: string;
  readonly close: () => void;
};

const knownSchema = (): number => migrations.at(-1)?.version ?? 0;

/** Nothing of a file from elsewhere is used unless its schema is exactly ours. */
function requireOwnSchema(db: ReadDb, version: number, file: string): void {
  if (!hasOwnSchema(db, version)) throw new AppError('archiveForeign', { file });
}

function connect(file: string, readonly: boolean): Database.Database {
  const connection = connectFile(file, { readonly, fileMustExist: true });
  try {
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A copy of an older file in a folder of its own, migrated there. */
function migratedCopy(source: string, folder: string): { readonly file: string; readonly remove: () => void } {
  mkdirSync(folder, { recursive: true });
  const own = mkdtempSync(join(folder, checkingPrefix));
  const remove = (): void => rmSync(own, { recursive: true, force: true });
  const file = join(own, 'copy.db');
  try {
    const original = connect(source, true);
    try {
      original.prepare('VACUUM INTO ?').run(file);
    } finally {
      original.close();
    }
    const connection = connect(file, false);
    try {
      migrate(toHandle(connection), migrations, () => undefined);
    } finally {
      connection.close();
    }
    return { file, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

type Opening = {
  readonly file: string;
  /** Where a copy may be made. */
  readonly folder: string;
  /** Reads every page and every constraint first; slow for large files. */
  readonly thorough?: boolean;
};

/** Opens a file that is not the one in use. Errors: databaseDamaged, databaseNewer, archiveForeign, noAccess, diskFull. */
export function openBackup({ file, folder, thorough = false }: Opening): OpenedBackup {
  let connection: Database.Database | undefined;
  let remove = (): void => undefined;
  try {
    connection = connect(file, true);
    const schema = connection.pragma('user_version', { simple: true }) as number;
    if (schema > knownSchema()) throw new AppError('databaseNewer', { file, found: schema, known: knownSchema() });
    if (schema < 1) throw new AppError('archiveForeign', { file });
    const found = toHandle(connection);
    requireOwnSchema(found, schema, file);
    if (!pagesAreSound(found, thorough ? 'integrity_check' : 'quick_check'))
      throw new AppError('databaseDamaged', { file });
    let opened = file;
    if (schema < knownSchema()) {
      connection.close();
      const copy = migratedCopy(file, folder);
      ({ remove } = copy);
      opened = copy.file;
      connection = connect(opened, true);
    }
    const held = connection;
    const db = toHandle(held);
    requireOwnSchema(db, knownSchema(), file);
    return {
      db,
      schema,
      file: opened,
      close: () => {
        held.close();
        remove();
      },
    };
  } catch (error) {
    connection?.close();
    remove();
    throw explainDatabaseFailure(error, file);
  }
}
