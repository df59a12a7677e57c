import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type World, world } from '#tests/support/world.ts';

const snapshot = resolve(import.meta.dirname, '../../main/database/schema.snapshot.sql');
let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

/** The schema of a new file as SQLite keeps it; the tables that FTS5 makes for itself are left out. */
function schemaOf({ app }: World): string {
  const parts = app
    .db()
    .column<string>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'search_index_*' AND name NOT GLOB 'sqlite_*' ORDER BY type DESC, name",
    )
    .map(sql => `${sql};`);
  return `${['-- The schema of a new file. Made by SERIKTES_WRITE_SNAPSHOT=1 npm run test:unit -- schema; not edited by hand.', `PRAGMA user_version = ${String(app.db().pragma('user_version'))};`, ...parts].join('\n')}\n`;
}

test('the committed snapshot is the schema that the migrations make', () => {
  const schema = schemaOf(college);
  if (process.env['SERIKTES_WRITE_SNAPSHOT'] === '1') writeFileSync(snapshot, schema);
  expect(readFileSync(snapshot, 'utf8')).toBe(schema);
});

test('every table checks the types of its columns', () => {
  const loose = college.app
    .db()
    .column(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT GLOB 'sqlite_*'",
    );
  expect(loose).toEqual([]);
});

test('every reference has an index, so that looking for what refers to a record never reads a whole table', () => {
  const db = college.app.db();
  // Batches are never removed, so nothing ever looks for what refers to one.
  const tables = db.column<string>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'batch'",
  );
  const unindexed = tables.flatMap(table =>
    db
      .column<string>('SELECT "from" FROM pragma_foreign_key_list(?)', table)
      .filter(column => {
        const [step] = db.all<{ detail: string }>(
          `EXPLAIN QUERY PLAN SELECT 1 FROM ${table} WHERE ${column} = 'x' LIMIT 1`,
        );
        return step?.detail.startsWith('SCAN') ?? true;
      })
      .map(column => `${table}.${column}`),
  );
  expect(unindexed).toEqual([]);
});

test('the database itself refuses to forget or to change what the audit says', async () => {
  await college.call('settings.update', { officer: 'А. Омарова' });
  const db = college.app.db();
  expect(
    [
      () => db.run('DELETE FROM audit'),
      () => db.run("UPDATE audit SET title = 'nothing'"),
      () => db.run('INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 1'),
    ].map(attempt => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return (error as Error).message;
      }
    }),
  ).toEqual(Array.from({ length: 3 }, () => 'audit is append-only'));
});
