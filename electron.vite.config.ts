import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { collectLicences } from './packaging/licences.ts';
import { contract } from './shared/contract/index.ts';

const channels = JSON.stringify(Object.keys(contract));

/** The licences screen shows what was really bundled: gathered from the packages when the program is built. */
const licences = {
  name: 'licences',
  resolveId: (id: string) => (id === 'virtual:licences' ? '\0licences' : null),
  load: (id: string) =>
    id === '\0licences' ? `export default ${JSON.stringify(collectLicences(resolve('.')))}` : null,
};

/** Three builds: main (ESM), the sandboxed preload (ONE CommonJS file), the renderer (served from app://). */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Everything is bundled but the native addon: a package holds no other node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: resolve('main/index.ts'),
          'read-workbook-worker': resolve('main/jobs/read-workbook-worker.ts'),
          'import-worker': resolve('main/jobs/import-worker.ts'),
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
    plugins: [react(), licences],
    build: {
      outDir: resolve('out/renderer'),
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve('renderer/index.html') },
    },
  },
});
