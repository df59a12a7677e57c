import { createHash } from 'node:crypto';

/** JSON that is the same for the same content: keys in the order of their code units, no spaces, fields that are undefined left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) {
    // A long list is mostly places of records: joining pieces is quicker than an array of texts.
    let text = '';
    for (const item of value) text += `${text === '' ? '' : ','}${canonicalJson(item ?? null)}`;
    return `[${text}]`;
  }
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
