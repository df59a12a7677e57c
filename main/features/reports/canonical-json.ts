import { createHash } from 'node:crypto';

/** Whether the keys of a value and of all it holds already follow one another, so that plain JSON of it is canonical. */
function isOrdered(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && !isOrdered(item)) return false;
    return true;
  }
  let last = '';
  for (const [key, field] of Object.entries(value)) {
    if (key < last || !isOrdered(field)) return false;
    last = key;
  }
  return true;
}

/** JSON that is the same for the same content: keys in the order of their code units, no spaces, fields that are undefined left out. */
export function canonicalJson(value: unknown): string {
  // Most of a frozen report is: the records of its lists, and half a million places of them.
  if (isOrdered(value)) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item)).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(fields).toSorted()) {
    const field = fields[key];
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of the bytes of a canonical JSON, as hexadecimal digits. */
export const contentHash = (canonical: string | Uint8Array): string =>
  createHash('sha256').update(canonical).digest('hex');
