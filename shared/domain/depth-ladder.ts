/** The rungs of a partnership, from the first contact to work on new things together. */
export const depthRungs = ['contact', 'memorandum', 'practice', 'dual', 'curriculum', 'hub'] as const;
export type DepthRung = (typeof depthRungs)[number];
/** How deep a partnership is; `none` while there is not even a contact. */
export type Depth = 'none' | DepthRung;
export const depths: readonly Depth[] = ['none', ...depthRungs];

/** Which rungs the records of a firm show. */
export type RungsHeld = Readonly<Record<DepthRung, boolean>>;

/** Years back in which a practice, dual training or a project still counts. */
export const depthYears = 2;

/** The highest rung that is held together with every one below it. */
export function depthOf(held: RungsHeld): Depth {
  const missing = depthRungs.findIndex(rung => !held[rung]);
  return depths[missing < 0 ? depthRungs.length : missing] ?? 'none';
}

/** The first rung that is not held: what is missing for the next step; null at the top. */
export const nextRung = (held: RungsHeld): DepthRung | null => depthRungs.find(rung => !held[rung]) ?? null;
