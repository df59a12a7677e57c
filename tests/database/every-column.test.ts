import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toHandle, type WriteDb } from '#main/database/handles.ts';
import { runBatch } from '#main/database/records.ts';
import { workspaceIn } from '#main/workspace.ts';
import { isSpotless } from '#tests/support/checked.ts';
import { insertEveryKind } from '#tests/support/every-kind.ts';
import { testPorts, world } from '#tests/support/world.ts';

/** Not data: the planner's statistics, and the pages of the search index, which are compared by the words they hold. */
const notData = /^(?:sqlite_schema|sqlite_stat\d|search_index_(?:data|idx))$/u;

/** In which part of the index FTS5 will mark a text as gone: differs between two indexes of the same words. */
const bookkeeping = new Set(['search_index_docsize.origin']);

const folder = mkdtempSync(join(tmpdir(), 'seriktes-columns-'));
let connection: Database.Database;
let db: WriteDb;

beforeAll(() => {
  const college = world({ folder });
  const { changed } = runBatch(college.app.db(), testPorts('2025-11-20', 'Officer'), insertEveryKind);
  expect(changed.length).toBeGreaterThan(40);
  college.app.close();
  // As somebody with a database tool: without the guards of the schema.
  connection = new Database(workspaceIn(folder).databaseFile);
  connection.unsafeMode(true);
  db = toHandle(connection);
  for (const name of db.column<string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    db.exec(`DROP TRIGGER ${name}`);
  db.pragma('foreign_keys = OFF');
});
afterAll(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

const tables = (): readonly string[] =>
  db
    .column<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')")
    .filter(name => !notData.test(name));

type Column = { readonly name: string; readonly required: number };

/** Other values of the same type; a text that is JSON stays JSON. */
function others(value: unknown, { required }: Column): readonly unknown[] {
  const emptied = required === 0 ? [null] : [];
  if (value === null) return ['x', 1];
  if (typeof value === 'number') return [value + 1, ...emptied];
  if (value instanceof Uint8Array)
    return [Buffer.from(value.map((byte, at) => (at === 0 ? byte ^ 1 : byte))), ...emptied];
  const text = String(value);
  const changed = /^[[{]/u.test(text)
    ? `[${text}]`
    : text.slice(0, -1) + String.fromCodePoint((text.codePointAt(text.length - 1) ?? 64) ^ 1);
  return [changed, ...emptied];
}

test('the college of this test is sound and has a row in every table; a new table must get one here', async () => {
  const empty = tables().filter(table => db.value(`SELECT 1 FROM "${table}" LIMIT 1`) === undefined);
  expect([await isSpotless(db), empty]).toEqual([true, []]);
});

test('a value changed in any column of any table is found by the check of the data', async () => {
  const overlooked: string[] = [];
  let tried = 0;
  for (const table of tables()) {
    const columns = db.all<Column>('SELECT name, "notnull" AS required FROM pragma_table_info(?)', table);
    const rowid = db.value<number>('SELECT wr FROM pragma_table_list WHERE name = ?', table) === 0;
    const keys = db.column<string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk', table);
    const key = rowid ? 'rowid' : keys.join(', ');
    const newest = `SELECT ${key} FROM "${table}" ORDER BY ${rowid ? 'rowid DESC' : key} LIMIT 1`;
    for (const column of columns.filter(({ name }) => !bookkeeping.has(`${table}.${name}`))) {
      const value = db.value(`SELECT "${column.name}" FROM "${table}" WHERE (${key}) = (${newest})`);
      for (const other of others(value, column)) {
        db.exec('BEGIN');
        try {
          db.pragma('ignore_check_constraints = ON');
          const sql = `UPDATE "${table}" SET "${column.name}" = ? WHERE (${key}) = (${newest})`;
          const refused = isRefused(() => db.run(sql, other));
          db.pragma('ignore_check_constraints = OFF');
          tried += 1;
          // oxlint-disable-next-line no-await-in-loop -- each change is tried on its own
          if (!refused && (await isSpotless(db)))
            overlooked.push(`${table}.${column.name} ${String(value)} → ${String(other)}`);
        } finally {
          db.exec('ROLLBACK');
        }
      }
    }
  }
  console.log(`columns: ${tried} changes tried`);
  expect(overlooked).toEqual([]);
}, 14_400_000);

/** Whether SQLite itself refuses the value: another type, a key that is taken. */
function isRefused(change: () => void): boolean {
  try {
    change();
    return false;
  } catch (error) {
    if (/^SQLITE_(?:CONSTRAINT|MISMATCH)/u.test(String((error as { code?: unknown }).code))) return true;
    throw error;
  }
}
