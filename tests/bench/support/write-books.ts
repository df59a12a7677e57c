/** Writes the workbooks an import is timed with, in a process of its own: what making them takes of memory is no import's. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { studentWorkbook } from '../lines/importing.ts';

const [database = '', folder = '', rows = '0', count = '0'] = process.argv.slice(2);
const db = new Database(database, { readonly: true });
const taken = new Set(db.prepare('SELECT iin FROM student WHERE iin IS NOT NULL').pluck().all() as string[]);
db.close();
for (let book = 1; book <= Number(count); book++)
  writeFileSync(join(folder, `${book}.xlsx`), await studentWorkbook(book, Number(rows), taken));
