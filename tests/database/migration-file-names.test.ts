import { expect, test } from 'vitest';
import { fileNames } from '#main/database/migrations/0013-file-names.ts';
import { fileNameDigest } from '#main/database/seal.ts';
import { fileBefore } from '#tests/support/older-file.ts';

test('printed files kept before are known by their names too, and still do not change', () => {
  const { db, migrateIt } = fileBefore(fileNames);
  const bytes = Buffer.alloc(20_000, 'x');
  db.run('INSERT INTO letter_file (hash, name, bytes) VALUES (?, ?, ?)', 'a', '2025-09-01 Хат № 1.docx', bytes);
  db.run('INSERT INTO letter_file (hash, name, bytes) VALUES (?, ?, ?)', 'b', '', Buffer.alloc(0));
  const before = db.all('SELECT hash, name, bytes FROM letter_file');
  migrateIt();
  expect([
    db.all('SELECT hash, name, bytes FROM letter_file'),
    db.column('SELECT name_digest FROM letter_file ORDER BY hash'),
  ]).toEqual([before, [fileNameDigest('a', '2025-09-01 Хат № 1.docx'), fileNameDigest('b', '')]]);
  expect(() => db.run("UPDATE letter_file SET name = 'x'")).toThrow('kept files do not change');
  db.close();
});
