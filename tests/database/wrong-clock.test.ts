import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inOrderMade, listBackups, newestSoundBackup } from '#main/database/backup.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { world } from '#tests/support/world.ts';

let folder: string;
let drive: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-clock-'));
  drive = mkdtempSync(join(tmpdir(), 'seriktes-drive-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(drive, { recursive: true, force: true });
});

/** A firm and a backup on a day the clock shows; gives the name of the backup. */
async function workOn(today: string): Promise<string> {
  const college = world({ folder, today });
  await college.call('firms.create', aFirm({ nameRu: `ТОО «${today}»`, bin: null }));
  const { file, copy } = await college.call('backup.create', {});
  const concerns = (await college.call('backup.concerns', {})).map(({ kind }) => kind);
  college.app.close();
  expect([copy, concerns.includes('backupLate')]).toEqual(['done', false]);
  return file;
}

test.each([
  ['a year ahead for a day', ['2025-11-18', '2026-11-19', '2025-11-20', '2025-11-21']],
  ['a year behind, and right again', ['2025-11-18', '2024-11-19', '2024-11-20', '2025-11-21']],
  ['far behind and far ahead', ['2025-11-18', '1999-01-01', '2038-01-19', '2025-11-21']],
])(
  'a clock that was %s costs no backup its place: the last made is copied, checked and offered',
  async (_what, days) => {
    const { backupFolder } = workspaceIn(folder);
    const first = world({ folder, today: '2025-11-17' });
    await first.call('backup.useFolder', { folder: drive });
    first.app.close();
    const made: string[] = [];
    for (const today of days) {
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      made.push(await workOn(today));
      const now = `${today}T23:00:00.000Z`;
      expect(inOrderMade(backupFolder, now)[0]?.file).toBe(made.at(-1));
      expect(newestSoundBackup(backupFolder, now)?.file).toBe(made.at(-1));
      expect(listBackups(join(drive, 'seriktes-backups')).map(({ file }) => file)).toContain(made.at(-1));
    }
    // Whatever their dates say, the last three that were made are still there.
    const kept = listBackups(backupFolder).map(({ file }) => file);
    expect(made.slice(-3).filter(file => !kept.includes(file))).toEqual([]);
  },
);

test('a step that lies ahead is told of for the first days, and no more when work has gone on for three', async () => {
  const isTold: boolean[] = [];
  for (const today of ['2026-11-19', '2025-11-20', '2025-11-21', '2025-11-22', '2025-11-23']) {
    const college = world({ folder, today });
    // oxlint-disable-next-line no-await-in-loop -- one day after the other
    await college.call('firms.create', aFirm({ nameRu: `ТОО «${today}»`, bin: null }));
    // oxlint-disable-next-line no-await-in-loop -- see above
    isTold.push((await college.call('backup.concerns', {})).some(({ kind }) => kind === 'clockBack'));
    college.app.close();
  }
  expect(isTold).toEqual([false, true, true, false, false]);
});
