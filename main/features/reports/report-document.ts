import type { AnnualReport, Indicator, ReportRow as IndicatorRow } from '#shared/contract/reports.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { ColumnType, ReportDocument, ReportRow, ReportSection } from '../../documents/report-model.ts';

const columnType: Readonly<Record<Indicator['columns'][number]['type'], ColumnType>> = {
  integer: 'integer',
  percent: 'percent',
  mixed: 'number',
};

const labelKey = 'label';

const rowOf = ({ label, cells }: IndicatorRow): ReportRow => ({
  ...Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.value])),
  [labelKey]: label,
});

function sectionOf(indicator: Indicator): ReportSection {
  const { id, title, definition, unit, rowTitle, columns, rows, total, chart } = indicator;
  return {
    id,
    title,
    definition,
    unit,
    columns: [
      { key: labelKey, title: rowTitle, type: 'text' },
      ...columns.map(column => ({ key: column.key, title: column.title, type: columnType[column.type] })),
    ],
    rows: rows.map(rowOf),
    ...(total === null ? {} : { total: rowOf(total) }),
    ...(chart === null
      ? {}
      : {
          chart: {
            kind: 'bar' as const,
            labels: chart.labels,
            series: chart.series.map(({ name, values }) => ({ name, values })),
          },
        }),
  };
}

/** The report as a document that can become a workbook, a Word file or a PDF. */
export function toReportDocument(report: AnnualReport, fingerprint?: string): ReportDocument {
  const t = createTranslator(report.language);
  const { locale } = t;
  return {
    title: report.title,
    subtitle: t('reports.subtitle', {
      period: locale.period(report.period.start, report.period.end),
      asOf: locale.date(report.asOf),
    }),
    college: report.college,
    period: report.periodName,
    language: report.language,
    draft: report.draft,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    sections: report.indicators.map(sectionOf),
    notes: report.notes,
  };
}
