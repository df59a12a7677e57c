import {
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A table of a handover pack; one without rows is left out. */
export type HandoverTable = {
  readonly title: string;
  readonly heads: readonly string[];
  /** Shares of the width of the page. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

/** One partner of a handover pack. */
export type HandoverPart = {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly tables: readonly HandoverTable[];
};

/** Everything whoever takes over must know, every word and number as it is printed. */
export type HandoverPack = {
  readonly title: string;
  readonly subtitle: string;
  /** What is open over all partners. */
  readonly summary: readonly HandoverTable[];
  /** Said instead of a summary when nothing is open. */
  readonly nothingOpen: string;
  readonly parts: readonly HandoverPart[];
};

const FONT = 'Arial';
/** Millimetres between the margins of an A4 sheet: 210 − 25 − 15. */
const WIDTH = 170;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' } as const;
const frame = { top: hairline, bottom: hairline, left: hairline, right: hairline } as const;

const words = (text: string, size: number, bold = false): TextRun =>
  new TextRun({ text, font: FONT, size: size * 2, bold, color: '000000' });

const heading = (text: string, level: 1 | 2 | 3, newPage = false): Paragraph =>
  new Paragraph({
    children: [words(text, { 1: 16, 2: 13, 3: 10.5 }[level], true)],
    heading: { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }[level],
    keepNext: true,
    pageBreakBefore: newPage,
    spacing: { before: level === 1 ? 0 : 200, after: 80 },
  });

function grid({ heads, widths, rows }: HandoverTable): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const sizes = widths.map(width => convertMillimetersToTwip((WIDTH * width) / all));
  const line = (values: readonly string[], header: boolean): TableRow =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: sizes.map(
        (size, index) =>
          new TableCell({
            width: { size, type: WidthType.DXA },
            borders: frame,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            ...(header ? { shading: { fill: 'F2F2F2' } } : {}),
            children: [new Paragraph({ children: [words(values[index] ?? '', 9, header)] })],
          }),
      ),
    });
  return new Table({
    width: { size: convertMillimetersToTwip(WIDTH), type: WidthType.DXA },
    columnWidths: sizes,
    layout: TableLayoutType.FIXED,
    rows: [line(heads, true), ...rows.map(row => line(row, false))],
  });
}

const tables = (known: readonly HandoverTable[]): (Paragraph | Table)[] =>
  known.filter(({ rows }) => rows.length > 0).flatMap(table => [heading(table.title, 3), grid(table)]);

function part({ title, facts, tables: own }: HandoverPart, newPage: boolean): (Paragraph | Table)[] {
  return [
    heading(title, 2, newPage),
    ...facts
      .filter(([, value]) => value !== '')
      .map(
        ([label, value]) =>
          new Paragraph({ children: [words(`${label}: `, 10), words(value, 10, true)], spacing: { after: 30 } }),
      ),
    ...tables(own),
  ];
}

/** The pack as a Word file: what is open over all partners first, then a page for each partner. `step` is awaited after each of them. */
export async function handoverDocx(pack: HandoverPack, step: () => Promise<void>): Promise<Uint8Array> {
  const pages: (Paragraph | Table)[] = [];
  for (const known of pack.parts) {
    pages.push(...part(known, pack.parts.length > 1));
    await step();
  }
  const summary = tables(pack.summary);
  const document = new Document({
    creator: 'Seriktes',
    title: pack.title,
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(20),
              right: convertMillimetersToTwip(15),
              bottom: convertMillimetersToTwip(20),
              left: convertMillimetersToTwip(25),
            },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  words(`${pack.title} · `, 8),
                  new TextRun({ font: FONT, size: 16, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [
          heading(pack.title, 1),
          new Paragraph({ children: [words(pack.subtitle, 10)], spacing: { after: 120 } }),
          ...(summary.length > 0 || pack.nothingOpen === ''
            ? summary
            : [new Paragraph({ children: [words(pack.nothingOpen, 10)] })]),
          ...pages,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
