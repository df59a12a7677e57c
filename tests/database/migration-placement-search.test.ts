import { expect, test } from 'vitest';
import { placementSearch } from '#main/database/migrations/0014-placement-search.ts';
import { fileBefore } from '#tests/support/older-file.ts';

test('placements written before keep every value, and are counted by student or firm by reading an index alone', () => {
  const { db, migrateIt } = fileBefore(placementSearch);
  db.exec(`INSERT INTO firm (id, revision, created_at, updated_at, name_ru, sort_key, sort_key_kk, name_key, status)
      VALUES ('f', 0, '', '', 'ТОО', '', '', '', 'active');
    INSERT INTO student (id, revision, created_at, updated_at, surname, status, sort_key, name_key)
      VALUES ('s', 0, '', '', 'Әли', 'active', '', '');
    INSERT INTO placement (id, revision, created_at, updated_at, student_id, firm_id, practice_type_id, starts_on, ends_on, state, notes)
      SELECT 'p', 3, 'then', 'now', 's', 'f', min(id), '2025-09-01', '2025-12-26', 'started', 'Дневник сдан' FROM practice_type;`);
  const before = db.all('SELECT * FROM placement');
  migrateIt();
  const count = "SELECT count(*) FROM placement p WHERE +p.student_id IN ('s') OR +p.firm_id IN ('x')";
  const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${count}`).map(step => step.detail);
  const outcome = [before.length, db.all('SELECT * FROM placement'), db.value(count), plan];
  db.close();
  expect(outcome).toEqual([1, before, 1, ['SCAN p USING COVERING INDEX placement_student']]);
});
