import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { minify } from 'vite';
import { collectLicences } from './packaging/licences.ts';
import { contract } from './shared/contract/index.ts';

const channels = JSON.stringify(Object.keys(contract));

/** A module that is made when the program is built; renderer/made-by-the-build.d.ts declares it. */
const made = (name: string, value: () => unknown) => ({
  name,
  resolveId: (id: string) => (id === `virtual:${name}` ? `\0${name}` : null),
  load: (id: string) => (id === `\0${name}` ? `export default ${JSON.stringify(value())}` : null),
});

/** The licences screen shows what was really bundled: gathered from the packages. */
const licences = made('licences', () => collectLicences(resolve('.')));

/** A page needs to know of the contract what is a command and what an answer was read from, not how either is checked. */
const procedures = made('procedures', () =>
  Object.fromEntries(Object.entries(contract).map(([channel, { kind, reads }]) => [channel, { kind, reads }])),
);

/** The kit's styles come before those of the screens, which are laid over them; the builder orders the files its own way. */
const kitFirst = {
  name: 'kit-first',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string): string => {
      const kit = html.match(/\s*<link rel="stylesheet"[^>]*\/kit-[^>]*>/u)?.[0];
      if (kit === undefined) return html;
      return html.replace(kit, '').replace(/\s*<link rel="stylesheet"/u, other => kit + other);
    },
  },
};

/** Half of the time to read a script goes by its length. Names stay as they are written, so that a line of the log can be understood. */
const tightly = {
  name: 'tightly',
  generateBundle: async (_: unknown, bundle: Readonly<Record<string, { code?: string }>>) => {
    for (const [name, chunk] of Object.entries(bundle))
      if (chunk.code !== undefined)
        chunk.code = (
          await minify(name, chunk.code, { compress: false, mangle: false, codegen: { removeWhitespace: true } })
        ).code;
  },
};

/** Three builds: main (ESM), the sandboxed preload (ONE CommonJS file), the renderer (served from app://). */
export default defineConfig({
  main: {
    define: { __CHANNELS__: channels },
    plugins: [tightly],
    build: {
      outDir: 'out/main',
      // Everything is bundled but the native addon: a package holds no other node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: resolve('main/index.ts'),
          'read-workbook-worker': resolve('main/jobs/read-workbook-worker.ts'),
          'copy-worker': resolve('main/jobs/copy-worker.ts'),
          'import-worker': resolve('main/jobs/import-worker.ts'),
          'paper-worker': resolve('main/jobs/paper-worker.ts'),
          'examine-worker': resolve('main/jobs/examine-worker.ts'),
          'verify-worker': resolve('main/jobs/verify-worker.ts'),
        },
        external: ['electron', 'better-sqlite3'],
      },
    },
  },
  preload: {
    define: { __CHANNELS__: channels },
    build: {
      outDir: 'out/preload',
      rollupOptions: { input: resolve('main/preload.ts'), output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), licences, procedures, kitFirst],
    build: {
      outDir: resolve('out/renderer'),
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: resolve('renderer/index.html'),
        output: {
          chunkFileNames: 'assets/[hash].js',
          // Every file is a call to main before the first list stands there: what screens share comes in some two dozen of them.
          codeSplitting: {
            groups: [
              {
                name: 'kit',
                test: /@mantine\/core\/styles|renderer\/ui\/(?:kit|tokens)|component-styles/u,
                priority: 1,
              },
              {
                name: 'shared',
                // Not the texts of the three languages, of which a page wants one, nor what only an import knows.
                test: /node_modules|renderer\/(?:ui|api|state|app|features\/record-area)\/|\/shared\/(?!text\/(?:kk|ru|en)\/|domain\/importing\/)/u,
                entriesAware: true,
                entriesAwareMergeThreshold: 12_000,
              },
            ],
          },
        },
      },
    },
  },
});
