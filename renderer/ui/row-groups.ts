/** Rows that stand together under a heading. */
export type RowGroup = {
  /** Tells the group from the others of its list, in every language. */
  readonly key: string;
  readonly title: string;
  readonly count: number;
  /** What the numbers of its rows add up to, by column, as they are read. */
  readonly sums?: Readonly<Record<string, string>>;
  /** Only the heading shows. */
  readonly folded?: boolean;
};

/** What stands at a place of the grid: a row, or the heading of a group. */
export type Slot =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'heading'; readonly group: RowGroup; readonly index: number };

/** Where rows and headings stand. Rows keep the numbers they have without headings, from 0. */
export type GridSlots = {
  readonly count: number;
  /** The place of a row; of a row in a folded group, the place of its heading. */
  readonly of: (index: number) => number;
  /** What stands at a place; `index` of a heading is that of its first row. */
  readonly at: (slot: number) => Slot;
  /** The place of the heading a place stands under, which may be the place itself; undefined without groups. */
  readonly headingOf: (slot: number) => number | undefined;
  /** How many rows from one on stand in sight without a gap. */
  readonly room: (index: number) => number;
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

const withoutGroups = (total: number): GridSlots => ({
  count: total,
  of: index => index,
  at: index => ({ kind: 'row', index }),
  headingOf: () => undefined,
  room: index => total - index,
});

/** Lays headings between rows and leaves out the rows of folded groups; without groups rows stand one after the other. */
export function gridSlots(total: number, groups: readonly RowGroup[] = []): GridSlots {
  const [group] = groups;
  if (group === undefined) return withoutGroups(total);
  const firsts: number[] = [];
  const headings: number[] = [];
  let [row, slot] = [0, 0];
  for (const { count, folded } of groups) {
    firsts.push(row);
    headings.push(slot);
    row += count;
    slot += folded ? 1 : count + 1;
  }
  // Rows that have come since the groups were counted belong to the last one.
  const count = groups.at(-1)?.folded ? slot : slot + total - row;
  const open = (place: number): boolean => groups[place]?.folded !== true;
  return {
    count,
    of: index => {
      const place = lastUpTo(firsts, index);
      return (headings[place] ?? 0) + (open(place) ? index - (firsts[place] ?? 0) + 1 : 0);
    },
    at: wanted => {
      const place = lastUpTo(headings, wanted);
      const beyond = wanted - (headings[place] ?? 0);
      const first = firsts[place] ?? 0;
      return beyond === 0
        ? { kind: 'heading', group: groups[place] ?? group, index: first }
        : { kind: 'row', index: first + beyond - 1 };
    },
    headingOf: wanted => headings[lastUpTo(headings, wanted)],
    room: index => {
      let place = lastUpTo(firsts, index);
      if (!open(place)) return 0;
      while (place + 1 < groups.length && open(place + 1)) place += 1;
      return (firsts[place + 1] ?? total) - index;
    },
  };
}
