import { chartSvg } from './chart-svg.ts';
import { embedFonts } from './document-fonts.ts';
import type { PageGeometry, PrintableDocument } from './docx-to-html.ts';
import { escapeHtml } from './escape-html.ts';
import { type Printable, type PrintToPdf, pageMark, printPage } from './print-documents.ts';
import {
  columnHeading,
  formatCell,
  isNumeric,
  type ReportWords,
  reportMark,
  reportWords,
  sectionHeading,
  sourceLines,
} from './report-format.ts';
import type { ReportColumn, ReportDocument, ReportRow, ReportSection } from './report-model.ts';

/** Rows up to which a table is kept on one page. */
const SHORT_TABLE = 12;
/** From so many columns on they are set closer, so that names keep their room. */
const MANY_COLUMNS = 8;

const SHEET: PageGeometry = {
  width: 210,
  height: 297,
  margins: { top: 20, right: 15, bottom: 22, left: 25 },
  header: 10,
  footer: 10,
};

/** The report as a page of HTML that stands alone: it can be previewed, and printed by `reportToPdf`. */
export function reportToHtml(report: ReportDocument): string {
  const words = reportWords(report);
  const body = reportBody(report, words);
  const fonts = embedFonts(body.replaceAll(/<[^>]*>/g, ''), ['Arimo'], { bold: true, italic: false });
  const { margins } = SHEET;
  return [
    `<!doctype html><html lang="${report.language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">`,
    `<title>${escapeHtml(report.title)}</title><style>${fonts}`,
    `@page{size:${SHEET.width}mm ${SHEET.height}mm;margin:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm}`,
    `${STYLE}</style></head><body>${body}</body></html>`,
  ].join('\n');
}

/** The report ready for the printer; the cover carries no number, the other pages their number and the draft mark. */
export function reportToPrint(report: ReportDocument): Printable {
  const words = reportWords(report);
  const nothing = { header: '', footer: '' };
  const document: PrintableDocument = {
    page: SHEET,
    body: '',
    first: nothing,
    rest: { header: '', footer: footer(report, words) },
    fonts: ['Arimo'],
  };
  return { document, title: report.title, html: reportToHtml(report) };
}

/** Prints the report. */
export const reportToPdf = (report: ReportDocument, print: PrintToPdf): Promise<Uint8Array> =>
  printPage(reportToPrint(report), print);

function footer(report: ReportDocument, words: ReportWords): string {
  const { t } = words;
  const left = [report.college, report.period, reportMark(report, words)].filter(part => part !== '').join(' · ');
  const number = `${t('documents.page')} <span class="pageNumber"></span> ${t('documents.pageOf')} <span class="totalPages"></span>`;
  return (
    `<div style="display:flex;justify-content:space-between;border-top:0.5pt solid #bfbfbf;padding-top:4pt;font-family:Arimo;font-size:8pt;color:#595959">` +
    `<span>${escapeHtml(left)}</span><span>${number}</span></div>`
  );
}

function reportBody(report: ReportDocument, words: ReportWords): string {
  const { t } = words;
  const mark = reportMark(report, words);
  const cover =
    `<section class="cover"><p class="college">${escapeHtml(report.college)}</p><div class="middle"><h1>${escapeHtml(report.title)}</h1>` +
    `<p class="subtitle">${escapeHtml(report.subtitle)}</p><p class="period">${escapeHtml(report.period)}</p></div>` +
    `<p class="mark">${escapeHtml(mark)}</p></section>`;
  const contents =
    `<section class="contents"><h2>${escapeHtml(t('documents.contents'))}</h2><ol>` +
    report.sections
      .map(
        section =>
          `<li><a href="#${anchor(section)}"><span>${escapeHtml(section.title)}</span><i></i>${pageMark(anchor(section))}</a></li>`,
      )
      .join('') +
    `</ol></section>`;
  const sections = report.sections.map((section, index) => renderSection(section, index, words)).join('');
  const notes =
    report.notes.length === 0
      ? ''
      : `<h2>${escapeHtml(t('documents.notes'))}</h2>${report.notes.map(note => `<p>${escapeHtml(note)}</p>`).join('')}`;
  const sources = sourceLines(report)
    .map(({ title, text }) => `<dt>${escapeHtml(title)}</dt><dd>${escapeHtml(text)}</dd>`)
    .join('');
  const end = `<section class="end">${notes}<h2>${escapeHtml(t('documents.sources'))}</h2><dl>${sources}</dl></section>`;
  return cover + contents + sections + end;
}

function anchor(section: ReportSection): string {
  return `indicator-${encodeURIComponent(section.id)}`;
}

function renderSection(section: ReportSection, index: number, words: ReportWords): string {
  const { t, locale } = words;
  const unit =
    section.unit === ''
      ? ''
      : ` <span class="unit">${escapeHtml(t('documents.unit'))}: ${escapeHtml(section.unit)}</span>`;
  const chart =
    section.chart === undefined || section.chart.labels.length === 0
      ? ''
      : `<figure>${chartSvg(section.chart, { id: `chart-${index + 1}`, title: t('documents.chart', { title: section.title }), locale })}</figure>`;
  return (
    `<section class="indicator${section.rows.length <= SHORT_TABLE ? ' whole' : ''}" id="${anchor(section)}">` +
    `<div class="top"><h2>${escapeHtml(sectionHeading(section, index))}</h2>` +
    `<p class="definition">${escapeHtml(section.definition)}${unit}</p>${chart}</div>${renderTable(section, words)}</section>`
  );
}

function renderTable(section: ReportSection, words: ReportWords): string {
  if (section.rows.length === 0) return `<p class="none">${escapeHtml(words.t('documents.noRows'))}</p>`;
  const cell = (tag: 'td' | 'th', column: ReportColumn, content: string): string =>
    `<${tag}${isNumeric(column.type) ? ' class="figure"' : ''}>${escapeHtml(content)}</${tag}>`;
  const line = (row: ReportRow, tag: 'td' | 'th'): string => {
    const cells = section.columns.map(column => {
      const value = row[column.key];
      const blank = tag === 'th' && (value ?? '') === '';
      return cell(tag, column, blank ? '' : formatCell(value, column.type, words.locale));
    });
    return `<tr>${cells.join('')}</tr>`;
  };
  const head = section.columns
    .map(column => cell('th', column, columnHeading(column)))
    .join('')
    // A school year stands on one line.
    .replaceAll(/\d{4}–\d{4}/g, '<span class="year">$&</span>');
  const foot =
    section.total === undefined ? '' : `<tbody class="total">${line(totalRow(section, words), 'th')}</tbody>`;
  const looks = [
    ...(section.rows.length <= SHORT_TABLE ? ['short'] : []),
    ...(section.columns.length >= MANY_COLUMNS ? ['wide'] : []),
  ];
  return `<table class="${looks.join(' ')}"><thead><tr>${head}</tr></thead><tbody>${section.rows.map(row => line(row, 'td')).join('')}</tbody>${foot}</table>`;
}

/** The word «Total» stands in the first column unless the report has put its own there. */
export function totalRow(section: ReportSection, { t }: ReportWords): ReportRow {
  const total = section.total ?? {};
  const [first] = section.columns;
  if (first === undefined || (total[first.key] ?? '') !== '') return total;
  return { ...total, [first.key]: t('documents.total') };
}

const STYLE = `html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font-family:Arimo;font-size:10pt;line-height:1.4;color:#1a1a1a;background:#fff}
h1{font-size:26pt;line-height:1.2;margin:0 0 6mm}h2{font-size:15pt;line-height:1.25;margin:0 0 2.5mm;break-after:avoid;color:#0f4f4a}
p{margin:0 0 2.5mm;orphans:3;widows:3}a{color:inherit;text-decoration:none}
.cover{height:253mm;display:flex;flex-direction:column;break-after:page}
.college{font-size:13pt;font-weight:700;border-bottom:1.5pt solid #0f766e;padding-bottom:4mm}
.middle{margin:auto 0}.subtitle{font-size:14pt;color:#404040}.period{font-size:14pt;font-weight:700;margin-top:8mm}
.mark{color:#9a3412;font-size:11pt;min-height:14pt}
.contents{break-after:page}.contents ol{margin:0;padding-left:8mm}.contents li{margin-bottom:2mm;padding-left:1mm}.contents a{display:flex;align-items:baseline;gap:1.5mm}.contents i{flex:1;border-bottom:0.5pt dotted #8a8a8a}.contents b{min-width:7mm;text-align:right;font-weight:400;font-variant-numeric:tabular-nums}
.indicator{margin-bottom:10mm}.whole,.top{break-inside:avoid}.top{break-after:avoid}.definition{color:#404040;font-size:9.5pt;break-after:avoid}.unit{color:#595959;white-space:nowrap}
figure{margin:3mm 0 4mm;break-inside:avoid}figure svg{width:100%;height:auto;display:block}
table{border-collapse:collapse;width:100%;font-size:9.5pt;font-variant-numeric:tabular-nums}
.short{break-inside:avoid}thead{display:table-header-group}tr{break-inside:avoid}
th,td{padding:1.3mm 2mm;border-bottom:0.5pt solid #d0d0d0;text-align:left;vertical-align:top}
thead th{font-size:8.5pt;background:#e6f0ef;border-bottom:0.75pt solid #0f766e;font-weight:700;vertical-align:bottom}
.wide{font-size:8.5pt}.wide th,.wide td{padding:1.3mm 1.2mm}.wide thead th{font-size:7.5pt}.figure{text-align:right;white-space:nowrap}thead .figure{white-space:normal}thead .year{white-space:nowrap}
.total th{border-top:0.75pt solid #0f766e;border-bottom:none;font-weight:700}.total{break-before:avoid}
.none{color:#595959}.end{break-before:page}dt{font-weight:700;margin-top:2.5mm;break-after:avoid}dd{margin:0;color:#404040;break-inside:avoid}`;
