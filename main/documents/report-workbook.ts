import { reportMark, reportWords, sectionHeading } from './report-format.ts';
import type { ReportColumn, ReportDocument, ReportSection } from './report-model.ts';
import { sheetNames, type Workbook, type WorkbookSheet, type WorkbookTotals, writeWorkbook } from './write-xlsx.ts';

/** The report as a workbook: a sheet of contents, then one sheet per indicator with totals as formulas and its chart. */
export async function reportToXlsx(report: ReportDocument): Promise<Uint8Array> {
  return await writeWorkbook(toWorkbook(report));
}

export function toWorkbook(report: ReportDocument): Workbook {
  const words = reportWords(report);
  const { t } = words;
  const mark = reportMark(report, words);
  const about = [report.college, report.period, mark].filter(line => line !== '');
  const names = sheetNames([
    t('documents.summary'),
    ...report.sections.map(sectionHeading),
    ...(report.appendix === undefined ? [] : [report.appendix.title]),
  ]);
  const summary: WorkbookSheet = {
    name: t('documents.summary'),
    title: report.title,
    lines: [report.subtitle, ...about].filter(line => line !== ''),
    mark,
    columns: [
      { key: 'title', title: t('documents.indicator'), type: 'text', width: 44 },
      { key: 'sheet', title: t('documents.sheet'), type: 'text', width: 30 },
      { key: 'unit', title: t('documents.unit'), type: 'text', width: 18 },
      { key: 'definition', title: t('documents.definition'), type: 'text', width: 60 },
      { key: 'source', title: t('documents.source'), type: 'text', width: 40 },
    ],
    rows: report.sections.map((section, index) => ({
      title: section.title,
      sheet: names[index + 1] ?? '',
      unit: section.unit,
      definition: section.definition,
      source: section.source ?? '',
    })),
  };
  const sheetOf = (section: ReportSection, name: string): WorkbookSheet => {
    const unit = section.unit === '' ? '' : `${t('documents.unit')}: ${section.unit}`;
    return {
      name,
      title: section.title,
      lines: [section.definition, [report.period, unit].filter(part => part !== '').join(' · '), mark].filter(
        line => line !== '',
      ),
      mark,
      columns: section.columns.map(column => ({ ...column, title: titleWithUnit(column) })),
      rows: section.rows,
      ...(section.total === undefined ? {} : { totals: totalsOf(section, t('documents.total')) }),
      ...(section.chart === undefined ? {} : { chart: { ...section.chart, title: section.title } }),
    };
  };
  const sections = report.sections.map((section, index) => sheetOf(section, sectionHeading(section, index)));
  const appendix = report.appendix === undefined ? [] : [sheetOf(report.appendix, report.appendix.title)];
  return { title: report.title, sheets: [summary, ...sections, ...appendix] };
}

/** «Контингент, чел.» */
const titleWithUnit = ({ title, unit = '' }: ReportColumn): string => (unit === '' ? title : `${title}, ${unit}`);

/** A total that is the sum of its rows becomes a formula; any other – a share, an average, a count without doubles – stays a value. */
function totalsOf(section: ReportSection, word: string): WorkbookTotals {
  const total = section.total ?? {};
  const sum = section.columns
    .filter(({ key, type }) => {
      if (type === 'text' || type === 'date' || type === 'percent') return false;
      const values = section.rows.map(row => row[key]).filter(value => typeof value === 'number');
      const expected = total[key];
      return typeof expected === 'number' && Math.abs(values.reduce((all, value) => all + value, 0) - expected) < 1e-6;
    })
    .map(({ key }) => key);
  const first = section.columns[0];
  const label = first === undefined ? undefined : total[first.key];
  return { label: typeof label === 'string' && label !== '' ? label : word, sum, fixed: total };
}
