import { listOfCards } from './cards.ts';
import { cellText, type MergedRange, type RawBook, type RawRow, type RawSheet } from './cells.ts';
import { findHeader } from './header-row.ts';
import { createHeadingMatcher, type HeadingMatcher } from './match-headings.ts';

/** Headings that begin a further table must be clearly headings. */
const leastScore = 2;

/** A book in which every sheet holds one table: tables that share a sheet, below or beside one another, become sheets of their own. */
export function splitTables(book: RawBook): RawBook {
  const matcher = createHeadingMatcher();
  const taken = new Set(book.sheets.map(sheet => sheet.name));
  const sheets = book.sheets.flatMap(sheet => {
    const cards = listOfCards(sheet, matcher);
    if (cards !== null) return [cards];
    const tables = beside(sheet, matcher).flatMap(part => below(part, matcher));
    if (tables.length < 2) return [sheet];
    return tables.map((table, index) => ({ ...table, name: index === 0 ? sheet.name : freeName(sheet.name, taken) }));
  });
  return { ...book, sheets };
}

function freeName(name: string, taken: Set<string>): string {
  let count = 2;
  while (taken.has(`${name} (${count})`)) count++;
  const free = `${name} (${count})`;
  taken.add(free);
  return free;
}

/** Tables below one another: after blank rows or a title line, headings other than those of the table above. */
function below(sheet: RawSheet, matcher: HeadingMatcher): readonly RawSheet[] {
  const starts: number[] = [];
  let headings = '';
  for (let index = 0; index < sheet.rows.length - 1; index++) {
    if (!beginsBlock(sheet.rows, index)) continue;
    const header = findHeader({ ...sheet, rows: untilGap(sheet.rows.slice(index, index + 5)) }, matcher);
    if (header === null || header.score < leastScore || keyOf(header.headings) === headings) continue;
    // The lines above belong to the headings found with them.
    if (headings !== '' && index <= (starts.at(-1) ?? 0) + 2) continue;
    headings = keyOf(header.headings);
    starts.push(index);
  }
  if (starts.length < 2) return [sheet];
  const bounds = [0, ...starts.slice(1), sheet.rows.length];
  return bounds.slice(0, -1).map((start, at) => ({ ...sheet, rows: sheet.rows.slice(start, bounds[at + 1]) }));
}

/** The first row, one after a blank row, or a line with a single cell. */
function beginsBlock(rows: readonly RawRow[], index: number): boolean {
  const row = rows[index];
  const before = rows[index - 1];
  if (row === undefined || before === undefined) return true;
  return row.number - before.number > 1 || row.cells.filter(cell => cellText(cell) !== '').length === 1;
}

/** The rows up to the next gap; a title may stand above the headings with one blank row between. */
function untilGap(rows: readonly RawRow[]): readonly RawRow[] {
  const end = rows.findIndex((row, index) => index > 0 && row.number - (rows[index - 1]?.number ?? 0) > 2);
  return end < 0 ? rows : rows.slice(0, end);
}

/** Tables beside one another: a blank column between two lots of columns that both have headings of their own. */
function beside(sheet: RawSheet, matcher: HeadingMatcher): readonly RawSheet[] {
  const header = findHeader(sheet, matcher);
  if (header === null || header.headings.length < 5) return [sheet];
  const width = Math.max(...sheet.rows.slice(0, 500).map(row => row.cells.length));
  const used = Array.from({ length: width }, (_, column) =>
    sheet.rows.slice(header.first).some(row => cellText(row.cells[column]) !== ''),
  );
  const gaps = used.flatMap((filled, column) => (filled || !used.slice(column).includes(true) ? [] : [column]));
  for (const gap of gaps) {
    const left = columnsOf(sheet, 0, gap);
    const right = columnsOf(sheet, gap + 1, width);
    const leftHeader = findHeader(left, matcher);
    const rightHeader = findHeader(right, matcher);
    if (leftHeader === null || rightHeader === null) continue;
    if (Math.min(leftHeader.score, rightHeader.score) < leastScore) continue;
    return [left, ...beside(right, matcher)];
  }
  return [sheet];
}

/** Some of the columns, at the places they had, so that their letters stay those of the file. */
function columnsOf(sheet: RawSheet, from: number, to: number): RawSheet {
  const rows = sheet.rows
    .map(row => ({ ...row, cells: row.cells.map((cell, column) => (column >= from && column < to ? cell : null)) }))
    .filter(row => row.cells.some(cell => cellText(cell) !== ''));
  const inside = (range: MergedRange): boolean => range.left >= from && range.right < to;
  return { ...sheet, rows, merges: sheet.merges.filter(inside) };
}

const keyOf = (headings: readonly string[]): string => headings.map(heading => heading.toLowerCase()).join('|');
