import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#main/database/connection.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { world } from '#tests/support/world.ts';

const cuts = Number(process.env['SERIKTES_CUTS'] ?? 400);
const commits = 12;

/** What a power cut leaves of the log: a shorter file, or one whose last bytes are not what was written. */
test('a write-ahead log torn at any point costs at most its last commits, in order, and never half of one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-torn-'));
  const file = workspaceIn(folder).databaseFile;
  const empty = world({ folder });
  await empty.call('firms.create', aFirm({ nameRu: 'ТОО «Бірінші»' }));
  empty.app.close();
  const college = world({ folder });
  const base = readFileSync(file);
  /** How long the log was after each commit. */
  const safeAt: number[] = [];
  for (let commit = 0; commit < commits; commit += 1) {
    await college.call('firms.create', aFirm({ nameRu: `ТОО «${commit}»` }));
    safeAt.push(readFileSync(`${file}-wal`).length);
  }
  const log = readFileSync(`${file}-wal`);
  expect(readFileSync(file).equals(base)).toBe(true);
  college.app.close();

  const random = seededRandom('torn log');
  const copy = join(folder, 'torn.db');
  const whole = join(folder, 'whole.db');
  writeFileSync(whole, base);
  const wrong: string[] = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    const at = random.between(0, log.length - 1);
    const torn = random.chance(0.5);
    copyFileSync(whole, copy);
    const bytes = Buffer.from(torn ? log.subarray(0, at) : log);
    if (!torn) bytes.fill(random.between(0, 255), at, Math.min(at + 512, bytes.length));
    writeFileSync(`${copy}-wal`, bytes);
    rmSync(`${copy}-shm`, { force: true });
    const db = openDatabase({ file: copy, backUp: () => undefined });
    const names = db.column<string>("SELECT name_ru FROM firm WHERE name_ru <> 'ТОО «Бірінші»' ORDER BY rowid");
    const whatStands = Math.max(0, safeAt.filter(length => length <= at).length);
    const inOrder = names.every((name, index) => name === `ТОО «${index}»`);
    const wholeSteps = db.value<number>('SELECT count(*) FROM batch') === names.length + 1;
    // Bytes overwritten with what stood there before cost nothing.
    const kept = names.length >= whatStands && inOrder && wholeSteps && db.pragma('integrity_check') === 'ok';
    if (!kept) wrong.push(`${torn ? 'cut' : 'overwritten'} at ${at}: ${names.length} of ${whatStands}`);
    db.close();
  }
  rmSync(folder, { recursive: true, force: true });
  expect(wrong).toEqual([]);
}, 14_400_000);
