import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { contract } from '#shared/contract/index.ts';
import { texts } from '#shared/text/index.ts';
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts';
import { call } from './support/call.ts';
import { flippedFuses } from './support/fuses.ts';
import { outwardEvents, watchNode, waysOut } from './support/network.ts';
import { foreignCodeRun, permissionsAsked } from './support/page-attempts.ts';

type Preferences = Readonly<Record<string, unknown>>;

let running: RunningApp;
let page: Page;
let server: Server;
/** A server of the machine's own that counts who comes; nobody may. */
let address: string;
const visits: string[] = [];
let connectionsOfNode: () => Promise<readonly string[]>;
const netLog = path.join(temporaryFolder('net-log'), 'net.json');
const projectFolder = path.resolve(import.meta.dirname, '../..');

test.beforeAll(async () => {
  server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('<p>foreign</p>');
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  running = await launchApp({ language: 'ru', args: [`--log-net-log=${netLog}`] });
  page = running.page;
  connectionsOfNode = await watchNode(running.app);
  // Every window that opens from now on, with what it may do: the one that prints is among them.
  await running.app.evaluate(({ app, shell }) => {
    const kept = globalThis as unknown as { windows: unknown[]; opened: string[] };
    kept.windows = [];
    kept.opened = [];
    app.on('web-contents-created', (_event, contents) => {
      const read = () => (contents as unknown as { getLastWebPreferences: () => unknown }).getLastWebPreferences();
      contents.once('did-finish-load', () => kept.windows.push(read()));
    });
    shell.openExternal = async url => void kept.opened.push(url);
  });
  await page.getByRole('button', { name: 'Открыть пример колледжа' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  // One letter through the window that prints.
  const { rows } = await call(page, 'placements.list', { limit: 1 });
  const { ids } = await call(page, 'letters.issue', {
    kind: 'placement',
    language: 'ru',
    ids: rows.map(row => row.id),
  });
  await call(page, 'letters.export', { ids, format: 'pdf' });
});
test.afterAll(async () => {
  await running.close().catch(() => undefined); // the last test has closed it already
  server.close();
});

/** The preferences of the main window and of each window that opened since, as Electron itself read them. */
const preferences = (): Promise<readonly Preferences[]> =>
  running.app.evaluate(({ BrowserWindow }) => {
    const main = BrowserWindow.getAllWindows().map(window =>
      (window.webContents as unknown as { getLastWebPreferences: () => unknown }).getLastWebPreferences(),
    );
    return [...main, ...(globalThis as unknown as { windows: unknown[] }).windows] as Preferences[];
  });

const switchesOn = (...names: string[]): Promise<string[]> =>
  running.app.evaluate(({ app }, asked) => asked.filter(name => app.commandLine.hasSwitch(name)), names);

/** The status with which our own scheme answers an address. */
const statusOf = (url: string): Promise<string> =>
  running.app.evaluate(async ({ session }, asked) => {
    try {
      return String((await session.defaultSession.fetch(asked)).status);
    } catch (error) {
      return (error as Error).message;
    }
  }, url);

const windows = (): Promise<number> =>
  running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

async function everyWindowHas(wanted: Preferences): Promise<void> {
  const all = await preferences();
  expect(all.length).toBeGreaterThanOrEqual(2);
  for (const one of all) expect(one).toMatchObject(wanted);
}

const sources = globSync('{main,renderer,shared}/**/*.{ts,tsx}', { cwd: projectFolder }).map(name => ({
  name,
  text: readFileSync(path.join(projectFolder, name), 'utf8'),
}));
const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

/**
 * The twenty items of https://www.electronjs.org/docs/latest/tutorial/security in their order, each with what proves it.
 */
const checklist: readonly (readonly [item: string, check: () => Promise<void>])[] = [
  [
    'only secure content is loaded: nothing comes from elsewhere, whatever a page tries',
    async () => {
      await waysOut(page, address);
      expect(visits).toEqual([]);
      expect(await statusOf(`${address}/main`)).toContain('ERR_BLOCKED_BY_CLIENT');
      expect(visits).toEqual([]);
    },
  ],
  [
    'no page has Node',
    async () => {
      await everyWindowHas({ nodeIntegration: false });
      for (const one of await preferences())
        expect([one['nodeIntegrationInWorker'] ?? false, one['nodeIntegrationInSubFrames'] ?? false]).toEqual([
          false,
          false,
        ]);
      const reached = await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter(name => name in globalThis),
      );
      expect(reached).toEqual([]);
    },
  ],
  ['the world of the page is isolated from that of the preload', () => everyWindowHas({ contextIsolation: true })],
  [
    'every page runs in the sandbox',
    async () => {
      await everyWindowHas({ sandbox: true });
      expect(readFileSync(path.join(projectFolder, 'main/shell/desktop.ts'), 'utf8')).toContain('app.enableSandbox()');
    },
  ],
  [
    'every permission is denied',
    async () => {
      const answers = await permissionsAsked(page);
      expect(answers).toEqual(Array.from({ length: 6 }, () => 'denied'));
    },
  ],
  [
    'web security is on',
    async () => {
      for (const one of await preferences()) expect(one['webSecurity'] ?? true).toBe(true);
      expect(await switchesOn('disable-web-security')).toEqual([]);
    },
  ],
  [
    'a content policy is set, and it holds: no inline script, no eval, no foreign source',
    async () => {
      const policy = await running.app.evaluate(async ({ session }) =>
        (await session.defaultSession.fetch('app://app/index.html')).headers.get('content-security-policy'),
      );
      expect(policy).toMatch(/^default-src 'none'; script-src 'self';.*connect-src 'none'.*frame-ancestors 'none'/u);
      expect(policy).not.toMatch(/unsafe|http|\*/u);
      expect(await foreignCodeRun(page)).toBe('nothing');
    },
  ],
  [
    'insecure content is not allowed',
    async () => {
      for (const one of await preferences()) expect(one['allowRunningInsecureContent'] ?? false).toBe(false);
      expect(await switchesOn('allow-running-insecure-content')).toEqual([]);
    },
  ],
  [
    'no experimental features',
    async () => {
      for (const one of await preferences()) expect(one['experimentalFeatures'] ?? false).toBe(false);
      expect(await switchesOn('enable-experimental-web-platform-features')).toEqual([]);
    },
  ],
  [
    'no features of Blink are switched on',
    async () => {
      for (const one of await preferences()) expect(one['enableBlinkFeatures'] ?? '').toBe('');
      expect(await switchesOn('enable-blink-features')).toEqual([]);
    },
  ],
  ['no webview may open windows: there is none', async () => expect(filesWith(/<webview|allowpopups/u)).toEqual([])],
  [
    'a webview is never made, not even by a script',
    async () => {
      for (const one of await preferences()) expect(one['webviewTag'] ?? false).toBe(false);
      const before = await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
      await page.evaluate(async () => {
        const view = document.createElement('webview');
        view.setAttribute('src', 'app://app/index.html');
        document.body.append(view);
        await new Promise(done => setTimeout(done, 300));
        view.remove();
      });
      expect(await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before);
    },
  ],
  [
    'the page cannot be led elsewhere',
    async () => {
      const before = new URL(page.url()).origin + new URL(page.url()).pathname;
      for (const target of [`${address}/away`, 'file:///etc/passwd', 'data:text/html,x', 'app://preview/x'])
        await page.evaluate(async url => {
          const link = document.createElement('a');
          link.href = url;
          document.body.append(link);
          link.click();
          link.remove();
          try {
            window.location.assign(url);
          } catch {
            // refused at once
          }
          await new Promise(done => setTimeout(done, 150));
        }, target);
      expect(new URL(page.url()).origin + new URL(page.url()).pathname).toBe(before);
      // Asked for directly: a locator waits for navigations that were refused.
      expect(await page.evaluate(() => document.querySelector('#root')?.childElementCount ?? 0)).toBeGreaterThan(0);
      expect(visits).toEqual([]);
    },
  ],
  [
    'no new window opens',
    async () => {
      const before = await windows();
      const opened = await page.evaluate(url => {
        const link = document.createElement('a');
        link.href = url;
        link.target = '_blank';
        document.body.append(link);
        link.click();
        link.remove();
        return [window.open(url), window.open('app://app/index.html'), window.open('about:blank')].map(String);
      }, `${address}/window`);
      expect(opened).toEqual(['null', 'null', 'null']);
      expect(await windows()).toBe(before);
    },
  ],
  [
    'no address is ever handed to the system: openExternal is not used, and files are opened by path only where the program keeps them',
    async () => {
      expect(filesWith(/openExternal/u)).toEqual([]);
      expect(await running.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([]);
      const outside = path.join(temporaryFolder('outside'), 'x.pdf');
      writeFileSync(outside, '');
      for (const target of [
        'https://example.kz',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'smb://host/share',
        outside,
      ])
        await expect(call(page, 'files.open', { path: target })).rejects.toThrow(/notFound|refused/u);
    },
  ],
  [
    'Electron is pinned to one exact version, not older than the line it was written for',
    async () => {
      const { devDependencies } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
        devDependencies: Record<string, string>;
      };
      expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/u);
      expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(45);
    },
  ],
  [
    'a call is answered only to the main frame of our own window',
    async () => {
      const answer = await running.app.evaluate(async ({ app, BrowserWindow }) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, sandbox: true },
        });
        try {
          await window.loadURL('app://app/index.html');
          return await window.webContents.executeJavaScript(
            'window.bridge["firms.list"]({}).then(() => "answered", problem => problem.message)',
          );
        } finally {
          window.destroy();
        }
      });
      expect(answer).toContain('refused');
    },
  ],
  [
    'files come through our own scheme, which never leads out of its folder; file:// is closed',
    async () => {
      const secret = `${'..%2f'.repeat(4)}package.json`;
      const ways = [
        '../package.json',
        '%2e%2e/%2e%2e/package.json',
        '..%2f..%2fpackage.json',
        '..%5c..%5cpackage.json',
        '%2e%2e%5c%2e%2e%5cpackage.json',
        '..%252f..%252fpackage.json',
        '%c0%ae%c0%ae/%c0%ae%c0%ae/package.json',
        '....//....//package.json',
        '/etc/passwd',
        '//etc/passwd',
        '%2fetc%2fpasswd',
        'assets/../../../package.json',
        'assets%00/../../package.json',
        'index.html%00.js',
        'C:%5cWindows%5cwin.ini',
        secret,
      ];
      for (const way of ways) expect([way, await statusOf(`app://app/${way}`)]).toEqual([way, '404']);
      expect(await statusOf('app://elsewhere/index.html')).toBe('404');
      expect(await statusOf('app://preview/../index.html')).toBe('404');
      const local = await page.evaluate(() => fetch('file:///etc/hostname').then(String, () => 'refused'));
      expect(local).toBe('refused');
      expect(filesWith(/\.loadFile\(|['"`]file:\/\//u)).toEqual([]);
    },
  ],
  [
    'the fuses of the package are set: written into a copy of the runtime and read back',
    async () => {
      const { wanted, read } = await flippedFuses(
        readFileSync(path.join(projectFolder, 'electron-builder.yml'), 'utf8'),
      );
      expect(wanted).toEqual([false, true, false, false, true, true, false, false]);
      expect(read).toEqual(wanted);
    },
  ],
  [
    'the page gets the procedures of the contract and five harmless helpers, nothing of Electron',
    async () => {
      const given = await page.evaluate(() => ({
        bridge: Object.keys(window.bridge).toSorted(),
        shell: Object.keys((window as unknown as { shell: object }).shell).toSorted(),
        kinds: [...new Set(Object.values(window.bridge).map(value => typeof value))],
      }));
      expect(given).toEqual({
        bridge: Object.keys(contract).toSorted(),
        shell: ['onMenu', 'pathForFile', 'platform', 'versions'],
        kinds: ['function'],
      });
      const event = await page.evaluate(
        () =>
          new Promise<number>(done => {
            const { onMenu } = (
              window as unknown as { shell: { onMenu: (heard: (...given: unknown[]) => void) => () => void } }
            ).shell;
            const stop = onMenu((...heard) => {
              stop();
              done(heard.length);
            });
            setTimeout(() => done(1), 300);
          }),
      );
      expect(event).toBe(1);
    },
  ],
];

test.describe.configure({ mode: 'default' });

test('the list of Electron has twenty items, each with its test', () => {
  expect(checklist.length).toBe(20);
});

for (const [index, [item, check]] of checklist.entries())
  test(`${index + 1}. ${item}`, async () => {
    await check();
  });

test('a morning’s work: every screen is opened and every kind of file is written', async () => {
  for (const screen of Object.keys(texts.ru.shell.screens))
    await page.evaluate(hash => {
      window.location.hash = hash;
    }, `#/${screen}`);
  const [student] = (await call(page, 'students.list', { limit: 1 })).rows;
  const id = student?.id ?? '';
  await call(page, 'search.all', { text: student?.name ?? '' });
  await call(page, 'lists.export', { list: 'students', columns: [{ key: 'name', title: 'Студент' }], format: 'pdf' });
  await call(page, 'reports.export', { schoolYear: 2026, language: 'ru', formats: ['docx', 'xlsx'] });
  await call(page, 'calendar.exportFile', { from: '2026-09-01', to: '2026-12-31', language: 'ru' });
  await call(page, 'partnership.handover', { ids: [], language: 'kk', format: 'docx' });
  await call(page, 'importing.preview', { source: { name: 'new.csv', text: 'ФИО;ИИН\nИванов Иван;071014524150\n' } });
  await call(page, 'personalData.export', { entity: 'student', id });
  await call(page, 'personalData.erase', { people: [{ entity: 'student', id }] });
  await call(page, 'backup.create', {});
  expect((await call(page, 'history.verify', {})).problemCount).toBe(0);
});

test('in the whole session nothing was looked up, connected to or sent', async () => {
  expect(await connectionsOfNode()).toEqual([]);
  expect(visits).toEqual([]);
  await running.close();
  expect(outwardEvents(netLog)).toEqual([]);
});

test('the watch on the network sees a connection in a log', () => {
  const log = path.join(temporaryFolder('net-log'), 'net.json');
  const constants = { logEventTypes: { TCP_CONNECT: 7, URL_REQUEST_START_JOB: 9, REQUEST_ALIVE: 1 } };
  const events = [
    { type: 1 },
    { type: 9, params: { url: 'app://page/index.html' } },
    { type: 7, params: { address: '203.0.113.5:443' } },
    { type: 9, params: { url: 'https://example.org/' } },
  ];
  writeFileSync(log, JSON.stringify({ constants, events }));
  expect(outwardEvents(log)).toEqual([
    'TCP_CONNECT {"address":"203.0.113.5:443"}',
    'URL_REQUEST_START_JOB {"url":"https://example.org/"}',
  ]);
});
