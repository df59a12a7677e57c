import { useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { Output } from '#shared/contract/index.ts';

export type RunningJob = Output<'jobs.state'>[number];

/** How often running work is asked how far it is, milliseconds. */
const interval = 200;

/** The work of one kind that runs now, asked for while `watching`. */
export function useRunningJob(watching: RunningJob['kind'] | null): RunningJob | null {
  const [job, setJob] = useState<RunningJob | null>(null);
  useEffect(() => {
    setJob(null);
    if (watching === null) return;
    let wanted = true;
    const ask = async (): Promise<void> => {
      const result = await api('jobs.state', {});
      if (wanted && result.ok) setJob(result.value.find(one => one.kind === watching) ?? null);
    };
    void ask();
    const timer = window.setInterval(() => void ask(), interval);
    return () => {
      wanted = false;
      window.clearInterval(timer);
    };
  }, [watching]);
  return job;
}
