import { useNotices } from '#renderer/state/notices.ts';
import { api } from './client.ts';

/** A command usually takes a few milliseconds; one that takes longer may be waiting for an import, milliseconds. */
const patience = 400;

/** Says on the screen that a change waits for an import to be written, for as long as it does (ADR-0012). */
export async function sayIfWaiting<T>(channel: string, command: Promise<T>): Promise<T> {
  if (channel.startsWith('importing.') || channel.startsWith('jobs.')) return command;
  const { stand, dismiss } = useNotices.getState();
  let over = false;
  let notice: number | null = null;
  const look = async (): Promise<void> => {
    const jobs = await api('jobs.state', {});
    if (over || !jobs.ok || !jobs.value.some(job => job.alone && job.kind === 'import')) return;
    notice = stand('importWrites');
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
