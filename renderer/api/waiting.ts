import { useNotices } from '#renderer/state/notices.ts';
import { api } from './client.ts';

/** A command usually takes a few milliseconds; one that takes longer may be waiting for another thread that writes, milliseconds. */
const patience = 400;

/** Says on the screen that a change waits for an import to be written or a report to be frozen, for as long as it does (ADR-0012, ADR-0019). */
export async function sayIfWaiting<T>(channel: string, command: Promise<T>): Promise<T> {
  if (channel.startsWith('importing.') || channel.startsWith('jobs.') || channel === 'reports.freeze') return command;
  const { stand, dismiss } = useNotices.getState();
  let over = false;
  let notice: number | null = null;
  const look = async (): Promise<void> => {
    const jobs = await api('jobs.state', {});
    const writer = over || !jobs.ok ? undefined : jobs.value.find(job => job.alone);
    if (writer?.kind === 'import') notice = stand('importWrites');
    if (writer?.kind === 'report') notice = stand('reportFreezes');
  };
  const timer = window.setTimeout(() => void look(), patience);
  try {
    return await command;
  } finally {
    over = true;
    window.clearTimeout(timer);
    if (notice !== null) dismiss(notice);
  }
}
