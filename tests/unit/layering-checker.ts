import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One source file, with its path from the project folder in forward slashes. */
export type SourceFile = { readonly name: string; readonly text: string };

const rooms = ['main', 'renderer', 'shared'] as const;
const lineLimit = 400;

/** The one file of the page that may name the texts of a language. */
const textLoader = 'renderer/app/translators.ts';

/** All TypeScript sources of the three rooms. */
export function readSources(projectFolder: string): readonly SourceFile[] {
  return rooms.flatMap(room =>
    readdirSync(path.join(projectFolder, room), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map(entry => path.join(entry.parentPath, entry.name))
      .map(file => ({
        name: path.relative(projectFolder, file).split(path.sep).join('/'),
        text: readFileSync(file, 'utf8'),
      })),
  );
}

/** The modules a source names in import, export … from and import(…). */
export function importsOf(text: string): readonly string[] {
  const named = /(?:^|[\s;])(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g;
  const bare = /(?:^|[\s;(])import\s*\(?\s*['"]([^'"]+)['"]/g;
  return [named, bare].flatMap(pattern => [...text.matchAll(pattern)].map(match => match[1] ?? ''));
}

/** The project path a specifier leads to, or undefined for a package. */
export function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  return undefined;
}

const featureOf = (name: string): string | undefined => /^main\/features\/([^/]+)\//.exec(name)?.[1];

function importFaults({ name, text }: SourceFile): readonly string[] {
  const room = name.split('/')[0];
  return importsOf(text).flatMap(specifier => {
    const target = targetOf(name, specifier);
    if (target === undefined) return [];
    const faults: string[] = [];
    if (specifier.startsWith('.') && target.split('/')[0] !== room) {
      faults.push(`${name}: «${specifier}» leaves ${room}/ by a relative path; use #${target}`);
    }
    if (!/\.(tsx?|m?js|css|json|md|svg|woff2|sql)(\?\w+)?$/.test(target)) {
      faults.push(`${name}: «${specifier}» has no file extension`);
    }
    const [own, other] = [featureOf(name), featureOf(target)];
    const throughTheDoor = /^main\/features\/[^/]+\/(queries|commands)\.ts$/.test(target);
    if (own !== undefined && other !== undefined && other !== own && other !== 'shared' && !throughTheDoor) {
      faults.push(`${name}: reaches through into ${target}; only queries.ts and commands.ts are ${other}'s door`);
    }
    if (room === 'renderer' && name !== textLoader && /^shared\/text\/(index\.ts|(kk|ru|en)\/)/.test(target)) {
      faults.push(`${name}: «${specifier}» brings the texts of every language into the page; ${textLoader} loads one`);
    }
    return faults;
  });
}

/** Blanks comments, so that prose may name what code may not. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/[^\n]*/g, (_, before: string | undefined) => before ?? '');
}

type OwnPlace = { readonly word: RegExp; readonly allowed: RegExp; readonly files: number; readonly reason: string };

/** Words that may occur in one place only. */
const ownPlaces: readonly OwnPlace[] = [
  { word: /\bipcMain\b/, allowed: /^main\/shell\//, files: 1, reason: 'calls arrive in one file of main/shell' },
  {
    word: /\bopenExternal\(/,
    allowed: /^main\/shell\//,
    files: 2,
    reason: 'links leave through one helper of main/shell',
  },
  {
    word: /\bshell\.openExternal\b/,
    allowed: /^main\/shell\//,
    files: 1,
    reason: 'links leave through one helper of main/shell',
  },
  {
    word: /\b(ipcRenderer|contextBridge)\b/,
    allowed: /^main\/preload\.ts$/,
    files: 1,
    reason: 'the bridge is main/preload.ts',
  },
  {
    word: /\bdangerouslySetInnerHTML\b|\.(inner|outer)HTML\s*=|\binsertAdjacentHTML\b|\bdocument\.write\b/,
    allowed: /^$/,
    files: 0,
    reason: 'text is rendered as text',
  },
  { word: /\beval\(|\bnew Function\(/, allowed: /^$/, files: 0, reason: 'no code is made from text' },
];

function ownPlaceFaults(sources: readonly SourceFile[]): readonly string[] {
  return ownPlaces.flatMap(({ word, allowed, files, reason }) => {
    const users = sources.filter(source => word.test(withoutComments(source.text))).map(source => source.name);
    const strangers = users.filter(name => !allowed.test(name)).map(name => `${name}: ${word.source}: ${reason}`);
    const residents = users.filter(name => allowed.test(name));
    return residents.length > files
      ? [...strangers, `${residents.join(', ')}: ${word.source} in ${residents.length} files: ${reason}`]
      : strangers;
  });
}

function sizeFaults({ name, text }: SourceFile): readonly string[] {
  if (name.startsWith('shared/text/')) return [];
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines > lineLimit ? [`${name}: ${lines} lines; move its parts to files beside it (limit ${lineLimit})`] : [];
}

function promiseFaults({ name, text }: SourceFile): readonly string[] {
  const lines = text.split('\n').filter(line => /\b(TODO|FIXME|XXX)\b/.test(line) && !/ADR-\d{4}/.test(line));
  return lines.map(line => `${name}: «${line.trim()}» names no ADR`);
}

/** Everything in the sources that breaks the layering and that the linter cannot see; empty when all is well. */
export function layeringFaults(sources: readonly SourceFile[]): readonly string[] {
  return [
    ...sources.flatMap(source => [...importFaults(source), ...sizeFaults(source), ...promiseFaults(source)]),
    ...ownPlaceFaults(sources),
  ];
}
