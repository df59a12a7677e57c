import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#main/database/connection.ts';
import type { WriteDb } from '#main/database/handles.ts';
import { workspaceIn } from '#main/workspace.ts';
import { AppError } from '#shared/result.ts';
import { checked, isSpotless } from '#tests/support/checked.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { smallCollege } from '#tests/support/small-college.ts';
import { world } from '#tests/support/world.ts';

const places = Number(process.env['SERIKTES_BIT_FLIPS'] ?? 1000);

/**
 * Every value of every table the program reads, as it would be served; the planner's statistics are no part of it. What of the
 * search index is read, its words and the lengths of texts, the check compares with an index made anew.
 */
function served(db: WriteDb): string {
  const tables = db.column<string>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_stat*' AND name NOT GLOB 'sqlite_schema'",
  );
  return JSON.stringify(
    tables.map(table => [
      table,
      db
        .all<Record<string, unknown>>(`SELECT * FROM "${table}"`)
        .map(row =>
          Object.values(row).map(value =>
            value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
          ),
        ),
    ]),
  );
}

type Outcome = 'refused' | 'found' | 'unused' | 'served';

test('a bit changed anywhere in the file is refused at the start, found by the check of the data, or lies in bytes nobody reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-bits-'));
  const file = workspaceIn(folder).databaseFile;
  const college = world({ folder });
  await smallCollege(college);
  college.app.close();
  const open = (): WriteDb => openDatabase({ file, backUp: () => undefined });
  const clear = (): void => {
    for (const ending of ['-wal', '-shm', '-journal']) rmSync(file + ending, { force: true });
  };
  open().close(); // the planner's statistics are written once
  clear();
  const whole = readFileSync(file);
  const sound = open();
  const before = served(sound);
  const verdict = await checked(sound);
  sound.close();
  expect(verdict).toMatchObject({ flaw: null, problemCount: 0, outdated: 0 });

  const random = seededRandom('bits');
  // A young file is mostly empty pages: three of four places are taken among the bytes that say something.
  const written = [...whole.keys()].filter(at => whole[at] !== 0);
  const outcome = async (): Promise<Outcome> => {
    let db: WriteDb | undefined;
    try {
      db = open();
      // The check is what the officer has; what it says comes before what is compared here.
      if (!(await isSpotless(db))) return 'found';
      return served(db) === before ? 'unused' : 'served';
    } catch (error) {
      if (error instanceof AppError && error.code !== 'unexpected') return 'refused';
      throw error;
    } finally {
      db?.close();
    }
  };
  const outcomes: Record<Outcome, number> = { refused: 0, found: 0, unused: 0, served: 0 };
  const overlooked: number[] = [];
  for (let place = 0; place < places; place += 1) {
    const at = random.chance(0.75) ? random.pick(written) : random.between(0, whole.length - 1);
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7));
    clear();
    writeFileSync(file, bytes);
    const what = await outcome();
    outcomes[what] += 1;
    if (what === 'served') overlooked.push(at);
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`bit flips: ${JSON.stringify(outcomes)} of ${places} in ${whole.length} bytes`);
  expect(overlooked).toEqual([]);
  expect(outcomes.refused).toBeGreaterThan(0);
  expect(outcomes.found).toBeGreaterThan(0);
}, 14_400_000);
