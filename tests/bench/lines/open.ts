import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { workspaceIn } from '#main/workspace.ts';
import type { Line } from '../support/measure.ts';
import { type BenchCollege, openBench } from '../support/open-bench.ts';

/** From nothing to the first list, the file checked on the way. The college given here must be closed. */
export function openLines(folder: string, dump: (file: string) => void): readonly Line[] {
  const { databaseFile } = workspaceIn(folder);
  const json = join(folder, 'peer-open.json');
  dump(json);
  return [
    {
      name: 'open: from the closed file to the first page of firms, checked',
      unit: 'ms',
      budget: 1000,
      rounds: 5,
      ours: async () => {
        const college = await openBench(folder);
        await college.call('firms.list', { limit: 100 });
        college.app.close();
      },
      peer: {
        what: 'a JSON store: all firms, students and placements parsed, then the firms sorted',
        run: () => {
          const data = JSON.parse(readFileSync(json, 'utf8')) as { firm: { name_ru: string }[] };
          const collator = new Intl.Collator('kk');
          return data.firm.toSorted((left, right) => collator.compare(left.name_ru, right.name_ru)).slice(0, 100);
        },
      },
      limit: {
        what: 'node:sqlite: open and read the first firms, nothing checked',
        run: () => {
          const db = new DatabaseSync(databaseFile);
          db.prepare('SELECT * FROM firm ORDER BY sort_key LIMIT 100').all();
          db.close();
        },
      },
    },
  ];
}

/** Writes the records as a JSON store would keep them. */
export function dumpRecords(college: BenchCollege, file: string): void {
  const db = college.app.db();
  const all = (table: string): unknown[] => db.all(`SELECT * FROM ${table}`);
  writeFileSync(file, JSON.stringify({ firm: all('firm'), student: all('student'), placement: all('placement') }));
}
