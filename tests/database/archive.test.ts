import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import JSZip from 'jszip';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withZip } from '#main/documents/zip-reader.ts';
import { writeZip } from '#main/documents/zip-writer.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let other: World;
let outside: string;
beforeEach(async () => {
  outside = mkdtempSync(join(tmpdir(), 'seriktes-archive-'));
  college = world();
  other = world({ actor: 'Colleague' });
  await college.call('settings.update', { collegeRu: 'Коктасский колледж' });
  const firm = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болашақ»' }));
  const bytes = new TextEncoder().encode('подпись');
  await college.call('attachments.paste', { entity: 'firm', entityId: firm.id, name: 'скан.pdf', bytes });
});
afterEach(() => {
  college.close();
  other.close();
  rmSync(outside, { recursive: true, force: true });
});

const save = async (): Promise<string> => (await college.call('archives.save', { folder: outside })).path;
const open = (path: string) => other.attempt('archives.open', { path });

test('an archive names what it holds, opens on another computer and takes the place of its data', async () => {
  const path = await save();
  const opened = await other.call('archives.open', { path });
  const preview = await other.call('backup.compare', { source: 'archive', file: opened.file });
  await other.call('backup.restore', { source: 'archive', file: opened.file });
  const firm = (await other.call('firms.list', {})).rows[0];
  const [file] = await other.call('attachments.list', { entity: 'firm', entityId: firm?.id ?? '' });
  expect({
    opened: { ...opened, file: '', createdAt: '', counts: opened.counts.slice(0, 1) },
    returning: preview.kinds.filter(kind => kind.entity === 'firm' || kind.entity === 'attachment'),
    file: [file?.name, file?.present],
    problems: (await other.call('attachments.check', {})).problems,
  }).toEqual({
    opened: {
      name: 'Коктасский колледж 2025-11-20.seriktes',
      file: '',
      createdAt: '',
      program: 'test',
      college: 'Коктасский колледж',
      files: 1,
      missing: 0,
      counts: [{ entity: 'firm', count: 1 }],
    },
    returning: [
      { entity: 'firm', returning: 1, leaving: 0, changed: 0 },
      { entity: 'attachment', returning: 1, leaving: 0, changed: 0 },
    ],
    file: ['скан.pdf', true],
    problems: [],
  });
});

test('an archive is a zip any program can read, its manifest first, with a checksum for every entry', async () => {
  const zip = await JSZip.loadAsync(readFileSync(await save()));
  const names = Object.keys(zip.files);
  const manifest = JSON.parse((await zip.file('manifest.json')?.async('string')) ?? '') as Record<string, unknown>;
  expect([names[0], names[1], names.length, manifest['format'], manifest['version']]).toEqual([
    'manifest.json',
    'database.db',
    3,
    'seriktes-archive',
    1,
  ]);
});

test('a second archive of a day does not take the place of the first, and nothing half-made is left', async () => {
  await save();
  await save();
  expect(readdirSync(outside).toSorted()).toEqual([
    'Коктасский колледж 2025-11-20 (2).seriktes',
    'Коктасский колледж 2025-11-20.seriktes',
  ]);
});

test('an attached file that is missing is counted, and the archive is whole without it', async () => {
  rmSync(workspaceIn(college.folder).fileFolder, { recursive: true });
  const { missing, path } = await college.call('archives.save', { folder: outside });
  const opened = await other.call('archives.open', { path });
  const { missingFiles } = await other.call('backup.compare', { source: 'archive', file: opened.file });
  expect([missing, opened.missing, missingFiles]).toEqual([1, 1, [{ name: 'скан.pdf', title: 'ТОО «Болашақ»' }]]);
});

test('closing an opened archive leaves nothing of it', async () => {
  await other.call('archives.open', { path: await save() });
  const during = existsSync(join(other.folder, 'opened-archive'));
  await other.call('archives.close', {});
  expect([during, existsSync(join(other.folder, 'opened-archive')), await other.call('archives.opened', {})]).toEqual([
    true,
    false,
    null,
  ]);
});

test('the database file of another data folder opens too, with the files beside it', async () => {
  const { databaseFile } = workspaceIn(college.folder);
  const opened = await other.call('archives.open', { path: databaseFile });
  expect([opened.files, opened.missing, opened.college]).toEqual([1, 0, 'Коктасский колледж']);
});

type Change = (zip: JSZip) => Promise<void> | void;
const manifestOf = async (zip: JSZip): Promise<Record<string, unknown>> =>
  JSON.parse((await zip.file('manifest.json')?.async('string')) ?? '{}') as Record<string, unknown>;
const remade = async (change: Change): Promise<string> => {
  const zip = await JSZip.loadAsync(readFileSync(await save()));
  await change(zip);
  const path = join(outside, 'чужой.seriktes');
  writeFileSync(path, await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX', compression: 'DEFLATE' }));
  return path;
};

const withTemplate =
  (name: string): Change =>
  async zip => {
    const templates = [{ name, hash: 'a'.repeat(64), bytes: 1 }];
    zip.file('manifest.json', JSON.stringify({ ...(await manifestOf(zip)), templates }));
  };

test.each<[string, string, Change]>([
  ['an entry that climbs out of its folder', 'archiveForeign', zip => void zip.file('../evil.txt', 'x')],
  ['an absolute entry', 'archiveForeign', zip => void zip.file('/etc/evil', 'x')],
  ['an entry with backslashes', 'archiveForeign', zip => void zip.file('files\\..\\evil', 'x')],
  ['an entry the manifest does not name', 'archiveForeign', zip => void zip.file('run.exe', 'MZ')],
  ['a link', 'archiveForeign', zip => void zip.file('templates/a.docx', '/etc/passwd', { unixPermissions: 0o120777 })],
  [
    'a newer format',
    'archiveNewer',
    async zip => void zip.file('manifest.json', JSON.stringify({ ...(await manifestOf(zip)), version: 3 })),
  ],
  ['no manifest', 'archiveForeign', zip => void zip.remove('manifest.json')],
  ['a manifest of something else', 'archiveForeign', zip => void zip.file('manifest.json', '{"format":"other"}')],
  ['a manifest that is no JSON', 'archiveBroken', zip => void zip.file('manifest.json', '{"format":')],
  ['a template whose name is a path', 'archiveBroken', withTemplate('../x.docx')],
  ['a template whose name is encoded', 'archiveBroken', withTemplate('..%2fx.docx')],
  ['a template named like a device', 'archiveBroken', withTemplate('con.docx')],
  ['a template whose name is written backwards', 'archiveBroken', withTemplate('x\u202excod.exe')],
  [
    'a day that is a path',
    'archiveBroken',
    async zip =>
      void zip.file(
        'manifest.json',
        JSON.stringify({ ...(await manifestOf(zip)), createdAt: '2025-01-01T00:00:00Z/../../x' }),
      ),
  ],
  [
    'keys that would take hours to try',
    'archiveBroken',
    async zip =>
      void zip.file(
        'manifest.json',
        JSON.stringify({
          ...(await manifestOf(zip)),
          version: 2,
          keys: { derivation: { name: 'scrypt', N: 2 ** 40 } },
        }),
      ),
  ],
  [
    'an attached file that is another',
    'archiveBroken',
    zip => {
      const name = Object.keys(zip.files).find(entry => /^files\/.{2}\/./u.test(entry)) ?? '';
      zip.file(name, 'ПОДПИСЬ', { createFolders: false });
    },
  ],
  ['a database that is another', 'archiveBroken', zip => void zip.file('database.db', 'SQLite format 3')],
  [
    'a missing attached file',
    'archiveBroken',
    zip => {
      for (const name of Object.keys(zip.files)) if (name.startsWith('files/')) zip.remove(name);
    },
  ],
])('an archive with %s is refused', async (_what, code, change) => {
  const before = readdirSync(other.folder).toSorted();
  const answer = await open(await remade(change));
  expect([answer.ok ? 'opened' : answer.error, readdirSync(other.folder).toSorted()]).toEqual([
    { code, params: { name: 'чужой.seriktes' } },
    before,
  ]);
});

test.each([0, 1, 100, 0.3, 0.7, 0.98])('an archive cut at %s is refused', async part => {
  const path = await save();
  const { length } = readFileSync(path);
  truncateSync(path, part < 1 ? Math.floor(length * part) : part);
  const answer = await open(path);
  expect(answer.ok ? 'opened' : answer.error.code).toMatch(/^archive(?:Broken|Foreign)$/u);
});

test('a flipped bit anywhere in an archive is found, or changes nothing that is used', async () => {
  const path = await save();
  const whole = readFileSync(path);
  const { file: original } = await other.call('archives.open', { path });
  const accepted: number[] = [];
  for (let round = 0; round < 60; round++) {
    const at = Math.floor((whole.length * (round + 0.5)) / 60);
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (round % 8)), at);
    writeFileSync(path, bytes);
    // oxlint-disable-next-line no-await-in-loop -- one archive is open at a time
    const answer = await open(path);
    if (answer.ok) accepted.push(at);
    else expect(answer.error.code).toMatch(/^archive/u);
    if (answer.ok) expect(answer.value.file).toBe(original);
  }
  // Only bytes nobody reads (times, versions of the packer) may be different.
  expect(accepted.length).toBeLessThanOrEqual(6);
});

test('a bomb is refused before it is unpacked', async () => {
  const path = join(outside, 'bomb.seriktes');
  const zeros = function* (): Generator<Uint8Array> {
    for (let part = 0; part < 400; part++) yield Buffer.alloc(1024 * 1024);
  };
  await writeZip(path, [
    { name: 'manifest.json', packed: true, chunks: [Buffer.from('{}')] },
    { name: 'database.db', packed: true, chunks: zeros() },
  ]);
  expect(await open(path)).toMatchObject({ ok: false, error: { code: 'archiveForeign' } });
});

test('entries that lie upon one another are refused', async () => {
  const path = join(outside, 'overlap.zip');
  await writeZip(path, [
    { name: 'a', packed: false, chunks: [Buffer.from('one')] },
    { name: 'b', packed: false, chunks: [Buffer.from('two')] },
  ]);
  const bytes = readFileSync(path);
  const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt32LE(0, second + 42);
  writeFileSync(path, bytes);
  const limits = { entries: 10, unpackedBytes: 1000, ratio: 100 };
  await expect(withZip(path, limits, async () => 'opened')).rejects.toMatchObject({ problem: 'tooLarge' });
});

test('an archive whose database has a trigger of its own is refused', async () => {
  const { databaseFile } = workspaceIn(college.folder);
  const copy = join(outside, 'copy.db');
  const db = new Database(databaseFile);
  db.prepare('VACUUM INTO ?').run(copy);
  db.close();
  const changed = new Database(copy);
  changed.exec('CREATE TRIGGER foreign_one AFTER INSERT ON firm BEGIN DELETE FROM contact; END');
  changed.close();
  expect(await open(copy)).toEqual({ ok: false, error: { code: 'archiveForeign', params: { name: 'copy.db' } } });
});

test('a file of a newer program and a text are refused with a reason', async () => {
  const { databaseFile } = workspaceIn(college.folder);
  const newer = join(outside, 'newer.db');
  const db = new Database(databaseFile);
  db.prepare('VACUUM INTO ?').run(newer);
  db.close();
  const changed = new Database(newer);
  changed.pragma('user_version = 999');
  changed.close();
  writeFileSync(join(outside, 'text.seriktes'), 'не архив');
  const answers = [await open(newer), await open(join(outside, 'text.seriktes')), await open(join(outside, 'нет'))];
  expect(answers.map(answer => (answer.ok ? 'opened' : answer.error.code))).toEqual([
    'databaseNewer',
    'archiveForeign',
    'notFound',
  ]);
});
