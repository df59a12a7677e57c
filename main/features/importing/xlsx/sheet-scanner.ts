import type { Cell, MergedRange, RawRow } from '#shared/domain/importing/cells.ts';
import { maxColumns } from '../limits.ts';
import { attributeOf, type XmlHandlers } from './xml-scanner.ts';

/** What the cells of a sheet refer to. */
export type SheetSources = {
  readonly strings: readonly Cell[];
  /** Whether the style of a cell shows its number as a date. */
  readonly isDate: (style: number) => boolean;
  /** The cell that a serial number of a date is. */
  readonly dateOf: (serial: number) => Cell;
  /** The cell that a text is. */
  readonly textOf: (text: string) => Cell;
};

export type SheetContent = { readonly rows: readonly RawRow[]; readonly merges: readonly MergedRange[] };

const lastRow = 1_048_576;

/** Collects the cells of one sheet while its XML goes by. Errors: a place outside any sheet, a sheet cut short. */
export function createSheetScanner(sources: SheetSources): {
  readonly handlers: XmlHandlers;
  readonly content: () => SheetContent;
} {
  const rows = new Map<number, Cell[]>();
  const merges: MergedRange[] = [];
  let openSheet = false;
  let inRow = false;
  let inCell = false;
  let inText = false;
  let inPhonetic = false;
  let number = 0;
  let column = -1;
  let type = '';
  let style = -1;
  let value = '';

  const beginCell = (attributes: string): void => {
    const place = attributeOf(attributes, 'r');
    type = attributeOf(attributes, 't') ?? '';
    const styled = attributeOf(attributes, 's');
    style = styled === undefined ? -1 : Number(styled);
    value = '';
    inCell = true;
    if (place === undefined) {
      column++;
      return;
    }
    const found = placeOf(place);
    column = found.column;
    number = found.row;
  };
  const endCell = (): void => {
    inCell = false;
    if (value === '' && type !== 'inlineStr') return;
    const cell = cellOf(type, value, style, sources);
    if (cell === null || column >= maxColumns) return;
    const cells = rows.get(number);
    if (cells === undefined) {
      const begun: Cell[] = [];
      while (begun.length < column) begun.push(null);
      begun.push(cell);
      rows.set(number, begun);
    } else {
      while (cells.length <= column) cells.push(null);
      cells[column] = cell;
    }
  };
  return {
    handlers: {
      open: (name, attributes) => {
        switch (name) {
          case 'c':
            if (inRow) beginCell(attributes);
            break;
          case 'v':
          case 't':
            inText = inCell && !inPhonetic;
            break;
          case 'rPh':
            inPhonetic = true;
            break;
          case 'row':
            if (!openSheet) break;
            inRow = true;
            number = Number(attributeOf(attributes, 'r')) || number + 1;
            column = -1;
            break;
          case 'sheetData':
            openSheet = true;
            break;
          case 'mergeCell': {
            const range = rangeOf(attributeOf(attributes, 'ref') ?? '');
            if (range !== null) merges.push(range);
            break;
          }
          default:
        }
      },
      text: text => {
        if (inText) value += text;
      },
      close: name => {
        switch (name) {
          case 'c':
            if (inCell) endCell();
            break;
          case 'v':
          case 't':
            inText = false;
            break;
          case 'rPh':
            inPhonetic = false;
            break;
          case 'row':
            inRow = false;
            break;
          case 'sheetData':
            openSheet = false;
            break;
          default:
        }
      },
    },
    content: () => {
      if (openSheet) throw new Error('the sheet is cut short');
      const found = [...rows].map(([row, cells]): RawRow => ({ number: row, cells }));
      return { rows: found.toSorted((left, right) => left.number - right.number), merges };
    },
  };
}

function cellOf(type: string, value: string, style: number, sources: SheetSources): Cell {
  switch (type) {
    case 's':
      return sources.strings[Number(value)] ?? null;
    case 'b':
      return value === '1' || value.toLowerCase() === 'true';
    case 'e':
      return { error: value };
    case 'str':
    case 'inlineStr':
      return sources.textOf(value);
    default: {
      const figure = Number(value);
      if (Number.isNaN(figure)) return sources.textOf(value);
      return style >= 0 && sources.isDate(style) ? sources.dateOf(figure) : figure;
    }
  }
}

/** «BC12» as a column position (0-based) and the number of a row. */
function placeOf(text: string): { readonly row: number; readonly column: number } {
  let column = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const letter = text.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(text.slice(at));
  if (column < 1 || !Number.isInteger(row) || row < 1 || row > lastRow) throw new Error('a cell outside the sheet');
  return { row, column: column - 1 };
}

function rangeOf(text: string): MergedRange | null {
  const [from = '', to = from] = text.split(':');
  if (from === '') return null;
  const first = placeOf(from);
  const last = placeOf(to);
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}
