import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { isSound, listBackups, readManifest } from '#main/database/backup.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aVictim, lives } from '#tests/support/kills.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { smallCollege } from '#tests/support/small-college.ts';
import { world } from '#tests/support/world.ts';

const victim = aVictim('backup-until-killed');
afterAll(victim.remove);

const rounds = Number(process.env['SERIKTES_BACKUP_KILLS'] ?? 28);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-backup-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every backup that has its name must be whole, whether the program got to say so or not. */
function brokenBackups(): readonly string[] {
  const { backupFolder } = workspaceIn(folder);
  return listBackups(backupFolder)
    .map(({ file }) => file)
    .filter(file => {
      const sha256 = createHash('sha256')
        .update(readFileSync(join(backupFolder, file)))
        .digest('hex');
      return !isSound(join(backupFolder, file)) || readManifest(backupFolder, file)?.database.sha256 !== sha256;
    });
}

test('a program killed in the middle of backups leaves whole backups only, loses nothing, and the next backup works', async () => {
  const first = world({ folder });
  await smallCollege(first, 3);
  first.app.close();
  const random = seededRandom('backup kill');
  const { backupFolder } = workspaceIn(folder);
  const pace = await victim.pace([folder, 999_000]);
  let said = 0;
  let killed = 0;
  for (const round of lives('kills of backups', rounds)) {
    const given = [folder, round * 1000];
    // oxlint-disable-next-line no-await-in-loop -- one life after the other
    const made = await victim.killAfter(given, random.between(0, Math.ceil(pace)));
    said += made.length;
    const lost = made.slice(-1).filter(file => !listBackups(backupFolder).some(backup => backup.file === file));
    expect([brokenBackups(), lost]).toEqual([[], []]);
    killed += 1;
  }
  const college = world({ folder });
  const { file } = await college.call('backup.create', {});
  const rehearsal = await college.call('backup.rehearse', { newest: 3 });
  const firms = college.app.db().value<number>("SELECT count(*) FROM firm WHERE name_ru LIKE 'ТОО «Көшірме%'") ?? 0;
  const verdict = await college.call('history.verify', {});
  college.app.close();
  expect({
    listed: listBackups(backupFolder).some(backup => backup.file === file),
    rehearsed: rehearsal.ok,
    kept: firms >= said,
    sound: verdict.flaw === null && verdict.problemCount === 0,
    left: readdirSync(backupFolder).filter(name => name.endsWith('.part')),
  }).toEqual({ listed: true, rehearsed: true, kept: true, sound: true, left: [] });
  expect(said).toBeGreaterThanOrEqual(killed);
}, 14_400_000);
