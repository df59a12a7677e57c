import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filePath, type HashedFile, keepFiles } from '#main/database/kept-files.ts';
import { flushFile } from '#main/database/safe-files.ts';
import { workspaceIn } from '#main/workspace.ts';
import type { Line } from '../support/measure.ts';
import { type BenchCollege, benchFolder, openBench } from '../support/open-bench.ts';

const files = 50;
const fileBytes = 2 * 2 ** 20;

/** Attached files kept with the backups the first time: copied, hashed, flushed, read again. */
function attachedFiles(): Line {
  const folder = benchFolder();
  const from = join(folder, 'from');
  const kept: HashedFile[] = [];
  for (let index = 0; index < files; index++) {
    const bytes = randomBytes(fileBytes);
    const hash = createHash('sha256').update(bytes).digest('hex');
    mkdirSync(dirname(filePath(from, hash)), { recursive: true });
    writeFileSync(filePath(from, hash), bytes);
    kept.push({ hash, bytes: fileBytes });
  }
  const to = join(folder, 'to');
  return {
    name: 'backup: 100 MB of attached files kept by content, flushed and read again',
    unit: 'ms',
    budget: 1500,
    rounds: 5,
    warmUp: false,
    per: (files * fileBytes) / 100 / 2 ** 20,
    ours: () => keepFiles({ files: kept, from, to }),
    reset: () => rmSync(to, { recursive: true, force: true }),
    limit: {
      what: 'the files copied one by one and flushed, nothing checked',
      run: () => {
        const plain = join(folder, 'plain');
        mkdirSync(plain);
        for (const { hash } of kept) {
          copyFileSync(filePath(from, hash), join(plain, hash));
          flushFile(join(plain, hash));
        }
        rmSync(plain, { recursive: true });
      },
    },
  };
}

/** Persons erased with every mention of them, then purged: the history is gone through once for all, and the file written anew. */
function personLines({ app, call }: BenchCollege): readonly Line[] {
  const atOnce = 40;
  const erase = async (count: number): Promise<void> => {
    const ids = app
      .db()
      .column<string>(
        'SELECT s.id FROM student s WHERE NOT EXISTS (SELECT 1 FROM erasure e WHERE e.entity_id = s.id) ORDER BY s.id LIMIT ?',
        count,
      );
    await call('personalData.erase', { people: ids.map(id => ({ entity: 'student' as const, id })) });
  };
  return [
    { name: 'personal data: a student erased', unit: 'ms', budget: 3000, rounds: 5, ours: () => erase(1) },
    {
      name: 'personal data: some 40 erased students purged from history and file',
      unit: 'ms',
      budget: 30_000,
      rounds: 5,
      warmUp: false,
      ours: async () => {
        const { waiting } = await call('personalData.erasures', {});
        await call('personalData.purge', { ids: waiting });
      },
      reset: () => erase(atOnce),
    },
  ];
}

/** A checked copy of everything, the first start of a new officer, and persons taken out. */
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
    attachedFiles(),
    {
      name: 'first start: the sample college opened',
      unit: 'ms',
      budget: 1500,
      rounds: 5,
      ours: async () => {
        const fresh = await openBench(benchFolder());
        await fresh.call('app.begin', { with: 'sample', language: 'kk' });
        fresh.close();
      },
    },
    ...personLines(college),
  ];
}
