import type { AnnualReport, Indicator, ReportRow as IndicatorRow } from '#shared/contract/reports.ts';
import { deviationOf, differenceOf } from '#shared/domain/report-variance.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import { targetText, varianceText } from '#shared/text/report-variance.ts';
import { unitOfFigure } from '../../documents/report-format.ts';
import type {
  ColumnType,
  ReportColumn,
  ReportDocument,
  ReportRow,
  ReportSection,
} from '../../documents/report-model.ts';
import { flatReport } from './flat-report.ts';
import { rowsWithTotal } from './lists-behind.ts';

const columnType: Readonly<Record<Indicator['columns'][number]['type'], ColumnType>> = {
  integer: 'integer',
  percent: 'percent',
  mixed: 'number',
};

const labelKey = 'label';

const valuesOf = ({ label, cells }: IndicatorRow): ReportRow => ({
  ...Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.value])),
  [labelKey]: label,
});

/** Figures of three years side by side; other tables have a row per value of something. */
const isComparison = ({ columns }: Indicator): boolean => columns[0]?.key === 'now' && columns[2]?.key === 'earlier';

const hasTargets = (indicator: Indicator): boolean =>
  indicator.rows.some(({ cells }) => cells['now']?.target !== undefined);

/** How figures stand to last year's and to their targets, as numbers. */
function varianceColumns(t: Translator, indicator: Indicator): ReportColumn[] {
  if (!isComparison(indicator)) return [];
  const column = (key: 'change' | 'target' | 'deviation'): ReportColumn => ({
    key,
    title: t(`indicators.variance.${key}`),
    type: 'number',
  });
  return [column('change'), ...(hasTargets(indicator) ? [column('target'), column('deviation')] : [])];
}

function varianceOf({ cells }: IndicatorRow): ReportRow {
  const [now, before] = [cells['now'], cells['before']];
  if (now === undefined) return {};
  const target = now.target?.value ?? null;
  return {
    change: differenceOf(now.value, before?.value ?? null),
    target,
    deviation: differenceOf(now.value, target),
  };
}

/** Targets of tables that have no column for them, in words. */
function targetLines(t: Translator, indicator: Indicator): string {
  if (isComparison(indicator)) return '';
  const lines = rowsWithTotal(indicator).flatMap(row =>
    indicator.columns.flatMap(({ key, title }) => {
      const cell = row.cells[key];
      if (cell?.target === undefined) return [];
      const deviation = varianceText(t, deviationOf(cell.value, cell.target), cell.measure);
      return [`${row.label}, ${title}: ${targetText(t, cell.target, cell.measure)} (${deviation}).`];
    }),
  );
  return lines.length === 0 ? '' : `${t('indicators.variance.target')}: ${lines.join(' ')}`;
}

/** Whether a column of a breakdown holds figures in the unit of the table; shares, hours and sums beside them have their own. */
function counts(t: Translator, indicator: Indicator, key: string): boolean {
  const cell = indicator.total?.cells[key];
  return cell !== undefined && unitOfFigure(t, cell.measure, cell.drill.area) === indicator.unit;
}

function sectionOf(t: Translator, indicator: Indicator): ReportSection {
  const { id, title, definition, unit, rowTitle, columns, rows, total, chart } = indicator;
  const variance = varianceColumns(t, indicator);
  const rowOf = (row: IndicatorRow): ReportRow => ({
    ...valuesOf(row),
    ...(variance.length === 0 ? {} : varianceOf(row)),
  });
  return {
    id,
    title,
    definition: [definition, targetLines(t, indicator)].filter(part => part !== '').join(' '),
    unit,
    columns: [
      { key: labelKey, title: rowTitle, type: 'text' },
      ...columns.map(({ key, title: heading, type }) => ({
        key,
        title: heading,
        type: columnType[type],
        ...(counts(t, indicator, key) ? { unit } : {}),
      })),
      ...variance,
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

/** Every number of the report in one table, for a form. */
function flatSection(t: Translator, report: AnnualReport): ReportSection {
  const column = (key: 'number' | 'indicator' | 'row' | 'column' | 'unit'): ReportColumn => ({
    key,
    title: t(`indicators.flat.${key}`),
    type: 'text',
  });
  return {
    id: 'flat',
    title: t('indicators.flat.sheet'),
    definition: t('indicators.flat.definition'),
    unit: '',
    columns: [
      ...(['number', 'indicator', 'row', 'column', 'unit'] as const).map(column),
      { key: 'value', title: t('indicators.flat.value'), type: 'number' },
      { key: 'previous', title: t('indicators.flat.previous'), type: 'number' },
    ],
    rows: flatReport(report),
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
    sections: report.indicators.map(indicator => sectionOf(t, indicator)),
    appendix: flatSection(t, report),
    notes: report.notes,
  };
}
