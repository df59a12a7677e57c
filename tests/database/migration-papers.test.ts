import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { toHandle } from '#main/database/handles.ts';
import { papers } from '#main/database/migrations/0005-papers.ts';
import { migrations } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrations/migrate.ts';

const columns =
  'id, revision, created_at, updated_at, kind, language, number, sequence, year, issued_on, firm_id, student_id, placement_ids, request_id, subject, template, template_hash, fields, file_hash, void, notes';

test('letters written before keep every value, forms without a number of the series fit in, and a number still belongs to one letter', () => {
  const db = toHandle(new Database(':memory:'));
  const upTo = (version: number): void =>
    migrate(
      db,
      migrations.filter(known => known.version <= version),
      () => undefined,
    );
  const add = (id: string, kind: string, sequence: number | null): string => {
    try {
      db.run(
        `INSERT INTO letter (${columns}) VALUES (?, 3, 'then', 'now', ?, 'kk-ru', 'Ә-7', ?, 2025, '2025-09-01', NULL, NULL, '["p"]', NULL, 'О практике', 't.docx', 'a', '{"text":{}}', 'b', 1, 'ждём')`,
        id,
        kind,
        sequence,
      );
      return 'written';
    } catch {
      return 'refused';
    }
  };
  upTo(papers.version - 1);
  db.run(
    "INSERT INTO firm (id, revision, created_at, updated_at, name_ru, sort_key, sort_key_kk, name_key, status) VALUES ('f', 0, '', '', 'ТОО', '', '', '', 'active')",
  );
  db.run(
    `INSERT INTO letter (${columns}) VALUES ('l', 3, 'then', 'now', 'direction', 'kk-ru', 'Ә-7', 7, 2025, '2025-09-01', 'f', NULL, '["p"]', NULL, 'О практике', 't.docx', 'a', '{"text":{}}', 'b', 1, 'ждём')`,
  );
  const before = db.all(`SELECT ${columns} FROM letter`);
  upTo(papers.version);
  const after = db.all(`SELECT ${columns} FROM letter`);
  const outcome = [after, add('m', 'dualContract', null), add('n', 'register', null), add('o', 'direction', 7)];
  db.close();
  expect(outcome).toEqual([before, 'written', 'written', 'refused']);
});
