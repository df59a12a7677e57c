import { expect, test } from 'vitest';
import { monitoring } from '#main/database/migrations/0006-monitoring.ts';
import { fileBefore } from '#tests/support/older-file.ts';

const meta = "0, 'then', 'now'";

test('placements written before keep every value, get visits and criteria of both sides, and one line per month', () => {
  const { attempt, db, migrateIt } = fileBefore(monitoring);
  db.run(
    "INSERT INTO firm (id, revision, created_at, updated_at, name_ru, sort_key, sort_key_kk, name_key, status) VALUES ('f', 0, '', '', 'ТОО', '', '', '', 'active')",
  );
  db.run(
    "INSERT INTO student (id, revision, created_at, updated_at, surname, status, sort_key, name_key) VALUES ('s', 0, '', '', 'Әли', 'active', '', '')",
  );
  db.run(
    `INSERT INTO placement (id, revision, created_at, updated_at, student_id, firm_id, practice_type_id, starts_on, ends_on, state, follow_up6)
      VALUES ('p', 4, 'then', 'now', 's', 'f', 'practice-type-dual', '2025-09-01', '2025-12-20', 'started', 'inSpecialty')`,
  );
  const before = db.all('SELECT * FROM placement');
  migrateIt();
  const month = (id: string): string =>
    attempt(`INSERT INTO month_attendance VALUES ('${id}', ${meta}, 'p', '2025-09', 120.5, NULL, 8, NULL)`);
  const outcome = {
    placements: db.all('SELECT * FROM placement'),
    criteria: db.all('SELECT side, count(*) AS count FROM evaluation_criterion GROUP BY side ORDER BY side'),
    months: [month('a'), month('b')],
    visits: [
      attempt(
        `INSERT INTO visit (id, revision, created_at, updated_at, firm_id, placement_id, planned_on, purpose, on_day) VALUES ('v', ${meta}, 'f', 'p', '2025-10-01', 'progress', '2025-10-01')`,
      ),
      attempt(
        `INSERT INTO visit (id, revision, created_at, updated_at, firm_id, purpose, on_day) VALUES ('w', ${meta}, 'f', 'progress', '2025-10-01')`,
      ),
    ],
  };
  db.close();
  expect(outcome).toEqual({
    placements: before,
    criteria: [
      { side: 'firm', count: 6 },
      { side: 'student', count: 6 },
    ],
    months: ['written', 'refused'],
    visits: ['written', 'refused'],
  });
});
