import { useEffect, useReducer, useRef, useState } from 'react';
import { queryCache } from '#renderer/api/client.ts';
import type { AnyRecord, RecordName } from '#renderer/api/records.ts';
import type { ListSort } from '#renderer/state/lists.ts';
import type { Problem, Result } from '#shared/result.ts';

/** Rows asked for at once; sorted, filtered and counted in SQL. */
export const windowSize = 200;

export type ListQuestion = {
  readonly search: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort?: ListSort | undefined;
  /** The field by which rows stand together. */
  readonly group?: string | undefined;
};

/** Rows that have a value in common, with one of them and what their numbers add up to. */
export type ListGroup = {
  readonly count: number;
  readonly row: AnyRecord;
  readonly sums: Readonly<Record<string, number>>;
};

/** Rows in sight that follow one another; folded groups leave gaps between runs. */
export type Run = { readonly first: number; readonly last: number };

type Page = {
  readonly rows: readonly AnyRecord[];
  readonly total: number;
  readonly groups?: readonly ListGroup[];
};

export type RowWindows = {
  /** Told which rows are in sight, so that their windows load. */
  readonly onRange: (runs: readonly Run[]) => void;
  /** Rows that match; undefined until the first answer. */
  readonly total: number | undefined;
  /** The row at a place, once its window is loaded. */
  readonly rowAt: (index: number) => AnyRecord | undefined;
  /** The groups of a grouped list, in their order. */
  readonly groups: readonly ListGroup[] | undefined;
  readonly loading: boolean;
  /** What is shown answers an earlier question. */
  readonly previous: boolean;
  readonly problem: Problem | null;
  readonly refresh: () => void;
};

/** The request for one window; keys in a fixed order, so that equal questions share a cache entry. */
export function windowRequest(question: ListQuestion, page: number): Readonly<Record<string, unknown>> {
  const { search, filter, sort, group } = question;
  return {
    search,
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(sort ? { sort } : {}),
    ...(group === undefined ? {} : { group }),
    offset: page * windowSize,
    limit: windowSize,
  };
}

type Shown = { readonly key: string; readonly total: number; readonly pages: ReadonlyMap<number, Page> };

/** Loads the windows of a list that are in sight and keeps showing the rows before while new ones load. */
export function useRowWindows(name: RecordName, question: ListQuestion): RowWindows {
  const channel = `${name}.list`;
  const key = `${channel} ${JSON.stringify(windowRequest(question, 0))}`;
  const [, update] = useReducer((count: number) => count + 1, 0);
  const [runs, onRange] = useState<readonly Run[]>([]);
  const shown = useRef<Shown | null>(null);
  const wanted = pagesOf(runs);
  const wantedKey = wanted.join(' ');
  const latest = useRef(question);
  latest.current = question;

  useEffect(() => {
    const stops: (() => void)[] = [];
    for (const page of wantedKey.split(' ').map(Number)) {
      stops.push(queryCache.watch(channel, windowRequest(latest.current, page), update));
    }
    update();
    return () => {
      for (const stop of stops) stop();
    };
  }, [channel, key, wantedKey]);

  const pages = new Map<number, Page>();
  let loading = false;
  let problem: Problem | null = null;
  for (const page of wanted) {
    const answer = queryCache.read(channel, windowRequest(question, page));
    const result = answer.result as Result<Page> | null;
    if (result?.ok) pages.set(page, result.value);
    else if (result) problem = result.error;
    loading ||= answer.loading;
  }
  const total = [...pages.values()].at(-1)?.total;
  if (total !== undefined) shown.current = { key, total, pages };
  const kept = shown.current?.key.startsWith(`${channel} `) ? shown.current : null;
  const source = total === undefined ? kept : { total, pages };
  const sameQuestion = kept?.key === key;
  return {
    onRange,
    total: problem ? undefined : source?.total,
    rowAt: index => {
      const page = Math.floor(index / windowSize);
      const rows = source?.pages.get(page) ?? (sameQuestion ? kept?.pages.get(page) : undefined);
      return rows?.rows[index - page * windowSize];
    },
    groups: source?.pages.get(0)?.groups,
    loading,
    previous: total === undefined && kept !== null && !sameQuestion,
    problem,
    refresh: () => {
      for (const page of wanted) queryCache.refresh(channel, windowRequest(latest.current, page));
    },
  };
}

/** Rows given by rising numbers as stretches without a gap. */
export function runsOf(rows: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const index of rows) {
    const before = runs.at(-1);
    if (before?.last === index - 1) runs[runs.length - 1] = { first: before.first, last: index };
    else runs.push({ first: index, last: index });
  }
  return runs;
}

/** The windows that hold some rows, in order; the first one says how many rows and which groups there are. */
function pagesOf(runs: readonly Run[]): readonly number[] {
  const pages = new Set([0]);
  for (const { first, last } of runs)
    for (let page = Math.floor(first / windowSize); page <= Math.floor(last / windowSize); page += 1) pages.add(page);
  return [...pages].toSorted((left, right) => left - right);
}
