import { type CellStyle, type ColumnDef, type SheetChart, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { wantsRows } from './chart-svg.ts';
import type { CellValue, ColumnType, ReportRow } from './report-model.ts';
import { cleanText } from './xml-text.ts';

export type WorkbookColumn = {
  readonly key: string;
  readonly title: string;
  readonly type: ColumnType;
  /** In characters; worked out from the contents when left out. */
  readonly width?: number;
  /** A figure in this column is the sum of those from one column to another of its row, and is written as a formula. */
  readonly adds?: { readonly from: string; readonly to: string };
};

export type WorkbookTotals = {
  /** The word in the first column: «Всего». */
  readonly label: string;
  /** Keys of the columns to add up by a formula. */
  readonly sum: readonly string[];
  /** Values that are no sums, such as shares; written as they are. */
  readonly fixed?: ReportRow;
};

export type WorkbookChart = {
  readonly kind: 'bar' | 'line';
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};

export type WorkbookSheet = {
  /** Shortened and cleaned to what Excel allows; made unique within the workbook. */
  readonly name: string;
  readonly title: string;
  /** Lines between the title and the table: period, definition, filters in force. */
  readonly lines?: readonly string[];
  /** Stands in the footer of every printed page: «Черновик». */
  readonly mark?: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly ReportRow[];
  readonly totals?: WorkbookTotals;
  readonly chart?: WorkbookChart;
};

export type Workbook = { readonly title: string; readonly sheets: readonly WorkbookSheet[] };

const FORMATS: Readonly<Record<ColumnType, string | undefined>> = {
  text: '@',
  integer: '#,##0',
  number: '#,##0',
  date: 'dd.mm.yyyy',
  percent: '0.0%',
  money: '#,##0.00" ₸"',
};

/** Excel writes a lone decimal sign after whole numbers of such a format, so only broken ones get it. */
const FRACTION = '#,##0.0#';

const FONT = { name: 'Arial', size: 10 } as const;
/** Behind the headings of every workbook, and the line below them. */
export const HEADER_FILL = 'E6F0EF';
export const HEADER_LINE = '0F766E';
const NARROWEST = 8;
const WIDEST = 60;
/** From this width on a text may take several lines. */
const WRAPPED = 24;
/** Points of a line of 10-point text. */
const LINE_HEIGHT = 13;
/** Letters of running text that stand where one figure has its width, a little less than they are. */
const LETTERS_PER_WIDTH = 1.05;
/** Characters of 10 points that fit across an upright A4 sheet. */
const PORTRAIT = 95;
/** Rows up to which a table with its chart is printed on one page. */
const ONE_PAGE = 16;
/** Width of a chart in characters, and of a column that has no width of its own. */
const CHART_WIDTH = 78;
const PLAIN_COLUMN = 9;
const DAY_MILLISECONDS = 86_400_000;
/** Excel counts days from 30 December 1899. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const FORBIDDEN_IN_NAME = /[[\]:*?/\\]/g;

/** Writes a workbook with typed columns, a frozen heading row, a filter and totals as formulas. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const names = sheetNames(workbook.sheets.map(({ name }) => name));
  return await writeXlsx({
    properties: { title: workbook.title, creator: 'Seriktes' },
    defaultFont: FONT,
    sheets: workbook.sheets.map((sheet, index) => toSheet(sheet, names[index] ?? '')),
    namedRanges: workbook.sheets.map((sheet, index) => {
      const [name, row] = [names[index] ?? '', headerRowOf(sheet) + 1];
      return { name: '_xlnm.Print_Titles', range: `${quoted(name)}!$${row}:$${row}`, scope: name };
    }),
  });
}

/** The name of a sheet as a reference writes it; Excel repairs a file that has it bare. */
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The row of headings, counted from 0. */
const headerRowOf = ({ lines = [] }: WorkbookSheet): number => lines.length + 2;

/** Names as Excel accepts them: at most 31 characters, without `[]:*?/\`, each once. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const clean = name
      .replaceAll(FORBIDDEN_IN_NAME, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^'+|'+$/g, '')
      .trim();
    const base =
      clean === '' || clean.toLowerCase() === 'history' ? `${clean}${clean === '' ? '' : ' '}${index + 1}` : clean;
    let unique = base.slice(0, 31).trim();
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) {
      const ending = ` (${copy})`;
      unique = base.slice(0, 31 - ending.length).trim() + ending;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function toSheet(sheet: WorkbookSheet, name: string): WriteSheet {
  const { columns, rows } = sheet;
  const lines = sheet.lines ?? [];
  const headerRow = headerRowOf(sheet);
  const firstRow = headerRow + 1;
  const cells = new Map<string, { value?: CellValue; formula?: string; style?: CellStyle }>();
  const style = (row: number, column: number, cellStyle: CellStyle): void => {
    cells.set(`${row},${column}`, { ...cells.get(`${row},${column}`), style: cellStyle });
  };
  style(0, 0, { font: { ...FONT, bold: true, size: 14 }, numFmt: '@' });
  const about = { font: { ...FONT, color: { rgb: '595959' } }, numFmt: '@' } as const;
  for (const [index] of lines.entries()) style(index + 1, 0, about);
  columns.forEach((column, index) => {
    style(headerRow, index, {
      font: { ...FONT, bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: HEADER_FILL } },
      border: { bottom: { style: 'thin', color: { rgb: HEADER_LINE } } },
      alignment: { wrapText: true, vertical: 'center', horizontal: column.type === 'text' ? 'left' : 'center' },
      numFmt: '@',
    });
  });
  const widths = columns.map(column => column.width ?? widthOf(column, rows));
  const long = longLines(lines, widths);
  for (const { row } of long) style(row, 0, { ...about, alignment: { wrapText: true, vertical: 'top' } });
  const table: (string | number | Date | null)[][] = [
    [sheet.title],
    ...lines.map(line => [line]),
    [],
    columns.map(({ title }) => title),
    ...rows.map(row => columns.map(column => toCell(row[column.key] ?? null, column.type))),
  ];
  for (const [place, row] of rows.entries())
    for (const [index, { key, type }] of columns.entries())
      if (isFraction(type, row[key]))
        style(firstRow + place, index, { ...formatOf(type, row[key]), font: FONT, alignment: { vertical: 'top' } });
  for (const [index, { key, adds }] of columns.entries()) {
    if (adds === undefined) continue;
    const [from = '', to = ''] = [adds.from, adds.to].map(name =>
      columnName(columns.findIndex(column => column.key === name)),
    );
    for (const [place, row] of rows.entries()) {
      const [at, line] = [`${firstRow + place},${index}`, firstRow + place + 1];
      const result = row[key];
      if (typeof result === 'number')
        cells.set(at, { ...cells.get(at), formula: `SUM(${from}${line}:${to}${line})`, ...{ formulaResult: result } });
    }
  }
  if (sheet.totals !== undefined) {
    const totalRow = firstRow + rows.length;
    table.push(totalsRow(sheet, sheet.totals));
    columns.forEach((column, index) => {
      style(totalRow, index, {
        font: { ...FONT, bold: true },
        border: { top: { style: 'thin', color: { rgb: HEADER_LINE } } },
        ...(index === 0 ? {} : formatOf(column.type, sheet.totals?.fixed?.[column.key])),
      });
      if (rows.length === 0 || !sheet.totals?.sum.includes(column.key)) return;
      const letter = columnName(index);
      const key = `${totalRow},${index}`;
      const result = sumOf(rows, column);
      cells.set(key, {
        ...cells.get(key),
        formula: `SUM(${letter}${firstRow + 1}:${letter}${totalRow})`,
        ...{ formulaResult: result },
      });
    });
  }
  const lastRow = Math.max(headerRow + 1, firstRow + rows.length);
  return {
    name,
    rows: table,
    cells,
    columns: columns.map((column, index) => toColumn(column, widths[index] ?? NARROWEST)),
    merges: long.map(({ row, columns: across }) => ({ startRow: row, startCol: 0, endRow: row, endCol: across - 1 })),
    rowDefs: new Map([
      ...long.map(({ row, height }) => [row, { height }] as const),
      [headerRow, { height: headingHeight(columns, widths) }],
      ...tallRows(columns, rows, widths, firstRow),
    ]),
    freezePane: { rows: firstRow, columns: 1 },
    ...(rows.length > 0
      ? { autoFilter: { range: `A${headerRow + 1}:${columnName(columns.length - 1)}${firstRow + rows.length}` } }
      : {}),
    ...(sheet.chart === undefined ? {} : chartsOf(sheet, sheet.chart, name, lastRow + 2, widths)),
    pageSetup: {
      paperSize: 'a4',
      orientation: widths.reduce((sum, width) => sum + width, 0) > PORTRAIT ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      // A chart is not cut by the end of a page; a long table is.
      fitToHeight: sheet.chart !== undefined && rows.length <= ONE_PAGE ? 1 : 0,
    },
    headerFooter: { oddFooter: `&L&A&C${(sheet.mark ?? '').replaceAll('&', '&&')}&R&P / &N` },
    a11y: { summary: sheet.title, headerRow },
  };
}

function toColumn(column: WorkbookColumn, width: number): ColumnDef {
  const alignment = { vertical: 'top', wrapText: column.type === 'text' && width >= WRAPPED } as const;
  return { width, style: { ...formatOf(column.type), font: FONT, alignment } };
}

const isFraction = (type: ColumnType, value: CellValue | undefined): boolean =>
  type === 'number' && typeof value === 'number' && !Number.isInteger(value);

function formatOf(type: ColumnType, value?: CellValue): CellStyle {
  const format = isFraction(type, value) ? FRACTION : FORMATS[type];
  return format === undefined ? {} : { numFmt: format };
}

/** Wide enough for the longest of the first rows; the heading may wrap over two lines. */
function widthOf(column: WorkbookColumn, rows: readonly ReportRow[]): number {
  const longestWord = Math.max(...column.title.split(/\s+/).map(word => word.length));
  const fixed: Partial<Record<ColumnType, number>> = { date: 12, percent: 10, money: 18 };
  const contents = rows.slice(0, 500).map(row => String(row[column.key] ?? '').length);
  const widest = Math.max(longestWord, Math.ceil(column.title.length / 2), fixed[column.type] ?? 0, ...contents);
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
}

/** Money comes in tiyn and percent as 0–100; Excel wants tenge and shares. A broken date is kept as text rather than lost. */
function toCell(value: CellValue, type: ColumnType): string | number | Date | null {
  if (value === null || type === 'text')
    return typeof value === 'number' ? String(value) : value === null ? null : textOf(value);
  if (type === 'date') return typeof value === 'string' ? (isoDate(value) ?? textOf(value)) : value;
  if (typeof value !== 'number') return textOf(value);
  if (!Number.isFinite(value)) return null;
  if (type === 'percent') return value / 100;
  return type === 'money' ? value / 100 : value;
}

function isoDate(value: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(time).toISOString().startsWith(value) ? (time - EXCEL_EPOCH) / DAY_MILLISECONDS : undefined;
}

/** Characters XML cannot hold would make the whole workbook unreadable; what Excel cannot keep in one cell is cut. */
const textOf = (text: string): string => cleanText(text).slice(0, 32_767);

function totalsRow(sheet: WorkbookSheet, totals: WorkbookTotals): (string | number | Date | null)[] {
  return sheet.columns.map((column, index) => {
    if (index === 0) return totals.label;
    if (totals.sum.includes(column.key)) return sumOf(sheet.rows, column);
    return toCell(totals.fixed?.[column.key] ?? null, column.type);
  });
}

function sumOf(rows: readonly ReportRow[], column: WorkbookColumn): number {
  const values = rows.map(row => row[column.key]).filter(value => typeof value === 'number');
  const sum = values.reduce((total, value) => total + value, 0);
  return column.type === 'money' || column.type === 'percent' ? sum / 100 : sum;
}

/** The name of a column by its number: 0 → A, 27 → AB. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const NO_TICKS = { majorTickMark: 'none', minorTickMark: 'none' } as const;
const COLOURS = ['0F766E', 'D97706', '4F6D9A', '9D4E7C', '6B7280'] as const;

/** A chart over the cells of the table, so that it follows them; none when its figures are not in the table. */
function chartsOf(
  sheet: WorkbookSheet,
  chart: WorkbookChart,
  name: string,
  atRow: number,
  widths: readonly number[],
): { charts: SheetChart[] } | object {
  const headerRow = headerRowOf(sheet);
  const from = headerRow + 2;
  const to = headerRow + 1 + sheet.rows.length;
  const range = (column: number): string =>
    `${quoted(name)}!$${columnName(column)}$${from}:$${columnName(column)}$${to}`;
  const series = chart.series.flatMap((line, index) => {
    const column = sheet.columns.findIndex(candidate => holds(sheet, candidate, line.values));
    if (column === -1) return [];
    return [
      { name: line.name, values: range(column), categories: range(0), color: COLOURS[index % COLOURS.length] ?? '' },
    ];
  });
  if (series.length !== chart.series.length || sheet.rows.length === 0) return {};
  const rows = wantsRows(chart);
  return {
    charts: [
      {
        type: chart.kind === 'line' ? 'line' : rows ? 'bar' : 'column',
        // Bars are drawn from the bottom up; the table is read from the top down.
        axes: { x: { ...NO_TICKS, reverse: rows }, y: NO_TICKS },
        gapWidth: 60,
        title: chart.title,
        series,
        legend: series.length > 1 ? 'bottom' : false,
        altText: chart.title,
        anchor: {
          from: { row: atRow, col: 0 },
          to: { row: atRow + (rows ? Math.max(10, 4 + 2 * chart.labels.length) : 18), col: chartColumns(widths) },
        },
      },
    ],
  };
}

/** Lines above the table that are longer than it is wide: they take several rows' height, so that the page does not shrink to their length. */
function longLines(
  lines: readonly string[],
  widths: readonly number[],
): { readonly row: number; readonly columns: number; readonly height: number }[] {
  const columns = Math.max(widths.length, chartColumns(widths));
  const room = Array.from({ length: columns }, (_, index) => widths[index] ?? PLAIN_COLUMN).reduce((a, b) => a + b, 0);
  return lines.flatMap((line, index) => {
    const height = Math.ceil(line.length / (room * LETTERS_PER_WIDTH)) * LINE_HEIGHT + 2;
    return line.length > room ? [{ row: index + 1, columns, height }] : [];
  });
}

/** The heading is as high as its longest title, broken between words, needs; two lines at least. */
function headingHeight(columns: readonly WorkbookColumn[], widths: readonly number[]): number {
  const lines = columns.map(({ title }, index) => {
    const room = (widths[index] ?? NARROWEST) - 1;
    let [count, used] = [1, 0];
    for (const { length } of title.split(/\s+/u)) {
      const fits = used === 0 || used + 1 + length <= room;
      count += fits ? 0 : 1;
      used = fits && used > 0 ? used + 1 + length : length;
    }
    return count;
  });
  return Math.max(2, ...lines) * LINE_HEIGHT + 4;
}

/** Heights of rows whose text takes several lines: readers do not measure rows they did not write. */
function tallRows(
  columns: readonly WorkbookColumn[],
  rows: readonly ReportRow[],
  widths: readonly number[],
  firstRow: number,
): (readonly [number, { readonly height: number }])[] {
  const wrapped = columns.flatMap((column, index) => {
    const width = widths[index] ?? 0;
    return column.type === 'text' && width >= WRAPPED ? [{ key: column.key, width: width - 2 }] : [];
  });
  return rows.flatMap((row, index) => {
    const lines = Math.max(0, ...wrapped.map(({ key, width }) => Math.ceil(String(row[key] ?? '').length / width)));
    return lines > 1 ? [[firstRow + index, { height: Math.min(400, lines * LINE_HEIGHT + 2) }] as const] : [];
  });
}

/** How many columns a chart of the usual width covers. */
function chartColumns(widths: readonly number[]): number {
  let [column, covered] = [0, 0];
  while (covered < CHART_WIDTH) {
    covered += widths[column] ?? PLAIN_COLUMN;
    column += 1;
  }
  return column;
}

/** Whether a column of the table is the chart's series, so that the chart follows the cells. */
function holds(sheet: WorkbookSheet, column: WorkbookColumn, values: readonly (number | null)[]): boolean {
  if (column.type === 'text' || column.type === 'date' || values.length !== sheet.rows.length) return false;
  return sheet.rows.every((row, index) => (row[column.key] ?? null) === (values[index] ?? null));
}
