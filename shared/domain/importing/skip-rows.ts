import { fold, splitLegalForm } from '../folding.ts';
import { checkIdentifier } from '../identifiers.ts';
import { type Cell, cellKind, cellText, type RawRow } from './cells.ts';
import type { SkipReason } from './drafts.ts';
import { firmInTitle } from './mixed-cells.ts';
import type { SheetRecognition } from './recognise.ts';
import { columnsByField } from './row-reader.ts';
import { wordsIn } from './words.ts';

const totalWords =
  /^(?:итого|всего|в том числе|из них|промежуточный итог|общее количество|барлыгы|жиыны|жиынтыгы|корытынды|жалпы саны|онын ишинде|total|grand total|subtotal|sum|overall)(?![\p{L}])/u;

/** Decides row by row whether a row is a record at all; it remembers where the list has ended. */
export function createRowFilter(recognition: SheetRecognition): (row: RawRow) => SkipReason | null {
  const columns = columnsByField(recognition);
  const headings = recognition.columns.map(({ heading }) => wordsIn(heading).join(' '));
  const all = recognition.rows.slice(0, 300).map(row => filledOf(row).length);
  // Lines of one cell say nothing of how wide a record is, however many of them stand between the records.
  const wide = all.filter(width => width > 1);
  const widths = wide.length > 0 ? wide : all;
  const usual = widths.toSorted((left, right) => left - right)[Math.floor(widths.length / 2)] ?? 0;
  const nameColumns = ['name', 'fullName', 'surname', 'firmName', 'iin', 'bin', 'proposal']
    .map(field => columns.get(field))
    .filter(column => column !== undefined);
  const listsFirms = recognition.entity === 'firm' || recognition.entity === 'contact';
  const personColumns = ['fullName', 'surname', 'iin', 'proposal', 'studentName'].flatMap(
    field => columns.get(field) ?? [],
  );
  // A list with a column to be signed has such a line in every row.
  const signs = recognition.rows.slice(0, 300).filter(hasLine).length <= 3;
  let ended = false;
  let previous: number | null = null;
  return row => {
    const filled = filledOf(row);
    const afterGap = previous !== null && row.number > previous + 1;
    previous = row.number;
    if (isRepeatedHeading(filled, headings)) return 'repeatedHeading';
    if (isTotal(filled.map(({ cell }) => cell))) {
      ended = true;
      return 'total';
    }
    if (filled.length >= Math.max(3, usual * 0.5)) ended = false;
    const named = nameColumns.some(column => cellText(row.cells[column]) !== '');
    const few = filled.length <= Math.max(2, usual * 0.34);
    const lone = filled.length === 1 && usual >= 3;
    if (signs && isSignature(filled, named) && !hasProofIn(filled)) return 'note';
    const nameless = !named && filled.length <= Math.max(1, usual * 0.34);
    // Most rows are full: only of a scanty one it is asked whether a value proves it a record.
    if (!lone && !nameless && !((ended || afterGap) && few)) return null;
    // A firm in a line of its own stands above the rows that belong to it.
    const person = personColumns.some(column => cellText(row.cells[column]) !== '');
    if (lone && !listsFirms && !person && filled.some(({ cell }) => firmInTitle(cellText(cell)) !== null))
      return 'sectionTitle';
    if (hasProofIn(filled)) return null;
    return ended || afterGap ? 'note' : 'sectionTitle';
  };
}

type Filled = readonly { readonly cell: Cell; readonly column: number }[];

const lineToSign = /_{4,}/u;
const hasLine = ({ cells }: RawRow): boolean => cells.some(cell => typeof cell === 'string' && lineToSign.test(cell));

/** «Зав. отделением ________ Сейтова К.»: a few cells, one of them a line to sign on. */
const isSignature = (filled: Filled, named: boolean): boolean =>
  filled.length <= (named ? 3 : 4) && filled.some(({ cell }) => typeof cell === 'string' && lineToSign.test(cell));

const hasProofIn = (filled: Filled): boolean => filled.some(({ cell }) => hasProof(cell));

function filledOf(row: RawRow): { readonly cell: Cell; readonly column: number }[] {
  return row.cells.flatMap((cell, column) => (cellKind(cell) === 'empty' ? [] : [{ cell, column }]));
}

/** «Итого», «Барлығы», "Total" first in the row or first after a number, and no identifier in it. */
function isTotal(cells: readonly Cell[]): boolean {
  const first = cells.slice(0, 3).map(cell => fold(cellText(cell)).replace(/^[\s"«*]+/u, ''));
  if (!first.some(text => totalWords.test(text))) return false;
  return !cells.some(cell => {
    const kind = checkIdentifier(cellText(cell)).kind;
    return kind === 'valid' || kind === 'padded';
  });
}

/** The headings once more, as on every printed page. */
function isRepeatedHeading(filled: Filled, headings: readonly string[]): boolean {
  if (filled.length < 2) return false;
  const limit = filled.length * 0.3;
  // Figures alone tell most rows apart; only for the others words are looked at, which takes ten times as long.
  const wordy = filled.filter(({ cell, column }) => mayBeHeading(cell, headings[column] ?? ''));
  let others = filled.length - wordy.length;
  for (const { cell, column } of wordy) {
    if (others > limit) return false;
    if (wordsIn(cellText(cell)).join(' ') !== headings[column]) others++;
  }
  return others <= limit;
}

const digit = /\d/u;

/** Whether a cell can have the words of a heading; most cells of a list have figures where its headings have none but in brackets. */
const mayBeHeading = (cell: Cell, heading: string): boolean =>
  typeof cell === 'string' && heading !== '' && (digit.test(heading) || cell.includes('[') || !digit.test(cell));

/** A value that only a record has: an identifier, a date, a firm with its legal form. */
function hasProof(cell: Cell): boolean {
  if (cellKind(cell) === 'date') return true;
  const text = cellText(cell);
  const check = checkIdentifier(text).kind;
  if (check === 'valid' || check === 'padded' || check === 'check-digit') return true;
  return text.length < 90 && splitLegalForm(text).form !== null;
}
