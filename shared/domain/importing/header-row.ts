import { type Cell, cellKind, cellText, type RawRow, type RawSheet } from './cells.ts';
import { isRecordValue } from './content.ts';
import { fieldsOf, type ImportEntity, importEntities } from './fields.ts';
import { groupMark, type HeadingMatcher } from './match-headings.ts';

/** Where the headings stand and how they read, column by column. */
export type Header = {
  /** Positions in `sheet.rows`: the first and the last line of the headings. */
  readonly first: number;
  readonly last: number;
  readonly headings: readonly string[];
  readonly score: number;
};

const rowsLookedAt = 30;
/** A second line must add this much to be taken for a part of the headings. */
const gainOfSecondLine = 0.4;

/** Finds the line or the two lines of headings among the first rows; null when nothing reads like headings. */
export function findHeader(sheet: RawSheet, matcher: HeadingMatcher): Header | null {
  let best: Header | null = null;
  const limit = Math.min(sheet.rows.length, rowsLookedAt);
  for (let index = 0; index < limit; index++) {
    const row = sheet.rows[index];
    if (row === undefined || !readsLikeHeadings(row.cells)) continue;
    const single = headerAt(index, index, headingsOf(row.cells), matcher);
    const joined = joinedHeader(sheet, index, matcher);
    const better = joined !== null && joined.score > single.score + gainOfSecondLine ? joined : single;
    if (best === null || better.score > best.score + 0.01) best = better;
  }
  return best !== null && best.score >= 1.5 ? best : null;
}

/** The headings of a row the officer has pointed at. */
export function headerAtRow(sheet: RawSheet, rowNumber: number, matcher: HeadingMatcher): Header | null {
  const index = sheet.rows.findIndex(row => row.number === rowNumber);
  const row = sheet.rows[index];
  return row === undefined ? null : headerAt(index, index, headingsOf(row.cells), matcher);
}

/** The first line as wide as the table, when it has words and no values: headings in words that are not known. */
export function assumedHeader(sheet: RawSheet): Header | null {
  const widths = sheet.rows.slice(0, 200).map(row => row.cells.filter(cell => cellText(cell) !== '').length);
  const usual = widths.toSorted((left, right) => left - right)[Math.floor(widths.length / 2)] ?? 0;
  const index = widths.findIndex(width => width >= usual);
  const row = sheet.rows[index];
  if (row === undefined || usual < 2 || !readsLikeHeadings(row.cells) || row.cells.some(isRecordValue)) return null;
  return { first: index, last: index, headings: headingsOf(row.cells), score: 0 };
}

/** A line that only numbers the columns, where a list has no other headings: its columns are known by their values alone. */
export function numberedHeader(sheet: RawSheet): Header | null {
  const index = sheet.rows.slice(0, rowsLookedAt).findIndex(row => numbersColumns(row.cells));
  return index < 0 ? null : { first: index, last: index, headings: [], score: 0 };
}

/** The rows under the headings, without a line that numbers the columns. */
export function rowsUnder(sheet: RawSheet, header: Header): readonly RawRow[] {
  const start = header.last + 1;
  const first = sheet.rows[start];
  return sheet.rows.slice(first !== undefined && numbersColumns(first.cells) ? start + 1 : start);
}

function headerAt(first: number, last: number, headings: readonly string[], matcher: HeadingMatcher): Header {
  return { first, last, headings, score: scoreOfHeadings(headings, matcher) };
}

/** How much texts read like the headings of one kind of list. */
export function scoreOfHeadings(headings: readonly string[], matcher: HeadingMatcher): number {
  return Math.max(...importEntities.map(entity => headingScore(entity, headings, matcher)));
}

/** Sum over the fields of an entity of the best heading for each, every heading used once. */
function headingScore(entity: ImportEntity, headings: readonly string[], matcher: HeadingMatcher): number {
  const fields = fieldsOf(entity);
  const options: { heading: number; field: string; score: number; worth: number }[] = [];
  headings.forEach((heading, position) => {
    if (heading === '') return;
    for (const [field, score] of matcher(entity, heading)) {
      if (score >= 0.55) options.push({ heading: position, field, score, worth: 0.4 + (fields[field]?.weight ?? 0) });
    }
  });
  const taken = new Set<string | number>();
  let sum = 0;
  let count = 0;
  for (const option of options.toSorted((left, right) => right.score - left.score || right.worth - left.worth)) {
    if (taken.has(option.heading) || taken.has(option.field)) continue;
    taken.add(option.heading).add(option.field);
    sum += Math.min(1, option.score) * option.worth;
    count++;
  }
  return count >= 2 ? sum : 0;
}

function joinedHeader(sheet: RawSheet, index: number, matcher: HeadingMatcher): Header | null {
  const upper = sheet.rows[index];
  const lower = sheet.rows[index + 1];
  if (upper === undefined || lower === undefined || lower.number - upper.number > 1) return null;
  if (!readsLikeHeadings(lower.cells)) return null;
  const spread = spreadOver(sheet, upper, lower);
  const width = Math.max(spread.length, lower.cells.length);
  const headings = Array.from({ length: width }, (_, column) => {
    const above = spread[column] ?? '';
    const below = headingText(lower.cells[column]);
    if (above === '' || above === below) return below;
    return below === '' ? above : `${above}${groupMark}${below}`;
  });
  return headerAt(index, index + 1, headings, matcher);
}

/** The upper line with each heading repeated over the columns it spans, merged or only left blank. */
function spreadOver(sheet: RawSheet, upper: RawRow, lower: RawRow): readonly string[] {
  const texts: string[] = Array.from({ length: Math.max(upper.cells.length, lower.cells.length) }, (_, column) =>
    headingText(upper.cells[column]),
  );
  const spans = new Map<number, number>();
  for (const range of sheet.merges) {
    if (range.top === upper.number && range.right > range.left) spans.set(range.left, range.right);
  }
  let current = '';
  let until = -1;
  for (let column = 0; column < texts.length; column++) {
    const text = texts[column] ?? '';
    if (text !== '') {
      current = text;
      until = spans.get(column) ?? (spans.size > 0 ? column : Number.MAX_SAFE_INTEGER);
    } else if (column <= until && cellText(lower.cells[column]) !== '') {
      texts[column] = current;
    } else if (column > until) {
      current = '';
    }
  }
  return texts;
}

function headingsOf(cells: readonly Cell[]): readonly string[] {
  return cells.map(headingText);
}

/** A heading keeps its line breaks: they part two languages, or a group of columns from the column. */
function headingText(cell: Cell | undefined): string {
  if (typeof cell === 'string')
    return cell
      .replace(/[^\S\n]+/g, ' ')
      .replace(/\s*\n\s*/g, '\n')
      .trim();
  return cellText(cell);
}

/** Headings are words: few figures, no dates, no long sentences. */
function readsLikeHeadings(cells: readonly Cell[]): boolean {
  const filled = cells.filter(cell => cellText(cell) !== '');
  if (filled.length < 2) return false;
  const words = filled.filter(cell => {
    if (cellKind(cell) !== 'text') return false;
    const text = cellText(cell);
    return (
      text.length <= 160 &&
      (/\p{L}/u.test(text) || text === '№' || text === '#' || /^\[\w+\]$/u.test(text)) &&
      !/\d{5,}/.test(text.replace(/\[[^\]]*\]/g, ''))
    );
  });
  return words.length >= filled.length * 0.7;
}

/** «1 2 3 4 …» under the headings, as office forms have it. */
function numbersColumns(cells: readonly Cell[]): boolean {
  const texts = cells.map(cellText).filter(text => text !== '');
  if (texts.length < 3) return false;
  return texts.every((text, index) => index === 0 || Number(text) === Number(texts[index - 1]) + 1);
}
