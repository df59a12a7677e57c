import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import ExcelJs from 'exceljs';
import { writeXlsx } from 'hucre/xlsx';

export const columns = 15;

/** A workbook read and put into one plain table; nothing is matched, checked or kept in a history. */
export async function readWithExcelJs(book: string, folder: string): Promise<number> {
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.readFile(book);
  const db = new Database(join(folder, `exceljs-${Date.now()}.db`));
  db.pragma('journal_mode = WAL');
  db.exec(`CREATE TABLE student (${Array.from({ length: columns }, (_, column) => `c${column}`).join(', ')})`);
  const insert = db.prepare(`INSERT INTO student VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`);
  let rows = 0;
  db.transaction(() => {
    workbook.worksheets[0]?.eachRow(row => {
      insert.run(Array.from({ length: columns }, (_, column) => row.getCell(column + 1).text));
      rows += 1;
    });
  })();
  db.close();
  return rows;
}

/** Rows of text written by exceljs as it goes. */
export async function writeWithExcelJs(rows: readonly (readonly string[])[], file: string): Promise<void> {
  const workbook = new ExcelJs.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true });
  const sheet = workbook.addWorksheet('Sheet');
  for (const row of rows) sheet.addRow([...row]).commit();
  await workbook.commit();
}

/** The writer that the program uses, without the program. */
export async function writeBare(rows: readonly (readonly string[])[], file: string): Promise<void> {
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Sheet', rows: rows.map(row => [...row]) }] }));
}

/** LibreOffice turning one format into another, without a window. */
export function convert(file: string, format: string, folder: string): void {
  const { status } = spawnSync('soffice', [
    '--headless',
    `-env:UserInstallation=file://${join(folder, 'office')}`,
    '--convert-to',
    format,
    '--outdir',
    join(folder, 'converted'),
    file,
  ]);
  if (status !== 0) throw new Error('LibreOffice did not convert the file.');
}

export const asText = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
export const readRows = (file: string): readonly (readonly string[])[] =>
  JSON.parse(readFileSync(file, 'utf8')) as readonly (readonly string[])[];
