/** What a report is made of, before anyone decides whether it becomes a workbook, a Word file or a PDF. */

export type DocumentLanguage = 'kk' | 'ru' | 'en';

/** How a column's values are aligned, formatted and, in a workbook, typed. `money` is in tiyn (minor units), `percent` is 0–100. */
export type ColumnType = 'text' | 'integer' | 'number' | 'date' | 'percent' | 'money';

/** A cell: numbers for the numeric types, an ISO date (`YYYY-MM-DD`) for `date`, null for «not known». */
export type CellValue = string | number | null;

export type ReportColumn = {
  readonly key: string;
  readonly title: string;
  readonly type: ColumnType;
  /** Of the column's figures; a workbook, whose sheets are cut up and passed on, names it in the heading. */
  readonly unit?: string;
};

export type ReportRow = Readonly<Record<string, CellValue>>;

/** One line, bar group or set of columns per series; `values` has one entry per label, null leaves a gap. */
export type ReportChart = {
  readonly kind: 'bar' | 'line';
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};

/** One indicator: its definition comes before its figures, so that nobody has to guess what was counted. */
export type ReportSection = {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** The unit of the figures as readers write it («чел.», «сағат», «₸»); empty where figures have none. */
  readonly unit: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** The row of totals; the first text column carries the word «Total» in the report's language. */
  readonly total?: ReportRow;
  readonly chart?: ReportChart;
  /** Where the figures come from, for the list at the end. */
  readonly source?: string;
};

export type ReportDocument = {
  readonly title: string;
  readonly subtitle: string;
  readonly college: string;
  /** The period in words, as it appears on the cover («2025/2026 учебный год»). */
  readonly period: string;
  readonly language: DocumentLanguage;
  /** A draft says so in the footer of every page; a frozen report does not. */
  readonly draft: boolean;
  /** The fingerprint of a frozen report, printed in the footer. */
  readonly fingerprint?: string;
  readonly sections: readonly ReportSection[];
  /** One more sheet of the workbook; too long for paper. */
  readonly appendix?: ReportSection;
  /** Paragraphs printed at the end, before sources and definitions. */
  readonly notes: readonly string[];
};
