import { AppError } from '#shared/result.ts';
import type { WriteDb } from '../handles.ts';

/** One step of the schema's history; append-only. */
export type Migration = { readonly version: number; readonly up: (db: WriteDb) => void };

/**
 * Brings the file to the newest schema, one transaction per step.
 * Errors: databaseNewer when the file was written by a later program; it is left as it is.
 */
export function migrate(db: WriteDb, all: readonly Migration[], backUp: () => void): void {
  const current = db.pragma('user_version') as number;
  const latest = all.at(-1)?.version ?? 0;
  if (current > latest) throw new AppError('databaseNewer', { file: db.file, found: current, known: latest });
  const pending = all.filter(migration => migration.version > current);
  if (pending.length === 0) return;
  if (current > 0) backUp();
  db.pragma('foreign_keys = OFF'); // ignored inside a transaction, and table rebuilds need it off
  try {
    for (const { version, up } of pending) {
      db.transaction(() => {
        up(db);
        if (db.all('PRAGMA foreign_key_check').length > 0)
          throw new Error(`Migration ${version} leaves a dangling reference`);
        db.pragma(`user_version = ${version}`);
      });
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
