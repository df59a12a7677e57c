import {
  type AnnualReport,
  type Drill,
  type Indicator,
  type Measure,
  type ReportCell,
  type ReportRow,
  reportAreas,
} from '#shared/contract/reports.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Area, areaSpec, type DimensionSpec, reportLists } from './figures.ts';
import { type ListedRows, listedRows, type Shown } from './listed-rows.ts';

/** A record as the list behind a number showed it. */
export type ListedRecord = {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly string[];
  /** What it adds to figures that are not counts. */
  readonly amounts: Readonly<Partial<Record<Measure, number>>>;
};

export type ListedArea = { readonly columns: readonly string[]; readonly records: readonly ListedRecord[] };

/** The records behind every number of a report, each kept once; a list names them by their places. */
export type ListsBehind = {
  readonly areas: Readonly<Record<Area, ListedArea>>;
  /** By the canonical JSON of the drill. */
  readonly lists: Readonly<Record<string, readonly number[]>>;
};

type Value = string | number | null;

/** The records of an area with these numbers in their table, and where the record of each number stands among them. */
function listed(
  db: ReadDb,
  { from, alias, title, order, shown }: ListedRows,
  t: Translator,
  area: Area,
  numbers: readonly number[],
): { readonly listed: ListedArea; readonly places: ReadonlyMap<number, number> } {
  const sums = Object.entries(areaSpec(area).sums);
  const columns = [
    `${alias}.rowid`,
    `${alias}.id`,
    title,
    ...shown.map(({ sql }) => sql),
    ...sums.map(([, sql]) => sql),
  ];
  const rows = db.rows(
    `SELECT ${columns.join(', ')} FROM ${from} WHERE ${alias}.rowid IN (SELECT value FROM json_each(?)) ORDER BY ${order}`,
    JSON.stringify(numbers),
  ) as (readonly Value[])[];
  const [firstCell, firstSum] = [3, 3 + shown.length];
  const written = (value: Value | undefined, kind: Shown['kind']): string => {
    if (value === null || value === undefined || value === '') return '';
    if (kind === 'day') return t.locale.date(String(value));
    return kind === undefined ? String(value) : t.dynamic(`${kind}.${String(value)}`);
  };
  const names = sums.map(([name], place) => ({ name, place: firstSum + place }));
  // In the order of their names, as canonical JSON has them.
  names.sort((left, right) => (left.name < right.name ? -1 : 1));
  const amountsOf = (row: readonly Value[]): ListedRecord['amounts'] => {
    const amounts: Record<string, number> = {};
    for (const { name, place } of names) amounts[name] = Number(row[place] ?? 0);
    return amounts;
  };
  return {
    listed: {
      columns: shown.map(({ column }) => t.dynamic(`reports.listColumns.${column}`)),
      records: rows.map(row => ({
        amounts: amountsOf(row),
        cells: shown.map(({ kind }, place) => written(row[firstCell + place], kind)),
        id: String(row[1]),
        title: String(row[2]),
      })),
    },
    places: new Map(rows.map((row, place) => [Number(row[0]), place])),
  };
}

export const rowsWithTotal = ({ rows, total }: Indicator): readonly ReportRow[] =>
  total === null ? rows : [...rows, total];

/** Every cell of a report. */
export const cellsOfReport = ({ indicators }: AnnualReport): ReportCell[] =>
  indicators.flatMap(indicator => rowsWithTotal(indicator).flatMap(({ cells }) => Object.values(cells)));

/** A list split into the one it is a part of and the values that narrow it: each whole list is read once. */
function splitDrill({ area, filter }: Drill): { readonly whole: Drill; readonly values: readonly Narrowing[] } {
  const rest: Record<string, unknown> = { ...filter };
  const values: Narrowing[] = [];
  for (const [name, { field }] of Object.entries(areaSpec(area).dimensions)) {
    const value = rest[field];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    delete rest[field];
    values.push({ name, allowed: new Set((Array.isArray(value) ? value : [value]).map(String)) });
  }
  return { whole: { area, filter: rest }, values };
}

/** By which dimensions each whole list is narrowed anywhere: only their values are read. */
function narrowings(drills: readonly Drill[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const drill of drills) {
    const { whole, values } = splitDrill(drill);
    const name = canonicalJson(whole);
    const own = found.get(name) ?? new Set();
    for (const value of values) own.add(value.name);
    found.set(name, own);
  }
  return found;
}

const groupKey = (values: readonly string[]): string => values.join('\u0000');

/** Every choice of one value from each set. */
const combinations = (sets: readonly ReadonlySet<string>[]): readonly (readonly string[])[] =>
  sets.reduce<readonly (readonly string[])[]>(
    (found, set) => found.flatMap(one => [...set].map(value => [...one, value])),
    [[]],
  );

type Narrowing = { readonly name: string; readonly allowed: ReadonlySet<string> };

/** The lists behind all numbers of a report, read with the very conditions that the numbers were counted with. */
export function listsBehind(db: ReadDb, report: AnnualReport, today: string): ListsBehind {
  const t = createTranslator(report.language);
  const lists = reportLists(db, today);
  const drills = new Map(cellsOfReport(report).map(({ drill }) => [canonicalJson(drill), drill]));
  const narrowedBy = narrowings([...drills.values()]);
  type Whole = { readonly dimensions: readonly string[]; readonly rows: readonly (readonly Value[])[] };
  const whole = new Map<string, Whole>();
  /** The rows of a whole list: the number of each in its table, and its values in the dimensions that narrow the list anywhere. */
  const readWhole = (drill: Drill): Whole => {
    const name = canonicalJson(drill);
    const known = whole.get(name);
    if (known !== undefined) return known;
    const list = lists[drill.area];
    const conditions = list.filter(drill.filter as never, today);
    const all: readonly [string, DimensionSpec][] = Object.entries(areaSpec(drill.area).dimensions);
    const narrowing = all.filter(([key]) => narrowedBy.get(name)?.has(key) === true);
    const rows = db.rows(
      `SELECT ${[`${list.alias}.rowid`, ...narrowing.map(([, { column }]) => `ifnull(${column}, '')`)].join(', ')} FROM ${list.from}
        ${conditions.length === 0 ? '' : `WHERE ${conditions.map(part => part.sql).join(' AND ')}`}`,
      ...conditions.flatMap(part => part.values),
    ) as (readonly Value[])[];
    const read = { dimensions: narrowing.map(([key]) => key), rows };
    whole.set(name, read);
    return read;
  };
  const grouped = new Map<string, ReadonlyMap<string, readonly number[]>>();
  /** The rows of a whole list by the values of some dimensions, found once for all cells that narrow it alike. */
  const groupsOf = (base: Drill, names: readonly string[]): ReadonlyMap<string, readonly number[]> => {
    const name = canonicalJson([base, names]);
    const known = grouped.get(name);
    if (known !== undefined) return known;
    const groups = new Map<string, number[]>();
    const { dimensions, rows } = readWhole(base);
    const columns = names.map(dimension => 1 + dimensions.indexOf(dimension));
    for (const row of rows) {
      const key = groupKey(columns.map(column => String(row[column] ?? '')));
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [Number(row[0])]);
      else own.push(Number(row[0]));
    }
    grouped.set(name, groups);
    return groups;
  };
  const rowsBehind = (drill: Drill): readonly number[] => {
    const { whole: base, values } = splitDrill(drill);
    const groups = groupsOf(
      base,
      values.map(({ name }) => name),
    );
    return combinations(values.map(({ allowed }) => allowed)).flatMap(key => groups.get(groupKey(key)) ?? []);
  };
  const rowsOf = new Map<string, { readonly area: Area; readonly rows: readonly number[] }>();
  for (const [name, drill] of drills) rowsOf.set(name, { area: drill.area, rows: rowsBehind(drill) });
  const rowsIn = (area: Area): readonly number[] => {
    const found = new Set<number>();
    for (const list of rowsOf.values()) if (list.area === area) for (const row of list.rows) found.add(row);
    return [...found];
  };
  const read = new Map(
    reportAreas.map(area => [area, listed(db, listedRows(area, t, report.period.end), t, area, rowsIn(area))]),
  );
  /** In the order of the area; half a million places are sorted as numbers, not by a function. */
  const placesOf = (area: Area, rows: readonly number[]): readonly number[] => {
    const places = read.get(area)?.places;
    const found: number[] = [];
    for (const row of rows) {
      const place = places?.get(row);
      if (place !== undefined) found.push(place);
    }
    return Array.from(Uint32Array.from(found).toSorted());
  };
  return {
    areas: Object.fromEntries([...read].map(([area, { listed: own }]) => [area, own])) as Record<Area, ListedArea>,
    lists: Object.fromEntries([...rowsOf].map(([name, { area, rows }]) => [name, placesOf(area, rows)])),
  };
}
