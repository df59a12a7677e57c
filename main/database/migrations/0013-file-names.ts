import type { WriteDb } from '../handles.ts';
import { fileNameDigest } from '../seal.ts';
import type { Migration } from './migrate.ts';

/** Kept files are large, so their rows are told by rowid and written one by one. */
function digestNames(db: WriteDb): void {
  type Named = { readonly id: number; readonly hash: string; readonly name: string };
  for (const { id, hash, name } of db.all<Named>('SELECT rowid AS id, hash, name FROM letter_file'))
    db.run('UPDATE letter_file SET name_digest = ? WHERE rowid = ?', fileNameDigest(hash, name), id);
}

/**
 * The name of a kept file is known by a digest, as its bytes are by their hash: a name that was changed past the program is found
 * by the check of the data.
 */
export const fileNames: Migration = {
  version: 13,
  up: db => {
    db.exec('DROP TRIGGER letter_file_keeps_bytes; ALTER TABLE letter_file ADD COLUMN name_digest BLOB');
    digestNames(db);
    db.exec(
      "CREATE TRIGGER letter_file_keeps_bytes BEFORE UPDATE ON letter_file BEGIN SELECT RAISE(ABORT, 'kept files do not change'); END",
    );
  },
};
