import type { ColumnType } from './report-model.ts';
import type { ListPage } from './table-html.ts';
import type { TableCell, TableColumn, TableRow } from './write-table.ts';
import { writeWorkbook } from './write-xlsx.ts';

/** Rows up to which a list is laid out for paper; a longer one is written as it is read, and nobody prints it. */
export const mostLaidOut = 5000;

const types: Readonly<Record<TableColumn['type'], ColumnType>> = {
  text: 'text',
  integer: 'integer',
  decimal: 'number',
  money: 'money',
  date: 'date',
};

/** A workbook counts money in tiyn, a table in tenge. */
const valueOf = (cell: TableCell, { type }: TableColumn): TableCell => {
  if (cell === '') return null;
  return type === 'money' && typeof cell === 'number' ? Math.round(cell * 100) : cell;
};

/**
 * A list as a workbook that prints as it stands: title, college, day and filters above the rows, the headings on every sheet of
 * paper, on its side where it is wide.
 */
export async function listToWorkbook(
  { title, facts, about }: ListPage,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): Promise<Uint8Array> {
  const key = (index: number): string => `column${index}`;
  const sheet = {
    name: title,
    title,
    lines: [facts.filter(fact => fact !== '').join(' · '), ...about],
    columns: columns.map((column, index) => ({ key: key(index), title: column.title, type: types[column.type] })),
    rows: rows.map(row =>
      Object.fromEntries(columns.map((column, index) => [key(index), valueOf(row[index] ?? null, column)])),
    ),
  };
  return await writeWorkbook({ title, sheets: [sheet] });
}
