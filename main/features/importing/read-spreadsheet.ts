import * as sheetjs from '@e965/xlsx';
import type { Cell, RawRow, RawSheet } from '#shared/domain/importing/cells.ts';
import { maxColumns, maxRows } from './limits.ts';
import { dateCell, toCell, toSheet } from './sheet-cells.ts';

/** Sheets of .xls, .xlsb, .ods and of the HTML or XML tables that programs save under the name .xls. */
export function readLegacyWorkbook(input: Uint8Array | string): readonly RawSheet[] {
  const options: sheetjs.ParsingOptions = {
    cellDates: false,
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    cellText: true,
    dense: true,
    bookVBA: false,
    raw: true,
    sheetRows: maxRows + 1,
  };
  const book =
    typeof input === 'string'
      ? sheetjs.read(input, { ...options, type: 'string' })
      : sheetjs.read(input, { ...options, type: 'array' });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((name, position) => {
    const sheet = book.Sheets[name];
    const data: unknown = sheet?.['!data'];
    if (sheet === undefined || !Array.isArray(data)) return [];
    const rows: RawRow[] = [];
    data.forEach((line: unknown, index) => {
      if (!Array.isArray(line)) return;
      const cells = line.slice(0, maxColumns);
      // A line may have holes; only an index loop sees them.
      const row = Array.from({ length: cells.length }, (_, column) => legacyCell(cells[column], date1904));
      rows.push({ number: index + 1, cells: row });
    });
    const merges = (sheet['!merges'] ?? []).map(range => ({
      top: range.s.r + 1,
      left: range.s.c,
      bottom: range.e.r + 1,
      right: range.e.c,
    }));
    const hidden = (book.Workbook?.Sheets?.[position]?.Hidden ?? 0) !== 0;
    return [toSheet(name, hidden, rows, merges)];
  });
}

function legacyCell(value: unknown, date1904: boolean): Cell {
  if (typeof value !== 'object' || value === null) return null;
  const cell = value as sheetjs.CellObject;
  if (cell.t === 'e') return { error: cell.w ?? '#N/A' };
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : '';
    if (format === '' || !sheetjs.SSF.is_date(format)) return cell.v;
    const parts = sheetjs.SSF.parse_date_code(cell.v, { date1904 });
    return parts === null || parts === undefined
      ? cell.v
      : dateCell(parts.y, parts.m, parts.d, parts.H, parts.M, Math.round(parts.S), cell.v < 1);
  }
  return toCell(cell.v ?? null);
}
