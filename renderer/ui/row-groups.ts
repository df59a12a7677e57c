/** Rows that stand together under a heading. */
export type RowGroup = { readonly title: string; readonly count: number };

/** What stands at a place of the grid: a row, or the heading of a group. */
export type Slot =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'heading'; readonly group: RowGroup; readonly index: number };

/** Where rows and headings stand. Rows keep the numbers they have without headings, from 0. */
export type GridSlots = {
  readonly count: number;
  /** The place of a row. */
  readonly of: (index: number) => number;
  /** What stands at a place; `index` of a heading is that of its first row. */
  readonly at: (slot: number) => Slot;
};

/** The last place in a rising list whose value is not above `wanted`; -1 when all are. */
function lastUpTo(values: readonly number[], wanted: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Lays headings between rows; without groups rows stand one after the other. */
export function gridSlots(total: number, groups: readonly RowGroup[] = []): GridSlots {
  const firsts: number[] = [];
  let sum = 0;
  for (const { count } of groups) {
    firsts.push(sum);
    sum += count;
  }
  const headings = firsts.map((first, place) => first + place);
  return {
    count: total + groups.length,
    of: index => index + lastUpTo(firsts, index) + 1,
    at: slot => {
      const place = lastUpTo(headings, slot);
      const group = groups[place];
      const index = slot - place - 1;
      if (group === undefined || headings[place] !== slot) return { kind: 'row', index };
      return { kind: 'heading', group, index: firsts[place] ?? 0 };
    },
  };
}
