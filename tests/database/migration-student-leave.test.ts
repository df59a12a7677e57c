import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { toHandle } from '#main/database/handles.ts';
import { studentLeave } from '#main/database/migrations/0002-student-leave.ts';
import { migrations } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrations/migrate.ts';

test('students written before towns and leaves keep what they had, and a leave takes only days', () => {
  const db = toHandle(new Database(':memory:'));
  migrate(
    db,
    migrations.filter(({ version }) => version < studentLeave.version),
    () => undefined,
  );
  db.run(
    `INSERT INTO student (id, revision, created_at, updated_at, surname, given_name, status, left_on, sort_key, name_key)
       VALUES ('s', 3, '', '', 'Әлиева', 'Дана', 'leave', '2025-02-01', 'k', 'k')`,
  );
  migrate(
    db,
    migrations.filter(({ version }) => version <= studentLeave.version),
    () => undefined,
  );
  const student = db.get(
    'SELECT revision, surname, given_name AS givenName, status, left_on AS leftOn, town, leave_from AS leaveFrom, leave_reason AS leaveReason FROM student',
  );
  const write = (value: string): string => {
    try {
      db.run('UPDATE student SET leave_until = ?', value);
      return 'written';
    } catch {
      return 'refused';
    }
  };
  const outcome = [student, write('soon'), write('2026-08-31')];
  db.close();
  expect(outcome).toEqual([
    {
      revision: 3,
      surname: 'Әлиева',
      givenName: 'Дана',
      status: 'leave',
      leftOn: '2025-02-01',
      town: null,
      leaveFrom: null,
      leaveReason: null,
    },
    'refused',
    'written',
  ]);
});
