import { type RenderContext, renderBlocks } from './docx-blocks.ts';
import { borderLine, colour, round, twips } from './docx-css.ts';
import { isOn, mergeProperties, none, numberOf, type Properties, withProperties } from './docx-properties.ts';
import { child, elements, type XmlElement } from './xml.ts';

type Row = { readonly element: XmlElement; readonly properties: Properties; readonly cells: readonly Cell[] };
type Cell = {
  readonly element: XmlElement;
  readonly properties: Properties;
  /** First column of the grid it stands in. */
  readonly column: number;
  readonly span: number;
};
type Edges = { readonly top: boolean; readonly bottom: boolean; readonly left: boolean; readonly right: boolean };

const NO_BORDER = 'none';

/** Renders a table with the widths of its grid; heading rows repeat on every page, unsplittable rows stay whole. */
export function renderTable(table: XmlElement, context: RenderContext): string {
  const own = child(table, 'w:tblPr');
  const style = child(own, 'w:tblStyle')?.attributes['w:val'];
  const properties = withProperties(context.styles.table(style), own);
  const grid = elements(child(table, 'w:tblGrid')).map(column => Number(column.attributes['w:w'] ?? '0') || 0);
  const rows = readRows(table);
  const inherited = {
    paragraph: context.styles.paragraph(style ?? ''),
    run: context.styles.run(style ?? ''),
    cell: context.styles.cell(style),
  };
  const render = (row: Row, index: number): string =>
    renderRow(row, index, { rows, properties, grid, context, ...inherited });
  const headings = rows.findIndex(row => !isOn(row.properties, 'w:tblHeader'));
  const count = headings === -1 ? 0 : headings;
  const all = rows.map(render);
  const head = count === 0 ? '' : `<thead>${all.slice(0, count).join('')}</thead>`;
  return `<table style="${tableStyle(properties, grid)}"><colgroup>${columns(grid)}</colgroup>${head}<tbody>${all.slice(count).join('')}</tbody></table>`;
}

function readRows(table: XmlElement): Row[] {
  return elements(table)
    .flatMap(element => (element.name === 'w:sdt' ? elements(child(element, 'w:sdtContent')) : [element]))
    .filter(element => element.name === 'w:tr')
    .map(element => {
      let column = 0;
      const cells = elements(element)
        .flatMap(part => (part.name === 'w:sdt' ? elements(child(part, 'w:sdtContent')) : [part]))
        .filter(part => part.name === 'w:tc')
        .map((part): Cell => {
          const properties = withProperties(none, child(part, 'w:tcPr'));
          const span = Math.max(1, numberOf(properties, 'w:gridSpan') ?? 1);
          const cell = { element: part, properties, column, span };
          column += span;
          return cell;
        });
      return { element, properties: withProperties(none, child(element, 'w:trPr')), cells };
    });
}

function tableStyle(table: Properties, grid: readonly number[]): string {
  const width = grid.reduce((sum, column) => sum + column, 0);
  const percent = table['w:tblW']?.['w:type'] === 'pct' ? numberOf(table, 'w:tblW', 'w:w') : undefined;
  const alignment = table['w:jc']?.['w:val'];
  const indent = numberOf(table, 'w:tblInd', 'w:w') ?? 0;
  const margin =
    alignment === 'center'
      ? '0 auto'
      : alignment === 'right' || alignment === 'end'
        ? '0 0 0 auto'
        : `0 0 0 ${twips(indent)}`;
  // Word gives percentages in fiftieths.
  // Half of a collapsed outer border lies outside the table; at full width the sheet's edge would cut it off.
  const full = percent === undefined ? twips(width) : `${round(percent / 50)}%`;
  return `width:calc(${full} - 0.5pt);margin:${margin}`;
}

/** Shares of the table: columns of a fixed width would push a table beyond its own and cut its last line off. */
function columns(grid: readonly number[]): string {
  const whole = grid.reduce((sum, width) => sum + width, 0);
  const share = (width: number): number => (whole === 0 ? 100 / grid.length : (100 * width) / whole);
  return grid.map(width => `<col style="width:${Math.round(share(width) * 10_000) / 10_000}%">`).join('');
}

type TableContext = {
  readonly rows: readonly Row[];
  readonly properties: Properties;
  readonly grid: readonly number[];
  readonly context: RenderContext;
  readonly paragraph: Properties;
  readonly run: Properties;
  readonly cell: Properties;
};

function renderRow(row: Row, index: number, table: TableContext): string {
  const height = numberOf(row.properties, 'w:trHeight');
  const rules = [
    isOn(row.properties, 'w:cantSplit') || isOn(row.properties, 'w:tblHeader') ? 'break-inside:avoid' : '',
    height === undefined ? '' : `height:${twips(height)}`,
    keepsWithNext(row) ? 'break-after:avoid' : '',
  ];
  const cells = row.cells.map(cell => renderCell(cell, index, table)).join('');
  return `<tr style="${rules.filter(rule => rule !== '').join(';')}">${cells}</tr>`;
}

/** Word keeps a row with the next when the first paragraph of its first cell asks for it. */
function keepsWithNext(row: Row): boolean {
  const paragraph = child(row.cells[0]?.element, 'w:p');
  return isOn(withProperties(none, child(paragraph, 'w:pPr')), 'w:keepNext');
}

function renderCell(cell: Cell, rowIndex: number, table: TableContext): string {
  const merge = cell.properties['w:vMerge'];
  if (merge !== undefined && merge['w:val'] !== 'restart') return '';
  const rowSpan = merge === undefined ? 1 : countMerged(cell, rowIndex, table.rows);
  const properties = mergeProperties(table.cell, cell.properties);
  const lastColumn = cell.column + cell.span >= table.grid.length;
  const edges: Edges = {
    top: rowIndex === 0,
    bottom: rowIndex + rowSpan >= table.rows.length,
    left: cell.column === 0,
    right: lastColumn,
  };
  const content = renderBlocks(elements(cell.element), table.context, table.paragraph, table.run);
  const spans = `${cell.span > 1 ? ` colspan="${cell.span}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
  return `<td${spans} style="${cellStyle(properties, table.properties, edges)}">${content}</td>`;
}

function countMerged(cell: Cell, rowIndex: number, rows: readonly Row[]): number {
  let span = 1;
  for (const row of rows.slice(rowIndex + 1)) {
    const below = row.cells.find(candidate => candidate.column === cell.column);
    const merge = below?.properties['w:vMerge'];
    if (merge === undefined || merge['w:val'] === 'restart') break;
    span += 1;
  }
  return span;
}

const VERTICAL: Readonly<Record<string, string>> = { center: 'middle', bottom: 'bottom' };

function cellStyle(cell: Properties, table: Properties, edges: Edges): string {
  const padding = (side: 'top' | 'right' | 'bottom' | 'left', fallback: number): string =>
    twips(numberOf(cell, `w:tcMar/w:${side}`, 'w:w') ?? numberOf(table, `w:tblCellMar/w:${side}`, 'w:w') ?? fallback);
  const rules = [
    `padding:${padding('top', 0)} ${padding('right', 108)} ${padding('bottom', 0)} ${padding('left', 108)}`,
  ];
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const inner = side === 'top' || side === 'bottom' ? 'insideH' : 'insideV';
    const fromTable = table[`w:tblBorders/w:${edges[side] ? side : inner}`];
    const line = borderLine(cell[`w:tcBorders/w:${side}`] ?? fromTable) ?? NO_BORDER;
    if (line !== NO_BORDER) rules.push(`border-${side}:${line}`);
  }
  const paper = colour(cell['w:shd']?.['w:fill']);
  if (paper !== undefined) rules.push(`background:${paper}`);
  const vertical = VERTICAL[cell['w:vAlign']?.['w:val'] ?? ''];
  if (vertical !== undefined) rules.push(`vertical-align:${vertical}`);
  return rules.join(';');
}
