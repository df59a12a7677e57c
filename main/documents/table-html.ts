import { embedFonts } from './document-fonts.ts';
import type { PageGeometry, PrintableDocument } from './docx-to-html.ts';
import { escapeHtml } from './escape-html.ts';
import type { Printable } from './print-documents.ts';
import type { ReportWords } from './report-format.ts';
import type { TableCell, TableColumn, TableRow } from './write-table.ts';

/** What stands above and below the rows of a printed list. */
export type ListPage = {
  readonly title: string;
  /** The college, the day, how many rows. */
  readonly facts: readonly string[];
  /** Which rows it shows and in which order, in words. */
  readonly about: readonly string[];
  readonly language: string;
};

/** A4 on its side. */
const SHEET: PageGeometry = {
  width: 297,
  height: 210,
  margins: { top: 12, right: 12, bottom: 16, left: 12 },
  header: 6,
  footer: 6,
};
const EXAMINED_ROWS = 300;
/** Characters beyond which a text wraps rather than widens its column. */
const LONGEST = 42;

/** A value as people of the language write it. */
function written(cell: TableCell, { type }: TableColumn, { locale }: ReportWords): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return type === 'date' ? locale.date(cell) || cell : cell;
  return type === 'money' ? locale.money(Math.round(cell * 100)) : locale.number(cell);
}

const isFigure = ({ type }: TableColumn): boolean => type !== 'text' && type !== 'date';

/** Shares of the width by the longest text of each column; every column keeps room for its longest word. */
function widthsOf(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): number[] {
  const weights = columns.map(({ title }, index) => {
    const texts = [title, ...rows.slice(0, EXAMINED_ROWS).map(row => row[index] ?? '')];
    const word = Math.max(...texts.flatMap(text => text.split(/\s+/u).map(part => part.length)));
    const whole = Math.max(...texts.map(text => text.length));
    return Math.max(4, Math.min(LONGEST, whole), Math.min(24, word)) + 2;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map(weight => Math.round((weight * 10_000) / sum) / 100);
}

/** The size of the text, points: smaller when many columns stand side by side. */
function textSize(columns: readonly TableColumn[]): number {
  if (columns.length <= 8) return 9;
  return columns.length <= 12 ? 8 : 7;
}

/** A list as a page that prints on A4 sheets on their side: its heading row stands on every sheet, no row is split. */
export function listToHtml(
  page: ListPage,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  words: ReportWords,
): string {
  const texts = rows.map(row => columns.map((column, index) => written(row[index] ?? null, column, words)));
  const widths = widthsOf(columns, texts);
  const attributes = columns.map(column => (isFigure(column) ? ' class="figure"' : ''));
  const head = columns.map(({ title }, index) => `<th${attributes[index]}>${escapeHtml(title)}</th>`).join('');
  const body = texts
    .map(row => `<tr>${row.map((text, index) => `<td${attributes[index]}>${escapeHtml(text)}</td>`).join('')}</tr>`)
    .join('');
  const table =
    `<table><colgroup>${widths.map(width => `<col style="width:${width}%">`).join('')}</colgroup>` +
    `<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  const facts = page.facts.filter(fact => fact !== '').map(escapeHtml);
  const about = page.about.map(line => `<span>${escapeHtml(line)}</span>`).join(' · ');
  const content =
    `<h1>${escapeHtml(page.title)}</h1><p>${facts.join(' · ')}</p>` +
    `${about === '' ? '' : `<p class="about">${about}</p>`}${table}`;
  const { margins } = SHEET;
  const fonts = embedFonts(content.replaceAll(/<[^>]*>/g, ''), ['Arimo'], { bold: true, italic: false });
  return [
    `<!doctype html><html lang="${page.language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">`,
    `<title>${escapeHtml(page.title)}</title><style>${fonts}`,
    `@page{size:${SHEET.width}mm ${SHEET.height}mm;margin:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm}${STYLE}`,
    `table{font-size:${textSize(columns)}pt}</style></head><body>${content}</body></html>`,
  ].join('\n');
}

const STYLE = `html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font-family:Arimo;font-size:9pt;line-height:1.3;color:#1a1a1a;background:#fff}
h1{font-size:14pt;line-height:1.25;margin:0 0 1.5mm}p{margin:0 0 2mm;color:#404040}p+table{margin-top:3mm}.about{color:#1a1a1a}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-variant-numeric:tabular-nums}
thead{display:table-header-group}tr{break-inside:avoid}
th,td{padding:1mm 1.5mm;border-bottom:0.5pt solid #d0d0d0;text-align:left;vertical-align:top;overflow-wrap:anywhere;hyphens:manual}
th{background:#e6f0ef;border-bottom:0.75pt solid #0f766e;font-weight:700;vertical-align:bottom}
.figure{text-align:right;white-space:nowrap}th.figure{white-space:normal}`;

/** A list ready for the printer; the foot of every sheet has its name, its day and its number. */
export function listToPrint(
  page: ListPage,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  words: ReportWords,
): Printable {
  const { t } = words;
  const number = `${t('documents.page')} <span class="pageNumber"></span> ${t('documents.pageOf')} <span class="totalPages"></span>`;
  const footer =
    `<div style="display:flex;justify-content:space-between;border-top:0.5pt solid #bfbfbf;padding-top:3pt;font-family:Arimo;font-size:8pt;color:#595959">` +
    `<span>${escapeHtml([page.title, ...page.facts].filter(part => part !== '').join(' · '))}</span><span>${number}</span></div>`;
  const foot = { header: '', footer };
  const document: PrintableDocument = { page: SHEET, body: '', first: foot, rest: foot, fonts: ['Arimo'] };
  return { document, title: page.title, html: listToHtml(page, columns, rows, words) };
}
