/** Building blocks of the letter templates: how an official letter is set, without a word of what it says. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { tiedWords } from '#shared/domain/tied-words.ts';
import { type Edition, executors, inLanguage, sealIn } from './editions.ts';

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

export const BODY = 12;
export const SMALL = 9;
export const TABLE_TEXT = 9.5;
/** Millimetres between the margins of an A4 sheet: 210 − 25 − 15. */
export const TEXT_WIDTH = 170;
const HAIRLINE = 'A6A6A6';
export const MUTED = '595959';
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE } as const;
export const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
export const noBorders = { top: nothing, bottom: nothing, left: nothing, right: nothing } as const;
const noTableBorders = { ...noBorders, insideHorizontal: nothing, insideVertical: nothing } as const;

export const millimetres = (value: number): number => convertMillimetersToTwip(value);
export const points = (value: number): number => Math.round(value * 20);

/** Text in which `**words**` are bold; what belongs together stays on one line. */
export function runs(text: string, style: TextStyle = {}): TextRun[] {
  return tiedWords(text)
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

type RowStyle = {
  /** Stands again on every page. */
  readonly header?: boolean;
  /** May go on over the end of a page; any other row stays whole. */
  readonly splits?: boolean;
};

export function row(cells: readonly TableCell[], { header = false, splits = false }: RowStyle = {}): TableRow {
  return new TableRow({
    children: [...cells],
    ...(splits ? {} : { cantSplit: true }),
    ...(header ? { tableHeader: true } : {}),
  });
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
export function reference(edition: Edition): Block[] {
  const lines = {
    number: edition === 'en' ? 'No. {number}' : '№ {number}',
    dates: edition === 'kk-ru' ? ['{date_kk}', '{date_ru}'] : ['{date}'],
    addressee:
      edition === 'kk-ru'
        ? ['{recipient_kk}', '**{firm_kk}**', '{recipient_ru}', '**{firm_ru}**']
        : ['{recipient}', '**{firm}**', '{firmAddress}'],
  };
  const half = TEXT_WIDTH / 2;
  const set = (texts: readonly string[]): Block[] => texts.map(text => paragraph(text, { line: 1.15 }));
  return [
    table(
      [half, half],
      [
        row([
          cell(half, set([lines.number, ...lines.dates])),
          cell(half, set(lines.addressee), { padding: { left: 8 } }),
        ]),
      ],
    ),
    spacer(6),
  ];
}

/** An empty line of the given height in points; Word needs a paragraph between two tables. `keepNext` ties what is above to what follows. */
export function spacer(height: number, { keepNext = false }: { readonly keepNext?: boolean } = {}): Paragraph {
  return new Paragraph({
    children: [],
    ...(keepNext ? { keepNext } : {}),
    spacing: { line: points(height), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
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

/** Two texts side by side, Kazakh left; paragraphs that say the same begin on one line. */
export function sideBySide(kk: readonly Block[], ru: readonly Block[]): Block {
  const half = TEXT_WIDTH / 2;
  return table(
    [half, half],
    Array.from({ length: Math.max(kk.length, ru.length) }, (_, index) =>
      row(
        [
          cell(half, [kk[index] ?? spacer(1)], { padding: { right: 2.5 } }),
          cell(half, [ru[index] ?? spacer(1)], { padding: { left: 2.5 } }),
        ],
        { splits: true },
      ),
    ),
  );
}

type Signing = {
  readonly seal?: string;
  readonly executor?: string;
  readonly size?: number;
  /** Another signature follows, on the same page. */
  readonly followed?: boolean;
};

/** Position, room to sign, name, the place of the seal and, below, whom to ask; never separated over two pages. */
export function signature(
  position: string,
  name: string,
  { seal = '', executor = '', size = BODY, followed = false }: Signing,
): Block[] {
  const [side, room, gap] = [79, 30, 4];
  const rest = TEXT_WIDTH - side - room - gap;
  const vertical = VerticalAlign.BOTTOM;
  const line = { size, line: 1.1, keepNext: true } as const;
  const small = { size: SMALL, line: 1, keepNext: followed || executor !== '' } as const;
  const under = { padding: { top: 1 } };
  return [
    table(
      [side, room, gap, rest],
      [
        row([
          cell(side, [paragraph(position, line)], { vertical, padding: { right: 4 } }),
          cell(room, [paragraph('', line)], { borders: { ...noBorders, bottom: thin }, vertical }),
          cell(gap, [paragraph('', line)]),
          cell(rest, [paragraph(name, line)], { vertical }),
        ]),
        row([
          cell(side, [paragraph('', small)]),
          cell(room, [paragraph(seal, { ...small, color: MUTED, align: AlignmentType.CENTER })], under),
          cell(gap, [paragraph('', small)]),
          cell(rest, [paragraph('', small)]),
        ]),
      ],
    ),
    ...(executor === '' ? [] : [paragraph(executor, { size: SMALL, line: 1, before: 2 })]),
  ];
}

/** The signature of the college under a paper, with whom to ask unless the paper says it elsewhere. */
export function collegeSignature(edition: Edition, { executor = true, size = BODY } = {}): Block[] {
  const both = edition === 'kk-ru';
  return signature(
    both ? inLanguage('{signatoryPosition}', 'both') : '{signatoryPosition}',
    both ? '{signatory_kk}' : '{signatory}',
    { seal: sealIn(edition), executor: executor ? executors[edition] : '', size },
  );
}

/** Lines to write on by hand. */
export function writingLines(count: number): Block[] {
  const line = () =>
    row([cell(TEXT_WIDTH, [paragraph('', { size: 14, line: 1.2 })], { borders: { ...noBorders, bottom: hairline } })]);
  return [table([TEXT_WIDTH], Array.from({ length: count }, line)), spacer(6)];
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
