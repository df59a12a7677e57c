import procedures from 'virtual:procedures';
import { useLock, whenUnlocked } from '#renderer/state/lock.ts';
import type { Channel, Output, Request } from '#shared/contract/index.ts';
import type { Result } from '#shared/result.ts';
import { QueryCache } from './query-cache.ts';

async function call(channel: string, request: unknown): Promise<Result<unknown>> {
  const isDoor = channel.startsWith('protection.');
  if (!isDoor) await whenUnlocked();
  const send = window.bridge[channel];
  if (!send) return { ok: false, error: { code: 'unexpected', params: {}, reference: channel } };
  try {
    const result = await send(request);
    if (isDoor || result.ok || result.error.code !== 'locked') return result;
    // Whatever was under way goes on when the college is open again.
    useLock.getState().lock();
    return await call(channel, request);
  } catch {
    // A refused or broken call has no Result; the shell has logged its cause.
    return { ok: false, error: { code: 'unexpected', params: {}, reference: channel } };
  }
}

/** The one cache of the window. */
export const queryCache = new QueryCache({
  call,
  readsOf: channel => procedures[channel]?.reads ?? [],
  // The page says whether it still reads: who looks on, as the end-to-end tests do, waits for that and not for a time.
  onBusy: busy => document.documentElement.toggleAttribute('data-reading', busy),
});

/** Names come in the language of the screen: a change of language makes every answer stale. */
const namesDiffer = (channel: string, request: unknown): boolean =>
  channel === 'settings.update' && Object.hasOwn(request as object, 'language');

/** Calls a procedure whose name is only known at run time; the router's output check pays for the cast at the caller. */
export async function callProcedure(channel: string, request: unknown): Promise<Result<unknown>> {
  const result = await call(channel, request);
  // A draft is no record: no answer depends on it.
  if (result.ok && procedures[channel]?.kind === 'command' && !channel.startsWith('drafts.')) {
    const changed = result.changed ?? [];
    queryCache.invalidate([...changed, 'history', ...(/^(?:backup|archives)\./u.test(channel) ? ['backup'] : [])]);
    if (channel === 'backup.restore' || namesDiffer(channel, request)) queryCache.reset();
  }
  return result;
}

/** Calls a procedure of the contract; a successful command makes the answers it changed stale. */
export async function api<C extends Channel>(channel: C, request: Request<C>): Promise<Result<Output<C>>> {
  return (await callProcedure(channel, request)) as Result<Output<C>>;
}
