/**
 * `npm run bench:peers [-- --scale 10] [--only list]`: the same work by ours and by what people use instead, each in processes of
 * its own, in turned order; writes bench-peers.json. A ratio below 1 means that ours is faster; each has its bound.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#main/database/connection.ts';
import { fold } from '#shared/domain/folding.ts';
import { studentWorkbook } from './lines/importing.ts';
import { bigCollege } from './support/big-college.ts';
import { scaledCollege } from './support/scales.ts';

const { values } = parseArgs({ options: { scale: { type: 'string', default: '10' }, only: { type: 'string' } } });
const scale = Number(values.scale);

/** Who does what beside ours, and how many times of the peer's time ours may take. */
const works = {
  list: { nedb: 1, lokijs: 1, lowdb: 1, 'sqlite NOCASE/LIKE': 3 },
  search: { nedb: 1, lokijs: 1, lowdb: 1, 'sqlite NOCASE/LIKE': 1 },
  edit: { lowdb: 0.01, lokijs: 0.01, nedb: 10, 'sqlite NOCASE/LIKE': 4 },
  open: { nedb: 1, lowdb: 1, lokijs: 1 },
  import: { exceljs: 2, libreoffice: 2 },
  export: { bare: 1.3, exceljs: 0.6, libreoffice: 0.25 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;

const inputs = mkdtempSync(join(tmpdir(), 'seriktes-peers-'));

/** Writes what every process reads, and answers the ids that a search must find. */
async function writeInputs(): Promise<readonly string[]> {
  const { file } = bigCollege(scaledCollege(scale));
  copyFileSync(file, join(inputs, 'college.db'));
  const db = openDatabase({ file: join(inputs, 'college.db'), backUp: () => undefined });
  const students = db.all<{ id: string; name: string; iin: string; notes: string }>(
    `SELECT id, surname || ' ' || given_name || ifnull(' ' || patronymic, '') AS name, ifnull(iin, '') AS iin, '' AS notes FROM student`,
  );
  const placements = db.all(
    `SELECT p.id, p.state, p.starts_on AS startsOn, p.ends_on AS endsOn, s.surname || ' ' || s.given_name AS studentName, f.name_ru AS firmName
       FROM placement p JOIN student s ON s.id = p.student_id JOIN firm f ON f.id = p.firm_id`,
  );
  const firms = db.all('SELECT id, name_ru AS nameRu FROM firm');
  db.close();
  writeFileSync(join(inputs, 'records.json'), JSON.stringify({ placements, students, firms }));
  // A Kazakh surname as it comes from a Russian keyboard: what officers type, and what a plain pattern cannot find.
  const kazakh = students.find(({ name }) => /^[^ ]*[қғәңөұүһі]/iu.test(name))?.name ?? students[0]?.name ?? '';
  const typed = fold(kazakh).split(' ')[0]?.slice(0, 5) ?? '';
  writeFileSync(join(inputs, 'typed.txt'), typed);
  const rows = students.map(({ id, name, iin }, row) => [
    ...name.split(' ').slice(0, 3),
    iin,
    ...Array.from({ length: 5 }, (_, column) => `${id.slice(0, 8)} ${row % (column + 7)}`),
  ]);
  writeFileSync(join(inputs, 'rows.json'), JSON.stringify(rows));
  writeFileSync(join(inputs, 'book.xlsx'), await studentWorkbook(77, 5_000 * scale, new Set()));
  return students
    .filter(({ name }) =>
      fold(name)
        .split(' ')
        .some(word => word.startsWith(typed)),
    )
    .map(({ id }) => id);
}

type Run = { readonly times: readonly number[]; readonly found?: readonly string[] };

/** One process; undefined when the program it needs is not there. */
function runOne(work: string, who: string): Run | undefined {
  const script = join(import.meta.dirname, 'peers/one.ts');
  const rounds = who === 'libreoffice' || work === 'import' ? '3' : '5';
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--max-old-space-size=4096', script, '--who', who, '--work', work, '--inputs', inputs, '--rounds', rounds],
    { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return status === 0 ? (JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Run) : undefined;
}

const median = (times: readonly number[]): number =>
  times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;
const rounded = (value: number): number => Number(value.toPrecision(3));

type Line = {
  readonly work: string;
  readonly who: string;
  readonly milliseconds: number;
  readonly ratio: number | null;
  readonly bound: number | null;
  readonly within: boolean;
  readonly recall: number | null;
  readonly rounds: number;
};
const lines: Line[] = [];

try {
  const right = new Set(await writeInputs());
  for (const [work, peers] of Object.entries(works)) {
    if (values.only !== undefined && values.only !== work) continue;
    const everybody = ['ours', ...Object.keys(peers)];
    const runs = new Map<string, Run[]>(everybody.map(who => [who, []]));
    for (const order of [everybody, everybody.toReversed()])
      for (const who of order) {
        const run = runOne(work, who);
        if (run !== undefined) runs.get(who)?.push(run);
      }
    const timesOf = (who: string): readonly number[] => runs.get(who)?.flatMap(({ times }) => times) ?? [];
    const own = median(timesOf('ours'));
    for (const who of everybody) {
      const times = timesOf(who);
      if (times.length === 0) continue;
      const found = runs.get(who)?.[0]?.found;
      const recall =
        found === undefined ? null : rounded(found.filter(id => right.has(id)).length / Math.max(1, right.size));
      const bound = who === 'ours' ? null : ((peers as Readonly<Record<string, number>>)[who] ?? null);
      const ratio = who === 'ours' ? null : rounded(own / median(times));
      const within = bound === null || ratio === null || ratio <= bound;
      lines.push({
        work,
        who,
        milliseconds: rounded(median(times)),
        ratio,
        bound,
        within,
        recall,
        rounds: times.length,
      });
      console.log(
        `${work.padEnd(8)}${who.padEnd(20)}${String(rounded(median(times))).padStart(9)} ms${String(ratio ?? '').padStart(9)}${String(bound ?? '').padStart(7)} ${within ? ' ' : '!'} ${recall === null ? '' : `recall ${recall}`}`,
      );
    }
  }
  writeFileSync('bench-peers.json', `${JSON.stringify({ scale, lines }, null, 2)}\n`);
} finally {
  rmSync(inputs, { recursive: true, force: true });
}
