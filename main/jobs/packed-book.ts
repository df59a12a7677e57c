import type { Cell, RawBook, RawRow, RawSheet } from '#shared/domain/importing/cells.ts';

type PackedSheet = Omit<RawSheet, 'rows'> & {
  /** For each row its number, how many cells it has, and for each cell its place among the values; 0 is an empty cell. */
  readonly rows: Uint32Array<ArrayBuffer>;
};

/** A book as it crosses to another thread: every different value once, however many cells hold it. */
export type PackedBook = Omit<RawBook, 'sheets'> & {
  readonly values: readonly Cell[];
  readonly sheets: readonly PackedSheet[];
};

/** Packs a book; the buffers of its sheets may be handed over instead of copied. */
export function packBook({ sheets, ...book }: RawBook): PackedBook {
  const values: Cell[] = [null];
  const places = new Map<unknown, number>();
  const placeOf = (cell: Cell): number => {
    if (cell === null) return 0;
    // A date or an error is an object of its own in each cell.
    const key = typeof cell === 'object' ? `\n${JSON.stringify(cell)}` : cell;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, values.length);
    return values.push(cell) - 1;
  };
  const packed = sheets.map(({ rows, ...sheet }): PackedSheet => {
    const numbers = new Uint32Array(rows.reduce((sum, row) => sum + 2 + row.cells.length, 0));
    let at = 0;
    for (const row of rows) {
      numbers[at++] = row.number;
      numbers[at++] = row.cells.length;
      for (const cell of row.cells) numbers[at++] = placeOf(cell);
    }
    return { ...sheet, rows: numbers };
  });
  return { ...book, values, sheets: packed };
}

/** The book again; cells with the same value share it. */
export function unpackBook({ values, sheets, ...book }: PackedBook): RawBook {
  return { ...book, sheets: sheets.map(({ rows, ...sheet }) => ({ ...sheet, rows: unpackRows(rows, values) })) };
}

function unpackRows(numbers: Uint32Array, values: readonly Cell[]): readonly RawRow[] {
  const rows: RawRow[] = [];
  for (let at = 0; at < numbers.length; ) {
    const number = numbers[at] ?? 0;
    const begin = at + 2;
    const length = numbers[at + 1] ?? 0;
    const cells = Array.from<Cell>({ length });
    for (let column = 0; column < length; column++) cells[column] = values[numbers[begin + column] ?? 0] ?? null;
    rows.push({ number, cells });
    at = begin + length;
  }
  return rows;
}
