import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { filesHolding, password } from '#tests/support/protected.ts';
import { type World, world } from '#tests/support/world.ts';

const secrets = ['Тайная фирма', 'тайная фирма', 'attached secret'];
const worlds: World[] = [];
const open = (options: Parameters<typeof world>[0] = {}): World => {
  const made = world(options);
  worlds.push(made);
  return made;
};
const folders: string[] = [];
const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-'));
  folders.push(folder);
  return folder;
};

afterEach(() => {
  for (const one of worlds.splice(0)) one.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A college with a firm, an attached file and backups, one of them on a drive. */
async function filled(): Promise<{ readonly college: World; readonly drive: string; readonly firmId: string }> {
  const college = open();
  const drive = temporary();
  const { id } = await college.call('firms.create', aFirm({ nameRu: 'Тайная фирма' }));
  await college.call('attachments.paste', {
    entity: 'firm',
    entityId: id,
    name: 'note.txt',
    bytes: Buffer.from('attached secret'),
  });
  await college.call('backup.useFolder', { folder: drive });
  await college.call('backup.create', {});
  return { college, drive, firmId: id };
}

const names = async (college: World): Promise<readonly string[]> =>
  (await college.call('firms.list', { limit: 10 })).rows.map(row => row.nameRu);

describe('a college with a password', () => {
  test('leaves nothing readable in its folder nor on the drive, and opens with the password only', async () => {
    const { college, drive } = await filled();
    expect(filesHolding(college.folder, secrets)).not.toEqual([]);
    await college.call('protection.turnOn', { password });
    expect(filesHolding(college.folder, secrets)).toEqual([]);
    expect(filesHolding(drive, secrets)).toEqual([]);
    // The drive alone must be enough: its copies open with the keys that lie beside them.
    expect(readdirSync(join(drive, 'seriktes-backups'))).toContain('keys.json');
    expect(await names(college)).toEqual(['Тайная фирма']);
    expect((await college.call('attachments.check', {})).problems).toEqual([]);
    expect((await college.call('backup.rehearse', { newest: 5 })).ok).toBe(true);

    const again = college.reopen();
    worlds.push(again);
    expect(await again.attempt('firms.list', {})).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await again.attempt('protection.unlock', { password: 'something else' })).toMatchObject({
      ok: false,
      error: { code: 'wrongPassword' },
    });
    await again.call('protection.unlock', { password });
    expect(await names(again)).toEqual(['Тайная фирма']);
  }, 14_400_000);

  test('is locked and opened again, also by the recovery code, and a changed password rewrites no data', async () => {
    const { college } = await filled();
    const { code } = await college.call('protection.turnOn', { password });
    const { databaseFile } = workspaceIn(college.folder);
    await college.call('protection.lock', {});
    expect(existsSync(`${databaseFile}-wal`)).toBe(false);
    expect((await college.call('protection.state', {})).state).toBe('locked');
    expect(() => college.app.db()).toThrow('locked');
    await college.call('protection.unlock', {
      code: ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`,
    });
    await college.call('protection.lock', {});
    const before = readFileSync(databaseFile);
    await college.call('protection.unlock', { password });
    await college.call('protection.changePassword', { code, next: 'another password' });
    await college.call('protection.lock', {});
    expect(readFileSync(databaseFile).equals(before)).toBe(true);
    expect(await college.attempt('protection.unlock', { password })).toMatchObject({ ok: false });
    await college.call('protection.unlock', { password: 'another password' });
    const renewed = await college.call('protection.renewCode', { password: 'another password' });
    await college.call('protection.lock', {});
    expect(await college.attempt('protection.unlock', { code })).toMatchObject({ ok: false });
    await college.call('protection.unlock', { code: renewed.code });
  }, 14_400_000);

  test('is a plain one again when the password is taken away, with its files and backups', async () => {
    const { college, drive } = await filled();
    await college.call('protection.turnOn', { password });
    expect(await college.attempt('protection.turnOff', { password: 'wrong one' })).toMatchObject({ ok: false });
    await college.call('protection.turnOff', { password });
    expect((await college.call('protection.state', {})).state).toBe('off');
    expect(readdirSync(college.folder)).not.toContain('keys.json');
    const again = college.reopen();
    worlds.push(again);
    expect(await names(again)).toEqual(['Тайная фирма']);
    expect((await again.call('attachments.check', {})).problems).toEqual([]);
    expect((await again.call('backup.rehearse', { newest: 5 })).ok).toBe(true);
    expect(filesHolding(drive, secrets)).not.toEqual([]);
  }, 14_400_000);

  test('restores a backup from before the password under the password', async () => {
    const { college } = await filled();
    const old = temporary();
    const { backupFolder } = workspaceIn(college.folder);
    for (const name of readdirSync(backupFolder).filter(one => one.includes('manual')))
      copyFileSync(join(backupFolder, name), join(old, name));
    await college.call('protection.turnOn', { password });
    for (const name of readdirSync(old)) copyFileSync(join(old, name), join(backupFolder, name));
    const { backups } = await college.call('backup.list', {});
    const file = backups.find(backup => backup.reason === 'manual')?.file ?? '';
    await college.call('firms.create', aFirm({ nameRu: 'Позже' }));
    expect((await college.call('backup.compare', { file })).kinds).toMatchObject([{ entity: 'firm', leaving: 1 }]);
    await college.call('backup.restore', { file });
    expect(await names(college)).toEqual(['Тайная фирма']);
    expect(readFileSync(workspaceIn(college.folder).databaseFile).includes('Тайная фирма')).toBe(false);
  }, 14_400_000);

  test('saves archives that open elsewhere with the password, also in a college with one of its own', async () => {
    const { college } = await filled();
    await college.call('protection.turnOn', { password });
    const out = temporary();
    const { path } = await college.call('archives.save', { folder: out });
    expect(filesHolding(out, secrets)).toEqual([]);
    for (const own of [undefined, 'their own password']) {
      const other = open();
      if (own !== undefined) await other.call('protection.turnOn', { password: own });
      expect(await other.attempt('archives.open', { path })).toMatchObject({ error: { code: 'archiveLocked' } });
      expect(await other.attempt('archives.open', { path, password: 'wrong one' })).toMatchObject({
        error: { code: 'wrongPassword' },
      });
      const opened = await other.call('archives.open', { path, password });
      expect(opened.counts.find(({ entity }) => entity === 'firm')?.count).toBe(1);
      if (own !== undefined) expect(filesHolding(other.folder, secrets)).toEqual([]);
      await other.call('backup.restore', { source: 'archive', file: opened.file });
      expect(await names(other)).toEqual(['Тайная фирма']);
      expect((await other.call('attachments.check', {})).problems).toEqual([]);
    }
  }, 14_400_000);

  test('opens after its keys are lost or damaged, from the copy beside the backups', async () => {
    const { college } = await filled();
    await college.call('protection.turnOn', { password });
    writeFileSync(join(college.folder, 'keys.json'), '{');
    const again = college.reopen();
    worlds.push(again);
    await again.call('protection.unlock', { password });
    expect(await names(again)).toEqual(['Тайная фирма']);
  }, 14_400_000);

  test('imports in its own thread', async () => {
    const college = open();
    await college.call('protection.turnOn', { password });
    const folder = temporary();
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'firms.csv');
    writeFileSync(path, 'БИН;Наименование организации\n980540000397;ТОО Алма\n');
    const preview = await college.call('importing.preview', { source: { path } });
    await college.call('importing.commit', { previewId: preview.previewId });
    expect(await names(college)).toHaveLength(1);
    await college.call('protection.lock', {});
    await college.call('protection.unlock', { password });
    expect(await names(college)).toHaveLength(1);
  }, 14_400_000);

  test('answers a wrong password later each time', async () => {
    const waits: number[] = [];
    const college = open({ pause: async milliseconds => void waits.push(milliseconds) });
    await college.call('protection.turnOn', { password });
    await college.call('protection.lock', {});
    // oxlint-disable-next-line no-await-in-loop -- one attempt after the other is what is tried
    for (const wrong of ['one', 'two', 'three', 'four'])
      await college.attempt('protection.unlock', { password: wrong });
    expect(waits).toEqual([500, 1000, 2000]);
  }, 14_400_000);
});
