import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toHandle, type WriteDb } from '#main/database/handles.ts';
import { type Condition, condition, not } from '#main/database/list-query.ts';
import { createRowCounter } from '#main/features/reports/row-counter.ts';

let db: WriteDb;
beforeAll(() => {
  db = toHandle(new Database(':memory:'));
  db.exec('CREATE TABLE thing (id TEXT PRIMARY KEY, colour TEXT, size INTEGER) STRICT');
  for (let place = 0; place < 200; place += 1)
    db.run(
      'INSERT INTO thing VALUES (?, ?, ?)',
      `t${place}`,
      [null, 'red', 'blue'][place % 3] ?? null,
      place % 5 === 0 ? null : place % 7,
    );
  db.run('DELETE FROM thing WHERE size = 3');
});
afterAll(() => db.close());

const some: readonly Condition[] = [
  condition('t.size > ?', 2),
  condition("(t.colour = 'red' OR t.size IS NULL)"),
  condition('EXISTS (SELECT 1 FROM thing o WHERE o.size = t.size AND o.id < t.id)'),
];
const conditions: readonly Condition[] = [...some, not(condition('EXISTS (SELECT 1 WHERE t.size = ?)', 4))];

test('rows counted condition by condition are those that one statement groups, also by columns without a value', () => {
  const count = createRowCounter(db, { from: 'thing t', alias: 't' }, ['t.colour', 't.size']);
  fc.assert(
    fc.property(fc.subarray([...conditions]), asked => {
      const where = asked.map(({ sql }) => sql).join(' AND ');
      const grouped = db.rows(
        `SELECT ifnull(t.colour, ''), ifnull(t.size, ''), count(*) FROM thing t ${where && `WHERE ${where}`} GROUP BY 1, 2`,
        ...asked.flatMap(({ values }) => values),
      );
      const counted = count(asked).map(({ values, rows }) => [...values, rows]);
      expect(new Set(counted.map(row => JSON.stringify(row)))).toEqual(
        new Set(grouped.map(row => JSON.stringify(row))),
      );
    }),
  );
});

test('a condition is put to the database once, however many lists have it and whether they want it or its contrary', () => {
  const asked: string[] = [];
  const listening = {
    ...db,
    column: (sql: string, ...values: unknown[]) => {
      asked.push(sql);
      return db.column(sql, ...values);
    },
  } as WriteDb;
  const count = createRowCounter(listening, { from: 'thing t', alias: 't' }, ['t.colour']);
  const [first = condition('1'), second = condition('1')] = some;
  const total = (...all: Condition[]): number => count(all).reduce((sum, { rows }) => sum + rows, 0);
  expect(total(second) + total(not(second))).toBe(total());
  expect(total(first, second) + total(first, not(second))).toBe(total(first));
  expect(asked).toHaveLength(2);
});
