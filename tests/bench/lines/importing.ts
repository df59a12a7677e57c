import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { read as readSheetJs, utils } from '@e965/xlsx';
import Database from 'better-sqlite3';
import { writeXlsx } from 'hucre/xlsx';
import { makeBirthday, makeIin, makePerson, makePhone, type Taken } from '#main/sample/people.ts';
import { randomFrom } from '#main/sample/random.ts';
import { workspaceIn } from '#main/workspace.ts';
import type { Line } from '../support/measure.ts';
import { convertByLibreOffice, hasLibreOffice } from '../support/office.ts';
import type { BenchCollege } from '../support/open-bench.ts';

const columns = [
  '№',
  'Фамилия',
  'Имя',
  'Отчество',
  'ИИН',
  'Дата рождения',
  'Группа',
  'Курс',
  'Телефон',
  'E-mail',
  'Специальность',
  'Квалификация',
  'Язык обучения',
  'Финансирование',
  'Примечание',
];

/** A workbook of students that the college does not have yet, fifteen columns wide. */
export async function studentWorkbook(seed: number, rows: number, taken: Taken): Promise<Uint8Array> {
  const random = randomFrom(seed);
  const data = Array.from({ length: rows }, (_, row) => {
    const person = makePerson(random);
    const bornOn = makeBirthday(random, random.between(2004, 2010));
    return [
      row + 1,
      person.surname,
      person.givenName,
      person.patronymic,
      makeIin(random, taken, bornOn, person.sex),
      bornOn.split('-').toReversed().join('.'),
      `25ПО-${(row % 400) + 1}`,
      String((row % 4) + 1),
      makePhone(random),
      `student${seed}-${row}@example.kz`,
      '06130100 Программное обеспечение',
      '4S06130103 Разработчик программного обеспечения',
      row % 2 === 0 ? 'казахский' : 'русский',
      row % 3 === 0 ? 'платно' : 'госзаказ',
      row % 7 === 0 ? 'общежитие' : '',
    ];
  });
  return await writeXlsx({ sheets: [{ name: 'Студенты', rows: [columns, ...data] }] });
}

/** The shortest honest way: the cells read by SheetJS and put into one plain table, without audit, search or checks. */
function readAndInsert(bytes: Uint8Array): void {
  const book = readSheetJs(bytes, { type: 'array', dense: true });
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-bench-peer-'));
  const db = new Database(join(folder, 'plain.db'));
  try {
    db.pragma('journal_mode = WAL');
    db.exec(`CREATE TABLE student (${columns.map((_, column) => `c${column}`).join(', ')})`);
    const insert = db.prepare(`INSERT INTO student VALUES (${columns.map(() => '?').join(', ')})`);
    db.transaction(() => {
      for (const row of rows.slice(1)) insert.run(columns.map((_, column) => row[column] ?? null));
    })();
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A workbook read, planned row by row and written as one batch; how long the main thread was held up meanwhile is noted. */
export function importLines(college: BenchCollege, rows: number): readonly Line[] {
  const rounds = 5;
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-bench-books-'));
  const { databaseFile } = workspaceIn(college.folder);
  const writer = join(import.meta.dirname, '../support/write-books.ts');
  execFileSync(process.execPath, [writer, databaseFile, folder, String(rows), String(rounds)]);
  const books = Array.from({ length: rounds }, (_, book): Uint8Array => readFileSync(join(folder, `${book + 1}.xlsx`)));
  rmSync(folder, { recursive: true });
  const [first = new Uint8Array()] = books;
  let created = 0;
  const held = { p99: 0, most: 0 };
  let memory = 0;
  const look = (): void => {
    memory = Math.max(memory, process.memoryUsage.rss());
  };
  return [
    {
      name: `import: a workbook of ${rows} new students × ${columns.length} columns, read, planned and written as one batch`,
      unit: 'ms',
      budget: 8000 * (rows / 50_000),
      rounds,
      warmUp: false,
      ours: async () => {
        const bytes = books.shift();
        if (bytes === undefined) throw new Error('no workbook left');
        // Before the peers have run: what they take stays with the process.
        const watch = created === 0 ? setInterval(look, 50) : undefined;
        // A new one each round: the peers between the rounds hold the thread up for seconds.
        const delays = monitorEventLoopDelay({ resolution: 5 });
        delays.enable();
        try {
          const { previewId } = await college.call('importing.preview', { source: { name: 'students.xlsx', bytes } });
          created = (await college.call('importing.commit', { previewId })).creates.student;
        } finally {
          delays.disable();
          held.p99 = Math.max(held.p99, delays.percentile(99) / 1e6);
          held.most = Math.max(held.most, delays.max / 1e6);
          clearInterval(watch);
        }
      },
      reset: () => college.call('history.undo', {}),
      peer: { what: 'SheetJS and the same rows put into one plain table', run: () => readAndInsert(first) },
      ...(hasLibreOffice
        ? {
            limit: {
              what: 'LibreOffice turning the same workbook into text',
              run: () => convertByLibreOffice([{ name: 'students.xlsx', bytes: first }], 'csv'),
            },
          }
        : {}),
      notes: () => ({
        created,
        'main thread held up p99, ms': Math.round(held.p99),
        'main thread held up at most, ms': Math.round(held.most),
        'memory of the whole process at most, MB': Math.round(memory / 2 ** 20),
      }),
    },
  ];
}
