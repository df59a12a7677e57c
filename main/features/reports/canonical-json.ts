import { createHash } from 'node:crypto';

/** JSON that is the same for the same content: keys in the order of their code units, no spaces, fields that are undefined left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** SHA-256 of the bytes of a canonical JSON, as hexadecimal digits. */
export const contentHash = (canonical: string | Uint8Array): string =>
  createHash('sha256').update(canonical).digest('hex');
