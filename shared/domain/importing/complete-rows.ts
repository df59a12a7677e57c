import { type Cell, cellText, isBlank, type RawRow } from './cells.ts';
import { monthFirstDate, monthFirstSigns } from './date-order.ts';
import type { Issue } from './drafts.ts';
import { fieldsOf, type ImportEntity } from './fields.ts';
import { agreementsInside, contactsInCell, peopleInside, phonesInside } from './lists-in-cells.ts';
import type { SheetRecognition } from './recognise.ts';
import { columnsByField } from './row-reader.ts';
import { shownPeriod } from './text-dates.ts';

/** A row as it is meant: what people leave out because it stands above is filled in. */
export type CompleteRow = {
  readonly cells: readonly Cell[];
  /** The same with everybody who shares a cell: what is shown, mended and handed back. */
  readonly shown: readonly Cell[];
  readonly issues: readonly Issue[];
  /** A further line of the record above it, such as a second contact of a firm. */
  readonly continues: boolean;
  /** What stands above the columns this record is taken from, where a row holds several. */
  readonly title?: string;
  /** Which of those records it is, from 0. */
  readonly record?: number;
};

/** «-//-», «"», «то же»: as above. */
const ditto =
  /^(?:[-–—]?\s*(?:\/\/|["”»«″〃]{1,2}|''|,,)\s*[-–—]?|то\s?же(?:\s+самое)?|дәл сол(?:ай)?|сол сияқты|ditto|same)$/iu;
const rowsLookedAt = 2_000;
/** A list that names a firm once for a block of rows leaves at least this share of them blank. */
const blankShare = 0.3;

/** Completes the rows of a sheet one after another: repeats, blocks that name their firm once, several people or records in one row. */
export function createRowCompleter(recognition: SheetRecognition): (row: RawRow) => readonly CompleteRow[] {
  const columns = columnsByField(recognition);
  const fieldOf = new Map([...columns].map(([field, column]) => [column, field]));
  const block = blockOf(recognition, columns);
  const datesOf = createDateReader(recognition, columns);
  const joinMore = createJoiner(recognition, columns);
  const splits = [createRecordSplitter(recognition), ...listSplitters(recognition.entity, columns)];
  let above: readonly Cell[] = [];
  return row => {
    const issues: Issue[] = [];
    let cells = row.cells;
    const take = (column: number): void => {
      const value = above[column] ?? null;
      if (value === null) return;
      cells = withCell(cells, column, value);
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
    const whole: CompleteRow = { cells, shown: cells, issues, continues };
    return splits.reduce<readonly CompleteRow[]>((rows, split) => rows.flatMap(split), [joinMore(datesOf(whole))]);
  };
}

type Step = (row: CompleteRow) => CompleteRow;
type Splitter = (row: CompleteRow, index: number) => readonly CompleteRow[];

function withCell(cells: readonly Cell[], column: number, value: Cell): readonly Cell[] {
  const copy = [...cells];
  while (copy.length <= column) copy.push(null);
  copy[column] = value;
  return copy;
}

/** Reads dates written month first, where the whole list writes them so. */
function createDateReader(recognition: SheetRecognition, columns: ReadonlyMap<string, number>): Step {
  const fields = recognition.entity === null ? {} : fieldsOf(recognition.entity);
  const dated = [...columns].filter(([field]) => fields[field]?.kind === 'date' || fields[field]?.kind === 'term');
  const places = dated.map(([, column]) => column);
  const signs = monthFirstSigns(recognition.rows.slice(0, rowsLookedAt), places);
  if (signs.size === 0) return row => row;
  return row => {
    let { cells } = row;
    const issues = [...row.issues];
    for (const [field, column] of dated) {
      const cell = cells[column] ?? null;
      const read = monthFirstDate(cell, signs);
      if (read === null) continue;
      cells = withCell(cells, column, read);
      const value = `${cellText(cell)} → ${shownPeriod(null, read.date)}`;
      issues.push({ field, severity: 'repaired', reason: 'monthFirst', value });
    }
    return { ...row, cells, issues };
  };
}

/** Brings the further columns of a field, such as a second «Телефон», into its first one. */
function createJoiner(recognition: SheetRecognition, columns: ReadonlyMap<string, number>): Step {
  const more = recognition.columns.flatMap(({ field, column, record }) => {
    const first = field === null || record > 0 ? undefined : columns.get(field);
    return first === undefined || first === column ? [] : [{ first, column }];
  });
  if (more.length === 0) return row => row;
  return row => {
    let { cells } = row;
    for (const { first, column } of more) {
      const texts = [cells[first], cells[column]].map(cellText).filter(text => text !== '');
      if (!isBlank(cells[column])) cells = withCell(cells, first, texts.join('; '));
    }
    return { ...row, cells };
  };
}

/** Parts a row with several lots of the same columns into its records. */
function createRecordSplitter({ columns, recordTitles }: SheetRecognition): Splitter {
  const places = new Map(columns.flatMap(({ field, column, record }) => (record === 0 ? [[field, column]] : [])));
  const further = columns.flatMap(({ field, column, record }) => {
    const first = field === null || record === 0 ? undefined : places.get(field);
    return first === undefined ? [] : [{ first, column, record }];
  });
  if (further.length === 0) return row => [row];
  const lead = places.get('firmName');
  return row => {
    const records = recordTitles.map((title, record): CompleteRow => {
      let { cells } = row;
      for (const { first, column, record: of } of further)
        if (of === record) cells = withCell(cells, first, row.cells[column] ?? null);
      return { ...row, cells, title, record };
    });
    const named = records.filter(({ cells }) => lead !== undefined && !isBlank(cells[lead]));
    return named.length === 0 ? [row] : named;
  };
}

/** Cells in which people write several things where a list has one: people, agreements, the contacts of a firm. */
function listSplitters(entity: ImportEntity | null, columns: ReadonlyMap<string, number>): readonly Splitter[] {
  const column = (...fields: readonly string[]) => fields.map(field => columns.get(field)).find(at => at !== undefined);
  switch (entity) {
    case 'placement':
      return [splitCell(column('fullName'), peopleInside)];
    case 'agreement':
      return [splitCell(column('numberAndDate', 'number'), agreementsInside)];
    case 'firm':
      return [
        splitCell(column('agreementNumber'), agreementsInside),
        splitContacts(column('contactName'), column('contactPhone', 'phone')),
      ];
    default:
      return [];
  }
}

function splitCell(column: number | undefined, inside: (cell: Cell) => readonly string[]): Splitter {
  if (column === undefined) return row => [row];
  return row => {
    const parts = inside(row.cells[column] ?? null);
    if (parts.length < 2) return [row];
    const shown = withCell(row.shown, column, parts.join('; '));
    return parts.map(part => ({ ...row, cells: withCell(row.cells, column, part), shown }));
  };
}

/** The first contact stays with the firm, the others continue it; as many numbers as people are theirs in order. */
function splitContacts(column: number | undefined, phone: number | undefined): Splitter {
  if (column === undefined) return row => [row];
  return (row, index) => {
    const people = contactsInCell(row.cells[column] ?? null);
    if (people.length < 2 || row.continues) return [row];
    const numbers = phone === undefined || phone < column ? [] : phonesInside(row.cells[phone] ?? null);
    // Another agreement of the same firm repeats what the first one has said.
    return people.slice(0, index > 0 ? 1 : undefined).map((person, at) => {
      const named = withCell(row.cells, column, person);
      const cells =
        phone === undefined || numbers.length !== people.length ? named : withCell(named, phone, numbers[at] ?? null);
      return { ...row, cells, continues: at > 0 };
    });
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
