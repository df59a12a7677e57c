import { expect, test } from 'vitest';
import { taskKinds } from '#main/database/migrations/0003-task-kinds.ts';
import { fileBefore } from '#tests/support/older-file.ts';

const columns =
  'id, revision, created_at, updated_at, kind, cause, entity, entity_id, title, due_on, state, snoozed_until, note, done_on';

test('tasks written before keep every value, a later kind fits in, and a cause still makes one task', () => {
  const { attempt, db, migrateIt } = fileBefore(taskKinds);
  db.run(
    `INSERT INTO task (${columns}) VALUES ('t', 4, 'then', 'now', 'scanMissing', 'scanMissing a', 'agreement', 'a', NULL, '2025-03-01', 'snoozed', '2025-04-01', 'ждём', NULL)`,
  );
  const before = db.all(`SELECT ${columns} FROM task`);
  migrateIt();
  const add = (id: string, cause: string): string =>
    attempt(
      `INSERT INTO task (${columns}) VALUES (?, 0, '', '', 'visitDue', ?, NULL, NULL, NULL, '2025-03-01', 'open', NULL, NULL, NULL)`,
      id,
      cause,
    );
  const outcome = [db.all(`SELECT ${columns} FROM task`), add('u', 'visitDue v'), add('w', 'visitDue v')];
  db.close();
  expect(outcome).toEqual([before, 'written', 'refused']);
});
