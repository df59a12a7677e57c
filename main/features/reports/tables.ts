import type { Drill, Indicator, Measure, ReportCell, ReportRow } from '#shared/contract/reports.ts';
import type { Translator } from '#shared/text/index.ts';
import { type Dimension, type Figures, type Groups, narrow, percentOf } from './figures.ts';
import type { Labels } from './labels.ts';

export type YearPeriod = { readonly start: string; readonly end: string };

/** What every indicator is built from. */
export type ReportContext = {
  readonly figures: Figures;
  readonly t: Translator;
  readonly now: YearPeriod;
  readonly before: YearPeriod;
  /** The year before that, for the trend. */
  readonly earlier: YearPeriod;
  /** «2025–2026», «2024–2025» and «2023–2024», or what the period is called. */
  readonly nowName: string;
  readonly beforeName: string;
  readonly earlierName: string;
  /** Share at the enterprise that has to be reached, per cent. */
  readonly sharePercent: number;
};

type Column = Indicator['columns'][number];

/** A column that counts rows of a list, or adds something up over them. */
type CountColumn = {
  readonly key: string;
  readonly title: string;
  readonly drill: Drill;
  readonly measure?: Measure;
  readonly previous?: boolean;
};

/** A column that divides one counted column by another; its list is the part's. */
type ShareColumn = { readonly key: string; readonly title: string; readonly part: string; readonly whole: string };

export type TableColumn = CountColumn | ShareColumn;

const isShare = (column: TableColumn): column is ShareColumn => 'part' in column;
const isCount = (column: TableColumn): column is CountColumn => !isShare(column);

export type Table = Pick<Indicator, 'columns' | 'rows' | 'total'>;

const columnOf = (column: TableColumn): Column => ({
  key: column.key,
  title: column.title,
  type: isShare(column) ? 'percent' : 'integer',
  previous: !isShare(column) && column.previous === true,
});

function withShares(cells: Record<string, ReportCell>, columns: readonly TableColumn[]): Record<string, ReportCell> {
  for (const column of columns) {
    const part = isShare(column) ? cells[column.part] : undefined;
    const whole = isShare(column) ? cells[column.whole] : undefined;
    if (part === undefined || whole === undefined) continue;
    cells[column.key] = { value: percentOf(part.value, whole.value), measure: 'percent', drill: whole.drill };
  }
  return cells;
}

/** Orders keys: by position or by size, then by name; «no value given» comes last. */
export function sortedKeys(
  keys: readonly string[],
  labels: Labels,
  t: Translator,
  weight?: (key: string) => number,
): string[] {
  const before = (left: string, right: string): number => {
    if ((left === '') !== (right === '')) return left === '' ? 1 : -1;
    const bySize = weight === undefined ? 0 : weight(right) - weight(left);
    if (bySize !== 0) return bySize;
    return labels.order(left) - labels.order(right) || t.locale.compare(labels.of(left), labels.of(right));
  };
  return keys.toSorted(before);
}

type BreakdownOptions = {
  readonly dimension: Dimension;
  readonly labels: Labels;
  readonly columns: readonly TableColumn[];
  /** Largest first by this column; otherwise in the order of the labels. */
  readonly largestBy?: string;
};

/** A table with one row per value of a dimension and a row of totals over all of them. */
export function breakdown({ figures, t }: ReportContext, options: BreakdownOptions): Table {
  const { dimension, labels, columns, largestBy } = options;
  const counted = columns.filter(isCount);
  const groups = new Map<string, Groups>(
    counted.map(column => [column.key, figures.groups(column.drill, dimension, column.measure)]),
  );
  const keys = [...new Set([...groups.values()].flatMap(group => [...group.keys()]))];
  const weight = largestBy === undefined ? undefined : (key: string) => groups.get(largestBy)?.get(key) ?? 0;
  const rows: ReportRow[] = sortedKeys(keys, labels, t, weight).map(key => {
    const cells: Record<string, ReportCell> = {};
    for (const column of counted)
      cells[column.key] = {
        value: groups.get(column.key)?.get(key) ?? 0,
        measure: column.measure ?? 'rows',
        drill: narrow(column.drill, dimension, key),
      };
    return { key, label: key === '' ? t('reports.noValue') : labels.of(key), cells: withShares(cells, columns) };
  });
  return { columns: columns.map(columnOf), rows, total: totalRow(figures, t, columns) };
}

/** Every column over its whole list. */
export function totalRow(figures: Figures, t: Translator, columns: readonly TableColumn[]): ReportRow {
  const cells: Record<string, ReportCell> = {};
  for (const column of columns) if (!isShare(column)) cells[column.key] = figures.cell(column.drill, column.measure);
  return { key: 'total', label: t('reports.total'), cells: withShares(cells, columns) };
}

/** One figure with last year's beside it, and that of the year before. */
export type Comparison = {
  readonly key: string;
  readonly label: string;
  readonly now: ReportCell;
  readonly before: ReportCell;
  readonly earlier: ReportCell;
};

/** A figure of the period, of the year before and of the one before that. */
export const overYears = (
  { now, before, earlier }: ReportContext,
  cell: (period: YearPeriod) => ReportCell,
): Pick<Comparison, 'now' | 'before' | 'earlier'> => ({
  now: cell(now),
  before: cell(before),
  earlier: cell(earlier),
});

/** A table of single figures of three years. */
export function comparison(
  { nowName, beforeName, earlierName }: ReportContext,
  lines: readonly Comparison[],
  mixed = false,
): Table {
  const type = mixed ? 'mixed' : 'integer';
  return {
    columns: [
      { key: 'now', title: nowName, type, previous: false },
      { key: 'before', title: beforeName, type, previous: true },
      { key: 'earlier', title: earlierName, type, previous: true },
    ],
    rows: lines.map(({ key, label, now, before, earlier }) => ({
      key,
      label,
      cells: { now, before, earlier },
    })),
    total: null,
  };
}

/** A share of two figures with the whole as its list. */
export const shareCell = (part: ReportCell, whole: ReportCell): ReportCell => ({
  value: percentOf(part.value, whole.value),
  measure: 'percent',
  drill: whole.drill,
});

const shownInChart = 12;

/** The one list that holds the rows of several: they differ in one field that takes many values. Null where there is none. */
function gathered(drills: readonly (Drill | null)[]): Drill | null {
  const [first] = drills;
  if (first === null || first === undefined) return null;
  const fields: Readonly<Record<string, unknown>> = first.filter;
  const others = drills.map(drill => (drill?.filter ?? {}) as Readonly<Record<string, unknown>>);
  const differing = Object.keys(fields).filter(field =>
    others.some(
      other => other[field] !== fields[field] && JSON.stringify(other[field]) !== JSON.stringify(fields[field]),
    ),
  );
  const [field = ''] = differing;
  if (differing.length !== 1 || !others.every(other => Array.isArray(other[field]))) return null;
  return { area: first.area, filter: { ...fields, [field]: others.flatMap(other => other[field]) } };
}

/** Draws columns of a table: the first rows in their order, the rest gathered under «others». */
export function chartOf(t: Translator, table: Table, keys: readonly string[]): NonNullable<Indicator['chart']> {
  const first = keys[0] ?? '';
  const value = (row: ReportRow, key: string): number | null => row.cells[key]?.value ?? null;
  const columns = table.columns.filter(column => keys.includes(column.key));
  const percent = columns.every(column => column.type === 'percent');
  const gather = table.rows.length > shownInChart && !percent;
  const shown = table.rows.slice(0, shownInChart - (gather ? 1 : 0));
  const rest = gather ? table.rows.slice(shown.length) : [];
  const others = (key: string): number => rest.reduce((sum, row) => sum + (value(row, key) ?? 0), 0);
  const top = shown.toSorted((left, right) => (value(right, first) ?? 0) - (value(left, first) ?? 0))[0];
  const most = top === undefined ? null : value(top, first);
  const total = table.total === null || percent ? null : value(table.total, first);
  const write = (number: number): string => (percent ? t.locale.percent(number / 100, 1) : t.locale.number(number));
  return {
    labels: [...shown.map(row => row.label), ...(gather ? [t('reports.others')] : [])],
    series: columns.map(column => ({
      name: column.title,
      previous: column.previous,
      values: [...shown.map(row => value(row, column.key)), ...(gather ? [others(column.key)] : [])],
    })),
    drills: drillsOf(first),
    ...(columns.length > 1 ? { moreDrills: columns.slice(1).map(column => drillsOf(column.key)) } : {}),
    percent,
    summary: summaryOf(),
  };

  function drillsOf(key: string): (Drill | null)[] {
    const drill = (row: ReportRow): Drill | null => row.cells[key]?.drill ?? null;
    return [...shown.map(drill), ...(gather ? [gathered(rest.map(drill))] : [])];
  }

  function summaryOf(): string {
    if (top === undefined || most === null || most === 0) return t('reports.chartNothing');
    if (total === null) return t('reports.chartMost', { label: top.label, value: write(most) });
    return t('reports.chartMostOf', { label: top.label, value: write(most), total: write(total) });
  }
}
