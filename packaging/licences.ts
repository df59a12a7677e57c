import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Licence } from '#shared/domain/licence.ts';

type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly author?: string | { readonly name?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
};

const ownProject = resolve(import.meta.dirname, '..');
const licenceFile = /^(?:licen[cs]e|copying|ofl)(?:[-.].*)?$/iu;

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** The folder of a package as Node would find it from another one; undefined for an optional one that is absent. */
function folderOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The packages that the program carries, directly or through others, without those that only build or test it. */
function carried(project: string): ReadonlyMap<string, Manifest> {
  const found = new Map<string, Manifest>();
  const waiting: { readonly manifest: Manifest; readonly folder: string }[] = [
    { manifest: readManifest(project), folder: project },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const name of Object.keys(next.manifest.dependencies ?? {})) {
      const folder = folderOf(name, next.folder);
      if (folder === undefined || found.has(folder) || name.startsWith('@types/')) continue;
      const manifest = readManifest(folder);
      found.set(folder, manifest);
      waiting.push({ manifest, folder });
    }
  return found;
}

function textIn(folder: string): string {
  const file = readdirSync(folder)
    .filter(name => licenceFile.test(name))
    .toSorted()[0];
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

function describe(folder: string, manifest: Manifest): Licence {
  const { name, version, license, author } = manifest;
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : (license?.type ?? ''),
    author: (typeof author === 'string' ? author : (author?.name ?? '')).replace(/\s*[<(].*$/u, ''),
    text: textIn(folder),
  };
}

/** Electron, whose own licence and those of Chromium lie beside the program, and the fonts of printed documents. */
function besides(project: string): readonly Licence[] {
  const electron = readManifest(join(project, 'node_modules/electron'));
  const fonts = ['tinos', 'arimo'].map(name => {
    const folder = join(project, 'resources/fonts', name);
    const text = textIn(folder);
    return {
      name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      version: '',
      licence: /apache/iu.test(text) ? 'Apache-2.0' : 'OFL-1.1',
      author: 'Steve Matteson',
      text,
    };
  });
  return [{ ...describe(join(project, 'node_modules/electron'), electron), name: 'Electron' }, ...fonts];
}

/** Everything the program in a folder carries that others wrote, by name; a bundled build script must name the folder. */
export function collectLicences(project: string = ownProject): readonly Licence[] {
  const packages = [...carried(project)].map(([folder, manifest]) => describe(folder, manifest));
  const unique = new Map([...packages, ...besides(project)].map(part => [`${part.name} ${part.version}`, part]));
  return [...unique.values()].toSorted((left, right) => (left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1));
}

/** The same as one plain text, which lies beside the packaged program. */
export function licencesText(parts: readonly Licence[]): string {
  const line = '-'.repeat(72);
  const entries = parts.map(({ name, version, licence, text }) =>
    [line, `${name} ${version}`.trim(), licence, '', text || 'The package carries no text of its licence.', ''].join(
      '\n',
    ),
  );
  return `Seriktes carries these parts. Chromium's own list is LICENSES.chromium.html.\n\n${entries.join('\n')}`;
}
