import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { Output, QueryChannel, Request } from '#shared/contract/index.ts';
import type { Problem } from '#shared/result.ts';

type Fresh<C extends QueryChannel> = {
  readonly data: Output<C> | undefined;
  readonly problem: Problem | null;
  readonly loading: boolean;
};

/** How long the officer may go on choosing before the answer is asked for, milliseconds. */
const pause = 120;

/** Asks each time anew and keeps no answer for later: the pages of previews live for a short while only. */
export function useFresh<C extends QueryChannel>(channel: C, request: Request<C> | null): Fresh<C> {
  const [state, setState] = useState<Fresh<C>>({ data: undefined, problem: null, loading: request !== null });
  const key = request === null ? '' : JSON.stringify(request);
  useEffect(() => {
    if (key === '') return;
    let wanted = true;
    setState(present => ({ ...present, loading: true }));
    const timer = window.setTimeout(async () => {
      const result = await api(channel, JSON.parse(key) as Request<C>);
      if (!wanted) return;
      if (result.ok) setState({ data: result.value, problem: null, loading: false });
      else setState({ data: undefined, problem: result.error, loading: false });
    }, pause);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [channel, key]);
  return state;
}
