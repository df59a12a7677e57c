import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCollege } from '#main/sample/generator.ts';
import { aFirm } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';
import { benchPorts } from './support/big-college.ts';

/** What the password costs: the same college plain and encrypted, in turns. `node tests/bench/protection.ts` prints milliseconds. */
const password = 'correct horse battery staple';
const size = { firms: 500, students: 3000, placements: 10_000, requests: 100, auditRows: 20_000 };
const rounds = 7;
const rows = 5000;

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function times(count: number, work: (round: number) => unknown): Promise<number> {
  const took: number[] = [];
  // oxlint-disable-next-line no-await-in-loop -- one round after the other is what is measured
  for (let round = 0; round < count; round++) took.push(await timed(() => work(round)));
  return median(took);
}

async function measure(folder: string, closed: boolean): Promise<Readonly<Record<string, number>>> {
  const first = world({ folder });
  generateCollege(first.app.db(), benchPorts(), size);
  const switching = closed ? await timed(() => first.call('protection.turnOn', { password })) : 0;
  first.app.close();
  let college: World = world({ folder });
  const unlock = closed ? await timed(() => college.call('protection.unlock', { password })) : 0;
  const openings: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // oxlint-disable-next-line no-await-in-loop -- one round after the other is what is measured
    if (closed) await college.call('protection.lock', {});
    else college.app.close();
    openings.push(
      // oxlint-disable-next-line no-await-in-loop -- see above
      await timed(() => {
        if (closed) return college.call('protection.unlock', { password });
        college = world({ folder });
        return undefined;
      }),
    );
  }
  const open = median(openings);
  const list = await times(rounds * 5, () => college.call('placements.list', { limit: 100 }));
  const edit = await times(rounds * 5, round => college.call('firms.create', aFirm({ nameRu: `ТОО «Жаңа ${round}»` })));
  const path = join(folder, 'firms.csv');
  const lines = Array.from({ length: rows }, (_, index) => `ТОО «Жүктеу ${index}»;Астана`);
  writeFileSync(path, `Наименование организации;Город\n${lines.join('\n')}\n`);
  const importing = await timed(async () => {
    const { previewId } = await college.call('importing.preview', { source: { path } });
    await college.call('importing.commit', { previewId });
  });
  college.app.close();
  return { switching, unlock, open, list, edit, importing };
}

const folder = mkdtempSync(join(tmpdir(), 'seriktes-bench-'));
try {
  const plain = await measure(join(folder, 'plain'), false);
  const closed = await measure(join(folder, 'closed'), true);
  for (const [name, value] of Object.entries(plain))
    process.stdout.write(`${name}: plain ${value.toFixed(2)}, encrypted ${(closed[name] ?? 0).toFixed(2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
