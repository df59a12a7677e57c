/** Times one way of doing one piece of work in a process of its own; prints `{ times, notes }` as JSON. Started by peers.ts. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchCollege, benchFolder, openBench } from '../support/open-bench.ts';
import { asText, convert, readRows, readWithExcelJs, writeBare, writeWithExcelJs } from './books.ts';
import { readRecords, type StoreName, stores } from './stores.ts';

const { values } = parseArgs({
  options: {
    who: { type: 'string', default: '' },
    work: { type: 'string', default: '' },
    inputs: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
  },
});
const { who, work, inputs } = values;
const folder = mkdtempSync(join(tmpdir(), 'seriktes-peer-'));
mkdirSync(join(folder, 'converted'));
const typed = readFileSync(join(inputs, 'typed.txt'), 'utf8');

type Prepared = { readonly run: (turn: number) => unknown; readonly after?: () => unknown; readonly end?: () => void };

async function store(name: StoreName): Promise<Prepared> {
  const made = stores[name]();
  await made.prepare(readRecords(join(inputs, 'records.json')), folder);
  return {
    run: turn => {
      if (work === 'search') return made.search(typed);
      if (work === 'edit') return made.edit(turn);
      return work === 'open' ? made.open() : made.list();
    },
  };
}

async function ours(): Promise<Prepared> {
  const database = join(inputs, 'college.db');
  if (work === 'open') {
    const place = benchFolder(database);
    (await openBench(place)).app.close(); // the first start of a day leaves a backup
    return {
      run: async () => {
        const opened = await openBench(place);
        await opened.call('firms.list', { limit: 100 });
        opened.app.close();
      },
      end: () => rmSync(place, { recursive: true, force: true }),
    };
  }
  const college = await openBench(benchFolder(database));
  return { ...(await inCollege(college)), end: college.close };
}

async function inCollege(college: BenchCollege): Promise<Prepared> {
  if (work === 'list')
    return {
      run: async () => {
        const filter = { activeFrom: '2024-09-01', activeTo: '2025-08-31', state: ['completed' as const] };
        const page = await college.call('placements.list', {
          filter,
          sort: { field: 'studentName', direction: 'asc' },
          limit: 100,
        });
        return [page.total, page.rows];
      },
    };
  if (work === 'search')
    return {
      run: async () => (await college.call('students.ids', { search: typed })).map(id => id),
    };
  if (work === 'edit') {
    const [row] = (await college.call('students.list', { limit: 1 })).rows;
    const id = row?.id ?? '';
    let { revision } = await college.call('students.get', { id });
    return {
      run: async turn => {
        revision = (await college.call('students.update', { id, revision, patch: { notes: `ours ${turn}` } })).revision;
      },
    };
  }
  if (work === 'export') {
    const keys = ['surname', 'givenName', 'patronymic', 'iin', 'birthDate', 'groupCode', 'phone', 'email', 'course'];
    return {
      run: () =>
        college.call('lists.export', {
          list: 'students',
          columns: keys.map(key => ({ key, title: key })),
          format: 'xlsx',
          folder: join(folder, 'converted'),
        }),
    };
  }
  return {
    run: async () => {
      const { previewId } = await college.call('importing.preview', { source: { path: join(inputs, 'book.xlsx') } });
      return (await college.call('importing.commit', { previewId })).creates.student;
    },
    after: () => college.call('history.undo', {}),
  };
}

/** Spreadsheet libraries and programs, which know no college. */
function book(): Prepared {
  const source = join(inputs, 'book.xlsx');
  if (work === 'import')
    return { run: () => (who === 'exceljs' ? readWithExcelJs(source, folder) : convert(source, 'csv', folder)) };
  const rows = readRows(join(inputs, 'rows.json'));
  const file = join(folder, 'export.xlsx');
  const text = join(folder, 'export.csv');
  if (who === 'libreoffice') writeFileSync(text, asText(rows));
  return {
    run: () => {
      if (who === 'libreoffice') return convert(text, 'xlsx', folder);
      return who === 'exceljs' ? writeWithExcelJs(rows, file) : writeBare(rows, file);
    },
  };
}

const isStore = (name: string): name is StoreName => Object.hasOwn(stores, name);
try {
  const prepared = who === 'ours' ? await ours() : isStore(who) ? await store(who) : book();
  const times: number[] = [];
  let answer: unknown;
  for (let round = -1; round < Number(values.rounds); round++) {
    const start = performance.now();
    answer = await prepared.run(round);
    if (round >= 0) times.push(performance.now() - start);
    await prepared.after?.();
  }
  prepared.end?.();
  const found = work === 'search' ? (answer as readonly string[]) : undefined;
  process.stdout.write(`\n${JSON.stringify({ times, found })}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
