import { statSync } from 'node:fs';
import { type CollegeSize, tenfoldCollege } from '#main/sample/generator.ts';
import type { Channel } from '#shared/contract/index.ts';
import { contract } from '#shared/contract/index.ts';
import type { z } from '#shared/contract/zod.ts';
import { bigCollege } from './support/big-college.ts';
import { benchFolder, openBench } from './support/open-bench.ts';

/** Prints how long each sort and filter of each list takes on a very large college; `node tests/bench/profile-lists.ts [least ms]`. */
const least = Number(process.argv[2] ?? 20);
const size: CollegeSize = tenfoldCollege;
const { file, madeInSeconds } = bigCollege(size);
process.stdout.write(`${Math.round(statSync(file).size / 2 ** 20)} MB, made in ${madeInSeconds ?? 0} s\n`);
const college = await openBench(benchFolder(file));

const rowFields = (channel: Channel): string[] => {
  const output = contract[channel].output as unknown as { shape: { rows: { element: z.ZodObject } } };
  return Object.keys(output.shape.rows.element.shape);
};

async function time(channel: Channel, request: object): Promise<void> {
  const runs: number[] = [];
  for (let run = 0; run < 4; run++) {
    const start = performance.now();
    await college.call(channel, request);
    runs.push(performance.now() - start);
  }
  const best = runs.slice(1).toSorted((left, right) => left - right)[1] ?? 0;
  if (best >= least) process.stdout.write(`${best.toFixed(0).padStart(6)} ms  ${channel} ${JSON.stringify(request)}\n`);
}

const filters: Readonly<Record<string, readonly object[]>> = {
  'firms.list': [
    { status: ['active'] },
    { city: ['Караганда'] },
    { partnerFrom: '2025-09-01', partnerTo: '2026-08-31' },
    { partnerFrom: '2025-09-01', partnerTo: '2026-08-31', change: 'new' },
    { partnerFrom: '2025-09-01', partnerTo: '2026-08-31', change: 'lost' },
  ],
  'agreements.list': [
    { state: ['inForce'] },
    { state: ['expired'] },
    { signedFrom: '2025-09-01', signedTo: '2026-08-31' },
    { endedFrom: '2024-09-01', endedTo: '2025-08-31' },
    { inForceFrom: '2025-09-01', inForceTo: '2026-08-31' },
    { endsWithinDays: 90 },
  ],
  'students.list': [
    { status: ['active'] },
    { course: [3], language: ['kk'] },
    { withoutPlacementFrom: '2025-09-01', withoutPlacementTo: '2026-08-31' },
  ],
  'placements.list': [
    { state: ['started'] },
    { state: ['completed'] },
    { activeFrom: '2025-09-01', activeTo: '2026-08-31' },
    { activeFrom: '2025-09-01', activeTo: '2026-08-31', counted: true, dual: true },
    { activeFrom: '2024-09-01', activeTo: '2025-08-31', hired: true },
    { practiceTypeId: ['practice-type-dual'] },
    { overlaps: true },
  ],
  'requests.list': [{ state: ['submitted'] }, { priority: ['high'] }],
};

for (const channel of Object.keys(contract) as Channel[]) {
  if (!channel.endsWith('.list') || channel === 'audit.list' || channel === 'backup.list') continue;
  let fields: string[];
  try {
    fields = rowFields(channel);
  } catch {
    process.stdout.write(`no rows: ${channel}\n`);
    continue;
  }
  for (const field of fields)
    for (const direction of ['asc', 'desc'] as const) await time(channel, { sort: { field, direction } });
  for (const filter of filters[channel] ?? []) {
    await time(channel, { filter }).catch((error: unknown) => process.stdout.write(`${String(error)}\n`));
    for (const field of fields.filter(name => !['id', 'revision'].includes(name)))
      await time(channel, { filter, sort: { field, direction: 'desc' } }).catch(() => undefined);
  }
  for (const search of ['ахм', 'серик', 'а', 'болатулы', '0612'])
    await time(channel, { search }).catch(() => undefined);
  await time(channel, { offset: 20_000 });
}
college.close();
