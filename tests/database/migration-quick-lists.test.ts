import { expect, test } from 'vitest';
import { quickLists } from '#main/database/migrations/0010-quick-lists.ts';
import { fileBefore } from '#tests/support/older-file.ts';

test('people written before keep every value, and a part of a number is found by reading an index alone', () => {
  const { db, migrateIt } = fileBefore(quickLists);
  db.run(
    `INSERT INTO student (id, revision, created_at, updated_at, surname, iin, phone, status, sort_key, name_key)
      VALUES ('s', 2, 'then', 'now', 'Сейтқали', '020240000555', '+77051234567', 'active', '', '')`,
  );
  const before = db.all('SELECT * FROM student');
  migrateIt();
  const search = "SELECT id FROM student WHERE instr(iin, '4056') > 0 OR instr(phone, '4567') > 0";
  const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${search}`).map(step => step.detail);
  const outcome = [db.all('SELECT * FROM student'), db.column(search), plan];
  db.close();
  expect(outcome).toEqual([before, ['s'], ['SCAN student USING COVERING INDEX student_numbers']]);
});
