/**
 * `node packaging/sign-update.ts [--public-key FILE]`: describes and signs the packages in dist for «Update from a file»,
 * with the private Ed25519 key in SERIKTES_UPDATE_KEY (PEM). With --public-key it only writes the public half, for the
 * resources of the build; it fails when another key lies there already. Also writes SHA256SUMS.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Manifest, publicKeyOf, signManifest } from '#main/features/updates/manifest.ts';
import { sha256Of } from './native-binaries.ts';

const project = resolve(import.meta.dirname, '..');
const platforms = { win: 'win32', mac: 'darwin', linux: 'linux', portable: 'win32' } as const;
const packageName =
  /^Seriktes-(\d+\.\d+\.\d+)-(win|mac|linux|portable)-(x64|arm64|amd64|x86_64)\.(?:exe|dmg|zip|AppImage|deb|tar\.gz)$/u;

type PackageFile = Manifest['files'][number];

/** What the name of a package says; undefined for other files. Linux packages name the processor in their own ways. */
export function describePackage(name: string, size: number, sha256: string): PackageFile | undefined {
  const [, , system, processor] = packageName.exec(name) ?? [];
  if (system === undefined) return undefined;
  const arch = processor === 'arm64' ? 'arm64' : 'x64';
  return { name, platform: platforms[system as keyof typeof platforms], arch, size, sha256 };
}

/** The packages in a folder. */
export function packagesIn(folder: string): readonly PackageFile[] {
  return readdirSync(folder)
    .toSorted()
    .filter(name => packageName.test(name))
    .flatMap(name => {
      const file = join(folder, name);
      return describePackage(name, statSync(file).size, sha256Of(file)) ?? [];
    });
}

function run(): void {
  const { values } = parseArgs({
    options: { 'public-key': { type: 'string' }, folder: { type: 'string', default: join(project, 'dist') } },
  });
  const key = process.env['SERIKTES_UPDATE_KEY'] ?? '';
  if (values['public-key'] !== undefined) {
    const file = values['public-key'];
    const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const own = publicKeyOf(key);
    if (known !== '' && !known.includes(own.trim()))
      throw new Error(`${file} holds another key than the one that signs.`);
    if (known === '') writeFileSync(file, own);
    return;
  }
  const files = packagesIn(values.folder);
  if (files.length === 0) throw new Error(`There are no packages in ${values.folder}.`);
  writeFileSync(join(values.folder, 'SHA256SUMS'), files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  if (key === '') {
    process.stdout.write('SHA256SUMS written; no SERIKTES_UPDATE_KEY, so no update file.\n');
    return;
  }
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { readonly version: string };
  const manifest: Manifest = { version, releasedOn: new Date().toISOString().slice(0, 10), files: [...files] };
  writeFileSync(join(values.folder, `Seriktes-${version}.update`), signManifest(manifest, key));
}

if (import.meta.main) run();
