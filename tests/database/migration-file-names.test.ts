import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { toHandle } from '#main/database/handles.ts';
import { fileNames } from '#main/database/migrations/0013-file-names.ts';
import { migrations } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrations/migrate.ts';
import { fileNameDigest } from '#main/database/seal.ts';

test('printed files kept before are known by their names too, and still do not change', () => {
  const db = toHandle(new Database(':memory:'));
  const upTo = (version: number): void =>
    migrate(
      db,
      migrations.filter(known => known.version <= version),
      () => undefined,
    );
  upTo(fileNames.version - 1);
  const bytes = Buffer.alloc(20_000, 'x');
  db.run('INSERT INTO letter_file (hash, name, bytes) VALUES (?, ?, ?)', 'a', '2025-09-01 Хат № 1.docx', bytes);
  db.run('INSERT INTO letter_file (hash, name, bytes) VALUES (?, ?, ?)', 'b', '', Buffer.alloc(0));
  const before = db.all('SELECT hash, name, bytes FROM letter_file');
  upTo(fileNames.version);
  expect([
    db.all('SELECT hash, name, bytes FROM letter_file'),
    db.column('SELECT name_digest FROM letter_file ORDER BY hash'),
  ]).toEqual([before, [fileNameDigest('a', '2025-09-01 Хат № 1.docx'), fileNameDigest('b', '')]]);
  expect(() => db.run("UPDATE letter_file SET name = 'x'")).toThrow('kept files do not change');
  db.close();
});
