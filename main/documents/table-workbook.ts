import { isoDay, type TableCell, type TableColumn, type TableRow, type TableRows } from './write-table.ts';
import { columnName, HEADER_FILL, HEADER_LINE, sheetNames } from './write-xlsx.ts';
import { type ZipFile, type ZipStream, zipOf } from './write-zip.ts';
import { cleanText, escapeXml, isPlain } from './xml-text.ts';

const types: readonly TableColumn['type'][] = ['text', 'integer', 'decimal', 'money', 'date'];
const formats = { text: '@', integer: '#,##0', decimal: '0.00', money: '#,##0.00', date: 'dd.mm.yyyy' } as const;
const widths = { text: 28, integer: 12, decimal: 12, money: 16, date: 12 } as const;
/** The place of a heading's style in the list of them, and after it those of the types. */
const headingStyle = 1;
const styleOf = (type: TableColumn['type']): number => headingStyle + 1 + types.indexOf(type);

/** Rows of one sheet in Excel; what is beyond them stands on another. */
const mostRows = 1_048_576;
/** Characters of XML that are packed at once. */
const pieceLength = 500_000;

const dayMilliseconds = 86_400_000;
/** Excel counts days from 30 December 1899. */
const excelEpoch = Date.UTC(1899, 11, 30);
const excelDay = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - excelEpoch) / dayMilliseconds;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The most that Excel keeps in one cell. */
const longestText = 32_767;

/** Text as an element of a cell; most has nothing to escape, and is looked at once. */
function textElement(text: string): string {
  const whole = text.length <= longestText;
  if (whole && isPlain(text) && !text.startsWith(' ') && !text.endsWith(' ')) return `<t>${text}</t>`;
  return `<t xml:space="preserve">${escapeXml(whole ? text : cleanText(text).slice(0, longestText))}</t>`;
}

type CellWriter = (row: number, cell: TableCell) => string;

/** Writes the cells of one column; nothing for an empty one, since the column has its style. */
function cellWriter({ type }: TableColumn, index: number, style = styleOf(type)): CellWriter {
  const begin = `<c r="${columnName(index)}`;
  const figure = `" s="${style}"><v>`;
  const text = `" s="${style}" t="inlineStr"><is>`;
  return (row, cell) => {
    if (cell === null || cell === '') return '';
    if (typeof cell === 'number') return Number.isFinite(cell) ? `${begin}${row}${figure}${cell}</v></c>` : '';
    if (type === 'date' && isoDay.test(cell)) {
      const day = excelDay(cell);
      if (Number.isFinite(day)) return `${begin}${row}${figure}${day}</v></c>`;
    }
    return `${begin}${row}${text}${textElement(cell)}</is></c>`;
  };
}

const styleSheet = `${head}<styleSheet xmlns="${main}"><numFmts count="${types.length}">${types
  .map((type, place) => `<numFmt numFmtId="${164 + place}" formatCode="${formats[type]}"/>`)
  .join('')}</numFmts><fonts count="2"><font><sz val="10"/><name val="Arial"/><family val="2"/></font>\
<font><b/><sz val="10"/><name val="Arial"/><family val="2"/></font></fonts>\
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
<fill><patternFill patternType="solid"><fgColor rgb="FF${HEADER_FILL}"/><bgColor indexed="64"/></patternFill></fill></fills>\
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
<border><left/><right/><top/><bottom style="thin"><color rgb="FF${HEADER_LINE}"/></bottom><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="${types.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="164" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>${types
  .map(
    (_, place) =>
      `<xf numFmtId="${164 + place}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
  )
  .join(
    '',
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const sheetFile = (place: number): string => `worksheets/sheet${place + 1}.xml`;

/** What stands before the rows of a sheet: headings that stay in sight, and the width and style of each column. */
const openSheet = (columns: readonly TableColumn[]): string =>
  `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">\
<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns
    .map(({ title, type }, index) => {
      const width = Math.max(widths[type], Math.min(40, title.length + 2));
      return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1" style="${styleOf(type)}"/>`;
    })
    .join('')}</cols><sheetData>`;

/** What stands after them: a filter over the rows, and a page as wide as the table. */
const closeSheet = (columns: readonly TableColumn[], rows: number): string =>
  `</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${rows}"/>\
<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;

function workbookParts(names: readonly string[]): readonly (readonly [name: string, xml: string])[] {
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const each = (one: (name: string, place: number) => string): string => names.map(one).join('');
  return [
    ['xl/styles.xml', styleSheet],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((name, place) => `<sheet name="${escapeXml(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`)}</sheets>\
<definedNames>${each((name, place) => `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">'${escapeXml(name.replaceAll("'", "''"))}'!$1:$1</definedName>`)}</definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packaged}/relationships">${each((_, place) => relation(place + 1, 'worksheet', sheetFile(place)))}${relation(names.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'sheet.main')}${type('styles.xml', 'styles')}${each((_, place) => type(sheetFile(place), 'worksheet'))}</Types>`,
    ],
  ];
}

/**
 * A table of any length as a workbook: rows are pulled as the bytes are taken, and written as text without an object for any
 * cell. What `about` says stands below them, apart by an empty row.
 */
export async function* tableToXlsx(
  name: string,
  columns: readonly TableColumn[],
  rows: TableRows,
  about: readonly string[] = [],
): AsyncGenerator<Uint8Array> {
  const writers = columns.map((column, index) => cellWriter(column, index));
  const aboutWriter = cellWriter({ title: '', type: 'text' }, 0);
  const headings = columns.map((column, index) => cellWriter(column, index, headingStyle)(1, column.title)).join('');
  const source = rows[Symbol.asyncIterator]();
  let [waiting, at]: [readonly TableRow[], number] = [[], 0];
  /** Whether a row waits; reads the next ones when none does. */
  const more = async (): Promise<boolean> => {
    while (at >= waiting.length) {
      // oxlint-disable-next-line no-await-in-loop -- rows follow one another
      const { value, done } = await source.next();
      if (done === true) return false;
      [waiting, at] = [value, 0];
    }
    return true;
  };
  async function* sheet(): AsyncGenerator<Uint8Array> {
    let text = `${openSheet(columns)}<row r="1">${headings}</row>`;
    let row = 1;
    const room = mostRows - about.length - 1;
    // oxlint-disable-next-line no-await-in-loop -- rows follow one another
    while (row < room && (await more())) {
      while (row < room && at < waiting.length) {
        const cells = waiting[at++] ?? [];
        row += 1;
        text += `<row r="${row}">`;
        for (let index = 0; index < writers.length; index += 1) text += writers[index]?.(row, cells[index] ?? null);
        text += '</row>';
        if (text.length < pieceLength) continue;
        yield Buffer.from(text);
        text = '';
      }
    }
    const last = row;
    if (about.length > 0) row += 1;
    for (const line of about) text += `<row r="${++row}">${aboutWriter(row, line)}</row>`;
    yield Buffer.from(`${text}${closeSheet(columns, last)}`);
  }
  async function* parts(): AsyncGenerator<ZipFile | ZipStream> {
    let sheets = 0;
    do yield { name: `xl/${sheetFile(sheets++)}`, chunks: sheet() };
    while (await more());
    const names = sheetNames(Array.from({ length: sheets }, () => name));
    for (const [part, xml] of workbookParts(names)) yield { name: part, bytes: Buffer.from(xml) };
  }
  try {
    yield* zipOf(parts());
  } finally {
    await source.return?.();
  }
}
