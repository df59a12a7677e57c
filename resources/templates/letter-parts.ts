/** Building blocks of the letter templates: how an official letter is set, without a word of what it says. */
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
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type Block = Paragraph | Table;
type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];
export type TextStyle = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly spacing?: number;
};
export type ParagraphStyle = {
  readonly align?: Alignment;
  /** Points before and after. */
  readonly before?: number;
  readonly after?: number;
  /** First-line indent in millimetres. */
  readonly indent?: number;
  readonly keepNext?: boolean;
  readonly line?: number;
};

const FONT = 'Times New Roman';
export const BODY = 12;
export const SMALL = 9;
export const TABLE_TEXT = 9.5;
/** Millimetres between the margins of an A4 sheet: 210 − 25 − 15. */
export const TEXT_WIDTH = 170;
const HAIRLINE = 'A6A6A6';
const MUTED = '595959';
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE } as const;
export const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
export const noBorders = { top: nothing, bottom: nothing, left: nothing, right: nothing } as const;
const noTableBorders = { ...noBorders, insideHorizontal: nothing, insideVertical: nothing } as const;

const millimetres = (value: number): number => convertMillimetersToTwip(value);
const points = (value: number): number => Math.round(value * 20);

/** Text in which `**words**` are bold. */
export function runs(text: string, style: TextStyle = {}): TextRun[] {
  return text
    .split('**')
    .map((part, index) => ({ part, bold: index % 2 === 1 }))
    .filter(({ part }) => part !== '')
    .map(
      ({ part, bold }) =>
        new TextRun({
          text: part,
          size: Math.round((style.size ?? BODY) * 2),
          ...(bold || style.bold ? { bold: true } : {}),
          ...(style.italics ? { italics: true } : {}),
          ...(style.color === undefined ? {} : { color: style.color }),
          ...(style.spacing === undefined ? {} : { characterSpacing: points(style.spacing) }),
        }),
    );
}

export function paragraph(text: string, style: ParagraphStyle & TextStyle = {}): Paragraph {
  return new Paragraph({
    children: runs(text, style),
    alignment: style.align ?? AlignmentType.LEFT,
    keepLines: true,
    ...(style.keepNext ? { keepNext: true } : {}),
    ...(style.indent === undefined ? {} : { indent: { firstLine: millimetres(style.indent) } }),
    spacing: {
      before: points(style.before ?? 0),
      after: points(style.after ?? 0),
      line: Math.round(240 * (style.line ?? 1.25)),
      lineRule: LineRuleType.AUTO,
    },
  });
}

/** A justified paragraph of the letter's text. */
export function prose(text: string, style: ParagraphStyle & TextStyle = {}): Paragraph {
  return paragraph(text, { align: AlignmentType.BOTH, indent: 12.5, after: 4, ...style });
}

export type CellStyle = {
  readonly borders?: object;
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly shading?: string;
  /** Millimetres. */
  readonly padding?: {
    readonly top?: number;
    readonly bottom?: number;
    readonly left?: number;
    readonly right?: number;
  };
};

export function cell(width: number, children: readonly Block[], style: CellStyle = {}): TableCell {
  const { top = 0, bottom = 0, left = 0, right = 0 } = style.padding ?? {};
  return new TableCell({
    children: [...children],
    width: { size: millimetres(width), type: WidthType.DXA },
    borders: style.borders ?? noBorders,
    verticalAlign: style.vertical ?? VerticalAlign.TOP,
    margins: {
      top: millimetres(top),
      bottom: millimetres(bottom),
      left: millimetres(left),
      right: millimetres(right),
      marginUnitType: WidthType.DXA,
    },
    ...(style.shading === undefined ? {} : { shading: { fill: style.shading } }),
  });
}

export function table(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    rows: [...rows],
    columnWidths: widths.map(millimetres),
    width: { size: millimetres(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: noTableBorders,
    margins: { left: 0, right: 0 },
  });
}

export function row(cells: readonly TableCell[], options: { readonly header?: boolean } = {}): TableRow {
  return new TableRow({ children: [...cells], cantSplit: true, ...(options.header ? { tableHeader: true } : {}) });
}

/** The letterhead: Kazakh name left, emblem in the middle, Russian name right, a double rule under all three. */
export function letterhead(): Block[] {
  const side = (name: string, address: string): Block[] => [
    paragraph(name, { align: AlignmentType.CENTER, bold: true, size: 10, line: 1.1 }),
    paragraph(address, { align: AlignmentType.CENTER, size: SMALL, line: 1.1, before: 3, color: MUTED }),
  ];
  const rule = { style: BorderStyle.DOUBLE, size: 6, color: '000000' } as const;
  return [
    table(
      [75, 20, 75],
      [
        row([
          cell(75, side('{letterheadKk}', '{letterheadAddressKk}'), { padding: { bottom: 1 } }),
          cell(20, [paragraph('{logo}', { align: AlignmentType.CENTER, line: 1 })], { vertical: VerticalAlign.CENTER }),
          cell(75, side('{letterheadRu}', '{letterheadAddressRu}'), { padding: { bottom: 1 } }),
        ]),
      ],
    ),
    new Paragraph({
      children: runs('{letterheadContacts}', { size: SMALL, color: MUTED }),
      alignment: AlignmentType.CENTER,
      border: { bottom: { ...rule, space: 4 } },
      spacing: { after: points(6), line: 240, lineRule: LineRuleType.AUTO },
    }),
  ];
}

/** Number and date on the left, the addressee on the right. */
export function reference(number: string, date: string, addressee: readonly string[]): Block[] {
  const style = { line: 1.15 } as const;
  return [
    table(
      [85, 85],
      [
        row([
          cell(
            85,
            [number, ...date.split('\n')].map(line => paragraph(line, style)),
          ),
          cell(
            85,
            addressee.map(line => paragraph(line, style)),
            { padding: { left: 8 } },
          ),
        ]),
      ],
    ),
    spacer(6),
  ];
}

/** An empty line of the given height in points; Word needs a paragraph between two tables. */
export function spacer(height: number): Paragraph {
  return new Paragraph({
    children: [],
    spacing: { line: points(height), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  });
}

/** What follows begins on a new page. */
export function newPage(): Paragraph {
  return new Paragraph({
    children: [],
    pageBreakBefore: true,
    spacing: { line: points(1), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  });
}

export function title(text: string, subtitle: string): Block[] {
  return [
    paragraph(text, { align: AlignmentType.CENTER, bold: true, size: 14, spacing: 1.5, keepNext: true, line: 1.15 }),
    paragraph(subtitle, { align: AlignmentType.CENTER, after: 5, keepNext: true, line: 1.1 }),
  ];
}

/** A list of facts: what it is on the left in grey, the value on the right, a hairline under each. */
export function facts(lines: readonly (readonly [label: string, value: string])[]): Block[] {
  const widths = [58, TEXT_WIDTH - 58] as const;
  return [
    table(
      widths,
      lines.map(([label, value], index) => {
        const borders = { ...noBorders, bottom: hairline, ...(index === 0 ? { top: hairline } : {}) };
        const padding = { top: 0.5, bottom: 0.5 };
        return row([
          cell(widths[0], [paragraph(label, { size: 11, color: MUTED, line: 1 })], {
            borders,
            padding,
            vertical: VerticalAlign.CENTER,
          }),
          cell(widths[1], [paragraph(value, { size: 12, line: 1 })], { borders, padding }),
        ]);
      }),
    ),
    spacer(6),
  ];
}

/** Facts in two languages side by side: label over value in each half. */
export function factsSideBySide(
  lines: readonly { readonly kk: readonly [string, string]; readonly ru: readonly [string, string] }[],
  sizes: { readonly label: number; readonly value: number } = { label: 10, value: 11 },
): Block[] {
  const half = TEXT_WIDTH / 2;
  const fact = ([label, value]: readonly [string, string]): Block[] => [
    new Paragraph({
      children: [...runs(`${label}: `, { size: sizes.label, color: MUTED }), ...runs(value, { size: sizes.value })],
      spacing: { line: 244, lineRule: LineRuleType.AUTO },
    }),
  ];
  return [
    table(
      [half, half],
      lines.map(({ kk, ru }, index) => {
        const borders = { ...noBorders, bottom: hairline, ...(index === 0 ? { top: hairline } : {}) };
        return row([
          cell(half, fact(kk), {
            borders: { ...borders, right: hairline },
            padding: { top: 0.3, bottom: 0.3, right: 2.5 },
          }),
          cell(half, fact(ru), { borders, padding: { top: 0.3, bottom: 0.3, left: 2.5 } }),
        ]);
      }),
    ),
    spacer(6),
  ];
}

/** Two texts side by side, Kazakh left. */
export function sideBySide(kk: readonly Block[], ru: readonly Block[]): Block {
  const half = TEXT_WIDTH / 2;
  return table(
    [half, half],
    [row([cell(half, kk, { padding: { right: 2.5 } }), cell(half, ru, { padding: { left: 2.5 } })])],
  );
}

/** Position, room to sign, name, the place of the seal and who to ask; never separated over two pages. */
export function signature(position: string, name: string, seal: string, executor = '', size = BODY): Block[] {
  const line = { ...noBorders, bottom: thin };
  const bottom = VerticalAlign.BOTTOM;
  return [
    table(
      [92, 34, 4, 40],
      [
        row([
          cell(
            92,
            position.split('\n').map(text => paragraph(text, { size, line: 1.1, keepNext: true })),
            { vertical: bottom, padding: { right: 4 } },
          ),
          cell(34, [paragraph('', { size, keepNext: true })], { borders: line, vertical: bottom }),
          cell(4, [paragraph('', { size, keepNext: true })]),
          cell(40, [paragraph(name, { size, line: 1.1, keepNext: true })], { vertical: bottom }),
        ]),
        row([
          cell(92, [paragraph(executor, { size: SMALL, line: 1 })], { vertical: bottom, padding: { top: 1.5 } }),
          cell(34, [paragraph(seal, { size: SMALL, line: 1, color: MUTED, align: AlignmentType.CENTER })], {
            padding: { top: 1.5 },
          }),
          cell(4, [paragraph('', { line: 1, size: SMALL })]),
          cell(40, [paragraph('', { line: 1, size: SMALL })]),
        ]),
      ],
    ),
  ];
}

/** The part the firm fills in, cuts off and sends back: one unbreakable row under a dashed line. */
export function tearOff(hint: string, heading: string, note: string, lines: readonly Block[]): Block[] {
  const cut = { ...noBorders, top: { style: BorderStyle.DASHED, size: 6, color: '7F7F7F' } };
  return [
    table(
      [TEXT_WIDTH],
      [
        row([
          cell(
            TEXT_WIDTH,
            [
              paragraph(hint, { align: AlignmentType.CENTER, size: 8, color: MUTED, line: 1 }),
              paragraph(heading, { align: AlignmentType.CENTER, bold: true, before: 3, spacing: 0.6, line: 1.1 }),
              ...note
                .split('\n')
                .map(line => paragraph(line, { align: AlignmentType.CENTER, size: SMALL, color: MUTED, line: 1 })),
              spacer(5),
              ...lines,
            ],
            { borders: cut },
          ),
        ]),
      ],
    ),
  ];
}

export type ListColumn = {
  readonly width: number;
  readonly heading: string;
  readonly value: string;
  readonly center?: boolean;
};

/** A list of the template, that of the students unless named: the heading row repeats on every page and no row is split. */
export function list(columns: readonly ListColumn[], name = 'students'): Block[] {
  const borders = { top: thin, bottom: thin, left: thin, right: thin };
  const padding = { top: 0.7, bottom: 0.7, left: 0.8, right: 0.8 };
  const style = (center: boolean | undefined) => ({
    size: TABLE_TEXT,
    line: 1,
    align: center ? AlignmentType.CENTER : AlignmentType.LEFT,
  });
  const last = columns.length - 1;
  const value = (column: ListColumn, index: number): string =>
    (index === 0 ? `{#${name}}` : '') + column.value + (index === last ? `{/${name}}` : '');
  return [
    table(
      columns.map(({ width }) => width),
      [
        row(
          columns.map(({ width, heading }) =>
            cell(width, [paragraph(heading, { ...style(true), bold: true, size: 9 })], {
              borders,
              padding,
              vertical: VerticalAlign.CENTER,
              shading: 'F2F2F2',
            }),
          ),
          { header: true },
        ),
        row(
          columns.map((column, index) =>
            cell(
              column.width,
              value(column, index)
                .split('\n')
                .map(line => paragraph(line, style(column.center))),
              { borders, padding },
            ),
          ),
        ),
      ],
    ),
    spacer(6),
  ];
}

export type PageWords = {
  readonly left: string;
  readonly before: string;
  readonly between: string;
  readonly after: string;
};

/** How a paper differs from a letter: wider than high, or its pages numbered from the first on. */
export type Sheet = { readonly landscape?: boolean; readonly everyPage?: boolean };

/** Millimetres between the margins of an A4 sheet that lies on its side: 297 − 20 − 15. */
export const WIDE = 262;

/** The day every part of a template is dated, so that building it anew gives the same bytes. */
const builtAt = '2025-09-01T00:00:00Z';

/** The same Word file with nothing in it that tells when it was packed. */
function undated(bytes: Uint8Array): Buffer {
  const core = 'docProps/core.xml';
  const parts = unzipSync(bytes);
  const properties = strFromU8(parts[core] ?? new Uint8Array());
  parts[core] = strToU8(
    properties.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_all, tag: string) => tag + builtAt),
  );
  return Buffer.from(zipSync(parts, { level: 9, mtime: new Date(2025, 8, 1) }));
}

/** A whole letter: A4, margins 25/15/20/20 mm, «page x of y» from the second page on. */
export async function packLetter(
  children: readonly Block[],
  words: PageWords,
  description: string,
  { landscape = false, everyPage = false }: Sheet = {},
): Promise<Buffer> {
  const footer = new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: millimetres(landscape ? WIDE : TEXT_WIDTH) }],
        children: [
          ...runs(words.left, { size: SMALL, color: MUTED }),
          new TextRun({
            size: SMALL * 2,
            color: MUTED,
            children: [new Tab(), words.before, PageNumber.CURRENT, words.between, PageNumber.TOTAL_PAGES, words.after],
          }),
        ],
      }),
    ],
  });
  const document = new Document({
    creator: 'Seriktes',
    title: description,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: BODY * 2 },
          paragraph: { spacing: { line: 300, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [
      {
        properties: {
          ...(everyPage ? {} : { titlePage: true }),
          page: {
            size: {
              width: millimetres(210),
              height: millimetres(297),
              ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}),
            },
            margin: {
              left: millimetres(landscape ? 20 : 25),
              right: millimetres(15),
              top: millimetres(20),
              bottom: millimetres(20),
              header: millimetres(10),
              footer: millimetres(10),
            },
          },
        },
        footers: everyPage
          ? { default: footer }
          : { default: footer, first: new Footer({ children: [new Paragraph({ children: [] })] }) },
        children: [...children],
      },
    ],
  });
  return undated(await Packer.toBuffer(document));
}
