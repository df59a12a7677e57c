import { expect, test } from 'vitest';
import { viewFolds } from '#main/database/migrations/0015-view-folds.ts';
import { fileBefore } from '#tests/support/older-file.ts';

test('views saved before stay as they were, with all groups open', () => {
  const { db, migrateIt } = fileBefore(viewFolds);
  try {
    db.exec(`INSERT INTO saved_view (id, revision, created_at, updated_at, list, name, search, filter, hidden, position, is_default, group_by)
      VALUES ('v', 3, 'then', 'now', 'firms', 'Алматы', 'завод', '{"status":["active"]}', '["bin"]', 1, 1, 'city')`);
    const before = db.get('SELECT * FROM saved_view') as object;
    migrateIt();
    expect(db.get('SELECT * FROM saved_view')).toEqual({ ...before, folds: null });
    expect(() => db.run("UPDATE saved_view SET folds = 'some'")).toThrow(/CHECK/u);
  } finally {
    db.close();
  }
});
