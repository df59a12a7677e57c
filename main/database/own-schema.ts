import Database from 'better-sqlite3';
import { type ReadDb, toHandle, type WriteDb } from './handles.ts';
import { migrations } from './migrations/index.ts';
import { migrate } from './migrations/migrate.ts';

type SchemaPart = { readonly type: string; readonly name: string; readonly tbl_name: string; readonly sql: unknown };

const partsSql =
  "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4') AND sql IS NOT NULL ORDER BY type, name";

/** As SQLite words it: another version may quote a name differently or keep other spaces. */
const plainSql = (sql: unknown): string =>
  String(sql) // a damaged file may hold bytes where the wording was
    .replace(/["`[\]]/gu, '')
    .replace(/\s+/gu, ' ');

const partsOf = (db: ReadDb): readonly string[] =>
  db.all<SchemaPart>(partsSql).map(part => `${part.type} ${part.name} ${part.tbl_name} ${plainSql(part.sql)}`);

const known = new Map<number, readonly string[]>();

/** An empty college in memory, of the schema of that version; the caller closes it. */
function emptyCollege(version = migrations.at(-1)?.version ?? 0): WriteDb {
  const db = toHandle(new Database(':memory:'));
  migrate(
    db,
    migrations.filter(migration => migration.version <= version),
    () => undefined,
  );
  return db;
}

/** What a file of this program holds at that version: the schema of an empty one. */
function expectedParts(version: number): readonly string[] {
  const before = known.get(version);
  if (before !== undefined) return before;
  const empty = emptyCollege(version);
  try {
    const parts = partsOf(empty);
    known.set(version, parts);
    return parts;
  } finally {
    empty.close();
  }
}

/**
 * Whether a file's tables, indexes, triggers and views are exactly those this program makes for its version. A file from
 * elsewhere may carry triggers, views and computed columns of its own; nothing of it is used unless its schema is ours.
 */
export function hasOwnSchema(db: ReadDb, version: number): boolean {
  return JSON.stringify(partsOf(db)) === JSON.stringify(expectedParts(version));
}

type Row = Readonly<Record<string, unknown>>;
const seeded = new Map<string, readonly Row[]>();

/** The rows of a table that every new file begins with, which no history tells of. */
export function seededRows(table: string): readonly Row[] {
  if (seeded.size === 0) {
    const empty = emptyCollege();
    try {
      const tables = empty.column<string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'",
      );
      for (const name of tables) seeded.set(name, empty.all<Row>(`SELECT * FROM "${name}"`));
    } finally {
      empty.close();
    }
  }
  return seeded.get(table) ?? [];
}
