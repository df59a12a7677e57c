import { join } from 'node:path';
import type { Rehearsed } from '#shared/contract/backup.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import { type Backup, keptFolder, readManifest } from '../../database/backup.ts';
import { entities } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { filePath, type HashedFile, holdsFile } from '../../database/kept-files.ts';
import { openBackup } from '../../database/open-backup.ts';
import { hashFile } from '../../database/safe-files.ts';
import { hashInside } from '../../database/sealed-files.ts';

type Check = Rehearsed['checks'][number];

export type RehearsedFolder = { readonly source: 'own' | 'copy'; readonly folder: string };

type Rehearsal = RehearsedFolder & {
  readonly backup: Backup;
  /** Where copies to be migrated may be made. */
  readonly scratch: string;
  /** Hashes that were read and found sound, so that a file many backups share is read once. */
  readonly sound: Map<string, boolean>;
  readonly step: () => Promise<void>;
};

const counted: readonly EntityName[] = ['firm', 'agreement', 'student', 'placement', 'request', 'letter', 'attachment'];
const namedAtMost = 20;

const answer = (name: Check['name'], count: number, found: readonly string[]): Check => ({
  name,
  ok: found.length === 0,
  count,
  found: found.slice(0, namedAtMost),
});

async function isSoundKept(path: string, hash: string): Promise<boolean> {
  try {
    return (await hashInside(path)) === hash;
  } catch (error) {
    if (error instanceof AppError && error.code === 'fileChanged') return false;
    throw error;
  }
}

async function checkKept(
  files: readonly (HashedFile & { readonly name: string })[],
  rehearsal: Rehearsal,
): Promise<string[]> {
  const kept = keptFolder(rehearsal.folder);
  const found: string[] = [];
  for (const file of files) {
    const key = `${rehearsal.source} ${file.hash}`;
    let sound = rehearsal.sound.get(key);
    if (sound === undefined) {
      // oxlint-disable-next-line no-await-in-loop -- files are read one after the other, so that other work gets its turn
      await rehearsal.step();
      // oxlint-disable-next-line no-await-in-loop -- see above
      sound = holdsFile(kept, file) && (await isSoundKept(filePath(kept, file.hash), file.hash));
      rehearsal.sound.set(key, sound);
    }
    if (!sound) found.push(file.name);
  }
  return found;
}

function checkReferences(db: ReadDb): Check {
  const broken = db.all<{ table: string; parent: string }>('PRAGMA foreign_key_check');
  const rows = counted.reduce((sum, entity) => sum + countOf(db, entity), 0);
  return answer(
    'references',
    rows,
    broken.map(({ table, parent }) => `${table} → ${parent}`),
  );
}

const countOf = (db: ReadDb, entity: EntityName): number =>
  db.value<number>(`SELECT count(*) FROM ${entities[entity].table}`) ?? 0;

const attachedIn = (db: ReadDb): readonly (HashedFile & { readonly name: string })[] =>
  db.all('SELECT hash, bytes, min(name) AS name FROM attachment GROUP BY hash, bytes ORDER BY name');

/** Opens one backup as a restore would, in a copy where it has to be migrated, and answers every question about it. */
export async function rehearse(rehearsal: Rehearsal): Promise<Rehearsed> {
  const started = performance.now();
  const { backup, folder, source, scratch, step } = rehearsal;
  const file = join(folder, backup.file);
  const manifest = readManifest(folder, backup.file);
  const checks: Check[] = [];
  const counts: Rehearsed['counts'] = [];
  await step();
  if (manifest !== undefined) {
    const same = (await hashFile(file)) === manifest.database.sha256;
    checks.push(answer('checksum', manifest.database.bytes, same ? [] : [backup.file]));
  }
  try {
    const opened = openBackup({ file, folder: scratch, thorough: true });
    try {
      checks.push(answer('integrity', backup.bytes, []));
      checks.push(answer('schema', opened.schema, []));
      checks.push(checkReferences(opened.db));
      counts.push(...counted.map(entity => ({ entity, count: countOf(opened.db, entity) })));
      const attached = attachedIn(opened.db);
      if (manifest !== undefined) {
        checks.push(answer('files', attached.length, await checkKept(attached, rehearsal)));
        const templates = await checkKept(manifest.templates, rehearsal);
        checks.push(answer('templates', manifest.templates.length, templates));
      }
    } finally {
      opened.close();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'cancelled' || error.code === 'diskFull') throw error;
    const asked = error.code === 'databaseDamaged' ? 'integrity' : 'schema';
    checks.push(answer(asked, backup.bytes, [error.code]));
  }
  return {
    source,
    file: backup.file,
    createdAt: backup.createdAt,
    ok: checks.every(({ ok }) => ok),
    checks,
    counts,
    milliseconds: Math.round(performance.now() - started),
  };
}
