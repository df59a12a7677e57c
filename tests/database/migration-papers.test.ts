import { expect, test } from 'vitest';
import { papers } from '#main/database/migrations/0005-papers.ts';
import { fileBefore } from '#tests/support/older-file.ts';

const columns =
  'id, revision, created_at, updated_at, kind, language, number, sequence, year, issued_on, firm_id, student_id, placement_ids, request_id, subject, template, template_hash, fields, file_hash, void, notes';

test('letters written before keep every value, forms without a number of the series fit in, and a number still belongs to one letter', () => {
  const { attempt, db, migrateIt } = fileBefore(papers);
  const add = (id: string, kind: string, sequence: number | null): string =>
    attempt(
      `INSERT INTO letter (${columns}) VALUES (?, 3, 'then', 'now', ?, 'kk-ru', 'Ә-7', ?, 2025, '2025-09-01', NULL, NULL, '["p"]', NULL, 'О практике', 't.docx', 'a', '{"text":{}}', 'b', 1, 'ждём')`,
      id,
      kind,
      sequence,
    );
  db.run(
    "INSERT INTO firm (id, revision, created_at, updated_at, name_ru, sort_key, sort_key_kk, name_key, status) VALUES ('f', 0, '', '', 'ТОО', '', '', '', 'active')",
  );
  db.run(
    `INSERT INTO letter (${columns}) VALUES ('l', 3, 'then', 'now', 'direction', 'kk-ru', 'Ә-7', 7, 2025, '2025-09-01', 'f', NULL, '["p"]', NULL, 'О практике', 't.docx', 'a', '{"text":{}}', 'b', 1, 'ждём')`,
  );
  const before = db.all(`SELECT ${columns} FROM letter`);
  migrateIt();
  const after = db.all(`SELECT ${columns} FROM letter`);
  const outcome = [after, add('m', 'dualContract', null), add('n', 'register', null), add('o', 'direction', 7)];
  db.close();
  expect(outcome).toEqual([before, 'written', 'written', 'refused']);
});
