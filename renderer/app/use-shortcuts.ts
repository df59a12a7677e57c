import { useEffect } from 'react';
import { api } from '#renderer/api/client.ts';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { go, useNavigation } from '#renderer/state/navigation.ts';
import { showProblem } from '#renderer/state/notices.ts';
import { availableEntries } from './screens.tsx';

/** Whether keys belong to what is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
  );
}

/** Takes back the newest action, or puts it back; says why when it cannot. */
export async function stepHistory(channel: 'history.undo' | 'history.redo'): Promise<void> {
  const result = await api(channel, {});
  if (!result.ok) showProblem(result.error);
}

function onKeyDown(event: KeyboardEvent): void {
  const control = event.ctrlKey || event.metaKey;
  const { code } = event;
  const { back, forward } = useNavigation.getState();
  const { palette, setPalette, creating } = useDialogs.getState();
  const act = (run: () => void): void => {
    event.preventDefault();
    run();
  };
  if (control && !event.altKey && code === 'KeyK') return act(() => setPalette(!palette));
  if (palette || creating.length > 0) return;
  if (event.altKey && !control && code === 'ArrowLeft') return act(back);
  if (event.altKey && !control && code === 'ArrowRight') return act(forward);
  if (!control || event.altKey) return;
  const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(code)?.[1];
  if (digit && !event.shiftKey) {
    const entry = availableEntries().flat()[Number(digit) - 1];
    if (entry) act(() => go({ area: entry.screen }));
    return;
  }
  if (code === 'KeyF' && !event.shiftKey) {
    const search = document.querySelector<HTMLInputElement>('[data-list-search]');
    if (search) act(() => search.select());
    return;
  }
  if (isTyping(event.target)) return;
  if (code === 'KeyZ' && !event.shiftKey) act(() => void stepHistory('history.undo'));
  else if (code === 'KeyY' || code === 'KeyZ') act(() => void stepHistory('history.redo'));
}

/** The keys that work everywhere, by their place on the keyboard, so that they hold in every layout. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
