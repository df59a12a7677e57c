/** Pieces of CREATE TABLE that many tables share. */
export const day = (column: string): string =>
  `${column} TEXT CHECK (${column} IS NULL OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`;
export const requiredDay = (column: string): string =>
  `${column} TEXT NOT NULL CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`;
export const choice = (column: string, values: readonly string[]): string =>
  `${column} TEXT CHECK (${column} IS NULL OR ${column} IN (${values.map(value => `'${value}'`).join(', ')}))`;
export const reference = (column: string, table: string, required = false): string =>
  `${column} TEXT ${required ? 'NOT NULL ' : ''}REFERENCES ${table}(id) DEFERRABLE INITIALLY DEFERRED`;
export const meta =
  'id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL';
