import { expect, test } from 'vitest';
import { studentLeave } from '#main/database/migrations/0002-student-leave.ts';
import { fileBefore } from '#tests/support/older-file.ts';

test('students written before towns and leaves keep what they had, and a leave takes only days', () => {
  const { attempt, db, migrateIt } = fileBefore(studentLeave);
  db.run(
    `INSERT INTO student (id, revision, created_at, updated_at, surname, given_name, status, left_on, sort_key, name_key)
       VALUES ('s', 3, '', '', 'Әлиева', 'Дана', 'leave', '2025-02-01', 'k', 'k')`,
  );
  migrateIt();
  const student = db.get(
    'SELECT revision, surname, given_name AS givenName, status, left_on AS leftOn, town, leave_from AS leaveFrom, leave_reason AS leaveReason FROM student',
  );
  const write = (value: string): string => attempt('UPDATE student SET leave_until = ?', value);
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
