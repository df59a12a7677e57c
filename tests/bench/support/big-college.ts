import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '#main/database/connection.ts';
import type { Ports } from '#main/ports.ts';
import { type CollegeSize, generateCollege } from '#main/sample/generator.ts';

/** The day on which every bench stands. */
export const benchDay = '2025-11-20';

/** A clock that moves by a second a call and ids that count up: the same file every time. */
export function benchPorts(): Ports {
  let tick = 0;
  let id = 0;
  return {
    clock: {
      now: () => new Date(Date.parse(`${benchDay}T04:00:00.000Z`) + tick++ * 1000).toISOString(),
      today: () => benchDay,
    },
    ids: { next: () => `b${(++id).toString(36).padStart(9, '0')}` },
    actor: () => 'Bench',
    log: () => undefined,
  };
}

/** Changes with every source that decides what a generated file holds. */
function fingerprint(size: CollegeSize): string {
  const hash = createHash('sha256').update(JSON.stringify(size));
  const main = resolve(import.meta.dirname, '../../../main');
  for (const folder of ['sample', 'database', 'database/migrations'])
    for (const name of readdirSync(join(main, folder))
      .filter(entry => entry.endsWith('.ts'))
      .toSorted())
      hash.update(name).update(readFileSync(join(main, folder, name)));
  return hash.digest('hex').slice(0, 16);
}

/** A generated college of a size; made once, then kept in the temporary folder until the program changes. */
export function bigCollege(size: CollegeSize): { readonly file: string; readonly madeInSeconds: number | null } {
  const folder = join(tmpdir(), 'seriktes-bench');
  const file = join(folder, `college-${size.placements}-${fingerprint(size)}.db`);
  if (existsSync(file)) return { file, madeInSeconds: null };
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.part`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  const start = performance.now();
  const db = openDatabase({ file: unfinished, backUp: () => undefined });
  db.pragma('synchronous = OFF'); // a generated file may be made again
  generateCollege(db, benchPorts(), size);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  for (const old of readdirSync(folder).filter(
    name => name.startsWith(`college-${size.placements}-`) && join(folder, name) !== unfinished,
  ))
    rmSync(join(folder, old), { force: true });
  renameSync(unfinished, file);
  return { file, madeInSeconds: (performance.now() - start) / 1000 };
}
