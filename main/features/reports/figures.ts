import type { Drill, Measure, ReportCell } from '#shared/contract/reports.ts';
import { roundTo } from '#shared/locale/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { Condition, ListSpec } from '../../database/list-query.ts';
import { agreementList } from '../agreements/queries.ts';
import { requestList } from '../curriculum/queries.ts';
import { firmList } from '../firms/queries.ts';
import { placementList } from '../placements/queries.ts';
import { studentList } from '../students/queries.ts';

export type Area = Drill['area'];
export type FilterOf<A extends Area> = Extract<Drill, { area: A }>['filter'];

/** A column of an area's table by which figures are broken down, and the filter field that narrows the list to one value. */
export type Dimension = {
  readonly column: string;
  readonly field: string;
  /** The field takes several values, so the empty string can stand for «no value». */
  readonly many: boolean;
  readonly numeric?: boolean;
};

/** Values by key; the empty string is the key of «no value given». */
export type Groups = ReadonlyMap<string, number>;

/** Answers figures with the very conditions of the lists that stand behind them. */
export type Figures = {
  readonly db: ReadDb;
  readonly cell: (drill: Drill, measure?: Measure) => ReportCell;
  readonly groups: (drill: Drill, dimension: Dimension, measure?: Measure) => Groups;
  /** Values by two keys at once: first dimension → second dimension. */
  readonly crossGroups: (
    drill: Drill,
    first: Dimension,
    second: Dimension,
    measure: Measure,
  ) => ReadonlyMap<string, Groups>;
};

/** Hours of a placement at the enterprise; the hours of the programme stand in where they are not given. */
export const enterpriseHours = 'coalesce(p.hours_enterprise, p.hours_planned, 0)';

const expressions: Readonly<Record<Exclude<Measure, 'percent'>, string>> = {
  rows: 'count(*)',
  hours: `ifnull(sum(${enterpriseHours}), 0)`,
  hoursChanged: 'ifnull(sum(abs(ifnull(r.hours_after, 0) - ifnull(r.hours_before, 0))), 0)',
  days: 'avg(julianday(r.decided_on) - julianday(r.received_on))',
};

const expressionOf = (measure: Measure): string => {
  if (measure === 'percent') throw new Error('a share is computed from two figures');
  return expressions[measure];
};

/** A share as per cent with one decimal; null when there is nothing to take it of. */
export const percentOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : roundTo((part * 100) / whole, 1);

/** The figures of a college as it stands on a day. */
export function createFigures(db: ReadDb, today: string): Figures {
  const specs: Readonly<Record<Area, ListSpec<never, never>>> = {
    firms: firmList(today) as unknown as ListSpec<never, never>,
    agreements: agreementList(today, db) as unknown as ListSpec<never, never>,
    students: studentList() as unknown as ListSpec<never, never>,
    placements: placementList() as unknown as ListSpec<never, never>,
    requests: requestList(today) as unknown as ListSpec<never, never>,
  };
  const source = ({ area, filter }: Drill): { readonly sql: string; readonly values: readonly unknown[] } => {
    const spec = specs[area];
    const conditions: readonly Condition[] = spec.filter(filter as never, today);
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(part => part.sql).join(' AND ')}`;
    return { sql: `FROM ${spec.from} ${where}`, values: conditions.flatMap(part => part.values) };
  };
  const key = (dimension: Dimension): string => `CAST(ifnull(${dimension.column}, '') AS TEXT)`;
  return {
    db,
    cell: (drill, measure = 'rows') => {
      const { sql, values } = source(drill);
      const value = db.value<number | null>(`SELECT ${expressionOf(measure)} ${sql}`, ...values) ?? null;
      return { value: measure === 'days' && value !== null ? roundTo(value, 1) : value, measure, drill };
    },
    groups: (drill, dimension, measure = 'rows') => {
      const { sql, values } = source(drill);
      const rows = db.all<{ key: string; value: number }>(
        `SELECT ${key(dimension)} AS key, ${expressionOf(measure)} AS value ${sql} GROUP BY 1`,
        ...values,
      );
      return new Map(rows.map(row => [row.key, row.value]));
    },
    crossGroups: (drill, first, second, measure) => {
      const { sql, values } = source(drill);
      const rows = db.all<{ first: string; second: string; value: number }>(
        `SELECT ${key(first)} AS first, ${key(second)} AS second, ${expressionOf(measure)} AS value ${sql} GROUP BY 1, 2`,
        ...values,
      );
      const found = new Map<string, Map<string, number>>();
      for (const row of rows) {
        const inner = found.get(row.first) ?? new Map<string, number>();
        inner.set(row.second, row.value);
        found.set(row.first, inner);
      }
      return found;
    },
  };
}

/** The list narrowed to one value of a dimension. */
export function narrow(drill: Drill, dimension: Dimension, key: string): Drill {
  const value = dimension.numeric === true && key !== '' ? Number(key) : key;
  return {
    area: drill.area,
    filter: { ...drill.filter, [dimension.field]: dimension.many ? [value] : value },
  } as Drill;
}
