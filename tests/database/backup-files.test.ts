import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptFolder } from '#main/database/backup.ts';
import { filePath, keptHashes } from '#main/database/kept-files.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let folder: string;
let drive: string;
let college: World;
let firmId: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-files-'));
  drive = mkdtempSync(join(tmpdir(), 'seriktes-drive-'));
  college = world({ folder });
  firmId = (await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болашақ»' }))).id;
});
afterEach(() => {
  college.close();
  rmSync(drive, { recursive: true, force: true });
});

const attach = async (name: string, text: string): Promise<void> => {
  const bytes = new TextEncoder().encode(text);
  await college.call('attachments.paste', { entity: 'firm', entityId: firmId, name, bytes });
};
const hashes = (): string[] => college.app.db().column<string>('SELECT DISTINCT hash FROM attachment ORDER BY hash');
const kept = (): string => keptFolder(workspaceIn(folder).backupFolder);
const inData = (hash: string): string => filePath(workspaceIn(folder).fileFolder, hash);
const copies = (): string => join(drive, 'seriktes-backups');
const today = (): string => college.app.db().value<string>('SELECT max(at) FROM batch')?.slice(0, 10) ?? '';

test('a backup keeps every attached file once, however many backups need it', async () => {
  await attach('скан 1.pdf', 'один');
  await attach('скан 2.pdf', 'два');
  await college.call('backup.create', {});
  const first = Object.fromEntries(keptHashes(kept()).map(hash => [hash, statSync(filePath(kept(), hash)).ino]));
  await attach('скан 3.pdf', 'три');
  await college.call('backup.create', {});
  const second = Object.fromEntries(keptHashes(kept()).map(hash => [hash, statSync(filePath(kept(), hash)).ino]));
  expect(keptHashes(kept()).toSorted()).toEqual(hashes());
  expect(second).toMatchObject(first);
  expect((await college.call('backup.list', {})).backups.map(({ files, missing }) => [files, missing])).toEqual([
    [3, 0],
    [2, 0],
  ]);
});

test('a restore brings attached files back that the data folder has lost', async () => {
  await attach('скан.pdf', 'подпись');
  const { file } = await college.call('backup.create', {});
  const [hash = ''] = hashes();
  rmSync(inData(hash));
  const { missing } = await college.call('backup.restore', { file });
  expect([missing, readFileSync(inData(hash), 'utf8')]).toEqual([0, 'подпись']);
});

test('an attached file that was changed behind the program is not kept under the hash it no longer has', async () => {
  await attach('скан.pdf', 'подпись');
  const [hash = ''] = hashes();
  writeFileSync(inData(hash), 'ПОДПИСЬ');
  const made = await college.call('backup.create', {});
  expect([made.missing, keptHashes(kept())]).toEqual([1, []]);
});

test('the preview names the files that neither the copy nor the data folder has', async () => {
  await attach('скан.pdf', 'подпись');
  rmSync(inData(hashes()[0] ?? ''));
  const { file, missing } = await college.call('backup.create', {});
  const preview = await college.call('backup.compare', { file });
  const { missing: after } = await college.call('backup.restore', { file });
  expect([missing, preview.missingFiles, after]).toEqual([1, [{ name: 'скан.pdf', title: 'ТОО «Болашақ»' }], 1]);
});

test('files that no backup needs any more leave with the last backup that needed them', async () => {
  await attach('старый.pdf', 'старое');
  const old = await college.call('backup.create', {});
  const [attachment] = await college.call('attachments.list', { entity: 'firm', entityId: firmId });
  await college.call('attachments.remove', { id: attachment?.id ?? '', revision: attachment?.revision ?? 0 });
  await attach('новый.pdf', 'новое');
  await college.call('backup.create', {});
  const both = keptHashes(kept()).length;
  await college.call('backup.create', {});
  await college.call('backup.create', {});
  const left = (await college.call('backup.list', {})).backups.map(({ file }) => file);
  expect([both, left.includes(old.file), keptHashes(kept())]).toEqual([2, false, hashes()]);
});

test('the officer’s templates come back as they were, and undoing the restore puts the later ones back', async () => {
  const { templateFolder } = workspaceIn(folder);
  mkdirSync(templateFolder, { recursive: true });
  const template = join(templateFolder, 'reply-letter.ru.docx');
  writeFileSync(template, 'первая');
  const { file } = await college.call('backup.create', {});
  writeFileSync(template, 'вторая');
  writeFileSync(join(templateFolder, 'reply-letter.kk.docx'), 'жаңа');
  const { kept: before } = await college.call('backup.restore', { file });
  const restored = [readFileSync(template, 'utf8'), readdirSync(templateFolder)];
  await college.call('backup.restore', { file: before });
  expect([restored, readFileSync(template, 'utf8'), readdirSync(templateFolder).toSorted()]).toEqual([
    ['первая', ['reply-letter.ru.docx']],
    'вторая',
    ['reply-letter.kk.docx', 'reply-letter.ru.docx'],
  ]);
});

test('the preview counts what a restore changes, by kind of record, and says who worked since', async () => {
  const { file } = await college.call('backup.create', {});
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Кейінгі»' }));
  await college.call('firms.update', { id: firmId, revision: 0, patch: { city: 'Коктас' } });
  const { kinds, since, missingFiles, older } = await college.call('backup.compare', { file });
  expect({ kinds, since, missingFiles, older }).toEqual({
    kinds: [{ entity: 'firm', returning: 0, leaving: 1, changed: 1 }],
    since: [{ actor: 'Officer', steps: 2 }],
    missingFiles: [],
    older: false,
  });
});

test('a restore stands in the history with the backup it came from, and is no step of undo', async () => {
  const { file } = await college.call('backup.create', {});
  await college.call('backup.restore', { file });
  const [newest] = (await college.call('audit.list', { limit: 1 })).changes;
  const { undo } = await college.call('history.state', {});
  expect([newest?.label, newest?.kind, undo?.label.key]).toEqual([
    { key: 'backupRestored', params: { file } },
    'auto',
    'created',
  ]);
});

test('each backup is repeated in the second folder with its files, and only what is new is copied', async () => {
  await attach('скан.pdf', 'подпись');
  await college.call('backup.create', {});
  const { copy } = await college.call('backup.useFolder', { folder: drive });
  const [hash = ''] = hashes();
  const before = new Date('2020-01-01');
  utimesSync(filePath(keptFolder(copies()), hash), before, before);
  await college.call('backup.create', {});
  const { second } = await college.call('backup.list', {});
  expect({
    copy,
    present: second.present,
    files: second.backups.map(({ files, missing }) => [files, missing]),
    untouched: statSync(filePath(keptFolder(copies()), hash)).mtime,
  }).toEqual({
    copy: 'done',
    present: true,
    files: [
      [1, 0],
      [1, 0],
    ],
    untouched: before,
  });
});

test('going back to a time without the second folder does not end the copies on it', async () => {
  const { file } = await college.call('backup.create', {});
  await college.call('backup.useFolder', { folder: drive });
  await college.call('backup.restore', { file });
  expect((await college.call('settings.get', {})).backupFolder).toBe(drive);
});

test('a data file from elsewhere that names a second folder sends nothing there until the officer chooses it here', async () => {
  await college.call('backup.useFolder', { folder: drive });
  const { databaseFile } = workspaceIn(folder);
  college.app.close();
  const elsewhere = mkdtempSync(join(tmpdir(), 'seriktes-'));
  copyFileSync(databaseFile, workspaceIn(elsewhere).databaseFile);
  rmSync(drive, { recursive: true });
  mkdirSync(drive);
  const other = world({ folder: elsewhere });
  const made = await other.call('backup.create', {});
  const rehearsed = await other.call('backup.rehearse', { newest: 1 });
  const { second } = await other.call('backup.list', {});
  const sent = readdirSync(drive);
  const { copy } = await other.call('backup.useFolder', { folder: drive });
  other.close();
  expect([made.copy, rehearsed.ok, second.present, sent, copy]).toEqual(['absent', true, false, [], 'done']);
  college = world({ folder });
});

test('a restore from the second folder works when the data folder has no backup left', async () => {
  await attach('скан.pdf', 'подпись');
  await college.call('backup.useFolder', { folder: drive });
  const { file } = await college.call('backup.create', {});
  rmSync(workspaceIn(folder).backupFolder, { recursive: true });
  rmSync(inData(hashes()[0] ?? ''));
  const { missing } = await college.call('backup.restore', { source: 'copy', file });
  expect([missing, existsSync(inData(hashes()[0] ?? ''))]).toEqual([0, true]);
});

test('a drive that was pulled out is a calm answer and a line on Today; when it is back the copy follows', async () => {
  await college.call('backup.useFolder', { folder: drive });
  const away = `${drive}-away`;
  renameSync(drive, away);
  const made = await college.call('backup.create', {});
  const concerns = await college.call('backup.concerns', {});
  const refused = await college.attempt('backup.compare', { source: 'copy', file: made.file });
  renameSync(away, drive);
  const again = await college.call('backup.create', {});
  expect({
    copies: [made.copy, again.copy],
    concerns,
    refused,
    now: await college.call('backup.concerns', {}),
  }).toEqual({
    copies: ['absent', 'done'],
    concerns: [{ kind: 'copyAbsent', name: drive, at: null, urgent: true }],
    refused: { ok: false, error: { code: 'folderAbsent', params: { name: drive } } },
    now: [],
  });
});

test('a drive that stays away for longer than the reminder allows becomes urgent', async () => {
  await college.call('backup.useFolder', { folder: drive });
  await college.call('backup.create', {});
  const away = `${drive}-away`;
  renameSync(drive, away);
  const atFirst = await college.call('backup.concerns', {});
  college.app.close();
  college = world({ folder, today: '2025-12-05' });
  const later = await college.call('backup.concerns', {});
  renameSync(away, drive);
  expect([atFirst, later].map(list => list.map(({ kind, urgent }) => `${kind} ${urgent}`))).toEqual([
    ['copyAbsent false'],
    ['copyAbsent true'],
  ]);
});

test('a second folder without the right to write is refused when it is chosen', async () => {
  chmodSync(drive, 0o500);
  // An account that may write everywhere cannot do so among the kernel's own objects.
  const closed = process.getuid?.() === 0 ? '/sys/kernel' : drive;
  expect(await college.attempt('backup.useFolder', { folder: closed })).toMatchObject({ error: { code: 'noAccess' } });
});

test('a second folder that is missing, relative or inside the data folder is refused and the setting stays', async () => {
  const inside = join(folder, 'копии');
  mkdirSync(inside);
  const answers = [];
  // oxlint-disable-next-line no-await-in-loop -- one refusal after the other
  for (const chosen of [join(drive, 'нет'), 'копии', inside, folder])
    answers.push(await college.attempt('backup.useFolder', { folder: chosen }));
  expect(answers.map(answer => (answer.ok ? 'taken' : answer.error.code))).toEqual([
    'folderAbsent',
    'folderAbsent',
    'folderInside',
    'folderInside',
  ]);
  expect((await college.call('settings.get', {})).backupFolder).toBe('');
});

test('the choice of a second folder can be undone', async () => {
  await college.call('backup.useFolder', { folder: drive });
  await college.call('history.undo', {});
  expect((await college.call('settings.get', {})).backupFolder).toBe('');
});

test('a clock that was moved back is told, costs no backup, and the new backup stays', async () => {
  for (let day = 1; day <= 4; day++) await college.call('backup.create', {});
  college.app.close();
  college = world({ folder, today: '2024-11-20' });
  const made = await college.call('backup.create', {});
  const files = (await college.call('backup.list', {})).backups.map(({ file }) => file);
  const concerns = await college.call('backup.concerns', {});
  expect([files.includes(made.file), concerns.map(({ kind, urgent }) => [kind, urgent])]).toEqual([
    true,
    [
      ['clockBack', true],
      ['copyOff', false],
    ],
  ]);
});

test('without a second folder there is a hint, not an alarm, and an empty college has none', async () => {
  const empty = world();
  const none = await empty.call('backup.concerns', {});
  empty.close();
  expect([none, await college.call('backup.concerns', {})]).toEqual([
    [],
    [{ kind: 'copyOff', name: '', at: null, urgent: false }],
  ]);
  expect(today()).toBe('2025-11-20');
});

test('a data file that has gone while its backups are there is not replaced by an empty one', async () => {
  await college.call('backup.create', {});
  college.app.close();
  const { databaseFile } = workspaceIn(folder);
  renameSync(databaseFile, join(drive, 'moved.db'));
  let refused: unknown;
  try {
    world({ folder });
  } catch (error) {
    refused = error;
  }
  const begun = existsSync(databaseFile);
  renameSync(join(drive, 'moved.db'), databaseFile);
  college = world({ folder });
  expect([refused, begun]).toMatchObject([{ code: 'databaseMissing' }, false]);
});

test('the rehearsal opens every backup and answers for its database, its references and its files', async () => {
  await attach('скан.pdf', 'подпись');
  await college.call('backup.useFolder', { folder: drive });
  await college.call('backup.create', {});
  const { ok, backups, report } = await college.call('backup.rehearse', {});
  expect(ok).toBe(true);
  expect(backups.map(({ source, checks }) => [source, checks.map(({ name, ok: fine }) => `${name} ${fine}`)])).toEqual(
    ['own', 'copy'].map(source => [
      source,
      ['checksum true', 'integrity true', 'schema true', 'references true', 'files true', 'templates true'],
    ]),
  );
  expect(readFileSync(report ?? '', 'utf8')).toContain('Все проверенные копии исправны.');
});

test.each([
  ['a byte in the database', 'checksum', (path: string) => flip(path)],
  ['a database cut in half', 'integrity', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 9000))],
])('the rehearsal finds %s', async (_what, name, damage) => {
  const { file } = await college.call('backup.create', {});
  damage(join(workspaceIn(folder).backupFolder, file));
  const { ok, backups } = await college.call('backup.rehearse', {});
  expect([ok, backups[0]?.checks.filter(check => !check.ok).map(check => check.name)]).toEqual([
    false,
    expect.arrayContaining([name]),
  ]);
});

/** Changes one byte in the free space of the last page: SQLite itself does not notice. */
function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = bytes.length - 600;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
}

test('the rehearsal names an attached file that was lost or changed in the backup', async () => {
  await attach('цел.pdf', 'целый');
  await attach('нет.pdf', 'пропавший');
  await attach('иной.pdf', 'изменённый');
  await college.call('backup.create', {});
  const hashOf = (name: string): string =>
    college.app.db().value<string>('SELECT hash FROM attachment WHERE name = ?', name) ?? '';
  rmSync(filePath(kept(), hashOf('нет.pdf')));
  const changed = filePath(kept(), hashOf('иной.pdf'));
  const bytes = readFileSync(changed);
  writeFileSync(changed, bytes.toReversed());
  const { ok, backups } = await college.call('backup.rehearse', {});
  expect([ok, backups[0]?.checks.find(check => check.name === 'files')]).toEqual([
    false,
    { name: 'files', ok: false, count: 3, found: ['иной.pdf', 'нет.pdf'] },
  ]);
});

test('the rehearsal leaves the data and the folder as they were', async () => {
  await college.call('backup.create', {});
  const before = [college.app.db().value('SELECT max(seq) FROM batch'), readdirSync(folder).toSorted()];
  await college.call('backup.rehearse', {});
  const after = readdirSync(folder).filter(name => name !== 'reports');
  expect([college.app.db().value('SELECT max(seq) FROM batch'), after.toSorted()]).toEqual(before);
});

test('what a look at a copy left behind when the program ended is cleared at the next start', async () => {
  for (const name of ['checking-abc', 'opened-archive.building']) mkdirSync(join(folder, name));
  college.app.close();
  college = world({ folder });
  expect(readdirSync(folder).filter(name => name.startsWith('checking') || name.endsWith('.building'))).toEqual([]);
});

test('a backup with a trigger of its own is not restored', async () => {
  const { file } = await college.call('backup.create', {});
  const db = new Database(join(workspaceIn(folder).backupFolder, file));
  db.exec('CREATE TRIGGER foreign_one AFTER INSERT ON firm BEGIN DELETE FROM contact; END');
  db.close();
  expect(await college.attempt('backup.compare', { file })).toMatchObject({ error: { code: 'archiveForeign' } });
  expect(await college.attempt('backup.restore', { file })).toMatchObject({ error: { code: 'archiveForeign' } });
});

test('a backup of a newer program is not restored', async () => {
  const { file } = await college.call('backup.create', {});
  const db = new Database(join(workspaceIn(folder).backupFolder, file));
  db.pragma('user_version = 999');
  db.close();
  expect(await college.attempt('backup.restore', { file })).toMatchObject({ error: { code: 'databaseNewer' } });
  expect((await college.call('firms.list', {})).total).toBe(1);
});
