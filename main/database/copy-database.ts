import { statSync } from 'node:fs';
import { attachmentsOf, type BackupManifest } from './backup.ts';
import { connectFile } from './connect.ts';
import { explainDatabaseFailure } from './failures.ts';
import { toHandle } from './handles.ts';
import { holdsFile, keepFiles } from './kept-files.ts';
import { hashFile } from './safe-files.ts';

type Copying = {
  readonly from: string;
  /** Where that college keeps its attached files; need not exist. */
  readonly filesBeside: string;
  readonly to: string;
  readonly kept: string;
  readonly createdAt: string;
};

/** Copies the database of another data folder with what is still in its log, and the attached files it needs. Errors: databaseDamaged, noAccess, diskFull. */
export async function copyDatabase({ from, filesBeside, to, kept, createdAt }: Copying): Promise<BackupManifest> {
  try {
    const source = connectFile(from, { readonly: true });
    try {
      source.pragma('trusted_schema = OFF');
      source.prepare('VACUUM INTO ?').run(to);
      const db = toHandle(source);
      const files = attachmentsOf(db);
      await keepFiles({ files, from: filesBeside, to: kept });
      return {
        format: 'seriktes-backup',
        version: 1,
        createdAt,
        reason: 'manual',
        schema: db.pragma('user_version') as number,
        database: { bytes: statSync(to).size, sha256: await hashFile(to) },
        files,
        missing: files.filter(file => !holdsFile(kept, file)).map(({ hash }) => hash),
        templates: [],
      };
    } finally {
      source.close();
    }
  } catch (error) {
    throw explainDatabaseFailure(error, from);
  }
}
