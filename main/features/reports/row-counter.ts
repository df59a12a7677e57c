import type { ReadDb } from '../../database/handles.ts';
import type { Condition, ListSpec } from '../../database/list-query.ts';

/** Rows that agree in every dimension: the values they agree in, and how many they are. */
export type Counted = { readonly values: readonly (string | number)[]; readonly rows: number };

type Rows = {
  /** Where a row stands, by its number in the table. */
  readonly places: ReadonlyMap<number, number>;
  /** By place, which of the groups it belongs to. */
  readonly groupOf: readonly number[];
  readonly groups: readonly (readonly (string | number)[])[];
};

/**
 * Counts the rows of a list that meet conditions, broken down by columns. For lists of some ten thousand rows that are asked many
 * times with conditions in common, such as one of the year before: each condition is put to the database once, and what meets
 * several is counted here. Grouping every answer in SQL sorts the same rows again and again.
 */
export function createRowCounter(
  db: ReadDb,
  { from, alias }: Pick<ListSpec<never, never>, 'from' | 'alias'>,
  columns: readonly string[],
): (conditions: readonly Condition[]) => readonly Counted[] {
  let known: Rows | undefined;
  const readRows = (): Rows => {
    const places = new Map<number, number>();
    const numbers = new Map<string, number>();
    const [groupOf, groups]: [number[], (string | number)[][]] = [[], []];
    const values = columns.map(column => `ifnull(${column}, '')`).join(', ');
    for (const [row, ...own] of db.rows(`SELECT ${alias}.rowid, ${values} FROM ${from}`) as (string | number)[][]) {
      const name = JSON.stringify(own);
      const group = numbers.get(name) ?? groups.push(own) - 1;
      numbers.set(name, group);
      places.set(row as number, groupOf.length);
      groupOf.push(group);
    }
    return { places, groupOf, groups };
  };
  const marks = new Map<string, Uint8Array>();
  /** By place, whether a row meets the condition. */
  const marksOf = ({ sql, values }: Condition, { places }: Rows): Uint8Array => {
    const name = JSON.stringify([sql, values]);
    const found = marks.get(name) ?? new Uint8Array(places.size);
    if (marks.has(name)) return found;
    for (const row of db.column<number>(`SELECT ${alias}.rowid FROM ${from} WHERE ${sql}`, ...values))
      found[places.get(row) ?? -1] = 1;
    marks.set(name, found);
    return found;
  };
  return conditions => {
    known ??= readRows();
    const rows = known;
    const tests = conditions.map(condition => ({
      marks: marksOf(condition.negates ?? condition, rows),
      wanted: condition.negates === undefined ? 1 : 0,
    }));
    const counts = new Uint32Array(rows.groups.length);
    for (const [place, group] of rows.groupOf.entries())
      if (tests.every(test => test.marks[place] === test.wanted)) counts[group] = (counts[group] ?? 0) + 1;
    return rows.groups.flatMap((values, group) => {
      const count = counts[group] ?? 0;
      return count === 0 ? [] : [{ values, rows: count }];
    });
  };
}
