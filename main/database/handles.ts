import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

type Statement = Database.Statement<unknown[], unknown>;

/** A handle for reading. The statements are prepared once per text and kept. */
export type ReadDb = {
  readonly [readable]: true;
  readonly all: <Row>(sql: string, ...parameters: unknown[]) => Row[];
  readonly get: <Row>(sql: string, ...parameters: unknown[]) => Row | undefined;
  /** First column of the first row; undefined when there is none. */
  readonly value: <Value>(sql: string, ...parameters: unknown[]) => Value | undefined;
  /** First column of every row. */
  readonly column: <Value>(sql: string, ...parameters: unknown[]) => Value[];
  /** Every row as an array of its columns: where rows are many, an object for each costs as much as reading it. */
  readonly rows: (sql: string, ...parameters: unknown[]) => unknown[][];
};

/** A handle that can also write. Only `records.ts`, migrations and maintenance take it. */
export type WriteDb = ReadDb & {
  readonly [writable]: true;
  readonly run: (sql: string, ...parameters: unknown[]) => { readonly changes: number; readonly lastRow: number };
  readonly exec: (sql: string) => void;
  readonly pragma: (text: string) => unknown;
  /** Runs the function inside one immediate transaction; an exception rolls everything back. */
  readonly transaction: <T>(run: () => T) => T;
  readonly close: () => void;
  readonly file: string;
};

/** Statements that take longer than this are written to the slow-query log, milliseconds. */
export const slowQueryMilliseconds = 40;

type Options = {
  /** Told of a slow statement: its SQL, and below it how SQLite goes about it. */
  readonly onSlow?: ((statement: string, milliseconds: number) => void) | undefined;
};

/** Wraps an open connection into the branded handles. */
export function toHandle(connection: Database.Database, options: Options = {}): WriteDb {
  const statements = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare<unknown[], unknown>(sql);
    if (statements.size >= 500) statements.clear();
    statements.set(sql, statement);
    return statement;
  };
  const planOf = (sql: string, parameters: readonly unknown[]): string => {
    if (!/^\s*(?:SELECT|WITH)\b/iu.test(sql)) return '';
    const steps = connection.prepare<unknown[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
    return steps
      .all(...parameters)
      .map(({ detail }) => `\n  ${detail}`)
      .join('');
  };
  const timed = <T>(sql: string, parameters: readonly unknown[], run: () => T): T => {
    if (options.onSlow === undefined) return run();
    const start = performance.now();
    const result = run();
    const took = performance.now() - start;
    if (took > slowQueryMilliseconds) options.onSlow(sql + planOf(sql, parameters), took);
    return result;
  };
  const handle = {
    all: (sql: string, ...parameters: unknown[]) =>
      timed(sql, parameters, () =>
        prepare(sql)
          .raw(false)
          .all(...parameters),
      ),
    get: (sql: string, ...parameters: unknown[]) =>
      timed(sql, parameters, () =>
        prepare(sql)
          .raw(false)
          .get(...parameters),
      ),
    value: (sql: string, ...parameters: unknown[]) =>
      timed(
        sql,
        parameters,
        () =>
          (
            prepare(sql)
              .raw(true)
              .get(...parameters) as unknown[] | undefined
          )?.[0],
      ),
    column: (sql: string, ...parameters: unknown[]) => handle.rows(sql, ...parameters).map(row => row[0]),
    rows: (sql: string, ...parameters: unknown[]) =>
      timed(
        sql,
        parameters,
        () =>
          prepare(sql)
            .raw(true)
            .all(...parameters) as unknown[][],
      ),
    run: (sql: string, ...parameters: unknown[]) => {
      const { changes, lastInsertRowid } = prepare(sql).run(...parameters);
      return { changes, lastRow: Number(lastInsertRowid) };
    },
    exec: (sql: string) => {
      connection.exec(sql);
    },
    pragma: (text: string) => connection.pragma(text, { simple: true }),
    transaction: <T>(run: () => T): T => connection.transaction(run).immediate(),
    close: () => {
      statements.clear();
      connection.close();
    },
    file: connection.name,
  };
  return handle as unknown as WriteDb;
}
