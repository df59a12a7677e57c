import { existsSync, readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';

/** What Chromium writes with `--log-net-log`; the part that is read here. */
type NetLog = {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
};

/**
 * Events that mean that something was looked up or sent, whoever in the browser asked for it. Asking Chromium's own resolver is
 * none: the program tells it to find nothing. Nor is a UDP socket that is only bound to an address and sends no bytes.
 */
const outward = [
  'HOST_RESOLVER_DNS_TASK',
  'HOST_RESOLVER_SYSTEM_TASK',
  'TCP_CONNECT',
  'TCP_CONNECT_ATTEMPT',
  'UDP_BYTES_SENT',
  'SSL_CONNECT',
  'QUIC_SESSION',
  'SOCKET_BYTES_SENT',
  'URL_REQUEST_START_JOB',
];

const own = /^(?:app|data|blob|devtools|print):/u;

/** Everything in the log that goes beyond this machine's own pages, one line each. The log is complete once the program has ended. */
export function outwardEvents(file: string): readonly string[] {
  if (!existsSync(file)) throw new Error('The program has kept no log of the network.');
  const text = readFileSync(file, 'utf8');
  // A browser that ends at once leaves the list open.
  const whole = text.trimEnd().endsWith('}') ? text : `${text.trimEnd().replace(/,$/u, '')}]}`;
  const { constants, events } = JSON.parse(whole) as NetLog;
  const names = new Map(
    outward.flatMap(name => {
      const type = constants.logEventTypes[name];
      return type === undefined ? [] : [[type, name] as const];
    }),
  );
  return events.flatMap(({ type, params = {} }) => {
    const name = names.get(type);
    const url = typeof params['url'] === 'string' ? params['url'] : '';
    if (name === undefined || (name === 'URL_REQUEST_START_JOB' && (url === '' || own.test(url)))) return [];
    return [`${name} ${JSON.stringify(params)}`];
  });
}

/** Notes every connection, name and datagram the main process asks Node for, from now on. */
export async function watchNode(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(() => {
    const seen: string[] = [];
    const note = (what: string, target: unknown): void => void seen.push(`${what} ${JSON.stringify(target)}`);
    const wrap = (holder: object, name: string, what: string): void => {
      const table = holder as Record<string, (...given: unknown[]) => unknown>;
      const real = table[name];
      if (real === undefined) throw new Error(`no ${name}`);
      table[name] = function watched(this: unknown, ...given: unknown[]) {
        note(what, given[0]);
        return real.apply(this, given);
      };
    };
    const { getBuiltinModule } = process;
    wrap(getBuiltinModule('net').Socket.prototype, 'connect', 'connect');
    wrap(getBuiltinModule('dns'), 'lookup', 'lookup');
    wrap(getBuiltinModule('dns'), 'resolve', 'resolve');
    wrap(getBuiltinModule('dgram'), 'createSocket', 'datagram');
    wrap(globalThis, 'fetch', 'fetch');
    (globalThis as unknown as { watched: string[] }).watched = seen;
  });
  return () => app.evaluate(() => (globalThis as unknown as { watched: string[] }).watched);
}

/** Everything a page can try to reach an address with. */
export const waysOut = (page: Page, target: string): Promise<void> =>
  page.evaluate(async url => {
    const tries: (() => unknown)[] = [
      () => fetch(`${url}/fetch`),
      () => navigator.sendBeacon(`${url}/beacon`),
      () => new WebSocket(url.replace('http', 'ws')),
      () => new EventSource(`${url}/events`),
      () => new Worker(`${url}/worker.js`),
      () => import(/* @vite-ignore */ `${url}/module.js`),
      () => {
        for (const [tag, attribute] of [
          ['img', 'src'],
          ['iframe', 'src'],
          ['video', 'src'],
          ['object', 'data'],
          ['embed', 'src'],
        ] as const) {
          const element = document.createElement(tag);
          element.setAttribute(attribute, `${url}/${tag}`);
          document.body.append(element);
          setTimeout(() => element.remove(), 400);
        }
      },
      () => {
        for (const rel of ['stylesheet', 'prefetch', 'preconnect', 'dns-prefetch', 'manifest', 'icon']) {
          const link = document.createElement('link');
          link.rel = rel;
          link.href = `${url}/${rel}`;
          document.head.append(link);
          setTimeout(() => link.remove(), 400);
        }
      },
      () => {
        document.body.style.backgroundImage = `url(${url}/background)`;
        setTimeout(() => document.body.style.removeProperty('background-image'), 400);
      },
      async () => {
        const connection = new RTCPeerConnection({ iceServers: [{ urls: url.replace('http://', 'stun:') }] });
        connection.createDataChannel('x');
        await connection.setLocalDescription(await connection.createOffer());
        setTimeout(() => connection.close(), 400);
      },
    ];
    for (const attempt of tries) {
      try {
        await attempt();
      } catch {
        continue; // refused at once, as it should be
      }
    }
    await new Promise(done => setTimeout(done, 600));
  }, target);
