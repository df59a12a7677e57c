import { api } from '#renderer/api/client.ts';
import type { DraftName } from '#shared/contract/drafts.ts';

/** A draft is on its way to the disk so many milliseconds after it was changed. */
const soon = 400;

type Draft = {
  readonly name: DraftName;
  /** What there is to keep now; null when nothing is waiting to be written. */
  readonly text: () => string | null;
  /** Puts what was kept back in place. */
  readonly take: (text: string) => void;
  readonly onChange: (changed: () => void) => void;
};

/** What an earlier version kept in the profile of the window, where no password closes it. */
const formerKey = (name: DraftName): string => `seriktes.${name}`;

function formerText(name: DraftName): string | null {
  try {
    return window.localStorage.getItem(formerKey(name));
  } catch {
    // Without storage nothing was kept there.
    return null;
  }
}

/** Keeps a draft with the data of the college: it is there again after the program was closed or killed, and closed when they are. */
export async function keepWithData({ name, text, take, onChange }: Draft): Promise<void> {
  let stored: string | null = null;
  let timer: number | undefined;
  const keep = async (): Promise<boolean> => {
    window.clearTimeout(timer);
    timer = undefined;
    const present = text();
    if (present === stored) return true;
    stored = present;
    return (await api('drafts.keep', { name, text: present })).ok;
  };
  const found = await api('drafts.read', { name });
  stored = found.ok ? found.value.text : null;
  const former = formerText(name);
  const kept = stored ?? former;
  // What was typed while it was looked for is newer.
  if (kept !== null && text() === null) take(kept);
  if ((await keep()) && former !== null) window.localStorage.removeItem(formerKey(name));
  onChange(() => {
    timer ??= window.setTimeout(() => void keep(), soon);
  });
  window.addEventListener('pagehide', () => void keep());
}
