import { expect, test } from 'vitest';
import { viewLayout } from '#main/database/migrations/0012-view-layout.ts';
import { fileBefore } from '#tests/support/older-file.ts';

test('views saved before stay as they were, without a group and without widths of their own', () => {
  const { db, migrateIt } = fileBefore(viewLayout);
  try {
    db.exec(`INSERT INTO saved_view (id, revision, created_at, updated_at, list, name, search, filter, sort, hidden, position, is_default)
      VALUES ('v', 3, 'then', 'now', 'firms', 'Алматы', 'завод', '{"status":["active"]}', '{"field":"city","direction":"asc"}', '["bin"]', 1, 1)`);
    const before = db.get('SELECT * FROM saved_view') as object;
    migrateIt();
    expect(db.get('SELECT * FROM saved_view')).toEqual({ ...before, group_by: null, widths: null });
    expect(() => db.run("UPDATE saved_view SET widths = 'wide'")).toThrow(/CHECK/u);
  } finally {
    db.close();
  }
});
