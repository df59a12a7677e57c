import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { attachFile, connectFile } from './connect.ts';
import { entities, records } from './entities.ts';
import { type ReadDb, toHandle } from './handles.ts';
import { fieldMap } from './mapping.ts';

/** How the records of one kind would differ after a copy takes the place of the present file. */
export type KindDifference = {
  readonly entity: EntityName;
  /** In the copy, not in the present file. */
  readonly returning: number;
  /** In the present file, not in the copy. */
  readonly leaving: number;
  /** In both, with other values. */
  readonly changed: number;
};

/** What was recorded last in a file. */
export type LastChange = { readonly at: string; readonly actor: string } | null;

export type Comparison = {
  readonly kinds: readonly KindDifference[];
  readonly copyLast: LastChange;
  readonly presentLast: LastChange;
  /** Steps recorded in the present file that the copy does not know, by who made them. */
  readonly since: readonly { readonly actor: string; readonly steps: number }[];
};

const timestamps = new Set(['id', 'revision', 'created_at', 'updated_at']);

const lastChange = (db: ReadDb, schema: string): LastChange =>
  db.get<{ at: string; actor: string }>(`SELECT at, actor FROM ${schema}.batch ORDER BY seq DESC LIMIT 1`) ?? null;

/** Compares a copy of the present schema with the file in use, record by record, in SQL. Both are only read. */
export function compareCopies(copyFile: string, presentFile: string): Comparison {
  const connection = connectFile(copyFile, { readonly: true });
  try {
    connection.pragma('trusted_schema = OFF');
    attachFile(connection, presentFile, 'present');
    const db = toHandle(connection);
    const count = (sql: string): number => db.value<number>(sql) ?? 0;
    const kinds = entityNames.map((entity): KindDifference => {
      const { table } = entities[entity];
      const columns = fieldMap(records[entity])
        .map(field => field.column)
        .filter(column => !timestamps.has(column));
      const differs = columns.map(column => `c.${column} IS NOT p.${column}`).join(' OR ');
      return {
        entity,
        returning: count(
          `SELECT count(*) FROM main.${table} c WHERE NOT EXISTS (SELECT 1 FROM present.${table} p WHERE p.id = c.id)`,
        ),
        leaving: count(
          `SELECT count(*) FROM present.${table} p WHERE NOT EXISTS (SELECT 1 FROM main.${table} c WHERE c.id = p.id)`,
        ),
        changed: count(
          `SELECT count(*) FROM main.${table} c JOIN present.${table} p ON p.id = c.id WHERE ${differs === '' ? '0' : differs}`,
        ),
      };
    });
    return {
      kinds: kinds.filter(kind => kind.returning + kind.leaving + kind.changed > 0),
      copyLast: lastChange(db, 'main'),
      presentLast: lastChange(db, 'present'),
      since: db.all(
        `SELECT actor, count(*) AS steps FROM present.batch p
          WHERE NOT EXISTS (SELECT 1 FROM main.batch c WHERE c.id = p.id) GROUP BY actor ORDER BY steps DESC, actor LIMIT 20`,
      ),
    };
  } finally {
    connection.close();
  }
}
