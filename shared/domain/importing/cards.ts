import { type Cell, cellText, type RawRow, type RawSheet } from './cells.ts';
import { findHeader, scoreOfHeadings } from './header-row.ts';
import type { HeadingMatcher } from './match-headings.ts';

/** One line of a card: «Телефон | 8 701 222 33 44». */
type Line = { readonly row: number; readonly label: string; readonly value: Cell };

const fewestLines = 3;
/** Nearly all rows of several cells are a label and a value. */
const shareOfLines = 0.8;
const mostLines = 2_000;
/** What is written down the sheet must be headings clearly, and more clearly than any line across it. */
const leastScore = 2;
const leastLead = 0.5;

/** A sheet that tells of one record per card, with the headings one below another, as a list; null when it is none. */
export function listOfCards(sheet: RawSheet, matcher: HeadingMatcher): RawSheet | null {
  if (sheet.rows.length > mostLines) return null;
  const lines = sheet.rows.flatMap(row => lineOf(row) ?? []);
  const [first] = lines;
  // Titles and signatures stand in a cell of their own.
  const several = sheet.rows.filter(({ cells }) => cells.filter(cell => cellText(cell) !== '').length > 1).length;
  if (first === undefined || lines.length < Math.max(fewestLines, several * shareOfLines)) return null;
  const labels = [...new Set(lines.map(({ label }) => label))];
  if (labels.length < fewestLines) return null;
  const score = scoreOfHeadings(labels, matcher);
  if (score < leastScore || score < (findHeader(sheet, matcher)?.score ?? 0) + leastLead) return null;
  const titles = sheet.rows.filter(row => row.number < first.row);
  const records = cardsOf(lines).map(({ row, values }) => ({
    number: row,
    cells: labels.map(label => values.get(label) ?? null),
  }));
  return { ...sheet, rows: [...titles, { number: first.row, cells: labels }, ...records], merges: [] };
}

/** A label with its value, perhaps numbered. */
function lineOf(row: RawRow): Line | null {
  const filled = row.cells.filter(cell => cellText(cell) !== '');
  const [label = null, value = null, ...more] =
    filled.length === 3 && /^\d{1,2}[.)]?$/u.test(cellText(filled[0])) ? filled.slice(1) : filled;
  if (typeof label !== 'string' || value === null || more.length > 0) return null;
  const text = cellText(label).replace(/[\s:.…_–-]+$/u, '');
  return /\p{L}{2}/u.test(text) && text.length <= 80 ? { row: row.number, label: text, value } : null;
}

/** A label that has been there begins the next card; a card is known by its last line. */
function cardsOf(lines: readonly Line[]): readonly { readonly row: number; readonly values: Map<string, Cell> }[] {
  const cards: { row: number; values: Map<string, Cell> }[] = [];
  for (const { row, label, value } of lines) {
    const card = cards.at(-1);
    if (card === undefined || card.values.has(label)) cards.push({ row, values: new Map([[label, value]]) });
    else {
      card.values.set(label, value);
      card.row = row;
    }
  }
  return cards;
}
