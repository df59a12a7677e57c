import { columnHeading, formatCell, type ReportWords } from './report-format.ts';
import type { ReportSection } from './report-model.ts';

/** Millimetres between the margins: 210 − 25 − 15. */
export const TEXT_WIDTH = 170;
/** Width of a wide bold character («ы», «ғ») of Arial at 9.5 pt, in millimetres. */
const CHARACTER = 2.3;

/** Size of table text and the smallest it may shrink to when many columns stand side by side, in half points. */
const TABLE_TEXT = 19;
const SMALLEST_TEXT = 14;

/** Every column gets room for its longest word; what is left goes to the columns with the longest texts. Where there is no room, the text is set smaller. */
export function columnWidths(
  section: ReportSection,
  { locale }: ReportWords,
): { readonly widths: readonly number[]; readonly size: number } {
  const texts = section.columns.map(column => [
    columnHeading(column),
    ...[...section.rows.slice(0, 100), ...(section.total === undefined ? [] : [section.total])].map(row =>
      formatCell(row[column.key], column.type, locale),
    ),
  ]);
  const longest = (all: readonly string[]): number => Math.max(...all.map(text => text.length));
  const least = texts.map(all => Math.min(48, longest(all.flatMap(text => text.split(/ +/))) * CHARACTER + 5));
  const wanted = texts.map((all, index) => Math.max(least[index] ?? 0, Math.min(90, longest(all) * CHARACTER + 5)));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const room = TEXT_WIDTH - sum(least);
  const extra = wanted.map((width, index) => width - (least[index] ?? 0));
  const widths = least.map((width, index) =>
    room <= 0
      ? (width * TEXT_WIDTH) / sum(least)
      : width + (sum(extra) === 0 ? room / least.length : (room * (extra[index] ?? 0)) / sum(extra)),
  );
  const size = room < 0 ? Math.max(SMALLEST_TEXT, Math.floor((TABLE_TEXT * TEXT_WIDTH) / sum(least))) : TABLE_TEXT;
  return { widths: widths.map(width => Math.round(width * 10) / 10), size };
}
