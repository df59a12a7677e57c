import Papa from 'papaparse';
import type { Cell, RawSheet } from '#shared/domain/importing/cells.ts';
import { AppError } from '#shared/result.ts';
import { maxColumns, maxRows } from './limits.ts';

const delimiters = ['\t', ';', ',', '|'] as const;

/** Reads delimited text (CSV, TSV, a block pasted from Excel) as one sheet; row numbers are those Excel would show. */
export function readTextTable(text: string, name: string): RawSheet {
  const announced = /^sep=(.)\r?\n/i.exec(text);
  const body = announced === null ? text : text.slice(announced[0].length);
  const records = parseRecords(body, announced?.[1] ?? sniffDelimiter(body));
  if (records.length > maxRows) throw new AppError('fileTooLarge');
  const shift = announced === null ? 1 : 2;
  const rows = records
    .map((record, index) => ({ number: index + shift, cells: trimEnd(record.slice(0, maxColumns).map(unwrap)) }))
    .filter(row => row.cells.length > 0);
  return { name, hidden: false, rows, merges: [] };
}

/** The delimiter that splits the first lines most evenly, quotes respected; a single column counts as tab separated. */
export function sniffDelimiter(text: string): string {
  const sample = text.slice(0, 64_000);
  let best: { delimiter: string; score: number } = { delimiter: '\t', score: 0 };
  for (const delimiter of delimiters) {
    const widths = parseRecords(sample, delimiter)
      .slice(0, 60)
      .filter(record => record.some(field => field.trim() !== ''))
      .map(record => record.length);
    const usual = mostFrequent(widths.filter(width => width > 1));
    if (usual === undefined) continue;
    const even = widths.filter(width => width === usual).length / widths.length;
    const score = even * 10 + Math.min(usual, 20) / 10;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function parseRecords(text: string, delimiter: string): string[][] {
  const parsed = Papa.parse<string[]>(text, { delimiter, header: false });
  const broken = parsed.errors.some(error => error.code === 'MissingQuotes');
  // A lone quotation mark would swallow the rest of the file; then quotes mean nothing in it.
  const data = broken
    ? Papa.parse<string[]>(text, { delimiter, header: false, quoteChar: '\u0000' }).data
    : parsed.data;
  return data;
}

/** Empty text is an empty cell; ="0606…" is how exports keep Excel from dropping zeros. */
function unwrap(field: string): Cell {
  const text = field.replace(/^\s*="([^"]*)"/, '$1').replace(/^'(?=\d)/, '');
  return text.trim() === '' ? null : text;
}

function trimEnd(cells: readonly Cell[]): readonly Cell[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === null) length--;
  return cells.slice(0, length);
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | undefined;
  for (const [value, count] of counts) {
    const bestCount = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (count > bestCount || (count === bestCount && value > (best ?? 0))) best = value;
  }
  return best;
}
