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

type Row = Readonly<Record<string, string | number | null>>;

function listed(db: ReadDb, source: ListedRows, t: Translator, area: Area, ids: readonly string[]): ListedArea {
  const { from, id, title, order, shown } = source;
  const sums = Object.entries(areaSpec(area).sums);
  const columns = [
    ...shown.map(({ sql }, place) => `${sql} AS cell${place}`),
    ...sums.map(([name, sql]) => `${sql} AS ${name}`),
  ];
  const rows = db.all<Row>(
    `SELECT ${id} AS id, ${title} AS title, ${columns.join(', ')} FROM ${from}
      WHERE ${id} IN (SELECT value FROM json_each(?)) ORDER BY ${order}`,
    JSON.stringify(ids),
  );
  const written = (value: string | number | null | undefined, kind: Shown['kind']): string => {
    if (value === null || value === undefined || value === '') return '';
    if (kind === 'day') return t.locale.date(String(value));
    return kind === undefined ? String(value) : t.dynamic(`${kind}.${String(value)}`);
  };
  return {
    columns: shown.map(({ column }) => t.dynamic(`reports.listColumns.${column}`)),
    records: rows.map(row => ({
      id: String(row['id']),
      title: String(row['title']),
      cells: shown.map(({ kind }, place) => written(row[`cell${place}`], kind)),
      amounts: Object.fromEntries(sums.map(([name]) => [name, Number(row[name] ?? 0)])),
    })),
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
  const whole = new Map<string, readonly Row[]>();
  const drills = new Map(cellsOfReport(report).map(({ drill }) => [canonicalJson(drill), drill]));
  const narrowedBy = narrowings([...drills.values()]);
  const readWhole = (drill: Drill): readonly Row[] => {
    const name = canonicalJson(drill);
    const known = whole.get(name);
    if (known !== undefined) return known;
    const list = lists[drill.area];
    const conditions = list.filter(drill.filter as never, today);
    const dimensions: readonly [string, DimensionSpec][] = Object.entries(areaSpec(drill.area).dimensions);
    const keys = dimensions.flatMap(([key, { column }]) =>
      narrowedBy.get(name)?.has(key) === true ? [`, ifnull(${column}, '') AS by_${key}`] : [],
    );
    const rows = db.all<Row>(
      `SELECT ${list.alias}.id AS id${keys.join('')} FROM ${list.from}
        ${conditions.length === 0 ? '' : `WHERE ${conditions.map(part => part.sql).join(' AND ')}`}`,
      ...conditions.flatMap(part => part.values),
    );
    whole.set(name, rows);
    return rows;
  };
  const grouped = new Map<string, ReadonlyMap<string, readonly string[]>>();
  /** The ids of a whole list by the values of some dimensions, found once for all cells that narrow it alike. */
  const groupsOf = (base: Drill, names: readonly string[]): ReadonlyMap<string, readonly string[]> => {
    const name = canonicalJson([base, names]);
    const known = grouped.get(name);
    if (known !== undefined) return known;
    const groups = new Map<string, string[]>();
    for (const row of readWhole(base)) {
      const key = groupKey(names.map(dimension => String(row[`by_${dimension}`] ?? '')));
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [String(row['id'])]);
      else own.push(String(row['id']));
    }
    grouped.set(name, groups);
    return groups;
  };
  const idsBehind = (drill: Drill): readonly string[] => {
    const { whole: base, values } = splitDrill(drill);
    const groups = groupsOf(
      base,
      values.map(({ name }) => name),
    );
    return combinations(values.map(({ allowed }) => allowed)).flatMap(key => groups.get(groupKey(key)) ?? []);
  };
  const idsOf = new Map<string, { readonly area: Area; readonly ids: readonly string[] }>();
  for (const [name, drill] of drills) idsOf.set(name, { area: drill.area, ids: idsBehind(drill) });
  const idsIn = (area: Area): string[] => [
    ...new Set([...idsOf.values()].flatMap(list => (list.area === area ? list.ids : []))),
  ];
  const areas = Object.fromEntries(
    reportAreas.map(area => [area, listed(db, listedRows(area, t, report.period.end), t, area, idsIn(area))]),
  ) as Record<Area, ListedArea>;
  const places = new Map(
    reportAreas.map(area => [area, new Map(areas[area].records.map(({ id }, place) => [id, place]))]),
  );
  /** In the order of the area; half a million places are sorted as numbers, not by a function. */
  const placesOf = (area: Area, ids: readonly string[]): readonly number[] => {
    const known = places.get(area);
    const found: number[] = [];
    for (const id of ids) {
      const place = known?.get(id);
      if (place !== undefined) found.push(place);
    }
    return Array.from(Uint32Array.from(found).toSorted());
  };
  return {
    areas,
    lists: Object.fromEntries([...idsOf].map(([name, { area, ids }]) => [name, placesOf(area, ids)])),
  };
}
