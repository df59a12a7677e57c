import { expect, test } from 'vitest';
import { ownIndicators } from '#main/database/migrations/0004-own-indicators.ts';
import { fileBefore } from '#tests/support/older-file.ts';

const meta = "1, '2025-11-20T08:00:00.000Z', '2025-11-20T08:00:00.000Z'";

test('a file from before the own indicators keeps its saved views, and a figure has one target a year', () => {
  const { db, migrateIt } = fileBefore(ownIndicators);
  try {
    db.exec(`INSERT INTO saved_view (id, revision, created_at, updated_at, list, name, search, filter, position, is_default)
      VALUES ('v', ${meta}, 'firms', 'Дуальные', '', '{"status":["active"]}', 0, 0)`);
    migrateIt();
    const target = (id: string): void =>
      db.exec(
        `INSERT INTO indicator_target VALUES ('${id}', ${meta}, 'summary', 'dual', 'now', 'schoolYear', 2025, 60.5, 'atLeast')`,
      );
    target('a');
    expect(() => target('b')).toThrow(/UNIQUE/u);
    expect([
      db.value('SELECT filter FROM saved_view'),
      db.value('SELECT value FROM indicator_target'),
      db.value('SELECT count(*) FROM own_indicator'),
    ]).toEqual(['{"status":["active"]}', 60.5, 0]);
  } finally {
    db.close();
  }
});
