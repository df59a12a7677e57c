import type { ReadDb } from '../../database/handles.ts';
import type { LetterImage } from '../../documents/letter-fields.ts';

/** The college's emblem for the letterhead; none until one was chosen. */
export function readLogo(_db: ReadDb): LetterImage | undefined {
  return undefined;
}
