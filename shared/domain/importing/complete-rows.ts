import { type Cell, cellText, isBlank, type RawRow } from './cells.ts';
import type { Issue } from './drafts.ts';
import { peopleInside } from './mixed-cells.ts';
import type { SheetRecognition } from './recognise.ts';

/** A row as it is meant: what people leave out because it stands above is filled in. */
export type CompleteRow = {
  readonly cells: readonly Cell[];
  /** The same with everybody who shares a cell: what is shown, mended and handed back. */
  readonly shown: readonly Cell[];
  readonly issues: readonly Issue[];
  /** A further line of the record above it, such as a second contact of a firm. */
  readonly continues: boolean;
};

/** «-//-», «"», «то же»: as above. */
const ditto =
  /^(?:[-–—]?\s*(?:\/\/|["”»«″〃]{1,2}|''|,,)\s*[-–—]?|то\s?же(?:\s+самое)?|дәл сол(?:ай)?|сол сияқты|ditto|same)$/iu;
const rowsLookedAt = 2_000;
/** A list that names a firm once for a block of rows leaves at least this share of them blank. */
const blankShare = 0.3;

/** Completes the rows of a sheet one after another: repeats, blocks that name their firm once, several people in one cell. */
export function createRowCompleter(recognition: SheetRecognition): (row: RawRow) => readonly CompleteRow[] {
  const columns = new Map(
    recognition.columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column]])),
  );
  const fieldOf = new Map([...columns].map(([field, column]) => [column, field]));
  const block = blockOf(recognition, columns);
  const names = recognition.entity === 'placement' ? columns.get('fullName') : undefined;
  let above: readonly Cell[] = [];
  return row => {
    const issues: Issue[] = [];
    let cells = row.cells;
    const take = (column: number): void => {
      const value = above[column] ?? null;
      if (value === null) return;
      if (cells === row.cells) cells = [...cells];
      const copy = cells as Cell[];
      while (copy.length <= column) copy.push(null);
      copy[column] = value;
      const field = fieldOf.get(column);
      if (field !== undefined && field !== 'rowNumber')
        issues.push({ field, severity: 'repaired', reason: 'takenFromAbove', value: cellText(value) });
    };
    row.cells.forEach((cell, column) => {
      if (typeof cell === 'string' && ditto.test(cell.trim())) take(column);
    });
    const continues = block !== null && isBlank(row.cells[block.lead]);
    if (continues) for (const column of block.columns) if (isBlank(row.cells[column])) take(column);
    above = cells;
    const people = names === undefined ? [] : peopleInside(cells[names] ?? null);
    if (people.length < 2) return [{ cells, shown: cells, issues, continues }];
    const named = (name: string) => cells.map((cell, at) => (at === names ? name : cell));
    return people.map(name => ({
      cells: named(name),
      shown: named(people.join('; ')),
      issues,
      continues,
    }));
  };
}

function numbersBlocks(
  column: number | undefined,
  heads: readonly (readonly Cell[])[],
  below: readonly (readonly Cell[])[],
): boolean {
  if (column === undefined) return false;
  return heads.every(cells => !isBlank(cells[column])) && below.every(cells => isBlank(cells[column]));
}

type Block = { readonly lead: number; readonly columns: readonly number[] };

/**
 * The columns a block of rows shares: those that are filled where the firm is named and blank in every row below it. A list in which
 * a firm is written in neighbouring rows names it in each row, and a blank there means that there is none.
 */
function blockOf(recognition: SheetRecognition, columns: ReadonlyMap<string, number>): Block | null {
  const lead = columns.get(recognition.entity === 'firm' ? 'name' : 'firmName');
  const people = recognition.entity === 'contact' || recognition.entity === 'firm';
  const own = [
    'fullName',
    'surname',
    'contactName',
    'number',
    'numberAndDate',
    'studentName',
    ...(recognition.entity === 'contact' ? ['name'] : []),
  ]
    .map(field => columns.get(field))
    .filter(column => column !== undefined);
  if (lead === undefined || own.length === 0) return null;
  const records = recognition.rows
    .slice(0, rowsLookedAt)
    .map(row => row.cells)
    .filter(cells => own.some(column => !isBlank(cells[column])));
  const heads = records.filter(cells => !isBlank(cells[lead]));
  const below = records.filter(cells => isBlank(cells[lead]));
  const [first] = records;
  if (first === undefined || isBlank(first[lead]) || below.length < records.length * blankShare) return null;
  // Students who have no firm yet look the same; only the numbers of the firms tell that a blank means «as above».
  if (!people && !numbersBlocks(columns.get('rowNumber'), heads, below)) return null;
  const repeats = records.some(
    (cells, index) =>
      index > 0 && !isBlank(cells[lead]) && cellText(cells[lead]) === cellText(records[index - 1]?.[lead]),
  );
  if (repeats) return null;
  const shared = [...columns.values()].filter(
    column =>
      column !== lead &&
      below.every(cells => isBlank(cells[column])) &&
      heads.filter(cells => !isBlank(cells[column])).length >= heads.length * 0.6,
  );
  return { lead, columns: [lead, ...shared] };
}
