import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { isSpotless } from '#tests/support/checked.ts';
import { smallCollege } from '#tests/support/small-college.ts';
import { halvesIn, smallVolume } from '#tests/support/small-volume.ts';
import { type World, world } from '#tests/support/world.ts';

const volume = smallVolume();
afterAll(volume.unmount);
beforeEach(volume.empty);

/** A page of the log and of the volume: with one more free each time, another write is the first that fails. */
const pageKilobytes = 4;
const everyPage = process.env['SERIKTES_SOAK'] === '1';

/** Tries with more and more room until there is enough; gives what each try before has said. */
async function untilItFits(
  college: World,
  stepKilobytes: number,
  attempt: () => Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>,
  afterwards: () => Promise<void>,
): Promise<readonly string[]> {
  const said: string[] = [];
  for (let room = 0; room < 8_000; room += stepKilobytes) {
    volume.free();
    college.app.db().pragma('wal_checkpoint(TRUNCATE)'); // so that each write needs room of its own
    volume.leave(room);
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    const result = await attempt();
    if (result.ok) return said;
    said.push(result.error?.code ?? '');
    if (result.error?.code !== 'diskFull') return said;
    volume.free();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await afterwards();
  }
  throw new Error('it never fits');
}

const firmsOf = (college: World): number => college.app.db().value<number>('SELECT count(*) FROM firm') ?? 0;

test.skipIf(!volume.mounted)(
  'a save for which the disk is full at any write changes nothing, says so, and works when there is room',
  async () => {
    const college = world({ folder: join(volume.folder, 'data') });
    await smallCollege(college);
    const before = firmsOf(college);
    const notes = 'ұзақ жазба '.repeat(300);
    const states = new Set<string>();
    const said = await untilItFits(
      college,
      pageKilobytes,
      () => college.attempt('firms.create', aFirm({ nameRu: 'ТОО «Сыяды»', notes })),
      async () => void states.add(`${firmsOf(college) - before} ${String(await isSpotless(college.app.db()))}`),
    );
    expect([said.length > 10, [...new Set(said)], [...states]]).toEqual([true, ['diskFull'], ['0 true']]);
    volume.free();
    const again = college.reopen();
    expect([firmsOf(again), await isSpotless(again.app.db())]).toEqual([before + 1, true]);
    again.app.close();
  },
  14_400_000,
);

test.skipIf(!volume.mounted)(
  'an import for which the disk is full at any write, its backup included, brings no row, and the same preview works when there is room',
  async () => {
    const folder = join(volume.folder, 'data');
    const college = world({ folder });
    await smallCollege(college);
    const before = firmsOf(college);
    const rows = 300;
    const lines = Array.from({ length: rows }, (_, row) => `ТОО «Толы диск ${row}»;Темиртау`);
    const text = ['Предприятие;Город', ...lines].join('\r\n');
    const { previewId } = await college.call('importing.preview', { source: { name: 'firms.csv', text } });
    const states = new Set<string>();
    const said = await untilItFits(
      college,
      everyPage ? pageKilobytes : 48,
      () => college.attempt('importing.commit', { previewId }),
      async () => {
        states.add(
          `${firmsOf(college) - before} ${halvesIn(folder).length} ${String(await isSpotless(college.app.db()))}`,
        );
        rmSync(workspaceIn(folder).backupFolder, { recursive: true, force: true }); // each try begins with the same room
      },
    );
    expect([said.length > 10, [...new Set(said)], [...states]]).toEqual([true, ['diskFull'], ['0 0 true']]);
    volume.free();
    const again = college.reopen();
    expect([firmsOf(again) - before, await isSpotless(again.app.db())]).toEqual([rows, true]);
    again.app.close();
  },
  14_400_000,
);
