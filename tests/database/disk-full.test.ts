import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { halvesIn, smallVolume } from '#tests/support/small-volume.ts';
import { type World, world } from '#tests/support/world.ts';

const volume = smallVolume();
const { mounted } = volume;

/** A college with 600 kB of attached files, closed, to be copied for each try. */
const prepared = mkdtempSync(join(tmpdir(), 'seriktes-prepared-'));
beforeAll(async () => {
  const college = world({ folder: prepared });
  const firm = await college.call('firms.create', aFirm());
  for (let file = 0; file < 6; file++) {
    const bytes = new Uint8Array(100_000).fill(65 + file);
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    await college.call('attachments.paste', { entity: 'firm', entityId: firm.id, name: `${file}.txt`, bytes });
  }
  college.app.close();
});
afterAll(() => {
  volume.unmount();
  rmSync(prepared, { recursive: true, force: true });
});
beforeEach(volume.empty);

/** Kilobytes free, from none to enough, so that the disk is full at another write each time. */
const rooms = [
  0, 8, 40, 90, 110, 200, 330, 420, 560, 700, 900, 1100, 1300, 1450, 1550, 1650, 1750, 1850, 2050, 2250, 3000, 20_000,
];

test.skipIf(!mounted)(
  'a second drive that is full at any write keeps no half file, and the backup itself counts',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seriktes-full-'));
    cpSync(prepared, folder, { recursive: true });
    const college = world({ folder });
    const stick = join(volume.folder, 'stick');
    const states: string[] = [];
    for (const kilobytes of rooms.filter((_room, index) => index % 2 === 0)) {
      rmSync(stick, { recursive: true, force: true });
      volume.free();
      mkdirSync(stick);
      // oxlint-disable-next-line no-await-in-loop -- the drive is chosen while it has room
      await college.call('backup.useFolder', { folder: stick }).catch(() => undefined);
      rmSync(join(stick, 'seriktes-backups'), { recursive: true, force: true });
      volume.leave(kilobytes);
      // oxlint-disable-next-line no-await-in-loop -- see above
      const made = await college.call('backup.create', {});
      states.push(made.copy);
      expect(halvesIn(stick)).toEqual([]);
      expect(existsSync(join(workspaceIn(folder).backupFolder, made.file))).toBe(true);
      // oxlint-disable-next-line no-await-in-loop -- see above
      const concerns = (await college.call('backup.concerns', {})).map(({ kind }) => kind);
      expect(concerns).toEqual(made.copy === 'done' ? [] : ['copyFailed']);
    }
    expect(new Set(states)).toEqual(new Set(['full', 'done']));
    college.close();
  },
  14_400_000,
);

test.skipIf(!mounted)(
  'a data folder that is full at any write of a backup or restore loses nothing and keeps no half file',
  async () => {
    const found: string[] = [];
    for (const kilobytes of rooms) {
      // A folder of its own each time: what the one before does in the background ends there.
      rmSync(join(volume.folder, `data ${found.length - 1}`), { recursive: true, force: true });
      const folder = join(volume.folder, `data ${found.length}`);
      volume.free();
      cpSync(prepared, folder, { recursive: true });
      const college: World = world({ folder });
      volume.leave(kilobytes);
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      const made = await college.attempt('backup.create', {});
      if (made.ok) {
        // oxlint-disable-next-line no-await-in-loop -- see above
        const restored = await college.attempt('backup.restore', { file: made.value.file });
        found.push(restored.ok ? 'restored' : `restore ${restored.error.code}`);
      } else found.push(`backup ${made.error.code}`);
      expect(halvesIn(folder)).toEqual([]);
      // oxlint-disable-next-line no-await-in-loop -- see above
      expect((await college.call('firms.list', {})).total).toBe(1);
      // oxlint-disable-next-line no-await-in-loop -- see above
      expect((await college.call('attachments.check', {})).problems).toEqual([]);
      expect(college.app.db().pragma('integrity_check')).toBe('ok');
      college.app.close();
      volume.free();
      const again = world({ folder });
      // oxlint-disable-next-line no-await-in-loop -- see above
      expect((await again.call('firms.list', {})).total).toBe(1);
      again.app.close();
    }
    expect([...new Set(found)].toSorted()).toEqual(['backup diskFull', 'restore diskFull', 'restored']);
  },
  14_400_000,
);

test.skipIf(!mounted)(
  'an archive that does not fit leaves no file, and says that the disk is full',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seriktes-full-'));
    cpSync(prepared, folder, { recursive: true });
    const college = world({ folder });
    const codes: string[] = [];
    for (const kilobytes of [0, 50, 150, 400, 600, 2400]) {
      volume.free();
      volume.leave(kilobytes);
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      const saved = await college.attempt('archives.save', { folder: volume.folder });
      codes.push(saved.ok ? 'saved' : saved.error.code);
      expect(halvesIn(volume.folder)).toEqual([]);
      for (const name of readdirSync(volume.folder)) if (name.endsWith('.seriktes')) rmSync(join(volume.folder, name));
    }
    expect([new Set(codes), codes.at(-1)]).toEqual([new Set(['diskFull', 'saved']), 'saved']);
    college.close();
  },
  14_400_000,
);
