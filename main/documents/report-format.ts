import type { Measure, ReportArea } from '#shared/contract/reports.ts';
import { createLocale, type Locale } from '#shared/locale/index.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { CellValue, ColumnType, ReportColumn, ReportDocument, ReportSection } from './report-model.ts';

/** What every printed form of a report needs: the language's text and its way of writing figures. */
export type ReportWords = { readonly t: Translator; readonly locale: Locale };

export function reportWords(report: Pick<ReportDocument, 'language'>): ReportWords {
  return { t: createTranslator(report.language), locale: createLocale(report.language) };
}

/** A dash stands for «not known», so that an empty cell is never read as zero. */
const UNKNOWN = '—';

/** A figure as people of the language write it. */
export function formatCell(value: CellValue | undefined, type: ColumnType, locale: Locale): string {
  if (value === null || value === undefined || value === '') return UNKNOWN;
  if (typeof value === 'string') return type === 'date' ? locale.date(value) || value : value;
  switch (type) {
    case 'percent':
      return locale.percent(value / 100, 1);
    case 'money':
      return locale.money(value);
    default:
      return locale.number(value);
  }
}

/** The unit of one figure: a table may hold persons and hours side by side. */
export function unitOfFigure(t: Translator, measure: Measure, area: ReportArea): string {
  if (measure === 'percent') return '%';
  const key = measure === 'rows' ? `reports.units.${area}` : `indicators.units.${measure}`;
  return t.has(key) ? t.dynamic(key) : '';
}

export function isNumeric(type: ColumnType): boolean {
  return type !== 'text' && type !== 'date';
}

/** What stands at the foot of every page beside its number: «draft», or the fingerprint of a frozen report. */
export function reportMark(report: ReportDocument, { t }: ReportWords): string {
  if (report.draft) return t('documents.draft');
  return report.fingerprint === undefined ? '' : t('documents.fingerprint', { fingerprint: report.fingerprint });
}

/** «1. Partners» */
export function sectionHeading(section: ReportSection, index: number): string {
  return `${index + 1}. ${section.title}`;
}

/** The unit belongs to the heading of a table once, not to every figure. */
export function columnHeading(column: ReportColumn): string {
  return column.title;
}

/** Sources and definitions for the end: one line per indicator. */
export function sourceLines(report: ReportDocument): readonly { readonly title: string; readonly text: string }[] {
  return report.sections.map((section, index) => ({
    title: sectionHeading(section, index),
    text: [section.definition, section.source ?? ''].filter(part => part !== '').join(' '),
  }));
}
