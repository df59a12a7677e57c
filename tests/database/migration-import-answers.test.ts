import { expect, test } from 'vitest';
import { importAnswers } from '#main/database/migrations/0007-import-answers.ts';
import { fileBefore } from '#tests/support/older-file.ts';

test('remembered layouts of a file from before stay, and answers can be kept beside them', () => {
  const { db, migrateIt } = fileBefore(importAnswers);
  try {
    db.run(
      "INSERT INTO import_profile (id, revision, created_at, updated_at, layout, mapping) VALUES ('p', 0, '', '', 'a|b', '{}')",
    );
    migrateIt();
    const add = (id: string, kind: string) =>
      db.run(
        "INSERT INTO import_answer (id, revision, created_at, updated_at, kind, words, words_key, record_id) VALUES (?, 0, '', '', ?, 'Темир', 'темир', 'f')",
        id,
        kind,
      );
    add('1', 'firm');
    add('2', 'student');
    expect(() => add('3', 'firm')).toThrow(/UNIQUE/u);
    expect([db.value('SELECT layout FROM import_profile'), db.value('SELECT count(*) FROM import_answer')]).toEqual([
      'a|b',
      2,
    ]);
  } finally {
    db.close();
  }
});
