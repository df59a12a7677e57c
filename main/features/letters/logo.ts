import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import type { ReadDb } from '../../database/handles.ts';
import { runBatch } from '../../database/records.ts';
import { imageFacts } from '../../documents/image-facts.ts';
import type { LetterImage } from '../../documents/letter-fields.ts';
import type { Written } from '../../ipc/router.ts';
import { writeSetting } from '../settings/commands.ts';
import { readSettings } from '../settings/queries.ts';
import { explainFileFailure } from '../shared/file-writing.ts';

/** An emblem in a letterhead is a few kilobytes; each letter carries its own copy. */
export const largestLogo = 1_000_000;
const mostPixels = 4000;
/** The place of the emblem in the letterhead, in millimetres. */
const box = { width: 18, height: 18 } as const;

const storedLogo = (db: ReadDb): { readonly name: string; readonly bytes: Uint8Array } | undefined =>
  db.get<{ name: string; bytes: Uint8Array }>(
    'SELECT name, bytes FROM letter_file WHERE hash = ?',
    readSettings(db).logo,
  );

/** The college's emblem for the letterhead, fitted into its place; none until one was chosen. */
export function readLogo(db: ReadDb): LetterImage | undefined {
  const bytes = storedLogo(db)?.bytes;
  const facts = bytes === undefined ? undefined : imageFacts(bytes);
  if (bytes === undefined || facts === undefined) return undefined;
  const scale = Math.min(box.width / facts.width, box.height / facts.height);
  return { bytes, format: facts.format, width: facts.width * scale, height: facts.height * scale };
}

/** The emblem to look at. */
export function showLogo(db: ReadDb): Output<'letters.logo'> {
  const stored = storedLogo(db);
  const facts = stored === undefined ? undefined : imageFacts(stored.bytes);
  if (stored === undefined || facts === undefined) return { logo: null };
  const { name, bytes } = stored;
  const url = `data:image/${facts.format};base64,${Buffer.from(bytes).toString('base64')}`;
  return { logo: { name, size: bytes.length, width: facts.width, height: facts.height, url } };
}

async function readImage(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > largestLogo) throw new AppError('fileTooLarge', { name: basename(path) });
    return await readFile(path);
  } catch (error) {
    throw explainFileFailure(error, path);
  }
}

/**
 * Takes a picture as the college's emblem, or takes the emblem away. Letters already issued keep theirs.
 * Errors: fileTooLarge (a megabyte, 4000 pixels), refused (no picture), notFound, noAccess.
 */
export async function setLogo(
  { db, ports }: Application,
  { path }: Input<'letters.setLogo'>,
): Promise<Written<Output<'letters.setLogo'>>> {
  if (path === null) {
    const removed = runBatch(db(), ports, tx => {
      writeSetting(tx, 'logo', '');
      tx.label('settingsChanged');
    });
    return { value: { logo: null }, changed: removed.changed };
  }
  const bytes = await readImage(path);
  const facts = imageFacts(bytes);
  const name = basename(path);
  if (facts === undefined) throw new AppError('refused', { reason: 'notImage', title: name });
  if (facts.width > mostPixels || facts.height > mostPixels) throw new AppError('fileTooLarge', { name });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { changed } = runBatch(db(), ports, tx => {
    tx.keepFile({ hash, name, bytes });
    writeSetting(tx, 'logo', hash);
    tx.label('settingsChanged');
  });
  return { value: showLogo(db()), changed };
}
