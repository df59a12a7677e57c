import type { Sort } from '#shared/contract/primitives.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import type { z } from '#shared/contract/zod.ts';
import type { ReadDb } from './handles.ts';
import { fieldMap, fromRow, fromStored, toColumn } from './mapping.ts';
import { matchExpression, numberQuery } from './search-index.ts';

/** A piece of a WHERE clause with its values; `negates` is what it is the contrary of. */
export type Condition = { readonly sql: string; readonly values: readonly unknown[]; readonly negates?: Condition };

/** How rows can be ordered by one column: `from` replaces the plain table when another table's index gives the order. */
export type SortSpec = { readonly by: readonly string[]; readonly from?: string };

/** One kind of list: what a row shows, how it can be sorted, searched and filtered. Everything happens in SQL. */
export type ListSpec<Row extends z.ZodObject, Filter> = {
  readonly entity: EntityName;
  readonly row: Row;
  /** The table under its alias, e.g. `firm f`. */
  readonly from: string;
  readonly alias: string;
  /** Joins needed to show a row; applied to one page only. */
  readonly joins?: string;
  /** SQL of each row field that is not a plain column of the table. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly sorts: Readonly<Record<string, SortSpec>>;
  /** By the row's field: an expression over the plain table whose equal values make a group, and whose order is the order of the groups. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Row fields whose numbers are added up for each group. */
  readonly sums?: readonly string[];
  readonly defaultSort: Sort;
  readonly search?: (query: string) => Condition | null;
  readonly filter: (filter: Filter, today: string) => readonly Condition[];
};

export type ListRequest<Filter> = {
  readonly search: string;
  readonly filter?: Filter | undefined;
  readonly sort?: Sort | undefined;
  /** The field by which rows stand together; one the list does not group by is passed over. */
  readonly group?: string | undefined;
};

export const condition = (sql: string, ...values: unknown[]): Condition => ({ sql, values });

/** The contrary of a condition that is never unknown, such as EXISTS. */
export const not = (negates: Condition): Condition => ({
  sql: `NOT ${negates.sql}`,
  values: negates.values,
  negates,
});

/** `column` is one of the values; nothing when the filter is not set. An empty string stands for «no value». */
export function oneOf(column: string, values: readonly unknown[] | undefined): readonly Condition[] {
  if (values === undefined || values.length === 0) return [];
  const given = values.filter(value => value !== '');
  const parts = given.length === 0 ? [] : [`${column} IN (${given.map(() => '?').join(', ')})`];
  if (given.length < values.length) parts.push(`${column} IS NULL`);
  return [{ sql: `(${parts.join(' OR ')})`, values: given }];
}

/** A column within a period of days, of which either end may be open. */
export const within = (column: string, from: string | undefined, to: string | undefined): readonly Condition[] => [
  ...(from === undefined ? [] : [condition(`${column} >= ?`, from)]),
  ...(to === undefined ? [] : [condition(`${column} <= ?`, to)]),
];

/** Places of values in an order of their own, for sorting by what has no order in SQL. */
export const placeIn = (column: string, values: readonly string[]): string =>
  `CASE ${column} ${values.map((value, place) => `WHEN '${value}' THEN ${place}`).join(' ')} END`;

export function equals(column: string, value: string | number | undefined): readonly Condition[] {
  return value === undefined ? [] : [condition(`${column} = ?`, value)];
}

/** One of these ids; the list may be long, so it travels as one JSON parameter. */
export function amongIds(column: string, ids: readonly string[] | undefined): readonly Condition[] {
  return ids === undefined ? [] : [condition(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))];
}

/** Ids of the records of one kind whose indexed words or numbers match, for `IN`: an id may come twice. */
export function matchingIds(entity: EntityName, query: string): Condition | null {
  const expression = matchExpression(query, entity);
  if (expression === null) return null;
  const words =
    'SELECT d.entity_id FROM search_index s JOIN search_document d ON d.row = s.rowid WHERE s.search_index MATCH ?';
  const numbers = numberQuery(query, entity);
  if (numbers === null) return condition(words, expression);
  // Not UNION, which would read the records in the order of their ids, past the index that holds the numbers alone.
  return condition(`${words} UNION ALL ${numbers.sql}`, expression, ...numbers.values);
}

/** The ordinary search of a list: the record's own words. */
export const ownWords =
  (entity: EntityName, alias: string) =>
  (query: string): Condition | null => {
    const ids = matchingIds(entity, query);
    return ids === null ? null : condition(`${alias}.id IN (${ids.sql})`, ...ids.values);
  };

type Plan = {
  readonly from: string;
  readonly where: string;
  readonly values: readonly unknown[];
  readonly order: string;
  /** What rows stand together by, and the order of it. */
  readonly group: { readonly by: string; readonly order: string } | null;
};

/** Groups run in their own order, or against it when the rows are sorted by the same field; rows without a value come last. */
function groupOf<Row extends z.ZodObject, Filter>(
  spec: ListSpec<Row, Filter>,
  { group }: ListRequest<Filter>,
  sort: Sort,
): Plan['group'] {
  const by = group !== undefined && Object.hasOwn(spec.groups ?? {}, group) ? spec.groups?.[group] : undefined;
  if (by === undefined) return null;
  const direction = sort.field === group && sort.direction === 'desc' ? 'DESC' : 'ASC';
  return { by, order: `${by} ${direction} NULLS LAST` };
}

function planOf<Row extends z.ZodObject, Filter>(
  spec: ListSpec<Row, Filter>,
  request: ListRequest<Filter>,
  today: string,
): Plan {
  const sort =
    request.sort !== undefined && Object.hasOwn(spec.sorts, request.sort.field) ? request.sort : spec.defaultSort;
  const { by, from } = spec.sorts[sort.field] ?? { by: [`${spec.alias}.id`] };
  const direction = sort.direction === 'desc' ? 'DESC' : 'ASC';
  const group = groupOf(spec, request, sort);
  const conditions = [...(request.filter === undefined ? [] : spec.filter(request.filter, today))];
  const searched = request.search.trim() === '' ? null : spec.search?.(request.search);
  if (searched !== null && searched !== undefined) conditions.push(searched);
  return {
    from: from ?? spec.from,
    where: conditions.length === 0 ? '' : `WHERE ${conditions.map(part => part.sql).join(' AND ')}`,
    values: conditions.flatMap(part => part.values),
    order: [
      ...(group === null ? [] : [group.order]),
      ...[...by, `${spec.alias}.id`].map(term => `${term} ${direction}`),
    ].join(', '),
    group,
  };
}

/** The conditions of a request as one WHERE clause, empty when it has none. */
export function listCondition<Row extends z.ZodObject, Filter>(
  spec: ListSpec<Row, Filter>,
  request: ListRequest<Filter>,
  today: string,
): Condition {
  const { where, values } = planOf(spec, request, today);
  return { sql: where, values };
}

/** Ids of all rows in list order. */
export function listIds<Row extends z.ZodObject, Filter>(
  db: ReadDb,
  spec: ListSpec<Row, Filter>,
  request: ListRequest<Filter>,
  today: string,
): string[] {
  const plan = planOf(spec, request, today);
  return db.column<string>(
    `SELECT ${spec.alias}.id FROM ${plan.from} ${plan.where} ORDER BY ${plan.order}`,
    ...plan.values,
  );
}

/** How many rows the request finds. */
export function countRows<Row extends z.ZodObject, Filter>(
  db: ReadDb,
  spec: ListSpec<Row, Filter>,
  request: ListRequest<Filter>,
  today: string,
): number {
  const plan = planOf(spec, request, today);
  return db.value<number>(`SELECT count(*) FROM ${spec.from} ${plan.where}`, ...plan.values) ?? 0;
}

const columnOf = <Row extends z.ZodObject, Filter>(spec: ListSpec<Row, Filter>, field: string): string =>
  spec.columns?.[field] ?? `${spec.alias}.${toColumn(field)}`;

const pageSql = <Row extends z.ZodObject, Filter>(spec: ListSpec<Row, Filter>, columns: readonly string[]): string =>
  `SELECT ${columns.join(', ')} FROM json_each(?) page CROSS JOIN ${spec.from} ON ${spec.alias}.id = page.value ${spec.joins ?? ''} ORDER BY page.key`;

/** Full rows for ids, in the order of the ids; unknown ids are left out. */
export function rowsByIds<Row extends z.ZodObject, Filter>(
  db: ReadDb,
  spec: ListSpec<Row, Filter>,
  ids: readonly string[],
): z.output<Row>[] {
  if (ids.length === 0) return [];
  const columns = fieldMap(spec.row).map(({ field, column }) => `${columnOf(spec, field)} AS ${column}`);
  return db
    .all<Record<string, unknown>>(pageSql(spec, columns), JSON.stringify(ids))
    .map(row => fromRow(spec.row, row));
}

/** Some fields of the rows for ids as arrays, in the order of both; a field that a row does not have is null. A third of the cost of full rows. */
export function fieldsByIds<Row extends z.ZodObject, Filter>(
  db: ReadDb,
  spec: ListSpec<Row, Filter>,
  fields: readonly string[],
  ids: readonly string[],
): unknown[][] {
  const map = new Map(fieldMap(spec.row).map(entry => [entry.field, entry]));
  const columns = fields.map(field => (map.has(field) ? columnOf(spec, field) : 'NULL'));
  const rows = db.rows(pageSql(spec, columns), JSON.stringify(ids));
  for (const [place, field] of fields.entries()) {
    const kind = map.get(field)?.kind ?? 'plain';
    if (kind !== 'plain') for (const row of rows) row[place] = fromStored(kind, row[place]);
  }
  return rows;
}

/** Groups told apart in one answer; what is beyond them stands together at the end. */
const mostGroups = 10_000;

/** The groups of a list in their order, each with how many rows it has, what their numbers add up to, and one of them, which says its name. */
function groupsOf<Row extends z.ZodObject, Filter>(db: ReadDb, spec: ListSpec<Row, Filter>, plan: Plan) {
  if (plan.group === null) return undefined;
  const sums = spec.sums ?? [];
  const joined = sums.some(field => spec.columns?.[field] !== undefined) ? spec.joins : undefined;
  const added = sums.map((field, place) => `, total(${columnOf(spec, field)}) AS sum${place}`).join('');
  const groups = db.all<Readonly<Record<string, number>> & { readonly id: string }>(
    `SELECT min(${spec.alias}.id) AS id, count(*) AS count${added} FROM ${spec.from} ${joined ?? ''} ${plan.where} GROUP BY ${plan.group.by} ORDER BY ${plan.group.order} LIMIT ?`,
    ...plan.values,
    mostGroups,
  );
  const rows = rowsByIds(
    db,
    spec,
    groups.map(group => group.id),
  );
  return groups.flatMap((group, place) => {
    const row = rows[place];
    const found = Object.fromEntries(sums.map((field, at) => [field, group[`sum${at}`] ?? 0]));
    return row === undefined ? [] : [{ count: group['count'] ?? 0, row, sums: found }];
  });
}

/** One window of a list with the total, and with its groups when it begins a grouped list: the ids are found through an index first, then only that page is read in full. */
export function listPage<Row extends z.ZodObject, Filter>(
  db: ReadDb,
  spec: ListSpec<Row, Filter>,
  request: ListRequest<Filter> & { readonly offset: number; readonly limit: number },
  today: string,
): {
  rows: z.output<Row>[];
  total: number;
  groups?: { count: number; row: z.output<Row>; sums: Record<string, number> }[];
} {
  const plan = planOf(spec, request, today);
  const ids = db.column<string>(
    `SELECT ${spec.alias}.id FROM ${plan.from} ${plan.where} ORDER BY ${plan.order} LIMIT ? OFFSET ?`,
    ...plan.values,
    request.limit,
    request.offset,
  );
  const groups = request.offset === 0 ? groupsOf(db, spec, plan) : undefined;
  // A page that is not full is the last one, and says itself how many there are.
  const isLast = ids.length < request.limit && (ids.length > 0 || request.offset === 0);
  const total = isLast ? request.offset + ids.length : countRows(db, spec, request, today);
  const page = { rows: rowsByIds(db, spec, ids), total };
  return groups === undefined ? page : { ...page, groups };
}
