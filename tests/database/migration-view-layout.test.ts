import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { toHandle } from '#main/database/handles.ts';
import { viewLayout } from '#main/database/migrations/0012-view-layout.ts';
import { migrations } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrations/migrate.ts';

test('views saved before stay as they were, without a group and without widths of their own', () => {
  const db = toHandle(new Database(':memory:'));
  try {
    const upTo = (version: number): void =>
      migrate(
        db,
        migrations.filter(known => known.version <= version),
        () => undefined,
      );
    upTo(viewLayout.version - 1);
    db.exec(`INSERT INTO saved_view (id, revision, created_at, updated_at, list, name, search, filter, sort, hidden, position, is_default)
      VALUES ('v', 3, 'then', 'now', 'firms', 'Алматы', 'завод', '{"status":["active"]}', '{"field":"city","direction":"asc"}', '["bin"]', 1, 1)`);
    const before = db.get('SELECT * FROM saved_view') as object;
    upTo(viewLayout.version);
    expect(db.get('SELECT * FROM saved_view')).toEqual({ ...before, group_by: null, widths: null });
    expect(() => db.run("UPDATE saved_view SET widths = 'wide'")).toThrow(/CHECK/u);
  } finally {
    db.close();
  }
});
