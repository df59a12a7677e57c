import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filePath, type HashedFile, holdsFile } from './kept-files.ts';
import { keyFor } from './key-ring.ts';
import { writeSafely } from './safe-files.ts';
import { readInsideNow, sealNow } from './sealed-files.ts';

/** A template of the officer, kept under its hash. */
export type KeptTemplate = HashedFile & { readonly name: string };

/** Names of files that lie in the folder of templates: Word files and the note about their originals; none that Windows keeps for a device. */
export const isTemplateName = (name: string): boolean =>
  /^(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[a-z0-9][a-z0-9.-]{0,80}\.(?:docx|json)$/u.test(name);

const largest = 20_000_000;
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readTemplates(folder: string): readonly (KeptTemplate & { readonly content: Uint8Array })[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && isTemplateName(entry.name))
    .filter(({ name }) => statSync(join(folder, name)).size <= largest)
    .map(({ name }) => {
      const content = readFileSync(join(folder, name));
      return { name, hash: hashOf(content), bytes: content.length, content };
    })
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

/** The officer's templates as they are now. */
export function listTemplates(folder: string): readonly KeptTemplate[] {
  return readTemplates(folder).map(({ name, hash, bytes }) => ({ name, hash, bytes }));
}

/** Keeps the officer's templates in a folder of kept files; those it has are not written again. */
export function keepTemplates(folder: string, kept: string): readonly KeptTemplate[] {
  return readTemplates(folder).map(({ name, hash, bytes, content }) => {
    const path = filePath(kept, hash);
    if (!holdsFile(kept, { hash, bytes })) writeSafely(path, sealNow(content, keyFor(path)));
    return { name, hash, bytes };
  });
}

/** Makes the folder of templates what it was: those of the list are put back, others are taken away. Kept files that are gone leave theirs as it is. */
export function putTemplatesBack(folder: string, kept: string, templates: readonly KeptTemplate[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, hash, bytes } of templates) {
    if (!isTemplateName(name) || !holdsFile(kept, { hash, bytes })) continue;
    const content = readInsideNow(filePath(kept, hash));
    if (hashOf(content) === hash) writeSafely(join(folder, name), content);
  }
  const listed = new Set(templates.map(({ name }) => name));
  for (const { name } of listTemplates(folder)) if (!listed.has(name)) rmSync(join(folder, name), { force: true });
}
