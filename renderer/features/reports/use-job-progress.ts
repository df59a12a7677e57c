import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { Output } from '#shared/contract/index.ts';

type Job = Output<'jobs.state'>[number];

const pause = 250;

/** How far the newest work of a kind is, asked again and again while it runs. */
export function useJobProgress(kind: Job['kind'], running: boolean): Job | null {
  const [job, setJob] = useState<Job | null>(null);
  useEffect(() => {
    if (!running) return undefined;
    let timer = 0;
    let over = false;
    const ask = async (): Promise<void> => {
      const result = await api('jobs.state', {});
      if (over) return;
      setJob(result.ok ? (result.value.findLast(one => one.kind === kind) ?? null) : null);
      timer = window.setTimeout(() => void ask(), pause);
    };
    void ask();
    return () => {
      over = true;
      window.clearTimeout(timer);
      setJob(null);
    };
  }, [kind, running]);
  return job;
}
