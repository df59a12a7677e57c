import { convertMillimetersToTwip as twips } from 'docx';
import { columnWidths, TEXT_WIDTH } from './report-columns.ts';
import { columnHeading, formatCell, isNumeric, type ReportWords } from './report-format.ts';
import { totalRow } from './report-html.ts';
import type { ReportColumn, ReportRow, ReportSection } from './report-model.ts';
import { type ZipFile, zipOf } from './write-zip.ts';
import { escapeXml } from './xml-text.ts';
import { openZip } from './zip-archive.ts';

/** Rows up to which a table is kept on one page. */
export const SHORT_TABLE = 12;
export const ACCENT = '0F766E';
export const RULE = 'D0D0D0';
const HEADING_FILL = 'E6F0EF';

type Kind = 'heading' | 'body' | 'total';
const edge = (side: string, line: 'single' | 'none', colour: string, size: number): string =>
  `<w:${side} w:val="${line}" w:color="${colour}" w:sz="${size}"/>`;
const noEdge = (side: string): string => edge(side, 'none', 'auto', 0);

/** Within the cell, twips. */
const margins = `<w:tcMar>${[
  ['top', 70],
  ['left', 100],
  ['bottom', 70],
  ['right', 100],
]
  .map(([side, width]) => `<w:${side} w:type="dxa" w:w="${width}"/>`)
  .join('')}</w:tcMar>`;

const borders: Readonly<Record<Kind, string>> = {
  heading: `<w:tcBorders>${edge('bottom', 'single', ACCENT, 6)}</w:tcBorders><w:shd w:fill="${HEADING_FILL}" w:val="clear"/>`,
  body: '',
  total: `<w:tcBorders>${edge('top', 'single', ACCENT, 6)}</w:tcBorders>`,
};

/** A school year in a heading stands on a line of its own: a program would break it after the dash. */
const linesOf = (text: string, kind: Kind): readonly string[] =>
  kind === 'heading' ? text.split(/(?<=,) (?=\d{4}–\d{4}$)/u) : [text];

/** Writes the cells of a column; what is the same in each of them is put together once. */
function cellWriter(
  column: ReportColumn,
  { width, size, kind }: { readonly width: number; readonly size: number; readonly kind: Kind },
): (text: string, keepNext: boolean) => string {
  const before = `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${twips(width)}"/>${borders[kind]}${margins}<w:vAlign w:val="${kind === 'heading' ? 'bottom' : 'top'}"/></w:tcPr><w:p><w:pPr>`;
  const layout = `<w:keepLines/><w:spacing w:after="0" w:line="252" w:lineRule="auto"/><w:jc w:val="${isNumeric(column.type) ? 'right' : 'left'}"/></w:pPr>`;
  const bold = kind === 'body' ? '' : '<w:b/><w:bCs/>';
  const run = `<w:r><w:rPr>${bold}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  const [loose, kept] = [`${before}${layout}`, `${before}<w:keepNext/>${layout}`];
  return (text, keepNext) => {
    const lines = linesOf(text, kind).map(
      (line, index) => `${run}${index > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`,
    );
    return `${keepNext ? kept : loose}${lines.join('')}</w:p></w:tc>`;
  };
}

/**
 * The table of an indicator as WordprocessingML (ECMA-376, 17.4). It is written as text: as objects of a library the rows of 5,000
 * firms took four seconds.
 */
export function reportTable(section: ReportSection, words: ReportWords): string {
  const { columns, rows, total } = section;
  const { widths, size } = columnWidths(section, words);
  const writers = (kind: Kind) =>
    columns.map((column, index) => cellWriter(column, { width: widths[index] ?? 20, size, kind }));
  const [heading, body, last] = [writers('heading'), writers('body'), writers('total')];
  const line = (cells: readonly string[], properties = ''): string =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.join('')}</w:tr>`;
  const rowOf = (row: ReportRow, kind: 'body' | 'total', keepNext: boolean): string =>
    line(
      columns.map((column, index) => {
        const value = row[column.key];
        const text = kind === 'total' && (value ?? '') === '' ? '' : formatCell(value, column.type, words.locale);
        return (kind === 'body' ? body : last)[index]?.(text, keepNext) ?? '';
      }),
    );
  // A short table stays whole; of a long one the last rows stay with their total.
  const end = rows.length - 1;
  const keeps = (index: number): boolean =>
    rows.length <= SHORT_TABLE ? index < end || total !== undefined : index >= end - 1;
  const sides = `${noEdge('top')}${noEdge('left')}${edge('bottom', 'single', RULE, 4)}${noEdge('right')}${edge('insideH', 'single', RULE, 4)}${noEdge('insideV')}`;
  const parts = [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${twips(TEXT_WIDTH)}"/><w:tblBorders>${sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${widths.map(width => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>`,
    line(
      columns.map((column, index) => heading[index]?.(columnHeading(column), true) ?? ''),
      '<w:tblHeader/>',
    ),
    ...rows.map((row, index) => rowOf(row, 'body', keeps(index))),
    ...(total === undefined ? [] : [rowOf(totalRow(section, words), 'total', false)]),
    '</w:tbl>',
  ];
  return parts.join('');
}

/** The text of the paragraph that keeps the place of a table; a private character, so that no text is mistaken for it. */
export const placeOfTable = (number: number): string => `\uE0F0${number}\uE0F0`;

const documentPath = 'word/document.xml';
const ownLimits = { entries: 10_000, unpackedBytes: 1_000_000_000, ratio: 10_000 } as const;

/** The same Word file with its tables in their places, each in that of its number. */
export async function withTables(docx: Uint8Array, tables: readonly string[]): Promise<Uint8Array> {
  const archive = openZip(docx, ownLimits);
  async function* parts(): AsyncGenerator<ZipFile> {
    for (const name of archive.names) {
      const bytes = archive.read(name) ?? new Uint8Array();
      if (name !== documentPath) {
        yield { name, bytes };
        continue;
      }
      const text = Buffer.from(bytes).toString('utf8');
      const placed = text.replaceAll(
        /<w:p><w:r><w:t(?: xml:space="preserve")?>\uE0F0(\d+)\uE0F0<\/w:t><\/w:r><\/w:p>/gu,
        (place, number: string) => tables[Number(number)] ?? place,
      );
      yield { name, bytes: Buffer.from(placed) };
    }
  }
  const written: Uint8Array[] = [];
  for await (const piece of zipOf(parts())) written.push(piece);
  return new Uint8Array(Buffer.concat(written));
}
