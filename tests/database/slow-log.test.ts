import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { slowQueryMilliseconds, toHandle, type WriteDb } from '#main/database/handles.ts';

let connection: Database.Database;
let db: WriteDb;
let slow: { readonly statement: string; readonly milliseconds: number }[];

beforeEach(() => {
  slow = [];
  connection = new Database(':memory:');
  connection.exec('CREATE TABLE firm (id INTEGER PRIMARY KEY, name TEXT)');
  // Holds a statement up for as long as it is told, whatever the machine.
  connection.function('wait', (milliseconds: unknown) => {
    const until = performance.now() + Number(milliseconds);
    while (performance.now() < until) continue;
    return 0;
  });
  db = toHandle(connection, { onSlow: (statement, milliseconds) => void slow.push({ statement, milliseconds }) });
});
afterEach(() => connection.close());

const read = 'SELECT wait(?), count(*) FROM firm WHERE name = ?';

test.each(['all', 'get', 'value', 'column'] as const)('a slow statement read by %s is told with its plan', way => {
  db[way](read, slowQueryMilliseconds + 20, 'Arman');
  expect(slow.map(({ statement }) => statement)).toEqual([`${read}\n  SCAN firm`]);
  expect(slow[0]?.milliseconds).toBeGreaterThan(slowQueryMilliseconds);
});

test('a slow statement that has no plan is told alone', () => {
  db.all('EXPLAIN QUERY PLAN SELECT * FROM firm');
  const explained = 'VALUES (wait(?))';
  db.value(explained, slowQueryMilliseconds + 20);
  expect(slow.map(({ statement }) => statement)).toEqual([explained]);
});
