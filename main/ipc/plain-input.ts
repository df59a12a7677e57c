/** Deepest nesting that a page may send; the contract itself needs about eight levels. */
const deepest = 40;
/** Most values in one call: a pasted block of 5,000 rows by 40 columns is well inside. */
const mostValues = 400_000;
/** Longest text in one call, in UTF-16 units, all texts together. */
const mostText = 20_000_000;

/** Raised for input that no page of ours sends: cycles, classes, functions, more than any screen can hold. */
export class NotPlain extends Error {}

/**
 * A copy of what a page sent, made of plain objects, arrays, texts, numbers, booleans, null and bytes only. A field set to
 * `undefined` is left out: «not given» has one form. Structured cloning lets cycles, maps and dates through, so they are
 * refused here, before any schema sees them.
 * Errors: NotPlain.
 */
export function plainInput(raw: unknown): unknown {
  let values = 0;
  let text = 0;
  const copy = (value: unknown, depth: number): unknown => {
    values += 1;
    if (values > mostValues || depth > deepest) throw new NotPlain();
    switch (typeof value) {
      case 'string':
        text += value.length;
        if (text > mostText) throw new NotPlain();
        return value;
      case 'number':
      case 'boolean':
      case 'undefined':
        return value;
      case 'object':
        break;
      default:
        throw new NotPlain();
    }
    if (value === null || value instanceof Uint8Array) return value;
    if (Array.isArray(value)) return value.map(item => copy(item, depth + 1));
    const kind: unknown = Object.getPrototypeOf(value);
    if (kind !== Object.prototype && kind !== null) throw new NotPlain();
    const fields: [string, unknown][] = [];
    for (const [key, field] of Object.entries(value)) {
      text += key.length;
      if (field !== undefined) fields.push([key, copy(field, depth + 1)]);
    }
    return Object.fromEntries(fields);
  };
  return copy(raw, 0);
}
