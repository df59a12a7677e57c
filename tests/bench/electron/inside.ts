/** Measures the built program in real Electron; started by `npm run bench:electron`, which provides Electron, account and display. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { Channel, Output, Request } from '#shared/contract/index.ts';
import { studentWorkbook } from '../lines/importing.ts';
import {
  frameTimes,
  keyTimes,
  mainDelay,
  memoryByProcess,
  type Started,
  scriptSize,
  startBare,
  startOurs,
} from './launch.ts';
import { paintedLines } from './painted.ts';

const { values } = parseArgs({
  options: {
    file: { type: 'string', default: '' },
    out: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
  },
});
const rounds = values.quick ? 3 : 5;
/** Milliseconds without work, as when the officer is on the phone: the engine clears away what nobody holds any more only then. */
const rest = values.quick ? 5_000 : 30_000;
const rows = values.quick ? 5_000 : 50_000;

type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly bare: number | null;
  readonly budget: number;
  readonly within: boolean;
};
const figures: Figure[] = [];
const rounded = (value: number): number => Number(value.toPrecision(4));
function note(name: string, unit: string, ours: number, budget: number, bare: number | null = null): void {
  const figure = {
    name,
    unit,
    ours: rounded(ours),
    bare: bare === null ? null : rounded(bare),
    budget: rounded(budget),
    within: ours <= budget,
  };
  figures.push(figure);
  console.log(
    `${String(figure.ours).padStart(9)}${String(figure.bare ?? '–').padStart(9)}${String(figure.budget).padStart(9)}  ${figure.within ? '  ' : '! '}${name}, ${unit}`,
  );
}
const at = (times: readonly number[], share: number): number =>
  times.toSorted((left, right) => left - right)[Math.min(times.length - 1, Math.floor(times.length * share))] ??
  Number.NaN;

async function call<C extends Channel>(page: Page, channel: C, request: Request<C>): Promise<Output<C>> {
  const result = (await page.evaluate(([name, input]) => window.bridge[name]?.(input), [
    channel as string,
    request as unknown,
  ] as const)) as {
    readonly ok: boolean;
    readonly value: Output<C>;
  };
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result)}`);
  return result.value;
}

/** Asks as a page does that shows the answer: it stays in the page, and what looks on from outside makes no copies of it. */
async function ask<C extends Channel>(page: Page, channel: C, request: Request<C>): Promise<void> {
  const ok = await page.evaluate(async ([name, input]) => (await window.bridge[name]?.(input))?.ok === true, [
    channel as string,
    request as unknown,
  ] as const);
  if (!ok) throw new Error(channel);
}

/** Everything a program holds in memory, MB; says of each kind of process how much of it is its. */
function memoryOf({ app }: Started, whose: string): number {
  const shares = memoryByProcess(app);
  const parts = Object.entries(shares).map(([kind, megabytes]) => `${kind} ${Math.round(megabytes)}`);
  console.log(`${' '.repeat(29)}${whose}: ${parts.join(', ')}`);
  return Object.values(shares).reduce((sum, megabytes) => sum + megabytes, 0);
}

const data = mkdtempSync(join(tmpdir(), 'seriktes-bench-electron-'));
mkdirSync(join(data, 'college'), { recursive: true });
cpSync(values.file, join(data, 'college', 'seriktes.db'));
const college = join(data, 'college');

/** An officer's work, again and again: lists, searches, pages further down, records, screens. */
async function work(page: Page, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn++) {
    for (const digit of ['2', '3', '4', '5', '6', '8', '9']) {
      await page.keyboard.press(`Control+Digit${digit}`);
      await page.waitForTimeout(150);
    }
    await ask(page, 'students.list', { search: 'са', limit: 100, offset: turn * 100 });
    await ask(page, 'placements.list', { limit: 100, offset: turn * 500 });
    await ask(page, 'reports.annual', { schoolYear: 2024, language: 'ru' });
  }
}

async function openList(page: Page, digit: string): Promise<void> {
  await page.keyboard.press(`Control+Digit${digit}`);
  await page.locator('[role="row"][aria-rowindex="2"]').waitFor();
}

async function main(): Promise<void> {
  let first = await startFirst();
  await first.app.close();
  const starts: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++)
    for (const who of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      const started = who === 'ours' ? await startOurs(college) : await startBare();
      starts[who].push(started.milliseconds);
      await started.app.close();
    }
  const bareStart = at(starts.bare, 0.5);
  note('start to the usable list, beyond a bare window', 'ms', at(starts.ours, 0.5) - bareStart, 1000);
  note('start to the usable list', 'ms', at(starts.ours, 0.5), 1000 + bareStart, bareStart);

  const bare = await startBare();
  await bare.page.waitForTimeout(rest);
  const bareMemory = memoryOf(bare, 'bare window');
  const bareFrames = await frameTimes(bare.page, 3, () => bare.page.mouse.wheel(0, 200));
  await bare.app.close();

  first = await startOurs(college);
  const { app, page } = first;
  await page.waitForTimeout(rest);
  note('memory of all processes, idle', 'MB', memoryOf(first, 'idle'), 350, bareMemory);
  note('scripts of the first screen, zipped', 'kB', await scriptSize(page), 400);

  await openList(page, '4');
  await page.locator('[role="grid"]').hover();
  const frames = await frameTimes(page, values.quick ? 4 : 10, () => page.mouse.wheel(0, 1200));
  note('scrolling all placements: time between frames, p95', 'ms', at(frames, 0.95), 20, at(bareFrames, 0.95));
  await page.locator('[role="row"][aria-rowindex] [role="gridcell"]').first().click();
  const keys = await keyTimes(
    page,
    Array.from({ length: values.quick ? 20 : 60 }, (_, index) => (index % 10 === 9 ? 'PageUp' : 'ArrowDown')),
  );
  note('a key in the grid until its frame, p95', 'ms', at(keys, 0.95), 50);

  for (const { name, times, budget } of await paintedLines(first, data, rounds))
    note(`${name}, median`, 'ms', at(times, 0.5), budget);

  await listDelays(first);
  await work(page, values.quick ? 2 : 30);
  await page.waitForTimeout(rest);
  note('memory of all processes at rest after work, import and export', 'MB', memoryOf(first, 'after work'), 350);
  await app.close();
}

/** The first start migrates, makes the day's backup and learns to open on the list of firms. */
async function startFirst(): Promise<Started> {
  const { start } = await import('./launch.ts');
  const { resolve } = await import('node:path');
  const started = await start(
    resolve(import.meta.dirname, '../../..'),
    page => page.getByRole('navigation').first().waitFor(),
    college,
  );
  await call(started.page, 'settings.update', { openOn: 'firms', language: 'ru' });
  while ((await call(started.page, 'backup.list', {})).backups.length === 0) await started.page.waitForTimeout(500);
  return started;
}

async function listDelays({ app, page }: Started): Promise<void> {
  const columns = ['surname', 'givenName', 'patronymic', 'iin', 'groupCode', 'phone', 'email', 'course'];
  const exported = await mainDelay(app, async () => {
    await call(page, 'lists.export', {
      list: 'students',
      columns: columns.map(key => ({ key, title: key })),
      format: 'xlsx',
    });
  });
  note('main held up during an export of all students, p99', 'ms', exported.p99, 50);
  const book = join(data, 'students.xlsx');
  writeFileSync(book, await studentWorkbook(99, rows, new Set()));
  const imported = await mainDelay(app, async () => {
    const { previewId } = await call(page, 'importing.preview', { source: { path: book } });
    await call(page, 'importing.commit', { previewId });
  });
  note(`main held up during an import of ${rows} rows, p99`, 'ms', imported.p99, 50);
  note(`main held up during an import of ${rows} rows, at most`, 'ms', imported.most, 250);
}

try {
  await main();
  if (values.out !== '') writeFileSync(values.out, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  rmSync(data, { recursive: true, force: true });
}
