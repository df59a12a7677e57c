import { useEffect, useReducer, useRef } from 'react';
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

/** Rows that have a value in common, with one of them. */
export type ListGroup = { readonly count: number; readonly row: AnyRecord };

type Page = {
  readonly rows: readonly AnyRecord[];
  readonly total: number;
  readonly groups?: readonly ListGroup[];
};

export type RowWindows = {
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
export function useRowWindows(
  name: RecordName,
  question: ListQuestion,
  range: { readonly first: number; readonly last: number },
): RowWindows {
  const channel = `${name}.list`;
  const key = `${channel} ${JSON.stringify(windowRequest(question, 0))}`;
  const [, update] = useReducer((count: number) => count + 1, 0);
  const shown = useRef<Shown | null>(null);
  const firstPage = Math.floor(Math.max(0, range.first) / windowSize);
  const lastPage = Math.max(firstPage, Math.floor(Math.max(0, range.last) / windowSize));
  const latest = useRef(question);
  latest.current = question;

  useEffect(() => {
    const stops: (() => void)[] = [];
    for (const page of new Set([0, ...pagesBetween(firstPage, lastPage)])) {
      stops.push(queryCache.watch(channel, windowRequest(latest.current, page), update));
    }
    update();
    return () => {
      for (const stop of stops) stop();
    };
  }, [channel, key, firstPage, lastPage]);

  const pages = new Map<number, Page>();
  let loading = false;
  let problem: Problem | null = null;
  for (const page of new Set([0, ...pagesBetween(firstPage, lastPage)])) {
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
      for (const page of pagesBetween(firstPage, lastPage)) {
        queryCache.refresh(channel, windowRequest(latest.current, page));
      }
    },
  };
}

function pagesBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
