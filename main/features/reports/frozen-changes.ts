import type { ChangedFigure, ReportChanges, ReportDifference } from '#shared/contract/frozen-reports.ts';
import type { Indicator, Measure, ReportCell } from '#shared/contract/reports.ts';
import type { ReadDb } from '../../database/handles.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Area } from './figures.ts';
import { existing } from './freezing.ts';
import { type FrozenContent, openFrozen, presentContent, subjectOf } from './frozen-content.ts';
import { cellsOfReport, type ListedRecord, rowsWithTotal } from './lists-behind.ts';

type Side = Pick<FrozenContent, 'report' | 'areas' | 'lists'>;

/** The records behind a cell, by id. */
function behind(side: Side, cell: ReportCell | undefined): ReadonlyMap<string, ListedRecord> {
  if (cell === undefined) return new Map();
  const { records } = side.areas[cell.drill.area];
  const places = side.lists[canonicalJson(cell.drill)] ?? [];
  return new Map(
    places.flatMap(place => {
      const record = records[place];
      return record === undefined ? [] : [[record.id, record] as const];
    }),
  );
}

/** Whether the same records stand behind two cells and add the same; both lists have the order of their area. */
function sameBehind(old: Side, first: ReportCell | undefined, now: Side, second: ReportCell | undefined): boolean {
  if (first === undefined || second === undefined || first.drill.area !== second.drill.area) return false;
  const { area } = first.drill;
  const [left, right] = [old.areas[area].records, now.areas[area].records];
  const places = now.lists[canonicalJson(second.drill)] ?? [];
  const before = old.lists[canonicalJson(first.drill)] ?? [];
  return (
    before.length === places.length &&
    before.every((place, index) => {
      const [was, is] = [left[place], right[places[index] ?? -1]];
      return was?.id === is?.id && was !== undefined && is !== undefined && sameAmount(was, is, first.measure);
    })
  );
}

const sameAmount = (was: ListedRecord, is: ListedRecord, measure: Measure): boolean =>
  amountOf(was, measure) === amountOf(is, measure);

/** What a record adds to a figure of this measure. */
const amountOf = (record: ListedRecord, measure: Measure): number =>
  measure === 'rows' || measure === 'percent' ? 1 : (record.amounts[measure] ?? 0);

/** A row that is not in the report counts as nothing; a share or a mean of nothing is not known. */
const valueOf = (cell: ReportCell | undefined, measure: Measure): number | null => {
  if (cell !== undefined) return cell.value;
  return measure === 'percent' || measure === 'days' ? null : 0;
};

/** Areas whose first column is the firm, without which the title says too little. */
const withFirm: ReadonlySet<Area> = new Set(['agreements', 'placements', 'requests', 'promises', 'challenges']);

function namedWithFirm(area: Area, { title, cells }: ListedRecord): string {
  const [firm = ''] = withFirm.has(area) ? cells : [];
  return firm === '' ? title : `${title} · ${firm}`;
}

type Difference = Omit<ReportDifference, 'gone'>;

function differences(
  area: Area,
  measure: Measure,
  before: ReadonlyMap<string, ListedRecord>,
  after: ReadonlyMap<string, ListedRecord>,
): Difference[] {
  const found: Difference[] = [];
  for (const record of after.values()) {
    const old = before.get(record.id);
    const now = amountOf(record, measure);
    const was = old === undefined ? null : amountOf(old, measure);
    if (was === now) continue;
    const kind = was === null ? 'came' : 'changed';
    found.push({ area, id: record.id, title: namedWithFirm(area, record), kind, before: was, after: now });
  }
  for (const record of before.values())
    if (!after.has(record.id))
      found.push({
        area,
        id: record.id,
        title: namedWithFirm(area, record),
        kind: 'went',
        before: amountOf(record, measure),
        after: null,
      });
  return found;
}

/** Keys of both, those of the first in their order. */
const merged = (first: readonly string[], second: readonly string[]): string[] => [...new Set([...first, ...second])];

type Figure = Omit<ChangedFigure, 'records'> & { readonly records: readonly Difference[] };

/** Columns that stand for values of the data, such as types of practice, come and go with the data; others only with the program. */
const newKinds = (was: Indicator | undefined, is: Indicator | undefined): boolean =>
  [was, is].some(indicator => indicator?.id === 'enterpriseHours');

/** Rows of a table without a total stand for questions, and a new question comes with the program; only undated requests make rows of their own. */
const comesWithData = (indicator: Indicator | undefined, row: string): boolean =>
  indicator?.total !== null || row.endsWith('WithoutDay');

function compareIndicator(old: Side, now: Side, was: Indicator | undefined, is: Indicator | undefined): Figure[] {
  const rowsOf = (indicator: Indicator | undefined) =>
    new Map((indicator === undefined ? [] : rowsWithTotal(indicator)).map(row => [row.key, row]));
  const columnsOf = (indicator: Indicator | undefined) =>
    new Map((indicator?.columns ?? []).map(column => [column.key, column.title]));
  const [oldRows, newRows] = [rowsOf(was), rowsOf(is)];
  const [oldColumns, newColumns] = [columnsOf(was), columnsOf(is)];
  const columns = newKinds(was, is) ? merged([...oldColumns.keys()], [...newColumns.keys()]) : [...oldColumns.keys()];
  const rows = merged(
    [...oldRows.keys()],
    [...newRows.keys()].filter(row => comesWithData(was, row)),
  );
  return rows.flatMap(row =>
    columns.flatMap((column): Figure[] => {
      const first = oldRows.get(row)?.cells[column];
      const second = newRows.get(row)?.cells[column];
      const cell = first ?? second;
      if (cell === undefined) return [];
      const { measure, drill } = cell;
      const before = valueOf(first, measure);
      const after = valueOf(second, measure);
      const records = sameBehind(old, first, now, second)
        ? []
        : differences(drill.area, measure, behind(old, first), behind(now, second));
      if (before === after && records.length === 0) return [];
      return [
        {
          row,
          rowLabel: (oldRows.get(row) ?? newRows.get(row))?.label ?? '',
          column,
          columnTitle: oldColumns.get(column) ?? newColumns.get(column) ?? '',
          measure,
          before,
          after,
          records,
        },
      ];
    }),
  );
}

/** Number by number, which records came, went or add a different amount. Only what differs is returned; an indicator that the frozen report does not have is not compared. */
export function compareReports(
  old: Side,
  now: Side,
): { readonly id: string; readonly title: string; readonly figures: readonly Figure[] }[] {
  const indicatorsOf = (side: Side) => new Map(side.report.indicators.map(indicator => [indicator.id, indicator]));
  const [before, after] = [indicatorsOf(old), indicatorsOf(now)];
  return [...before.keys()].flatMap(id => {
    const [was, is] = [before.get(id), after.get(id)];
    const figures = compareIndicator(old, now, was, is);
    return figures.length === 0 ? [] : [{ id, title: (was ?? is)?.title ?? id, figures }];
  });
}

/** What a frozen report would say differently today. Errors: notFound. */
export function changesSince(db: ReadDb, id: string, today: string): ReportChanges {
  const { frozen, content } = openFrozen(db, id);
  const indicators = compareReports(content, presentContent(db, subjectOf(content), today, { hidden: true }));
  const mentioned = new Map<Area, Set<string>>();
  for (const { figures } of indicators)
    for (const { records } of figures)
      for (const { area, id: record } of records) mentioned.set(area, (mentioned.get(area) ?? new Set()).add(record));
  const held = new Map([...mentioned].map(([area, ids]) => [area, existing(db, area, [...ids])]));
  return {
    language: frozen.language,
    asOf: frozen.asOf,
    today,
    compared: cellsOfReport(content.report).length,
    indicators: indicators.map(indicator => ({
      ...indicator,
      figures: indicator.figures.map(figure => ({
        ...figure,
        records: figure.records.map(record => ({ ...record, gone: held.get(record.area)?.has(record.id) !== true })),
      })),
    })),
  };
}
