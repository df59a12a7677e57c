import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Arch } from 'electron-builder';
import { requireShipped } from './native-binaries.ts';

type Packed = {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly arch: Arch;
  readonly packager: { readonly appInfo: { readonly productFilename: string } };
};

/** The folder of resources inside an unpacked program. */
export const resourcesIn = (folder: string, platform: string, product: string): string =>
  platform === 'darwin' ? join(folder, `${product}.app/Contents/Resources`) : join(folder, 'resources');

/** Looks at what was packed before it is signed and archived: one native binary, the shipped one, and nothing that starts without the asar. */
export default function afterPack({ appOutDir, electronPlatformName, arch, packager }: Packed): void {
  const resources = resourcesIn(appOutDir, electronPlatformName, packager.appInfo.productFilename);
  rmSync(join(resources, 'default_app.asar'), { force: true });
  const prebuilds = join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
  const target = `${electronPlatformName}-${Arch[arch]}`;
  const binaries = existsSync(prebuilds) ? readdirSync(prebuilds) : [];
  if (binaries.length !== 1 || binaries[0] !== `${target}.node`)
    throw new Error(
      `The package must hold ${target}.node and no other binary; it holds ${binaries.join(', ') || 'none'}.`,
    );
  // A trial package runs in the test runtime and needs the binary that was rebuilt for it.
  if (process.env['SERIKTES_TRIAL_PACKAGE'] !== '1') requireShipped(join(prebuilds, `${target}.node`), target);
}
