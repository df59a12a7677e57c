import type { DocxPackage } from './docx-package.ts';
import { zipOf } from './write-zip.ts';

/** The same Word file with other bytes in the named parts; undefined when there is nothing to change. */
export async function repacked(
  docx: DocxPackage,
  changed: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array | undefined> {
  if (changed.size === 0) return undefined;
  const files = async function* () {
    for (const name of docx.names) {
      const bytes = changed.get(name) ?? docx.bytes(name);
      if (bytes !== undefined && !name.endsWith('/')) yield { name, bytes };
    }
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(files())) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
