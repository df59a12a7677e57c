/** How a figure stands to another: to last year's, or to what it was meant to be. Differences are without sign. */
export type Variance =
  | { readonly kind: 'unknown' | 'same' | 'met' }
  | { readonly kind: 'more' | 'less' | 'above' | 'below' | 'over'; readonly by: number };

/** A figure beside the same figure a year before. */
export function changeOf(now: number | null, before: number | null): Variance {
  if (now === null || before === null) return { kind: 'unknown' };
  const by = rounded(Math.abs(now - before));
  if (by === 0) return { kind: 'same' };
  return { kind: now > before ? 'more' : 'less', by };
}

/** A figure beside its target: `above` and `met` reach it, `below` and `over` do not. */
export function deviationOf(
  value: number | null,
  target: { readonly value: number; readonly direction: 'atLeast' | 'atMost' },
): Variance {
  if (value === null) return { kind: 'unknown' };
  const by = rounded(Math.abs(value - target.value));
  if (target.direction === 'atMost') return value > target.value && by > 0 ? { kind: 'over', by } : { kind: 'met' };
  if (by === 0) return { kind: 'met' };
  return { kind: value > target.value ? 'above' : 'below', by };
}

/** A difference with its sign, for a column of numbers; null when one of the two is not known. */
export const differenceOf = (now: number | null, other: number | null): number | null =>
  now === null || other === null ? null : rounded(now - other);

/** Shares have one decimal; a difference of two must not have more. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
