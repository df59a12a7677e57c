import { writeXlsx } from 'hucre/xlsx';

export type Cell = string | number | boolean | Date | null;
export type Lines = readonly (readonly Cell[])[];

/** A record as far as it is known by construction: fields of the record, and what it refers to by name. */
export type Known = Readonly<Record<string, unknown>>;

export const kinds = ['firm', 'contact', 'agreement', 'student', 'placement', 'request'] as const;
export type Kind = (typeof kinds)[number];

/** A workbook another officer of another college could have, and the records that are really in it. */
export type StrangeBook = {
  readonly what: string;
  readonly sheets: Readonly<Record<string, Lines>>;
  /** An .xlsx unless the name says .csv or .txt. */
  readonly fileName?: string;
  /** Per sheet: first row, first column, last row, last column, counted from 0. */
  readonly merges?: Readonly<Record<string, readonly (readonly [number, number, number, number])[]>>;
  readonly hidden?: readonly string[];
  readonly expected: Readonly<Partial<Record<Kind, readonly Known[]>>>;
};

/** The file. */
export async function bytesOf(book: StrangeBook): Promise<Uint8Array> {
  const [only = []] = Object.values(book.sheets);
  if (book.fileName?.endsWith('.csv') === true) return delimited(only, ',');
  if (book.fileName?.endsWith('.txt') === true) return delimited(only, '\t');
  return writeXlsx({
    sheets: Object.entries(book.sheets).map(([name, rows]) => ({
      name,
      rows: rows.map(row => [...row]),
      hidden: book.hidden?.includes(name) ?? false,
      merges: (book.merges?.[name] ?? []).map(([startRow, startCol, endRow, endCol]) => ({
        startRow,
        startCol,
        endRow,
        endCol,
      })),
    })),
  });
}

function delimited(lines: Lines, delimiter: string): Uint8Array {
  const quoted = (cell: Cell): string => {
    const text = cell === null ? '' : String(cell);
    const plain = text.startsWith('="') || !(text.includes(delimiter) || /["\n]/.test(text));
    return plain ? text : `"${text.replaceAll('"', '""')}"`;
  };
  return new TextEncoder().encode(lines.map(line => line.map(quoted).join(delimiter)).join('\r\n'));
}
