import { existsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { AppError } from '#shared/result.ts';
import { connectFile, formOf } from './connect.ts';
import { explainDatabaseFailure } from './failures.ts';
import { toHandle, type WriteDb } from './handles.ts';
import { noteInPlace } from './in-place.ts';
import { migrations } from './migrations/index.ts';
import { migrate } from './migrations/migrate.ts';
import { hasOwnSchema } from './own-schema.ts';
import { pagesAreSound } from './page-check.ts';

type OpenOptions = {
  readonly file: string;
  /** Called before the first pending migration of a file that has data; must leave a verified copy behind. */
  readonly backUp: (db: WriteDb) => void;
  readonly onSlow?: (sql: string, milliseconds: number) => void;
};

/**
 * Opens the college's file, checks it and brings it to the current schema.
 * Errors: databaseDamaged, databaseNewer, alreadyRunning, noAccess, diskFull. The file is never replaced or emptied here.
 */
export function openDatabase(options: OpenOptions): WriteDb {
  const { file, backUp, onSlow } = options;
  const existed = existsSync(file);
  let connection: Database.Database | undefined;
  try {
    // SQLite takes an emptied file for a new one; a college must not begin anew unasked.
    if (existed && statSync(file).size === 0) throw new AppError('databaseDamaged', { file });
    connection = connectFile(file, { timeout: 4000 });
    const db = toHandle(connection, { onSlow });
    if (db.pragma('journal_mode = WAL') !== 'wal') throw new AppError('noAccess', { file });
    configure(db);
    if (existed && !(isOurs(db) && isWhole(db))) throw new AppError('databaseDamaged', { file });
    migrate(db, migrations, () => backUp(db));
    db.pragma(optimize);
    noteInPlace(db);
    return db;
  } catch (error) {
    connection?.close();
    throw explainDatabaseFailure(error, file);
  }
}

/** Lets SQLite count what has grown since it was counted last. */
const optimize = 'optimize = 0x10002';

/** A file that is read already while its pages are still examined. */
export type Unexamined = {
  readonly db: WriteDb;
  /** Lets it be written too if `examine` found it whole and it stands as it stood when it was opened; answers whether. */
  readonly accept: (examined: string | undefined) => boolean;
};

/**
 * Opens a plain file of this version for reading alone, its schema checked but not yet its pages (ADR-0022). Undefined when it is
 * missing, has a password, is of another version or form, or a log beside it holds more: `openDatabase` then has the word.
 */
export function openUnexamined({ file, onSlow }: Pick<OpenOptions, 'file' | 'onSlow'>): Unexamined | undefined {
  const before = standing(file);
  if (before === undefined || formOf(file) !== 'plain') return undefined;
  let connection: Database.Database | undefined;
  try {
    connection = connectFile(file, { timeout: 4000, fileMustExist: true });
    const db = toHandle(connection, { onSlow });
    db.pragma('query_only = ON');
    configure(db);
    if (
      db.pragma('journal_mode') !== 'wal' ||
      db.pragma('user_version') !== migrations.at(-1)?.version ||
      !isOurs(db)
    ) {
      connection.close();
      return undefined;
    }
    noteInPlace(db);
    const accept = (examined: string | undefined): boolean => {
      if (examined !== before || standing(file) !== before) return false;
      db.pragma('query_only = OFF');
      db.pragma(optimize);
      return true;
    };
    return { db, accept };
  } catch {
    connection?.close();
    return undefined; // opening it in earnest will say what is wrong
  }
}

/**
 * Looks at every page of a plain file, and answers how the file stands then; undefined when there is no file, it has a password,
 * or anything is amiss: opening it will look again, and say what.
 */
export function examine(file: string): string | undefined {
  if (formOf(file) !== 'plain') return undefined;
  try {
    const db = openBeside(file);
    try {
      db.pragma('cache_size = -8192'); // each page is looked at once
      if (!isOurs(db) || !isWhole(db)) return undefined;
    } finally {
      db.close();
    }
    return standing(file);
  } catch {
    return undefined;
  }
}

/** Which file it is and when it was last written; undefined while a log beside it holds more. */
function standing(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  return found === undefined || (log?.size ?? 0) > 0 ? undefined : [found.ino, found.size, found.mtimeNs].join(' ');
}

/**
 * Whether the file holds exactly the tables, indexes and triggers of its version: before anything of it is run, and before a
 * table is read. A newer file is not judged; `migrate` refuses it by name.
 */
function isOurs(db: WriteDb): boolean {
  const version = db.pragma('user_version') as number;
  return version > (migrations.at(-1)?.version ?? 0) || hasOwnSchema(db, version);
}

function configure(db: WriteDb): void {
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('recursive_triggers = ON'); // else INSERT OR REPLACE slips past the trigger that keeps the audit
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
}

/**
 * Opens the same file once more in another thread of this program: checked, migrated and in WAL mode already.
 * The caller closes it. Errors: those of `openDatabase` but databaseNewer.
 */
export function openBeside(file: string): WriteDb {
  let connection: Database.Database | undefined;
  try {
    connection = connectFile(file, { timeout: 4000, fileMustExist: true });
    const db = toHandle(connection);
    configure(db);
    noteInPlace(db);
    return db;
  } catch (error) {
    connection?.close();
    throw explainDatabaseFailure(error, file);
  }
}

/**
 * Looks at every page of the file. CHECK constraints are left to the daily copy, which is examined in full: parsing a million
 * audit lines as JSON took two thirds of the start.
 */
function isWhole(db: WriteDb): boolean {
  db.pragma('ignore_check_constraints = ON');
  try {
    return pagesAreSound(db, 'quick_check');
  } finally {
    db.pragma('ignore_check_constraints = OFF');
  }
}
