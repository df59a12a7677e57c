import { copyFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceIn } from '#main/application.ts';
import type { Line } from '../support/measure.ts';
import { type BenchCollege, benchFolder, openBench } from '../support/open-bench.ts';

/** A checked copy of everything, and the first start of a new officer. */
export function safetyLines(college: BenchCollege): readonly Line[] {
  const { databaseFile } = workspaceIn(college.folder);
  const hundredMegabytes = statSync(databaseFile).size / 100 / 2 ** 20;
  const copy = join(college.folder, 'copy.db');
  return [
    {
      name: 'backup: 100 MB copied, flushed, opened again and checked',
      unit: 'ms',
      budget: 1000,
      rounds: 5,
      warmUp: false,
      per: hundredMegabytes,
      ours: () => college.call('backup.create', {}),
      limit: {
        what: 'the bytes copied, nothing checked',
        run: () => {
          copyFileSync(databaseFile, copy);
          rmSync(copy);
        },
      },
    },
    {
      name: 'first start: the sample college opened',
      unit: 'ms',
      budget: 1500,
      rounds: 5,
      ours: async () => {
        const fresh = openBench(benchFolder());
        await fresh.call('app.begin', { with: 'sample', language: 'kk' });
        fresh.close();
      },
    },
  ];
}
