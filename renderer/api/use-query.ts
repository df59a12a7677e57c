import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Output, QueryChannel, Request } from '#shared/contract/index.ts';
import type { Problem } from '#shared/result.ts';
import { queryCache } from './client.ts';
import { type Answer, QueryCache } from './query-cache.ts';

export type QueryState<T> = {
  /** The newest known answer; while another request loads, the one before it. */
  readonly data: T | undefined;
  readonly problem: Problem | null;
  readonly loading: boolean;
  /** `data` belongs to an earlier request than the one asked for. */
  readonly previous: boolean;
  readonly refresh: () => void;
};

const nothing: Answer = { result: null, loading: false };

/** Reads by a channel name known at run time; `null` asks nothing. */
export function useProcedure<T>(channel: string, request: unknown): QueryState<T> {
  const key = request === null ? '' : QueryCache.keyOf(channel, request);
  const current = useRef(request);
  current.current = request;
  const subscribe = useCallback(
    (listener: () => void) => (key === '' ? () => {} : queryCache.watch(channel, current.current, listener)),
    [channel, key],
  );
  const answer = useSyncExternalStore(subscribe, () =>
    key === '' ? nothing : queryCache.read(channel, current.current),
  );
  const last = useRef<{ channel: string; data: T } | null>(null);
  const data = answer.result?.ok ? (answer.result.value as T) : undefined;
  useEffect(() => {
    if (data !== undefined) last.current = { channel, data };
  }, [channel, data]);
  const kept = key !== '' && last.current?.channel === channel ? last.current.data : undefined;
  const problem = answer.result && !answer.result.ok ? answer.result.error : null;
  return {
    data: data ?? (problem ? undefined : kept),
    problem,
    loading: answer.loading,
    previous: data === undefined && kept !== undefined,
    refresh: () => queryCache.refresh(channel, current.current),
  };
}

/** Reads a query of the contract and keeps it up to date; `null` asks nothing. */
export function useQuery<C extends QueryChannel>(channel: C, request: Request<C> | null): QueryState<Output<C>> {
  return useProcedure<Output<C>>(channel, request);
}
