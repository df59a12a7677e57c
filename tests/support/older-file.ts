import Database from 'better-sqlite3';
import { toHandle, type WriteDb } from '#main/database/handles.ts';
import { migrations } from '#main/database/migrations/index.ts';
import { type Migration, migrate } from '#main/database/migrations/migrate.ts';

type OlderFile = {
  /** The database as the program before the migration left it. */
  readonly db: WriteDb;
  /** Brings it to the migration, and no further. */
  readonly migrateIt: () => void;
  /** Whether the schema lets a statement write. */
  readonly attempt: (sql: string, ...values: readonly unknown[]) => 'written' | 'refused';
};

/** A database in memory just before a migration: for what the migration must keep, and what it must let in. */
export function fileBefore(migration: Migration): OlderFile {
  const db = toHandle(new Database(':memory:'));
  const upTo = (version: number): void =>
    migrate(
      db,
      migrations.filter(known => known.version <= version),
      () => undefined,
    );
  upTo(migration.version - 1);
  return {
    db,
    migrateIt: () => upTo(migration.version),
    attempt: (sql, ...values) => {
      try {
        db.run(sql, ...values);
        return 'written';
      } catch {
        return 'refused';
      }
    },
  };
}
