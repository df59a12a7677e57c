import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/** One placement's calculation of hours, every word and number as it is printed. */
export type HoursSheet = {
  readonly title: string;
  /** Empty when the placement has no agreement. */
  readonly subtitle: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly monthHead: string;
  readonly totalHead: string;
  /** A row per month: a mark for each day from 1 to 31, empty outside the placement. */
  readonly months: readonly { readonly month: string; readonly days: readonly string[]; readonly total: string }[];
  readonly total: string;
  readonly legend: string;
  readonly specialTitle: string;
  readonly specialHeads: readonly [date: string, hours: string, reason: string];
  readonly special: readonly (readonly [date: string, hours: string, reason: string])[];
  readonly sums: readonly string[];
  readonly signatures: readonly (readonly [side: string, name: string])[];
};

const FONT = 'Times New Roman';
/** Millimetres between the margins of a lying A4 sheet: 297 − 20 − 15. */
const WIDTH = 262;
const MONTH_WIDTH = 31;
const TOTAL_WIDTH = 14;
const DAY_WIDTH = (WIDTH - MONTH_WIDTH - TOTAL_WIDTH) / 31;
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const lines = { top: thin, bottom: thin, left: thin, right: thin } as const;
const noLines = { top: nothing, bottom: nothing, left: nothing, right: nothing } as const;

type Look = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly before?: number;
  readonly after?: number;
  readonly newPage?: boolean;
  readonly keepNext?: boolean;
};

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function text(words: string, look: Look = {}): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({
        text: words,
        font: FONT,
        size: Math.round((look.size ?? 11) * 2),
        ...(look.bold ? { bold: true } : {}),
      }),
    ],
    alignment: alignments[look.align ?? 'left'],
    keepLines: true,
    ...(look.keepNext ? { keepNext: true } : {}),
    ...(look.newPage ? { pageBreakBefore: true } : {}),
    spacing: {
      before: Math.round((look.before ?? 0) * 20),
      after: Math.round((look.after ?? 0) * 20),
      line: 252,
      lineRule: LineRuleType.AUTO,
    },
  });
}

function cell(
  words: string,
  width: number,
  look: Look & { readonly framed?: boolean; readonly shaded?: boolean } = {},
): TableCell {
  const { framed = true, shaded = false, ...rest } = look;
  return new TableCell({
    children: [text(words, rest)],
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    borders: framed ? lines : noLines,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 30, right: 30, top: 20, bottom: 20 },
    ...(shaded ? { shading: { fill: 'EDEDED' } } : {}),
  });
}

function table(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    rows: [...rows],
    width: { size: convertMillimetersToTwip(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(width => convertMillimetersToTwip(width)),
    layout: TableLayoutType.FIXED,
  });
}

const row = (cells: readonly TableCell[], header = false): TableRow =>
  new TableRow({ children: [...cells], cantSplit: true, ...(header ? { tableHeader: true } : {}) });

/** The calendar of hours: a month per line, as timesheets are kept. */
function calendar(sheet: HoursSheet): Table {
  const small = { size: 7.5, align: 'center' } as const;
  const days = Array.from({ length: 31 }, (_, index) => index);
  const head = row(
    [
      cell(sheet.monthHead, MONTH_WIDTH, { size: 8.5, bold: true }),
      ...days.map(day => cell(String(day + 1), DAY_WIDTH, { ...small, bold: true })),
      cell(sheet.totalHead, TOTAL_WIDTH, { size: 8.5, bold: true, align: 'center' }),
    ],
    true,
  );
  const months = sheet.months.map(month =>
    row([
      cell(month.month, MONTH_WIDTH, { size: 8.5 }),
      ...days.map(day => {
        const mark = month.days[day] ?? '';
        return cell(mark, DAY_WIDTH, { ...small, shaded: mark !== '' && !/^\d/u.test(mark) });
      }),
      cell(month.total, TOTAL_WIDTH, { size: 8.5, align: 'center', bold: true }),
    ]),
  );
  const last = row([
    cell(sheet.totalHead, MONTH_WIDTH, { size: 8.5, bold: true }),
    ...days.map(() => cell('', DAY_WIDTH, small)),
    cell(sheet.total, TOTAL_WIDTH, { size: 8.5, align: 'center', bold: true }),
  ]);
  return table([MONTH_WIDTH, ...days.map(() => DAY_WIDTH), TOTAL_WIDTH], [head, ...months, last]);
}

function special(sheet: HoursSheet): (Paragraph | Table)[] {
  if (sheet.special.length === 0) return [];
  const widths = [40, 25, WIDTH - 65] as const;
  const line = (values: readonly [string, string, string], head: boolean): TableRow =>
    row(
      values.map((value, index) =>
        cell(value, widths[index] ?? 0, { size: 9.5, bold: head, align: index === 1 ? 'center' : 'left' }),
      ),
      head,
    );
  return [
    text(sheet.specialTitle, { bold: true, before: 10, after: 4, keepNext: true }),
    table(widths, [line(sheet.specialHeads, true), ...sheet.special.map(known => line(known, false))]),
  ];
}

function signatures(sheet: HoursSheet): Table {
  const width = WIDTH / sheet.signatures.length;
  return table(
    sheet.signatures.map(() => width),
    [
      row(sheet.signatures.map(([side]) => cell(side, width, { framed: false, before: 14, keepNext: true }))),
      row(
        sheet.signatures.map(([, name]) => cell(`____________________ ${name}`, width, { framed: false, before: 10 })),
      ),
    ],
  );
}

function sheetBlocks(sheet: HoursSheet, index: number): (Paragraph | Table)[] {
  const facts = table(
    [60, WIDTH - 60],
    sheet.facts.map(([label, value]) =>
      row([
        cell(label, 60, { framed: false, size: 10 }),
        cell(value, WIDTH - 60, { framed: false, size: 10, bold: true }),
      ]),
    ),
  );
  return [
    text(sheet.title, { size: 14, bold: true, align: 'center', after: 2, newPage: index > 0, keepNext: true }),
    ...(sheet.subtitle === '' ? [] : [text(sheet.subtitle, { align: 'center', after: 4, keepNext: true })]),
    facts,
    text('', { size: 4 }),
    calendar(sheet),
    text(sheet.legend, { size: 8.5, before: 4 }),
    ...special(sheet),
    ...sheet.sums.map((sum, place) => text(sum, { before: place === 0 ? 8 : 2, keepNext: true })),
    signatures(sheet),
  ];
}

/** The annex as a Word file on lying A4 sheets, one placement after another, each on a page of its own. */
export async function hoursAnnex(sheets: readonly HoursSheet[], title: string): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Seriktes',
    title,
    styles: { default: { document: { run: { font: FONT, size: 22 } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: convertMillimetersToTwip(210),
              height: convertMillimetersToTwip(297),
              orientation: PageOrientation.LANDSCAPE,
            },
            margin: {
              top: convertMillimetersToTwip(15),
              right: convertMillimetersToTwip(15),
              bottom: convertMillimetersToTwip(15),
              left: convertMillimetersToTwip(20),
            },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({ font: FONT, size: 16, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: sheets.flatMap(sheetBlocks),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
