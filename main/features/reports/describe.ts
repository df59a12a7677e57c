import type { Indicator, reportGroups } from '#shared/contract/reports.ts';
import type { Text } from '#shared/text/index.ts';
import type { ReportContext, Table } from './tables.ts';

type Reports = Text['reports'];
export type IndicatorId = keyof Reports['indicators'];

export type Draft = {
  readonly id: IndicatorId;
  readonly group: (typeof reportGroups)[number];
  readonly unit: keyof Reports['units'] | null;
  readonly rowTitle: keyof Reports['columns'];
  readonly table: Table;
  readonly chart?: Indicator['chart'];
};

/** An indicator with its title and definition in the language of the report. */
export function describe({ t, sharePercent }: ReportContext, draft: Draft): Indicator {
  const { id, group, unit, rowTitle, table, chart } = draft;
  return {
    id,
    group,
    title: t.dynamic(`reports.indicators.${id}.title`),
    definition: t.dynamic(`reports.indicators.${id}.definition`, { percent: sharePercent }),
    unit: unit === null ? '' : t.dynamic(`reports.units.${unit}`),
    rowTitle: t.dynamic(`reports.columns.${rowTitle}`),
    ...table,
    chart: chart === undefined || table.rows.length === 0 ? null : chart,
  };
}
