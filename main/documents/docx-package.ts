import { AppError } from '#shared/result.ts';
import { elements, parseXml, type XmlElement, XmlError } from './xml.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';
import { ZipError, type ZipProblem } from './zip-records.ts';

/**
 * Why a template cannot be used: the `reason` parameter of `templateBroken`.
 * `notDocx` – not a Word file at all; `encrypted` – protected by a password; `macros` – contains macros; `noDocument` – the
 * document part is missing; `outside` – draws in or runs something else when it is opened; `tooLarge` – unpacks to more than any letter needs; `damaged` – cut short or malformed.
 */
export type TemplateBreakage =
  | 'notDocx'
  | 'encrypted'
  | 'macros'
  | 'noDocument'
  | 'outside'
  | 'tooLarge'
  | 'damaged'
  | 'tags';

const LIMITS = { entries: 2_000, unpackedBytes: 100_000_000, ratio: 200 } as const;
/** A document of Word, or a template of Word (.dotx), which differs from it by this name alone. */
const MAIN_DOCUMENT =
  /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)\.main\+xml$/u;
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

export type DocxPackage = {
  /** Path of the main document part, usually `word/document.xml`. */
  readonly documentPath: string;
  readonly names: readonly string[];
  readonly bytes: (path: string) => Uint8Array | undefined;
  readonly xml: (path: string) => XmlElement | undefined;
  /** Relationships of a part: id → kind (last word of the type) and target path inside the package, or outside address. */
  readonly relationships: (path: string) => ReadonlyMap<string, Relationship>;
};

export type Relationship = { readonly kind: string; readonly target: string; readonly external: boolean };

/** Opens a Word file as data that may be hostile; every refusal is `templateBroken` with its reason. */
export function openDocx(bytes: Uint8Array): DocxPackage {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) throw broken('encrypted');
  const archive = guarded(() => openZip(bytes, LIMITS));
  const read = (path: string): XmlElement | undefined =>
    guarded(() => {
      const part = archive.read(path);
      return part === undefined ? undefined : parseXml(new TextDecoder('utf-8', { fatal: true }).decode(part));
    });
  const types = read('[Content_Types].xml');
  if (types === undefined) throw broken('notDocx');
  if (hasMacros(archive, types)) throw broken('macros');
  const documentPath = relationshipsOf('', read).find(relationship => relationship.kind === 'officeDocument')?.target;
  if (documentPath === undefined || !archive.names.includes(documentPath)) throw broken('noDocument');
  if (!isWordDocument(types, documentPath)) throw broken('notDocx');
  return {
    documentPath,
    names: archive.names,
    bytes: path => guarded(() => archive.read(path)),
    xml: read,
    relationships: path => new Map(relationshipsOf(path, read).map(({ id, ...relationship }) => [id, relationship])),
  };
}

/** A `templateBroken` with its reason; `detail` is the piece of text the problem is in. */
export function broken(reason: TemplateBreakage, detail = ''): AppError {
  return new AppError('templateBroken', detail === '' ? { reason } : { reason, field: detail });
}

const breakages: Readonly<Record<ZipProblem, TemplateBreakage>> = {
  notZip: 'notDocx',
  encrypted: 'encrypted',
  tooLarge: 'tooLarge',
  damaged: 'damaged',
  foreign: 'damaged',
};

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ZipError) throw broken(breakages[error.problem]);
    if (error instanceof XmlError || error instanceof TypeError) throw broken('damaged');
    throw error;
  }
}

function hasMacros(archive: ZipArchive, types: XmlElement): boolean {
  const declared = elements(types).some(type => /macroEnabled|vbaProject/i.test(type.attributes['ContentType'] ?? ''));
  return declared || archive.names.some(name => /vbaProject\.bin$/i.test(name));
}

function isWordDocument(types: XmlElement, path: string): boolean {
  const override = elements(types).find(type => type.attributes['PartName'] === `/${path}`);
  return MAIN_DOCUMENT.test(override?.attributes['ContentType'] ?? '');
}

function relationshipsOf(
  path: string,
  read: (path: string) => XmlElement | undefined,
): (Relationship & { readonly id: string })[] {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const root = read(`${folder}_rels/${path.slice(slash + 1)}.rels`);
  return elements(root).map(({ attributes }) => {
    const external = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolvePath(folder, target),
      external,
    };
  });
}

function resolvePath(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter(part => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
