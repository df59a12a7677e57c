/** One thing that is timed: ours, what others would do, and the least that the machine needs for it. */
export type Line = {
  readonly name: string;
  readonly unit: 'ms';
  /** Our own limit for the median. */
  readonly budget: number;
  readonly ours: () => unknown;
  /** Puts things back after a round of ours; not timed. */
  readonly reset?: () => unknown;
  /** The usual other way to do the same. */
  readonly peer?: { readonly what: string; readonly run: () => unknown };
  /** The same without our layers: what cannot be beaten. */
  readonly limit?: { readonly what: string; readonly run: () => unknown };
  readonly rounds?: number;
  /** A round before those that count; left out where a round takes long. */
  readonly warmUp?: boolean;
  /** What one measured call does at once; times are divided by it. */
  readonly per?: number;
  readonly notes?: () => Readonly<Record<string, string | number>>;
};

/** A line of bench-results.json. `ratio` is peer ÷ ours: above 1 the program is faster than its peer. */
export type Measured = {
  readonly name: string;
  readonly unit: 'ms';
  readonly ours: number;
  readonly p95: number;
  readonly peer: number | null;
  readonly peerIs: string | null;
  readonly ratio: number | null;
  readonly limit: number | null;
  readonly limitIs: string | null;
  readonly budget: number;
  readonly within: boolean;
  readonly rounds: number;
  readonly notes?: Readonly<Record<string, string | number>>;
};

const sorted = (values: readonly number[]): readonly number[] => values.toSorted((left, right) => left - right);
const at = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const rounded = (value: number): number => Number(value.toPrecision(value < 10 ? 3 : 4));

/** Times a line: medians of at least five rounds after one to warm up, with the order turned round each time. */
export async function measure(line: Line): Promise<Measured> {
  const { rounds = 9, per = 1, warmUp = true } = line;
  const ways = { ours: line.ours, peer: line.peer?.run, limit: line.limit?.run };
  const times: Record<keyof typeof ways, number[]> = { ours: [], peer: [], limit: [] };
  for (let round = warmUp ? -1 : 0; round < Math.max(5, rounds); round++) {
    const order = (Object.keys(ways) as (keyof typeof ways)[]).filter(way => ways[way] !== undefined);
    for (const way of round % 2 === 0 ? order : order.toReversed()) {
      const start = performance.now();
      await ways[way]?.();
      if (round >= 0) times[way].push((performance.now() - start) / per);
      if (way === 'ours') await line.reset?.();
    }
  }
  const median = (way: keyof typeof ways): number | null =>
    times[way].length === 0 ? null : rounded(at(times[way], 0.5));
  const ours = median('ours') ?? Number.NaN;
  const peer = median('peer');
  return {
    name: line.name,
    unit: line.unit,
    ours,
    p95: rounded(at(times.ours, 0.95)),
    peer,
    peerIs: line.peer?.what ?? null,
    ratio: peer === null ? null : rounded(peer / ours),
    limit: median('limit'),
    limitIs: line.limit?.what ?? null,
    budget: line.budget,
    within: ours <= line.budget,
    rounds: times.ours.length,
    ...(line.notes === undefined ? {} : { notes: line.notes() }),
  };
}
