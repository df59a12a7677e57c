import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, fileInside } from '#main/shell/page-files.ts';
import { isOurPage } from '#main/shell/sender.ts';

const folder = resolve('pages');

test.for([
  ['app://app/', 'index.html'],
  ['app://app/index.html?system=ru#/firms', 'index.html'],
  ['app://app/assets/a.js', 'assets/a.js'],
])('%s is served from the folder', ([url, file]) => {
  expect(fileInside(folder, url ?? '')).toBe(resolve(folder, file ?? ''));
});

test.for([
  'app://app/..%2f..%2fetc/passwd',
  'app://app/%2e%2e/%2e%2e/secret',
  'app://app/..%5c..%5csecret',
  'app://app/a%00b',
  'app://app/%E0%A4%A',
  'not a url',
])('%s does not lead out of the folder', url => {
  const file = fileInside(folder, url);
  expect(file === null || file.startsWith(folder)).toBe(true);
});

test('no path at all leads out of the folder', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('..', '%2e%2e', 'a', '/', '%2f', '\\', '%5c', '.', '%00')), parts => {
      const file = fileInside(folder, `app://app/${parts.join('')}`);
      expect(file === null || file.startsWith(folder)).toBe(true);
    }),
  );
});

test('the policy lets in no script but the program’s own and no connection at all', () => {
  const policy = contentSecurityPolicy('abc').split('; ');
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "style-src 'self' 'nonce-abc'",
      "require-trusted-types-for 'script'",
    ]),
  );
});

test('only the main frame of the own page may call', () => {
  const own = { url: 'app://app/index.html' };
  const preview = { url: 'app://preview/1' };
  const foreign = { url: 'https://example.kz/' };
  const blank = { url: 'about:blank' };
  const allowed = (frame: unknown, main: unknown): boolean =>
    isOurPage({ senderFrame: frame } as never, { mainFrame: main } as never);
  expect([
    allowed(own, own),
    allowed(own, {}),
    allowed(preview, preview),
    allowed(foreign, foreign),
    allowed(blank, blank),
    allowed(null, null),
  ]).toEqual([true, false, false, false, false, false]);
});
