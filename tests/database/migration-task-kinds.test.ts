import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { toHandle } from '#main/database/handles.ts';
import { taskKinds } from '#main/database/migrations/0003-task-kinds.ts';
import { migrations } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrations/migrate.ts';

const columns =
  'id, revision, created_at, updated_at, kind, cause, entity, entity_id, title, due_on, state, snoozed_until, note, done_on';

test('tasks written before keep every value, a later kind fits in, and a cause still makes one task', () => {
  const db = toHandle(new Database(':memory:'));
  const upTo = (version: number): void =>
    migrate(
      db,
      migrations.filter(known => known.version <= version),
      () => undefined,
    );
  upTo(taskKinds.version - 1);
  db.run(
    `INSERT INTO task (${columns}) VALUES ('t', 4, 'then', 'now', 'scanMissing', 'scanMissing a', 'agreement', 'a', NULL, '2025-03-01', 'snoozed', '2025-04-01', 'ждём', NULL)`,
  );
  const before = db.all(`SELECT ${columns} FROM task`);
  upTo(taskKinds.version);
  const add = (id: string, cause: string): string => {
    try {
      db.run(
        `INSERT INTO task (${columns}) VALUES (?, 0, '', '', 'visitDue', ?, NULL, NULL, NULL, '2025-03-01', 'open', NULL, NULL, NULL)`,
        id,
        cause,
      );
      return 'written';
    } catch {
      return 'refused';
    }
  };
  const outcome = [db.all(`SELECT ${columns} FROM task`), add('u', 'visitDue v'), add('w', 'visitDue v')];
  db.close();
  expect(outcome).toEqual([before, 'written', 'refused']);
});
