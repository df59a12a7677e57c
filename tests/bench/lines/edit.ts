import { closeSync, fsyncSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Line } from '../support/measure.ts';
import type { BenchCollege } from '../support/open-bench.ts';

/** One changed field, safe on the disk when the call returns. */
export function editLines(college: BenchCollege): readonly Line[] {
  const db = college.app.db();
  const id = db.value<string>('SELECT id FROM student ORDER BY sort_key LIMIT 1') ?? '';
  let revision = db.value<number>('SELECT revision FROM student WHERE id = ?', id) ?? 0;
  let turn = 0;

  const store = join(college.folder, 'peer.json');
  const records = db.all<Record<string, unknown>>('SELECT * FROM student');
  const rewrite = (): void => {
    const [first] = records;
    if (first !== undefined) first['notes'] = `peer ${turn++}`;
    const file = openSync(`${store}.tmp`, 'w');
    writeSync(file, JSON.stringify(records));
    fsyncSync(file);
    closeSync(file);
    renameSync(`${store}.tmp`, store);
  };
  writeFileSync(store, '[]');

  const raw = new Database(join(college.folder, 'raw.db'));
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.exec('CREATE TABLE student (id TEXT PRIMARY KEY, notes TEXT) STRICT');
  const insert = raw.prepare('INSERT INTO student VALUES (?, ?)');
  raw.transaction(() => {
    for (const record of records) insert.run(record['id'], '');
  })();
  const update = raw.prepare('UPDATE student SET notes = ? WHERE id = ?');

  return [
    {
      name: 'one edit: a field of a student with audit and search index, durable',
      unit: 'ms',
      budget: 10,
      rounds: 21,
      ours: async () => {
        const saved = await college.call('students.update', { id, revision, patch: { notes: `ours ${turn++}` } });
        revision = saved.revision;
      },
      peer: { what: `a JSON file of the ${records.length} students rewritten whole, as lowdb does`, run: rewrite },
      limit: { what: 'a bare UPDATE in better-sqlite3, synchronous FULL', run: () => update.run(String(turn++), id) },
    },
    {
      name: 'undo and redo of one edit',
      unit: 'ms',
      budget: 20,
      rounds: 11,
      ours: async () => {
        await college.call('history.undo', {});
        revision = (await college.call('students.get', { id })).revision;
        await college.call('history.redo', {});
        revision = (await college.call('students.get', { id })).revision;
      },
    },
  ];
}
