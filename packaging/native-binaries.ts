import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../node_modules/better-sqlite3/prebuilds');

/** The version whose binaries are listed, and the SHA-256 of each as the package ships it. */
export const shippedBinaries = {
  version: '13.0.3',
  sha256: {
    'darwin-arm64': 'e220712cd3af9dd575fe4ac7973d5dbfbad3d22760b772a48f1eee977517ef5b',
    'darwin-x64': '4434dfa929e9b83fdc1ea34ee8739e764fcf09af8559ab039082b7b673b18805',
    'linux-arm64': 'e5c2b6bd85726bc53a4b8767d4bbb8be82feaad46b45b9c82c885cb02d54e7d0',
    'linux-x64': '3607ea18911c931085eaa896eb831260d549e9bcef2dd6e8896b5bb7a41ec6a8',
    'win32-arm64': '95ff36ee761a846fc4d0fae7eed209b47b21c8d41f5528f40d7beb5f30e62666',
    'win32-x64': 'd4f29082cde7efd5c1e85e794ba532efeef4f2f968c58cc54fe97c2095270262',
  },
} as const;

export type Target = keyof typeof shippedBinaries.sha256;
export const isTarget = (name: string): name is Target => Object.hasOwn(shippedBinaries.sha256, name);

/** The SHA-256 of a file, in hexadecimal. */
export const sha256Of = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Where the shipped binary of a target lies: beside its place while the test runtime's rebuilt one stands in for it. */
export function shippedBinary(target: string): string {
  const aside = join(folder, `${target}.shipped`);
  return existsSync(aside) ? aside : join(folder, `${target}.node`);
}

/** Throws unless a file is the binary that better-sqlite3 ships for a target: a rebuilt one must never leave in a package. */
export function requireShipped(file: string, target: string): void {
  if (!isTarget(target)) throw new Error(`There is no known better-sqlite3 for ${target}.`);
  if (sha256Of(file) !== shippedBinaries.sha256[target])
    throw new Error(
      `${file} is not the better-sqlite3 ${shippedBinaries.version} of ${target} as it was shipped. Run \`npm ci\`, or name the new version's hashes in packaging/native-binaries.ts.`,
    );
}
