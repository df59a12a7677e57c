import {
  Bookmark,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  LineRuleType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { ChartRun } from 'docx/charts';
import { chartColours, chartSummary, wantsRows } from './chart-svg.ts';
import { TEXT_WIDTH } from './report-columns.ts';
import { ACCENT, placeOfTable, RULE, reportTable, SHORT_TABLE, withTables } from './report-docx-table.ts';
import { type ReportWords, reportMark, reportWords, sectionHeading, sourceLines } from './report-format.ts';
import type { ReportChart, ReportDocument, ReportSection } from './report-model.ts';

const FONT = 'Arial';
const MUTED = '595959';
const PIXELS_PER_MILLIMETRE = 96 / 25.4;
const rule = { style: BorderStyle.SINGLE, size: 4, color: RULE } as const;
const accentRule = { style: BorderStyle.SINGLE, size: 6, color: ACCENT } as const;

/** The report as a Word file: cover, contents, one heading, definition, chart and table per indicator, sources at the end. */
export async function reportToDocx(report: ReportDocument): Promise<Uint8Array> {
  const words = reportWords(report);
  const tables = report.sections.map(section => (section.rows.length === 0 ? '' : reportTable(section, words)));
  const document = new Document({
    creator: 'Seriktes',
    title: report.title,
    description: report.subtitle,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 20 },
          paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO, after: 120 } },
        },
        title: {
          run: { font: FONT, size: 52, bold: true },
          paragraph: { spacing: { after: 240, line: 264, lineRule: LineRuleType.AUTO } },
        },
        heading1: {
          run: { font: FONT, size: 30, bold: true, color: '0F4F4A' },
          paragraph: {
            spacing: { before: 320, after: 120, line: 264, lineRule: LineRuleType.AUTO },
            keepNext: true,
            keepLines: true,
          },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: {
              left: millimetres(25),
              right: millimetres(15),
              top: millimetres(20),
              bottom: millimetres(22),
              header: millimetres(10),
              footer: millimetres(10),
            },
          },
        },
        footers: { default: footer(report, words), first: new Footer({ children: [new Paragraph({ children: [] })] }) },
        children: [
          ...cover(report, words),
          ...contents(report, words),
          ...report.sections.flatMap((section, index) => indicator(section, index, words)),
          ...ending(report, words),
        ],
      },
    ],
  });
  return await withTables(await Packer.toBuffer(document), tables);
}

function millimetres(value: number): number {
  return convertMillimetersToTwip(value);
}

function footer(report: ReportDocument, words: ReportWords): Footer {
  const { t } = words;
  const left = [report.college, report.period, reportMark(report, words)].filter(part => part !== '').join(' · ');
  const style = { size: 16, color: MUTED } as const;
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { ...rule, space: 4 } },
        tabStops: [{ type: TabStopType.RIGHT, position: millimetres(TEXT_WIDTH) }],
        spacing: { after: 0 },
        children: [
          new TextRun({ text: left, ...style }),
          new TextRun({
            ...style,
            children: [
              new Tab(),
              `${t('documents.page')} `,
              PageNumber.CURRENT,
              ` ${t('documents.pageOf')} `,
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}

function cover(report: ReportDocument, words: ReportWords): Paragraph[] {
  const line = (
    text: string,
    size: number,
    options: { bold?: boolean; color?: string; before?: number } = {},
  ): Paragraph =>
    new Paragraph({
      spacing: { before: options.before ?? 0, after: 160 },
      children: [
        new TextRun({
          text,
          size,
          ...(options.bold ? { bold: true } : {}),
          ...(options.color === undefined ? {} : { color: options.color }),
        }),
      ],
    });
  return [
    new Paragraph({
      border: { bottom: { ...accentRule, size: 12, space: 8 } },
      children: [new TextRun({ text: report.college, bold: true, size: 26 })],
    }),
    new Paragraph({
      spacing: { before: millimetres(75) },
      heading: HeadingLevel.TITLE,
      children: [new TextRun(report.title)],
    }),
    line(report.subtitle, 28, { color: '404040' }),
    line(report.period, 28, { bold: true, before: 320 }),
    line(reportMark(report, words), 22, { color: '9A3412', before: millimetres(60) }),
  ];
}

function bookmarkOf(index: number): string {
  return `indicator_${index + 1}`;
}

function contents(report: ReportDocument, { t }: ReportWords): Paragraph[] {
  return [
    new Paragraph({
      pageBreakBefore: true,
      spacing: { after: 200 },
      children: [new TextRun({ text: t('documents.contents'), bold: true, size: 30, color: '0F4F4A' })],
    }),
    ...report.sections.map(
      (section, index) =>
        new Paragraph({
          tabStops: [{ type: TabStopType.RIGHT, position: millimetres(TEXT_WIDTH), leader: LeaderType.DOT }],
          spacing: { after: 80 },
          children: [
            new InternalHyperlink({
              anchor: bookmarkOf(index),
              children: [
                new TextRun({ text: sectionHeading(section, index) }),
                new TextRun({ children: [new Tab()] }),
                new PageReference(bookmarkOf(index)),
              ],
            }),
          ],
        }),
    ),
  ];
}

function indicator(section: ReportSection, index: number, words: ReportWords): Paragraph[] {
  const { t } = words;
  const unit: ParagraphChild[] =
    section.unit === ''
      ? []
      : [new TextRun({ text: ` ${t('documents.unit')}: ${section.unit}`, color: MUTED, size: 19 })];
  // A tall chart before a long table: LibreOffice would leave the heading alone on the page before.
  const startsPage = section.chart !== undefined && section.rows.length > SHORT_TABLE;
  const heading = new Bookmark({ id: bookmarkOf(index), children: [new TextRun(sectionHeading(section, index))] });
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      ...(index === 0 || startsPage ? { pageBreakBefore: true } : {}),
      children: [heading],
    }),
    new Paragraph({
      keepNext: true,
      children: [new TextRun({ text: section.definition, color: '404040', size: 19 }), ...unit],
    }),
    ...chartOf(section, words),
    section.rows.length === 0
      ? new Paragraph({ children: [new TextRun({ text: t('documents.noRows'), color: MUTED })] })
      : new Paragraph({ children: [new TextRun(placeOfTable(index))] }),
    new Paragraph({ spacing: { after: 160 }, children: [] }),
  ];
}

/** A chart of Word's own, with its figures inside: sharp in print, and open to the reader's own styling. */
function chartOf(section: ReportSection, words: ReportWords): Paragraph[] {
  const { chart } = section;
  if (chart === undefined || chart.labels.length === 0) return [];
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 60, after: 140, line: 240, lineRule: LineRuleType.AUTO },
      children: [new ChartRun(chartOptions(chart, section.title, words))],
    }),
  ];
}

function chartOptions(
  chart: ReportChart,
  title: string,
  { t, locale }: ReportWords,
): ConstructorParameters<typeof ChartRun>[0] {
  const rows = wantsRows(chart);
  const height = rows ? Math.min(220, 18 + chart.labels.length * (4 + chart.series.length * 3)) : 70;
  // Word writes a lone decimal sign after whole numbers of a format that allows for broken ones.
  const whole = chart.series.every(({ values }) => values.every(value => Number.isInteger(value ?? 0)));
  const largest = Math.max(0, ...chart.series.flatMap(({ values }) => values.map(value => value ?? 0)));
  const numberFormat = whole ? '#,##0' : '#,##0.0';
  const label = { value: true, font: { size: 8 }, numberFormat } as const;
  const few = chart.labels.length * chart.series.length <= 24;
  const common = {
    categories: [...chart.labels],
    series: chart.series.map(({ name, values }, index) => ({
      name,
      values: [...values],
      color: (chartColours[index % chartColours.length] ?? chartColours[0]).slice(1).toUpperCase(),
    })),
    font: { name: FONT },
    legend: chart.series.length > 1 ? { position: 'bottom' as const } : (false as const),
    chartArea: { border: 'none' as const },
    transformation: {
      width: Math.round(TEXT_WIDTH * PIXELS_PER_MILLIMETRE),
      height: Math.round(height * PIXELS_PER_MILLIMETRE),
    },
    valueAxis: { numberFormat: largest < 10 ? 'General' : '#,##0' },
    altText: { name: title, title: t('documents.chart', { title }), description: chartSummary(chart, locale) },
    ...(few ? { dataLabels: label } : {}),
  };
  if (chart.kind === 'line') {
    return { type: 'line', ...common, ...(few ? { dataLabels: { ...label, position: 'above' } } : {}) };
  }
  if (rows) return { type: 'bar', ...common, categoryAxis: { reverseOrder: true }, gapWidth: 50 };
  return { type: 'column', ...common, gapWidth: chart.labels.length > 4 ? 60 : 180, overlap: 0 };
}

function ending(report: ReportDocument, words: ReportWords): Paragraph[] {
  const { t } = words;
  const heading = (text: string, first: boolean): Paragraph =>
    new Paragraph({
      pageBreakBefore: first,
      keepNext: true,
      spacing: { before: first ? 0 : 320, after: 120 },
      children: [new TextRun({ text, bold: true, size: 30, color: '0F4F4A' })],
    });
  const notes = report.notes.map(text => new Paragraph({ children: [new TextRun(text)] }));
  const sources = sourceLines(report).flatMap(({ title, text }) => [
    new Paragraph({ keepNext: true, spacing: { after: 20 }, children: [new TextRun({ text: title, bold: true })] }),
    new Paragraph({ keepLines: true, children: [new TextRun({ text, color: '404040' })] }),
  ]);
  return [
    ...(notes.length === 0 ? [] : [heading(t('documents.notes'), true), ...notes]),
    heading(t('documents.sources'), notes.length === 0),
    ...sources,
  ];
}
