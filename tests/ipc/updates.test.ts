import { generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openApplication, type RunningApplication } from '#main/application.ts';
import { compareVersions, type Manifest, publicKeyOf, signManifest } from '#main/features/updates/manifest.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { testPorts } from '#tests/support/world.ts';
import { describePackage, packagesIn } from '../../packaging/sign-update.ts';

const newKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const key = newKey();
const suffix = { win32: 'win', darwin: 'mac', linux: 'linux' }[process.platform as 'linux'];
const ending = { win32: 'exe', darwin: 'dmg', linux: 'deb' }[process.platform as 'linux'];
const installer = `Seriktes-9.1.0-${suffix}-${process.arch}.${ending}`;

let base: string;
let app: RunningApplication;
let opened: string[];

const start = (keys: string): RunningApplication => {
  const resources = join(base, 'resources');
  mkdirSync(resources, { recursive: true });
  if (keys !== '') writeFileSync(join(resources, 'update-key.pem'), keys);
  return openApplication({
    workspace: workspaceIn(join(base, 'college')),
    ports: { ...testPorts('2025-11-20', 'Officer'), opener: async path => void opened.push(path) },
    info: { version: '1.2.3', runtime: 'test', testRuntime: false },
    resources,
  });
};

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'seriktes-updates-'));
  mkdirSync(join(base, 'release'));
  writeFileSync(join(base, 'release', installer), 'the new program');
  opened = [];
  app = start(publicKeyOf(key));
});
afterEach(() => {
  app.close();
  rmSync(base, { recursive: true, force: true });
});

const own = (): Manifest['files'] => [...packagesIn(join(base, 'release'))];
/** Writes the signed description beside the installer and answers its path. */
function release(change: Partial<Manifest> = {}, signedWith = key): string {
  const path = join(base, 'release', 'Seriktes-9.1.0.update');
  writeFileSync(path, signManifest({ ...manifestOf('9.1.0'), ...change }, signedWith));
  return path;
}
const manifestOf = (number: string): Manifest => ({ version: number, releasedOn: '2025-11-19', files: own() });
const codeOf = async (channel: 'updates.check' | 'updates.install', path: string): Promise<string> => {
  const result = await app.call(channel, { path });
  return result.ok ? 'ok' : result.error.code;
};
const backups = (): readonly string[] => {
  const folder = workspaceIn(join(base, 'college')).backupFolder;
  return existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.db')) : [];
};

test('a signed release is checked, backed up for and handed to the system as a copy nobody else writes to', async () => {
  await app.call('firms.create', aFirm());
  const path = release();
  expect(await app.call('updates.check', { path })).toMatchObject({
    ok: true,
    value: { version: '9.1.0', releasedOn: '2025-11-19', name: installer, bytes: 15 },
  });
  expect(backups()).toEqual([]);
  const result = await app.call('updates.install', { path });
  const copy = join(base, 'college', 'updates', installer);
  expect(result).toMatchObject({ ok: true, value: { version: '9.1.0', backup: backups()[0], started: true } });
  expect(backups()).toHaveLength(1);
  expect(opened).toEqual([copy]);
  expect(readFileSync(copy, 'utf8')).toBe('the new program');
});

describe('nothing is opened and no backup is made for', () => {
  test.each([
    ['a description signed by somebody else', () => release({}, newKey()), 'updateForeign'],
    ['the version that is installed', () => release({ version: '1.2.3' }), 'updateOlder'],
    ['an older version', () => release({ version: '1.1.9' }), 'updateOlder'],
    ['a release without a file for this computer', () => release({ files: [] }), 'updateUnfit'],
    [
      'an installer that does not lie beside the description',
      () => {
        const path = release();
        rmSync(join(base, 'release', installer));
        return path;
      },
      'updateUnfit',
    ],
    [
      'an installer of the same size with other bytes',
      () => {
        const path = release();
        writeFileSync(join(base, 'release', installer), 'the bad program');
        return path;
      },
      'updateBroken',
    ],
    [
      'an installer that was cut off',
      () => {
        const path = release();
        writeFileSync(join(base, 'release', installer), 'the new');
        return path;
      },
      'updateBroken',
    ],
    [
      'a description changed after it was signed',
      () => {
        const path = release();
        writeFileSync(path, readFileSync(path, 'utf8').replace('9.1.0', '9.9.0'));
        return path;
      },
      'updateForeign',
    ],
    [
      'a file that is no description',
      () => {
        const path = release();
        writeFileSync(path, '{"format":"seriktes-update-1"');
        return path;
      },
      'updateForeign',
    ],
    ['a path where nothing lies', () => join(base, 'release', 'absent.update'), 'fileMissing'],
    ['a folder', () => join(base, 'release'), 'updateForeign'],
  ])('%s', async (_what, prepare, code) => {
    await app.call('firms.create', aFirm());
    const path = prepare();
    expect(await codeOf('updates.check', path)).toBe(code);
    expect(await codeOf('updates.install', path)).toBe(code);
    expect({ opened, backups: backups() }).toEqual({ opened: [], backups: [] });
    expect(existsSync(join(base, 'college', 'updates', installer))).toBe(false);
  });
});

describe('the folder of the college', () => {
  const look = async (folder: string) => {
    const chosen = await app.call('updates.useFolder', { folder });
    if (!chosen.ok) return chosen;
    return app.call('updates.look', {});
  };
  const share = (): string => join(base, 'release');

  test('gives the newest signed release, past older ones and past what somebody else has put there', async () => {
    const path = release();
    writeFileSync(join(share(), 'Seriktes-1.9.0.update'), signManifest(manifestOf('1.9.0'), key));
    writeFileSync(join(share(), 'Seriktes-99.0.0.update'), signManifest(manifestOf('99.0.0'), newKey()));
    writeFileSync(join(share(), 'Seriktes-98.0.0.update'), '{');
    mkdirSync(join(share(), 'Seriktes-97.0.0.update'));
    expect(await look(share())).toMatchObject({
      ok: true,
      value: { found: { path, version: '9.1.0', name: installer, bytes: 15 } },
    });
  });

  test('is not asked for when a data file from elsewhere names it', async () => {
    release();
    await app.call('settings.update', { updateFolder: share() });
    expect(await app.call('updates.look', {})).toMatchObject({ ok: false, error: { code: 'updateFolder' } });
  });

  test('gives nothing where nothing is newer', async () => {
    release({ version: '1.2.3' });
    expect(await look(share())).toMatchObject({ ok: true, value: { found: null } });
    rmSync(share(), { recursive: true });
    mkdirSync(share());
    expect(await look(share())).toMatchObject({ ok: true, value: { found: null } });
  });

  test.each([
    ['it is away', () => join(base, 'absent'), 'updateFolder'],
    ['none was named', () => '', 'updateFolder'],
    [
      'nothing in it is signed by a known key',
      () => {
        release({}, newKey());
        return share();
      },
      'updateForeign',
    ],
    [
      'the installer of the newest was exchanged',
      () => {
        release();
        writeFileSync(join(share(), installer), 'the bad program');
        return share();
      },
      'updateBroken',
    ],
  ])('says so when %s', async (_what, prepare, code) => {
    expect(await look(prepare())).toMatchObject({ ok: false, error: { code } });
  });
});

test('a name that leads out of the folder cannot be signed for', () => {
  const [file] = own();
  if (file === undefined) throw new Error('no package');
  expect(() => release({ files: [{ ...file, name: '../evil.exe' }] })).toThrow();
});

test('a build without a key refuses every update', async () => {
  app.close();
  rmSync(join(base, 'resources'), { recursive: true });
  app = start('');
  expect(await codeOf('updates.check', release())).toBe('updateNoKey');
});

test('a second key in the resources lets the next release be signed by it', async () => {
  const next = newKey();
  app.close();
  app = start(publicKeyOf(key) + publicKeyOf(next));
  expect(await codeOf('updates.check', release({}, next))).toBe('ok');
});

test('a release on a folder somewhere else is read where it lies', async () => {
  const path = release();
  cpSync(dirname(path), join(base, 'share'), { recursive: true });
  expect(await codeOf('updates.check', join(base, 'share', 'Seriktes-9.1.0.update'))).toBe('ok');
});

test.each([
  ['1.2.3', '1.2.3', 0],
  ['1.2.4', '1.2.3', 1],
  ['1.10.0', '1.9.9', 1],
  ['0.9.9', '1.0.0', -1],
  ['bench', '0.0.1', -1],
])('version %s against %s', (left, right, sign) => {
  expect(Math.sign(compareVersions(left, right))).toBe(sign);
});

test.each([
  ['Seriktes-1.0.0-win-x64.exe', 'win32', 'x64'],
  ['Seriktes-1.0.0-portable-x64.exe', 'win32', 'x64'],
  ['Seriktes-1.0.0-mac-arm64.dmg', 'darwin', 'arm64'],
  ['Seriktes-1.0.0-linux-x86_64.AppImage', 'linux', 'x64'],
  ['Seriktes-1.0.0-linux-amd64.deb', 'linux', 'x64'],
])('the package %s is for %s %s', (name, platform, arch) => {
  expect(describePackage(name, 1, 'a'.repeat(64))).toMatchObject({ platform, arch });
});

test.each(['builder-debug.yml', 'Seriktes-1.0.0-win-x64.exe.blockmap', 'linux-unpacked'])('%s is no package', name => {
  expect(describePackage(name, 1, '')).toBeUndefined();
});
