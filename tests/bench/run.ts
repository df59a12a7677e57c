/** `npm run bench`: times the program at ten times a large college against its peers; writes bench-results.json. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CollegeSize } from '#main/sample/generator.ts';
import { calendarLines } from './lines/calendar.ts';
import { editLines } from './lines/edit.ts';
import { importLines } from './lines/importing.ts';
import { letterLines } from './lines/letters.ts';
import { listLines } from './lines/lists.ts';
import { dumpRecords, openLines } from './lines/open.ts';
import { paperLines } from './lines/paper.ts';
import { partnershipLines } from './lines/partnership.ts';
import { recordLines } from './lines/records.ts';
import { reportLines } from './lines/report.ts';
import { safetyLines } from './lines/safety.ts';
import { searchLines } from './lines/search.ts';
import { bigCollege } from './support/big-college.ts';
import { type Line, type Measured, measure } from './support/measure.ts';
import { type BenchCollege, benchFolder, openBench } from './support/open-bench.ts';
import { scaledCollege } from './support/scales.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    /** 10 is the size the program is judged at; 1 and 3 show how cost grows. */
    scale: { type: 'string', default: '10' },
    /** Where to write the results, also those of a single group. */
    out: { type: 'string' },
  },
});
const scale = Number(values.scale);
const quickCollege: CollegeSize = {
  firms: 500,
  students: 3_000,
  placements: 10_000,
  requests: 200,
  auditRows: 100_000,
};
const size = values.quick ? quickCollege : scaledCollege(scale);

const { file, madeInSeconds } = bigCollege(size);
const megabytes = Math.round(statSync(file).size / 2 ** 20);
console.log(
  `${size.firms} firms, ${size.students} students, ${size.placements} placements, ${size.auditRows} audit rows: ${megabytes} MB` +
    `${madeInSeconds === null ? '' : `, made in ${madeInSeconds.toFixed(0)} s`}; Node ${process.versions.node}, ${cpus().length} cores`,
);

const number = (value: number | null): string => (value === null ? '–' : value.toFixed(value < 10 ? 2 : 0)).padStart(9);
const results: Measured[] = [];
async function take(lines: readonly Line[]): Promise<void> {
  for (const line of lines) {
    const result = await measure(line);
    results.push(result);
    console.log(
      `${number(result.ours)}${number(result.peer)}${number(result.limit)}${number(result.ratio)}${number(result.budget)}  ${result.within ? '  ' : '! '}${result.name}` +
        (result.notes === undefined ? '' : ` ${JSON.stringify(result.notes)}`),
    );
  }
}

/** A group in a process of its own: what it takes of memory is nobody else's. */
function takeAlone(group: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-bench-alone-'));
  const out = join(folder, 'lines.json');
  const given = ['--only', group, '--out', out, '--scale', values.scale, ...(values.quick ? ['--quick'] : [])];
  const { status } = spawnSync(process.execPath, [import.meta.filename, ...given], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`The bench of ${group} failed.`);
  results.push(...(JSON.parse(readFileSync(out, 'utf8')) as Measured[]));
  rmSync(folder, { recursive: true });
}

const wanted = (name: string): boolean => values.only === undefined || values.only === name;
console.log(
  `${'ours'.padStart(9)}${'peer'.padStart(9)}${'limit'.padStart(9)}${'ratio'.padStart(9)}${'budget'.padStart(9)}     milliseconds`,
);

let college: BenchCollege = await openBench(benchFolder(file));
try {
  if (wanted('lists')) await take(listLines(college));
  if (wanted('calendar')) await take(calendarLines(college));
  if (wanted('search')) await take(searchLines(college));
  if (wanted('records')) await take(recordLines(college));
  if (wanted('edit')) await take(editLines(college));
  if (wanted('report')) await take(reportLines(college));
  if (wanted('letters')) await take(letterLines(college));
  if (wanted('paper')) {
    const { lines, close } = await paperLines(college);
    await take(lines).finally(close);
  }
  if (wanted('safety')) await take(safetyLines(college));
  if (values.only === 'import') await take(importLines(college, values.quick ? 5_000 : 5_000 * scale));
  if (wanted('partnership')) await take(partnershipLines(college));
  if (wanted('open')) {
    college.close();
    college = await openBench(benchFolder(file));
    const { folder } = college;
    await take(
      openLines(folder, json => {
        dumpRecords(college, json);
        college.app.close();
      }),
    );
    college = await openBench(folder);
  }
} finally {
  college.close();
}
if (values.only === undefined) takeAlone('import');

const out = values.out ?? (values.only === undefined && scale === 10 ? 'bench-results.json' : undefined);
if (out !== undefined) {
  writeFileSync(out, `${JSON.stringify(results, null, 2)}\n`);
  const over = results.filter(result => !result.within);
  console.log(`${out}: ${results.length} lines, ${over.length} over budget`);
}
