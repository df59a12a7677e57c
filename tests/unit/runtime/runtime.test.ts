import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildIsFresh } from '#tests/runtime/build.ts';
import { cacheFolderFor } from '#tests/runtime/cache-folder.ts';
import { countReport } from '#tests/runtime/e2e-run.ts';
import { describeRuntime, executableIn, findElectron } from '#tests/runtime/find-electron.ts';
import { hasDisplay, runtimeEnvironment } from '#tests/runtime/launch.ts';
import { needsRebuild, sqliteDefines } from '#tests/runtime/native-sqlite.ts';
import { archiveAnswers, installedOfficialDist, officialArchiveUrl } from '#tests/runtime/official-electron.ts';
import { runCommand } from '#tests/runtime/run-command.ts';
import { sha256Of, testElectronName, testElectronSupported, verifyHash } from '#tests/runtime/test-electron.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seriktes-runtime-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text = ''): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

describe('the cache folder', () => {
  test('is the user’s own, by XDG_CACHE_HOME or below home', () => {
    expect(cacheFolderFor({ root: false, home: '/home/a', environment: {} })).toBe('/home/a/.cache/seriktes');
    expect(cacheFolderFor({ root: false, home: '/home/a', environment: { XDG_CACHE_HOME: '/c' } })).toBe('/c/seriktes');
  });

  test('ignores a relative XDG_CACHE_HOME, as its specification asks', () => {
    const environment = { XDG_CACHE_HOME: 'cache' };
    expect(cacheFolderFor({ root: false, home: '/home/a', environment })).toBe('/home/a/.cache/seriktes');
  });

  test('of root lies where the unprivileged user can read it', () => {
    const environment = { XDG_CACHE_HOME: '/root/.cache' };
    expect(cacheFolderFor({ root: true, home: '/root', environment })).toBe('/var/cache/seriktes');
  });
});

describe('the third party’s build', () => {
  test('is taken only with the pinned hash', async () => {
    const file = write('build.zip', 'abc');
    const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await sha256Of(file)).toBe(hash);
    await expect(verifyHash(file, hash)).resolves.toBeUndefined();
    await expect(verifyHash(file, hash.replace('b', 'c'))).rejects.toThrow('build.zip is not the pinned file');
  });

  test('is for 64-bit Linux only, and its folder names version and hash', () => {
    expect([testElectronSupported('linux', 'x64'), testElectronSupported('linux', 'arm64')]).toEqual([true, false]);
    expect([testElectronSupported('win32', 'x64'), testElectronSupported('darwin', 'x64')]).toEqual([false, false]);
    expect(testElectronName()).toMatch(/^test-electron-33\.2\.1-9461fc54-\d+$/);
  });

  test('announces itself on the terminal and to the application; others do not', () => {
    const runtime = { version: '33.2.1', dist: '/d' };
    expect(describeRuntime({ ...runtime, kind: 'test' })).toContain('Electron 33.2.1 (test runtime');
    expect(describeRuntime({ ...runtime, kind: 'official' })).toBe('Electron 33.2.1 (official build)');
    expect(runtimeEnvironment({ kind: 'test' })).toEqual({ SERIKTES_TEST_RUNTIME: '1' });
    expect([runtimeEnvironment({ kind: 'official' }), runtimeEnvironment({ kind: 'override' })]).toEqual([{}, {}]);
  });
});

describe('the official build', () => {
  test('counts as present only with its executable and the version of the package', () => {
    expect(installedOfficialDist(folder, '45.4.1')).toBeUndefined();
    write('dist/version', 'v45.4.1\n');
    write('path.txt', 'electron');
    expect(installedOfficialDist(folder, '45.4.1')).toBeUndefined();
    write('dist/electron');
    expect(installedOfficialDist(folder, '45.4.1')).toBe(path.join(folder, 'dist'));
    expect(installedOfficialDist(folder, '45.4.2')).toBeUndefined();
  });

  test('is asked for at the release page or the configured mirror', () => {
    expect(officialArchiveUrl('45.4.1', 'linux', 'x64', {})).toBe(
      'https://github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-linux-x64.zip',
    );
    expect(officialArchiveUrl('45.4.1', 'win32', 'arm64', { ELECTRON_MIRROR: 'https://mirror.example/e' })).toBe(
      'https://mirror.example/e/v45.4.1/electron-v45.4.1-win32-arm64.zip',
    );
  });

  test('is given up at once when the network refuses, when the archive is missing and when nothing answers', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/silent') return;
      response.writeHead(request.url === '/archive' ? 200 : 404).end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answers = [
      await archiveAnswers(`${base}/archive`),
      await archiveAnswers(`${base}/missing`),
      await archiveAnswers(`${base}/silent`, 100),
    ];
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    expect([...answers, await archiveAnswers(`${base}/archive`)]).toEqual([true, false, false, false]);
  });
});

describe('the finder', () => {
  const before = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  afterEach(() => {
    if (before === undefined) delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
    else process.env['ELECTRON_OVERRIDE_DIST_PATH'] = before;
  });

  test('takes the override before everything else and reads the versions out of it', async () => {
    const executable = write('electron', '#!/bin/sh\nprintf \'["46.0.0",10]\'\n');
    await runCommand('chmod', ['+x', executable]);
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
    expect(await findElectron()).toEqual({
      kind: 'override',
      dist: folder,
      executable,
      version: '46.0.0',
      nodeApi: 10,
    });
  });

  test('says where it looked when the override holds no Electron', async () => {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
    await expect(findElectron()).rejects.toThrow(`There is no Electron at ${path.join(folder, 'electron')}`);
  });

  test('knows the executable of every system', () => {
    expect(['linux', 'win32', 'darwin'].map(platform => executableIn('d', platform))).toEqual([
      'd/electron',
      'd/electron.exe',
      'd/Electron.app/Contents/MacOS/Electron',
    ]);
  });
});

describe('better-sqlite3', () => {
  test('is rebuilt for runtimes below Node-API 10 only', () => {
    expect([needsRebuild({ nodeApi: 9 }), needsRebuild({ nodeApi: 10 }), needsRebuild({ nodeApi: 11 })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('is rebuilt with the options of its own package', () => {
    const gypi = `{\n  'defines': [\n    'SQLITE_DQS=0',\n    'SQLITE_ENABLE_FTS5',\n  ],\n}`;
    expect(sqliteDefines(gypi)).toEqual(['-DSQLITE_DQS=0', '-DSQLITE_ENABLE_FTS5']);
    expect(() => sqliteDefines('{}')).toThrow('could not be read');
  });
});

describe('a display', () => {
  test('is needed on Linux and always there elsewhere', () => {
    expect([hasDisplay({}, 'linux'), hasDisplay({ DISPLAY: ':1' }, 'linux'), hasDisplay({}, 'win32')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('a build', () => {
  const sourceTime = new Date('2026-01-01T00:00:00Z');
  const outputTime = new Date('2026-01-02T00:00:00Z');
  const outputs = ['out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

  beforeEach(() => {
    for (const name of ['main/index.ts', 'package.json']) utimesSync(write(name), sourceTime, sourceTime);
    utimesSync(path.join(folder, 'main'), sourceTime, sourceTime);
    for (const name of outputs) utimesSync(write(name), outputTime, outputTime);
  });

  test('is fresh while no source is newer than its oldest output', () => {
    expect(buildIsFresh(folder)).toBe(true);
  });

  test('is stale after a change, also of package.json', () => {
    const later = new Date('2026-01-03T00:00:00Z');
    utimesSync(path.join(folder, 'package.json'), later, later);
    expect(buildIsFresh(folder)).toBe(false);
  });

  test('is stale when an output is missing', () => {
    rmSync(path.join(folder, 'out/preload/preload.cjs'));
    expect(buildIsFresh(folder)).toBe(false);
  });
});

describe('the sum of the end-to-end tests', () => {
  test('counts unexpected tests and broken files as failed, a second go that held as passed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countReport(JSON.stringify({ stats, errors: [{}] }))).toEqual({ passed: 6, failed: 2 });
  });

  test('fails when there is no report or no test', () => {
    expect(countReport(undefined)).toEqual({ passed: 0, failed: 1 });
    expect(countReport('{"stats":{"expected":0,"unexpected":0,"flaky":0}}')).toEqual({ passed: 0, failed: 1 });
  });
});

describe('a command', () => {
  test('that is missing or takes too long is a failure, not a throw', async () => {
    expect((await runCommand('seriktes-no-such-program', [])).code).toBe(127);
    const late = await runCommand('sleep', ['5'], { timeout: 50 });
    expect([late.code, late.stderr]).toEqual([1, 'stopped by SIGTERM']);
  });
});
