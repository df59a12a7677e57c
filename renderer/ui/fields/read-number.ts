/** The stored number of a typed one, or the key of what is wrong with it. */
export function readNumber(
  text: string,
  { min, max, scale = 1 }: { readonly min: number; readonly max: number; readonly scale?: number | undefined },
): { readonly value: number | null; readonly problem: string | null } {
  const plain = text.replace(/[\s\u00a0₸]/gu, '').replace(',', '.');
  if (plain === '') return { value: null, problem: null };
  if (!/^-?\d+(?:\.\d+)?$/u.test(plain)) return { value: null, problem: 'number' };
  const value = Math.round(Number(plain) * scale * 1e6) / 1e6;
  if (!Number.isInteger(value)) return { value: null, problem: 'wholeNumber' };
  if (value < min) return { value, problem: 'tooSmall' };
  if (value > max) return { value, problem: 'tooLarge' };
  return { value, problem: null };
}
